/** One end of a connection, or a listener, as calls see it: what was asked and has to wait, and what it is answered. */
import { toHex } from '../contract/hex.ts';
import {
  type Application,
  abort,
  type Connection,
  close,
  type Ending,
  receive,
  send,
  setKeepAlive,
  shutdown,
  type Tcp,
} from '../reference/tcp/index.ts';
import { integerOf, type Members } from './params.ts';

type Answer = (ref: number, result: object) => void;
type Tell = (event: string, what?: string) => void;
type Take = (socket: CallSocket, connection: Connection) => void;

const refused = (error: string): object => ({ ok: false, error });

export class CallSocket implements Application {
  openRef: number | undefined;
  /** Of one that a listener made. */
  onOpened: ((connection: Connection) => void) | undefined;
  stopListening: (() => void) | undefined;
  readonly #tcp: Tcp;
  readonly #answer: Answer;
  readonly #tell: Tell;
  readonly #offered: (readonly [CallSocket, Connection])[] = [];
  readonly #takers: Take[] = [];
  readonly #sends: { readonly ref: number; readonly data: Uint8Array; readonly urgent: boolean; taken: number }[] = [];
  readonly #receives: { readonly ref: number; readonly max: number }[] = [];
  #connection: Connection | undefined;
  #ending: Ending | undefined;

  constructor(tcp: Tcp, answer: Answer, tell: Tell) {
    this.#tcp = tcp;
    this.#answer = answer;
    this.#tell = tell;
  }

  attach(connection: Connection): void {
    this.#connection = connection;
  }

  offer(socket: CallSocket, connection: Connection): void {
    const take = this.#takers.shift();
    if (take === undefined) this.#offered.push([socket, connection]);
    else take(socket, connection);
  }

  accept(take: Take): void {
    const offered = this.#offered.shift();
    if (offered === undefined) this.#takers.push(take);
    else take(...offered);
  }

  send(ref: number, data: Uint8Array, urgent: boolean): void {
    this.#sends.push({ ref, data, urgent, taken: 0 });
    this.#pumpSends();
  }

  receive(ref: number, max: number): void {
    this.#receives.push({ ref, max });
    this.#pumpReceives();
  }

  shutdown(ref: number): void {
    if (this.#connection === undefined) {
      this.#answer(ref, refused('no such connection'));
      return;
    }
    shutdown(this.#tcp, this.#connection);
    this.#answer(ref, { ok: true });
  }

  close(ref: number): void {
    this.stopListening?.();
    if (this.#connection !== undefined) close(this.#tcp, this.#connection);
    this.#answer(ref, { ok: true });
  }

  abort(ref: number): void {
    this.stopListening?.();
    if (this.#connection !== undefined) abort(this.#tcp, this.#connection);
    this.#answer(ref, { ok: true });
  }

  status(ref: number): void {
    const state = this.stopListening === undefined ? (this.#connection?.state ?? 'CLOSED') : 'LISTEN';
    // RFC9293-MUST-33
    const urgent = this.#connection?.rcv.up !== undefined;
    this.#answer(ref, { ok: true, state, urgent, ...(this.#ending === undefined ? {} : { ending: this.#ending }) });
  }

  set(ref: number, { nagle, keepAlive, userTimeout, dscp, ttl }: Members): void {
    const connection = this.#connection;
    if (connection === undefined) {
      this.#answer(ref, refused('no such connection'));
      return;
    }
    if (nagle !== undefined) connection.noDelay = nagle === false;
    if (keepAlive !== undefined) setKeepAlive(this.#tcp, connection, keepAlive === true);
    if (userTimeout !== undefined) connection.userTimeout = integerOf(userTimeout, 'userTimeout');
    if (dscp !== undefined) connection.dscp = integerOf(dscp, 'dscp', 63);
    if (ttl !== undefined) connection.timeToLive = integerOf(ttl, 'ttl', 255);
    this.#answer(ref, { ok: true });
  }

  opened(connection: Connection): void {
    this.onOpened?.(connection);
    if (this.openRef !== undefined) this.#answer(this.openRef, { ok: true });
    this.openRef = undefined;
    this.#pumpSends();
  }

  readable(): void {
    this.#pumpReceives();
  }

  writable(): void {
    this.#pumpSends();
  }

  urgent(): void {
    this.#tell('urgent');
  }

  trouble(_: Connection, what: string): void {
    this.#tell('trouble', what);
  }

  ended(_: Connection, how: Ending): void {
    this.#ending = how;
    if (this.openRef !== undefined) this.#answer(this.openRef, refused(how));
    this.openRef = undefined;
    this.#pumpReceives();
    this.#pumpSends();
  }

  #pumpSends(): void {
    for (let first = this.#sends[0]; first !== undefined; first = this.#sends[0]) {
      const taken =
        this.#connection && send(this.#tcp, this.#connection, first.data.subarray(first.taken), first.urgent);
      if (taken === undefined || taken < 0) this.#answer(first.ref, refused(this.#ending ?? 'closing'));
      else {
        first.taken += taken;
        if (first.taken < first.data.length) return;
        this.#answer(first.ref, { ok: true });
      }
      this.#sends.shift();
    }
  }

  #pumpReceives(): void {
    for (let first = this.#receives[0]; first !== undefined; first = this.#receives[0]) {
      const result = this.#received(first.max);
      if (result === undefined) return;
      this.#answer(first.ref, result);
      this.#receives.shift();
    }
  }

  #received(max: number): object | undefined {
    if (this.#connection === undefined) return refused('no such connection');
    // An error ends a stream otherwise than the peer's close does (RFC9293-MUST-12).
    if (this.#ending !== undefined && this.#ending !== 'closed') return refused(this.#ending);
    const octets = receive(this.#tcp, this.#connection, max);
    if (octets === undefined) return { ok: true, end: true };
    return octets.length === 0 ? undefined : { ok: true, data: toHex(octets) };
  }
}
