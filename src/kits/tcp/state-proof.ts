/**
 * Shows which state a connection is in by what it does next, not by what anybody says of it: each state is asked for
 * something that only it does, and that has to be answered, so that the answer is a fence too.
 */
import { toHex } from '../../contract/hex.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { TcpEnd } from './end.ts';
import type { SegmentSeen } from './segment.ts';
import { seqBefore } from './sequence.ts';
import { acknowledged, finOf, type Reached, StateReach } from './state-reach.ts';
import { PORTS, type TcpTalk } from './talk.ts';
import type { TcpUser } from './user.ts';

const DATA = 5;

export class StateProof {
  readonly #talk: TcpTalk;
  readonly #user: TcpUser;

  constructor(talk: TcpTalk, user: TcpUser) {
    this.#talk = talk;
    this.#user = user;
  }

  /**
   * @param untaken data that the tester has sent and not heard of: it comes again before any other. @throws Unmet
   */
  async prove(state: string, reached: Reached, untaken = ''): Promise<void> {
    const { end } = reached;
    switch (state) {
      case 'CLOSED':
        return isGone(end);
      case 'LISTEN':
        return this.#listens(end);
      case 'SYN-SENT':
        return this.#wasAsking(reached);
      case 'SYN-RECEIVED':
        await end.sendRow({ flags: 'ACK' });
        return this.#carriesData(reached, untaken);
      case 'ESTABLISHED':
        return this.#carriesData(reached);
      case 'FIN-WAIT-1':
      case 'FIN-WAIT-2':
        await end.sendRow({ flags: 'FIN,ACK' });
        await acknowledged(end);
        return this.#isInTimeWait(end);
      case 'CLOSE-WAIT':
        return this.#userStillSends(reached);
      case 'CLOSING':
        await end.sendRow({ flags: 'ACK' });
        return this.#isInTimeWait(end);
      case 'LAST-ACK':
        await finOf(end);
        return goesByAcknowledgement(end);
      case 'TIME-WAIT':
        return this.#isInTimeWait(end);
      case 'TIME-WAIT or CLOSED':
        return isInTimeWaitOrGone(end);
      default:
        throw new TypeError(`no state: ${state}`);
    }
  }

  async #listens(end: TcpEnd): Promise<void> {
    await isGone(end);
    const other = await this.#talk.beginAt(end.ends.destinationPort);
    await other.sendRow({ flags: 'SYN' });
    await other.expect(({ fields }) => fields.syn === true && fields.ack === true, 'SYN,ACK to another SYN');
  }

  async #wasAsking({ end, opening }: Reached): Promise<void> {
    await end.sendRow({ flags: 'SYN,ACK' });
    await acknowledged(end);
    const opened = opening === undefined ? undefined : await this.#user.result(opening);
    if (!opened?.ok) throw new Unmet({ expected: ['the user has its connection'], actual: 'none', missing: true });
  }

  /** A service gives back what it is sent; a user sends. */
  async #carriesData(reached: Reached, untaken = ''): Promise<void> {
    const { end, socket } = reached;
    if (socket !== undefined) return this.#userStillSends(reached);
    // A service that closes by itself is open until then.
    if (end.ends.destinationPort === PORTS.daytime) return finOf(end);
    const data = `${untaken}${toHex(this.#talk.random.octets(DATA))}`;
    await end.sendRow({ flags: 'PSH,ACK', data });
    await arrives(end, data);
  }

  /**
   * A FIN that comes again is acknowledged (RFC 9293 section 3.10.7.4, fifth): if a limit on the rate hides that, then the
   * next one. How long the state lasts the implementer chooses: who leaves it must be shown not to do so by itself.
   *
   * @throws Unmet, Inconclusive
   */
  async #isInTimeWait(end: TcpEnd): Promise<void> {
    const waited = (await end.wire.link()).now().latest - end.came.at(-1)!.datagram.at.earliest;
    const isThere = await answersFin(end);
    if (isThere) return;
    if (isThere === false && !(await this.#lasts(waited))) {
      throw new Inconclusive('unsure', 'TIME-WAIT is no longer than the tester has waited');
    }
    await end.sendRow({ flags: 'FIN,ACK', seq: 'next-1' });
    await acknowledged(end);
  }

  /** Whether another connection stays in TIME-WAIT for so many microseconds. */
  async #lasts(microseconds: number): Promise<boolean> {
    const end = await new StateReach(this.#talk, this.#user).timeWait();
    await end.wire.find(() => false, microseconds);
    return (await answersFin(end)) === true;
  }

  async #userStillSends({ end, socket }: Reached): Promise<void> {
    const data = toHex(this.#talk.random.octets(DATA));
    await this.#user.start('send', { socket, data });
    await arrives(end, data);
  }
}

