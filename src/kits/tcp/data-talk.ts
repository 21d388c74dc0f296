/** Data on a connection: whether it comes back, how much of it is acknowledged, how much is taken at all. */
import { tcpSegment } from '../../generated/tcp/segment.ts';
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import type { TcpEnd } from './end.ts';
import type { SegmentSeen } from './segment.ts';
import type { TcpTalk } from './talk.ts';

const DEFAULT_MSS = 536;
/** After such a while without a window update a closed window stays closed. */
const QUIET = 500_000;
/** More than any window and buffer of a service that nobody reads from. */
const MOST_OCTETS = 8_000_000;

export class DataTalk {
  readonly #talk: TcpTalk;

  constructor(talk: TcpTalk) {
    this.#talk = talk;
  }

  /** All data that was sent, in its order, and nothing else. @throws Unmet */
  async assertComesBack(octets: number): Promise<void> {
    const { end } = this.#talk;
    const sent = end.sent.map(({ payload }) => tcpSegment.observe(payload).value.data ?? '').join('');
    const came = await collect(end, octets);
    if (came === sent) return;
    const words = (hex: string): string => `${hex.length / 2} octets: ${hex}`;
    throw new Unmet({ expected: [words(sent)], actual: words(came), ...(came === '' && { missing: true }) });
  }

  /** Counted from the first octet of the connection on. @throws Unmet */
  async assertAcknowledged(numbers: number): Promise<void> {
    const { end } = this.#talk;
    await this.#expectAck((end.iss + 1 + numbers) >>> 0, `an acknowledgement of ${numbers} numbers`);
  }

  /** Once at least: who is sent much at once may acknowledge it together. @throws Unmet */
  async acknowledged(): Promise<void> {
    const { end } = this.#talk;
    const isAck = ({ fields, dataLength }: SegmentSeen): boolean => fields.ack === true && dataLength === 0;
    await end.expect(isAck, 'an acknowledgement');
    while ((await end.find(isAck, QUIET)) !== undefined);
  }

  /** Data of the implementation. @throws Unmet */
  async somethingBack(): Promise<void> {
    await this.#talk.end.expect(({ dataLength }) => dataLength > 0, 'data');
    await this.#talk.end.sendRow({ flags: 'ACK' });
  }

  /** The FIN of the implementation. @throws Unmet */
  async closed(): Promise<void> {
    await this.#talk.end.expect(({ fields }) => fields.fin === true, 'a FIN');
  }

  /** @throws Unmet */
  async assertAllAcknowledged(): Promise<void> {
    const { end } = this.#talk;
    if (end.came.some(({ fields }) => fields.acknowledgmentNumber === end.next)) return;
    await this.#expectAck(end.next, 'an acknowledgement of all that the windows allowed');
  }

  /** The tester offers nothing from now on, and sends until nothing is offered to it. @throws Inconclusive */
  async closeWindows(): Promise<void> {
    const { end } = this.#talk;
    end.window = 0;
    await end.sendRow({ flags: 'ACK' });
    const first = end.next;
    while ((end.next - first) >>> 0 < MOST_OCTETS) {
      if (((end.edge - end.next) | 0) > 0) await this.#sendPart(end);
      else if ((await end.find(({ fields }) => fields.ack === true, QUIET)) === undefined) return;
    }
    throw new Inconclusive('precondition', `the window is still open after ${MOST_OCTETS} octets`);
  }

  async #sendPart(end: TcpEnd): Promise<void> {
    const mss = end.came.find(({ fields }) => fields.syn)?.fields.options?.find(({ kind }) => kind === 2) as
      | { readonly mss?: number }
      | undefined;
    const room = (end.edge - end.next) >>> 0;
    await end.sendRow({ flags: 'PSH,ACK', data: `${Math.min(room, mss?.mss ?? DEFAULT_MSS, 1460)} octets` });
  }

  async #expectAck(wanted: number, expected: string): Promise<void> {
    const isIt = ({ fields }: SegmentSeen): boolean => fields.ack === true && fields.acknowledgmentNumber === wanted;
    await this.#talk.end.expect(isIt, expected);
  }
}

/** Data in order, as hex, until there are so many octets of it or nothing more comes. */
async function collect(end: TcpEnd, octets: number): Promise<string> {
  let came = '';
  while (came.length / 2 < octets) {
    const next = end.expected;
    const segment = await end.find(({ fields, dataLength }) => dataLength > 0 && fields.sequenceNumber === next);
    if (segment === undefined) break;
    came += segment.fields.data ?? '';
    // Who follows Nagle keeps the rest until this is acknowledged.
    await end.sendRow({ flags: 'ACK' });
  }
  return came;
}
