/**
 * One connection or listener of a user above the kernel. Whatever is asked of it is tried at once and, where it has to
 * wait, again: `undefined` means not yet. Only that there was an error is judged, so its word is the system's.
 */
import { closeSync } from 'node:fs';
import { fromHex, toHex } from '../../../contract/hex.ts';
import * as option from '../../../linux/stream-sockets.ts';
import { type Endpoint, type StreamSockets, streamSockets } from '../../../linux/stream-sockets.ts';
import { SystemCallError } from '../../../linux/system-call.ts';
import type { CallResult } from '../../surface.ts';
import { type State, stateBetween, stateOf } from './connection-table.ts';

/** Octets of one RECEIVE at most. */
const LARGEST_RECEIVE = 0x1_0000;
/** Connections of a listener that nobody has accepted yet. */
const BACKLOG = 128;
/** struct linger: on, and no second. The connection is reset then. */
const RESET = Int32Array.of(1, 0);
const DONE: CallResult = { ok: true };

/** Runs at once in the namespace. */
type Within = <T>(run: () => T) => T;
export type Settings = Readonly<
  Partial<{ nagle: boolean; keepAlive: boolean; userTimeout: number; dscp: number; ttl: number }>
>;

export class UserSocket {
  readonly #calls: StreamSockets = streamSockets();
  readonly #within: Within;
  readonly #file: number;
  #ends: readonly [own: Endpoint, other: Endpoint] | undefined;
  #isOpen = true;
  #wasUrgent = false;
  /** The connection's own error, told for ever: the kernel tells it once. */
  #failure: CallResult | undefined;

  /** A new one, or one for a connection that was accepted. @throws SystemCallError */
  constructor(within: Within, accepted?: { readonly file: number; readonly peer: Endpoint }) {
    this.#within = within;
    this.#file = accepted?.file ?? within(() => this.#calls.open());
    // RFC 6093 section 4: urgent data stays where it stands in the stream.
    this.#calls.set(this.#file, option.URGENT_INLINE, Int32Array.of(1));
    this.#calls.set(this.#file, option.REUSE_ADDRESS, Int32Array.of(1));
    if (accepted !== undefined) this.#ends = [this.#calls.name(this.#file), accepted.peer];
  }

  listen(local: Partial<Endpoint>): CallResult {
    return this.#tried(() => {
      this.#calls.bind(this.#file, { address: '0.0.0.0', port: 0, ...local });
      this.#calls.listen(this.#file, BACKLOG);
    });
  }

  /** Undefined: under way; `connected` tells then. */
  connect(local: Partial<Endpoint>, remote: Endpoint): CallResult | undefined {
    const begun = this.#tried(() => {
      if (local.address !== undefined || local.port) {
        this.#calls.bind(this.#file, { address: '0.0.0.0', port: 0, ...local });
      }
      this.#calls.connect(this.#file, remote);
      this.#ends = [this.#calls.name(this.#file), remote];
    });
    return begun.ok ? undefined : begun;
  }

  connected(): CallResult | undefined {
    if (!this.#isOpen) return refused('closed');
    const state = this.#stateOfSocket();
    if (state === 'SYN-SENT' || state === 'SYN-RECEIVED') return undefined;
    return this.#failed() ?? DONE;
  }

  /** A connection that has come to this listener. @throws SystemCallError */
  accept(): UserSocket | undefined {
    const accepted = this.#calls.accept(this.#file);
    return accepted && new UserSocket(this.#within, accepted);
  }

  /** To be tried again, with nothing changed, until all is taken. */
  sender(data: string, urgent: boolean): () => CallResult | undefined {
    const octets = fromHex(data);
    let taken = 0;
    return () => {
      if (!this.#isOpen) return refused('closed');
      const result = this.#tried(() => {
        if (taken < octets.length) taken += this.#calls.send(this.#file, octets.subarray(taken), urgent);
      });
      if (!result.ok) return this.#forEver(result);
      return taken < octets.length ? undefined : DONE;
    };
  }

  receive(max: number): CallResult | undefined {
    if (!this.#isOpen) return refused('closed');
    const into = new Uint8Array(Math.min(max, LARGEST_RECEIVE));
    let length: number | undefined;
    const result = this.#tried(() => {
      length = this.#calls.receive(this.#file, into);
    });
    if (!result.ok) return this.#forEver(result);
    if (length === 0) return this.#failure ?? { ok: true, end: true };
    return length === undefined ? undefined : { ok: true, data: toHex(into.subarray(0, length)) };
  }

  shutdown(): CallResult {
    return this.#isOpen ? this.#tried(() => this.#calls.shutdown(this.#file)) : refused('closed');
  }

  close(): CallResult {
    if (!this.#isOpen) return refused('closed');
    this.#isOpen = false;
    closeSync(this.#file);
    return DONE;
  }

  abort(): CallResult {
    if (this.#isOpen) this.#calls.set(this.#file, option.LINGER, RESET);
    return this.close();
  }

  status(): CallResult {
    const state = this.#isOpen ? this.#stateOfSocket() : 'CLOSED';
    if (state !== 'CLOSED' || this.#ends === undefined) return { ok: true, state };
    const [own, other] = this.#ends;
    return { ok: true, state: this.#within(() => stateBetween(own, other)) };
  }

  set({ nagle, keepAlive, userTimeout, dscp, ttl }: Settings): CallResult {
    if (!this.#isOpen) return refused('closed');
    const set = (what: Parameters<StreamSockets['set']>[1], value: number | undefined): void => {
      if (value !== undefined) this.#calls.set(this.#file, what, Int32Array.of(value));
    };
    return this.#tried(() => {
      set(option.NO_DELAY, nagle === undefined ? undefined : Number(!nagle));
      set(option.KEEP_ALIVE, keepAlive === undefined ? undefined : Number(keepAlive));
      set(option.USER_TIMEOUT, userTimeout === undefined ? undefined : Math.ceil(userTimeout / 1000));
      set(option.TYPE_OF_SERVICE, dscp === undefined ? undefined : dscp << 2);
      set(option.TIME_TO_LIVE, ttl);
    });
  }

  /** Whether urgent data was announced since this was asked last. */
  becameUrgent(): boolean {
    if (!this.#isOpen || this.#ends === undefined) return false;
    // It is told of where urgent data is out of the stream only.
    this.#calls.set(this.#file, option.URGENT_INLINE, Int32Array.of(0));
    const isUrgent = this.#calls.isUrgent(this.#file);
    this.#calls.set(this.#file, option.URGENT_INLINE, Int32Array.of(1));
    const became = isUrgent && !this.#wasUrgent;
    this.#wasUrgent = isUrgent;
    return became;
  }

  #stateOfSocket(): State {
    const information = new Uint8Array(1);
    this.#calls.get(this.#file, option.INFORMATION, information);
    return stateOf(information[0]!);
  }

  /** The error that the connection ended with, if it did. */
  #failed(): CallResult | undefined {
    const error = new Int32Array(1);
    this.#calls.get(this.#file, option.ERROR, error);
    return error[0] === 0 ? this.#failure : this.#forEver(refused(`errno ${error[0]}`));
  }

  /** That the user itself has closed this way says nothing about the connection. */
  #forEver(result: CallResult): CallResult {
    if (result.error === 'EPIPE') return this.#failure ?? result;
    this.#failure ??= result;
    return result;
  }

  #tried(run: () => void): CallResult {
    try {
      run();
      return DONE;
    } catch (fault) {
      if (fault instanceof SystemCallError) return refused(fault.code);
      throw fault;
    }
  }
}

function refused(error: string): CallResult {
  return { ok: false, error };
}
