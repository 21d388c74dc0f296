/**
 * The calls of contract 1 by a user above the kernel's stack: a scenario's own sockets, asked again and again while
 * somebody waits or a call has to.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Endpoint } from '../../../linux/stream-sockets.ts';
import { SystemCallError } from '../../../linux/system-call.ts';
import { microseconds } from '../../interval.ts';
import { Unsupported } from '../../outcome.ts';
import type { CallEvent, CallResult, CallSurface } from '../../surface.ts';
import { type Settings, UserSocket } from './user-socket.ts';

/** Milliseconds between two looks. */
const LOOK_EVERY = 2;

interface CallParameters extends Settings {
  readonly socket: number;
  readonly as: number;
  readonly local?: Partial<Endpoint>;
  readonly remote?: Endpoint;
  readonly data: string;
  readonly urgent?: boolean;
  readonly max: number;
}

type Attempt = () => CallResult | undefined;

const SETTINGS: ReadonlySet<string> = new Set(['socket', 'nagle', 'keepAlive', 'userTimeout', 'dscp', 'ttl']);

export class UserCalls implements CallSurface {
  readonly #within: <T>(run: () => T) => T;
  readonly #sockets = new Map<number, UserSocket>();
  readonly #results = new Map<number, CallResult>();
  /** Calls that wait, in order for each socket and kind. */
  readonly #waiting = new Map<string, { readonly ref: number; readonly attempt: Attempt }[]>();
  readonly #events: CallEvent[] = [];
  #calls = 0;
  #looking: NodeJS.Timeout | undefined;

  /** `within` runs something in the namespace of the stack. */
  constructor(within: <T>(run: () => T) => T) {
    this.#within = within;
  }

  /** @throws Unsupported */
  async call(name: string, parameters: Readonly<Record<string, unknown>>): Promise<number> {
    const ref = this.#calls++;
    const attempt = this.#attemptOf(name, parameters as unknown as CallParameters);
    const lane = `${name} ${parameters.socket}`;
    this.#waiting.set(lane, [...(this.#waiting.get(lane) ?? []), { ref, attempt }]);
    this.#look();
    return ref;
  }

  async result(ref: number, within: number): Promise<CallResult | undefined> {
    const limit = microseconds() + within;
    for (;;) {
      this.#look();
      const result = this.#results.get(ref);
      if (result !== undefined || microseconds() >= limit) return result;
      await sleep(LOOK_EVERY);
    }
  }

  events(): readonly CallEvent[] {
    this.#look();
    return this.#events.splice(0);
  }

  /** Whatever is open is reset. */
  close(): void {
    clearInterval(this.#looking);
    this.#waiting.clear();
    for (const socket of this.#sockets.values()) socket.abort();
    this.#sockets.clear();
  }

  #attemptOf(name: string, parameters: CallParameters): Attempt {
    const { socket: number } = parameters;
    if (name === 'open') return this.#open(parameters);
    const socket = this.#sockets.get(number);
    if (socket === undefined) return () => ({ ok: false, error: 'no such connection' });
    switch (name) {
      case 'accept':
        return () => this.#accept(socket, parameters.as);
      case 'send':
        return socket.sender(parameters.data, parameters.urgent === true);
      case 'receive':
        return () => socket.receive(parameters.max);
      case 'set':
        return settings(socket, parameters);
      case 'shutdown':
      case 'close':
      case 'abort':
      case 'status':
        return () => socket[name]();
      default:
        throw new Unsupported(`the call ${name}`);
    }
  }

  #open({ socket: number, local = {}, remote }: CallParameters): Attempt {
    const socket = new UserSocket(this.#within);
    this.#sockets.get(number)?.abort();
    this.#sockets.set(number, socket);
    if (remote === undefined) return () => socket.listen(local);
    const begun = socket.connect(local, remote);
    return () => begun ?? socket.connected();
  }

  #accept(listener: UserSocket, as: number): CallResult | undefined {
    try {
      const socket = listener.accept();
      if (socket === undefined) return undefined;
      this.#sockets.set(as, socket);
      return { ok: true };
    } catch (fault) {
      if (fault instanceof SystemCallError) return { ok: false, error: fault.code };
      throw fault;
    }
  }

  /** Urgent data first: whoever is given it learns before that it is urgent. */
  #look(): void {
    for (const [number, socket] of this.#sockets) {
      if (socket.becameUrgent()) this.#events.push({ event: 'urgent', socket: number });
    }
    for (const [lane, calls] of this.#waiting) {
      for (let first = calls[0]; first !== undefined; first = calls[0]) {
        const result = first.attempt();
        if (result === undefined) break;
        this.#results.set(first.ref, result);
        calls.shift();
      }
      if (calls.length === 0) this.#waiting.delete(lane);
    }
    this.#lookAgain();
  }

  /** A call that waits goes on while the tester looks elsewhere. */
  #lookAgain(): void {
    if (this.#waiting.size > 0) {
      this.#looking ??= setInterval(() => this.#look(), LOOK_EVERY).unref();
    } else {
      clearInterval(this.#looking);
      this.#looking = undefined;
    }
  }
}

function settings(socket: UserSocket, parameters: CallParameters): Attempt {
  const unknown = Object.keys(parameters).find((name) => !SETTINGS.has(name));
  if (unknown !== undefined) throw new Unsupported(`the setting ${unknown}`);
  return () => socket.set(parameters);
}