/** Takes data as it comes, and acknowledges it, until it ends with `wanted`. @throws Unmet */
export async function arrives(end: TcpEnd, wanted: string): Promise<void> {
  const MOST_SEGMENTS = 16;
  let got = '';
  for (let seen = 0; seen < MOST_SEGMENTS; seen += 1) {
    const { fields } = await end.expect((segment) => isNewData(end, segment), `data: ${wanted}`);
    got += fields.data ?? '';
    // A FIN behind it is left to whoever asks for that.
    await end.sendRow({ flags: 'ACK', ...(end.finCame && { ack: 'next-1' }) });
    if (got.endsWith(wanted)) return;
  }
  throw new Unmet({ expected: [`data: ${wanted}`], actual: `data: ${got}` });
}

function isNewData({ expected }: TcpEnd, { fields, dataLength }: SegmentSeen): boolean {
  const end = ((fields.sequenceNumber ?? 0) + dataLength) >>> 0;
  return dataLength > 0 && !fields.rst && seqBefore(expected, end);
}

/** Nobody there knows the connection: what acknowledges something is answered by a reset (RFC 9293 section 3.10.7.1). */
export async function isGone(end: TcpEnd): Promise<void> {
  await end.sendRow({ flags: 'ACK' });
  await end.expect(({ fields }) => fields.rst === true, 'a reset: the connection is gone');
}

/** Its FIN is acknowledged, and no reset says that it was gone before; what comes then is answered by one. */
async function goesByAcknowledgement(end: TcpEnd): Promise<void> {
  const OTHER = 7;
  const probe = { flags: 'ACK', ack: `next+${OTHER}` };
  const isReset = ({ fields }: SegmentSeen): boolean => fields.rst === true;
  await end.sendRow({ flags: 'ACK' });
  await end.sendRow(probe);
  let reset = await end.find(isReset);
  // A stack with several threads may still have been about to forget.
  if (reset === undefined) {
    await end.sendRow(probe);
    reset = await end.expect(isReset, 'a reset: the connection is gone');
  }
  const { fields } = reset;
  if (fields.sequenceNumber === (end.expected + OTHER) >>> 0) return;
  throw new Unmet({ expected: ['the acknowledgement of its FIN is for it'], actual: 'a reset: it is gone already' });
}

/** In TIME-WAIT, the FIN sent again: whether it is acknowledged, and not answered by a reset; undefined: by nothing. */
async function answersFin(end: TcpEnd): Promise<boolean | undefined> {
  await end.sendRow({ flags: 'FIN,ACK', seq: 'next-1' });
  const answer = await end.find(({ fields }) => fields.rst === true || fields.acknowledgmentNumber === end.next);
  return answer && !answer.fields.rst;
}

async function isInTimeWaitOrGone(end: TcpEnd): Promise<void> {
  await end.sendRow({ flags: 'FIN,ACK', seq: 'next-1' });
  await end.expect(
    ({ fields }) => fields.rst === true || (fields.ack === true && fields.acknowledgmentNumber === end.next),
    'an acknowledgement of the FIN, or a reset',
  );
}
