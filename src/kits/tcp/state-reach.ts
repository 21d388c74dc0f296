/**
 * Brings a connection of the implementation into each of the states of RFC 9293 section 3.3.2, by the services that it
 * offers or by its user's calls, and leaves the tester's end knowing all that has been sent.
 */
import { Unmet } from '../../harness/outcome.ts';
import type { TcpEnd } from './end.ts';
import type { SegmentSeen } from './segment.ts';
import type { TcpTalk } from './talk.ts';
import type { TcpUser } from './user.ts';

/** A connection, and who holds it at the implementation: a service, or a user by the number of its socket. */
export interface Reached {
  readonly end: TcpEnd;
  readonly socket?: number;
  /** The result of an active OPEN that is under way. */
  readonly opening?: number;
}

/** Ports for users: of no service, and below those that hosts give out by themselves. */
const FIRST_PORT = 20_000;
const PORTS = 10_000;

export class StateReach {
  readonly #talk: TcpTalk;
  readonly #user: TcpUser;

  constructor(talk: TcpTalk, user: TcpUser) {
    this.#talk = talk;
    this.#user = user;
  }

  /** @throws Unmet, TypeError for what is no state */
  async reach(state: string): Promise<Reached> {
    const reached = await this.#by(state);
    // What is sent again meanwhile is no answer to what comes next.
    await reached.end.drain();
    return reached;
  }

  async #by(state: string): Promise<Reached> {
    switch (state) {
      case 'CLOSED':
        return { end: await this.#talk.begin('closed') };
      case 'LISTEN':
        return { end: await this.#talk.begin('echo') };
      case 'SYN-SENT':
        return this.openActively();
      case 'SYN-RECEIVED':
        return this.#synReceived();
      case 'ESTABLISHED':
        return this.#established();
      case 'FIN-WAIT-1':
        return { end: await this.#finWait1() };
      case 'FIN-WAIT-2':
        return { end: await this.#finWait2() };
      case 'CLOSE-WAIT':
        return this.#closeWait();
      case 'CLOSING':
        return this.#closing();
      case 'LAST-ACK':
        return this.#lastAck();
      case 'TIME-WAIT':
        return { end: await this.timeWait() };
      default:
        throw new TypeError(`no state: ${state}`);
    }
  }

  /** A user asks for a connection to the tester, whose SYN has come. @throws Unmet */
  async openActively(): Promise<Reached> {
    const port = this.#newPort();
    const end = await this.#talk.beginAt(port);
    const { source: address, sourcePort } = end.ends;
    const socket = this.#user.newSocket();
    const opening = await this.#user.start('open', {
      socket,
      protocol: 'tcp',
      local: { port },
      remote: { address, port: sourcePort },
    });
    await end.expect(({ fields }) => fields.syn === true && !fields.ack, 'SYN');
    return { end, socket, opening };
  }

  /** A user has taken a connection that the tester opened. @throws Unmet */
  async acceptedByUser(): Promise<Required<Pick<Reached, 'end' | 'socket'>>> {
    const port = this.#newPort();
    const [listener, socket] = [this.#user.newSocket(), this.#user.newSocket()];
    await this.#user.call('open', { socket: listener, protocol: 'tcp', local: { port } });
    const accepting = await this.#user.start('accept', { socket: listener, as: socket });
    const end = await this.#talk.shakeHands(await this.#talk.beginAt(port));
    const accepted = await this.#user.result(accepting);
    if (!accepted?.ok)
      throw new Unmet({ expected: ['the connection is accepted'], actual: 'no result', missing: true });
    await end.drain();
    return { end, socket };
  }

  /** `options`: of every segment of the tester's. @throws Unmet */
  async timeWait(options?: TcpEnd['options']): Promise<TcpEnd> {
    const end = await this.#finWait2(options);
    await end.sendRow({ flags: 'FIN,ACK' });
    await acknowledged(end);
    return end;
  }

  #newPort(): number {
    return FIRST_PORT + this.#talk.random.below(PORTS);
  }

  /** A host with many to accept may leave the third message of a handshake unheard: data that comes back shows otherwise. */
  async #established(): Promise<Reached> {
    const end = await this.#talk.establish('echo');
    await this.#talk.assertAlive();
    return { end };
  }

  async #synReceived(): Promise<Reached> {
    const end = await this.#talk.begin('echo');
    await end.sendRow({ flags: 'SYN' });
    await end.expect(({ fields }) => fields.syn === true && fields.ack === true, 'SYN,ACK');
    return { end };
  }

  /** The service has closed; all that it sent is acknowledged but its FIN. */
  async #finWait1(options?: TcpEnd['options']): Promise<TcpEnd> {
    const end = await this.#talk.begin('daytime');
    end.options = options;
    await this.#talk.shakeHands(end);
    await finOf(end);
    await end.sendRow({ flags: 'ACK', ack: 'next-1' });
    return end;
  }

  async #finWait2(options?: TcpEnd['options']): Promise<TcpEnd> {
    const end = await this.#finWait1(options);
    await end.sendRow({ flags: 'ACK' });
    return end;
  }

  async #closing(): Promise<Reached> {
    const end = await this.#finWait1();
    await end.sendRow({ flags: 'FIN,ACK', ack: 'next-1' });
    await acknowledged(end);
    return { end };
  }

  /** The service has heard the tester's FIN and sent its own, which is not acknowledged. */
  async #lastAck(): Promise<Reached> {
    const end = await this.#talk.establish('echo');
    await end.sendRow({ flags: 'FIN,ACK' });
    await finOf(end);
    return { end };
  }

  async #closeWait(): Promise<Reached> {
    const reached = await this.acceptedByUser();
    await reached.end.sendRow({ flags: 'FIN,ACK' });
    await acknowledged(reached.end);
    return reached;
  }
}

/** Waits for an acknowledgement of all that the tester has sent. @throws Unmet */
export async function acknowledged(end: TcpEnd): Promise<SegmentSeen> {
  return end.expect(
    ({ fields }) => fields.ack === true && !fields.rst && !fields.syn && fields.acknowledgmentNumber === end.next,
    'an acknowledgement of all that was sent',
  );
}

/** Takes what comes until the implementation's FIN has come in order. @throws Unmet */
export async function finOf(end: TcpEnd): Promise<void> {
  const MOST_SEGMENTS = 16;
  for (let seen = 0; seen < MOST_SEGMENTS && !end.finCame; seen += 1) {
    await end.expect(({ fields }) => !fields.rst, 'a FIN');
  }
  if (!end.finCame) throw new Unmet({ expected: ['a FIN'], actual: `${MOST_SEGMENTS} segments without one` });
}
