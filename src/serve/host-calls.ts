/**
 * The user calls of contract 1 on one of the reference's hosts. A caller names its sockets by number; a call whose result
 * has to wait (an OPEN, ACCEPT, SEND or RECEIVE) is answered in a later step.
 */
import { METHOD_NOT_FOUND, PortError } from '../contract/port.ts';
import type { Work } from '../reference/ipv4/index.ts';
import { listen, open, type Tcp, unlisten } from '../reference/tcp/index.ts';
import { CallSocket } from './call-socket.ts';
import { addressOf, integerOf, type Members, objectOf, octetsOf, textOf } from './params.ts';

/** The first port that is given to who names none (RFC 6335 section 6). */
const FIRST_PRIVATE_PORT = 49_152;
const HIGHEST_PORT = 65_535;

export class HostCalls {
  readonly #tcp: Tcp;
  readonly #sockets = new Map<number, CallSocket>();
  #results: object[] = [];
  #nextPort = FIRST_PRIVATE_PORT;

  constructor(tcp: Tcp) {
    this.#tcp = tcp;
  }

  /** Results and events since they were taken last. */
  take(): readonly object[] {
    const results = this.#results;
    this.#results = [];
    return results;
  }

  /** @throws PortError for a call that is unknown or not of its form */
  work(call: Members, at: string): Work {
    const ref = integerOf(call.ref, `${at}.ref`);
    const name = textOf(call.call, `${at}.call`);
    const socket = integerOf(call.socket, `${at}.socket`);
    const act = this.#actOf(name, call, at, ref, socket);
    return (state, now) => this.#tcp.during(state, now, act);
  }

  #actOf(name: string, call: Members, at: string, ref: number, socket: number): () => void {
    switch (name) {
      case 'open':
        return this.#open(call, at, ref, socket);
      case 'accept':
        return this.#accept(integerOf(call.as, `${at}.as`), ref, socket);
      case 'send': {
        const data = octetsOf(call.data, `${at}.data`);
        return () => this.#at(ref, socket)?.send(ref, data, call.urgent === true);
      }
      case 'receive': {
        const max = integerOf(call.max, `${at}.max`);
        return () => this.#at(ref, socket)?.receive(ref, max);
      }
      case 'shutdown':
      case 'close':
      case 'abort':
        return () => this.#at(ref, socket)?.[name](ref);
      case 'status':
        return () => this.#at(ref, socket)?.status(ref);
      case 'set':
        return () => this.#at(ref, socket)?.set(ref, call);
      default:
        throw new PortError(METHOD_NOT_FOUND, `${at}: no call ${name}`);
    }
  }

  #open(call: Members, at: string, ref: number, number: number): () => void {
    const local = call.local === undefined ? {} : objectOf(call.local, `${at}.local`);
    const address = local.address === undefined ? undefined : addressOf(local.address, `${at}.local.address`);
    const port = local.port === undefined ? 0 : integerOf(local.port, `${at}.local.port`, HIGHEST_PORT);
    if (call.remote === undefined) return () => this.#listen(ref, number, port, address);
    const remote = objectOf(call.remote, `${at}.remote`);
    const remoteAddress = addressOf(remote.address, `${at}.remote.address`);
    const remotePort = integerOf(remote.port, `${at}.remote.port`, HIGHEST_PORT);
    return () => {
      const hop = this.#tcp.host.findRoute(remoteAddress);
      // RFC9293-MUST-46: nobody can be there.
      if (hop === undefined || !this.#tcp.isPeerAddress(remoteAddress))
        return this.#answer(ref, refusal('unreachable'));
      const localAddress = address ?? this.#tcp.host.interfaces[hop.interface]!.address;
      const tuple = { localAddress, localPort: port || this.#freePort(), remoteAddress, remotePort };
      const socket = this.#newSocket(number);
      socket.openRef = ref;
      const connection = open(this.#tcp, tuple, socket);
      if (connection === undefined) this.#answer(ref, refusal('in use'));
      else socket.attach(connection);
    };
  }

  #listen(ref: number, number: number, port: number, address: number | undefined): void {
    const socket = this.#newSocket(number);
    const listener = listen(
      this.#tcp,
      port,
      () => {
        const accepted = new CallSocket(this.#tcp, (each, result) => this.#answer(each, result), this.#event(number));
        accepted.onOpened = (connection) => socket.offer(accepted, connection);
        return accepted;
      },
      address,
    );
    if (listener === undefined) {
      this.#answer(ref, refusal('in use'));
      return;
    }
    socket.stopListening = () => unlisten(this.#tcp, listener);
    this.#answer(ref, { ok: true });
  }

  #accept(as: number, ref: number, number: number): () => void {
    return () =>
      this.#at(ref, number)?.accept((accepted, connection) => {
        this.#sockets.set(as, accepted);
        accepted.attach(connection);
        this.#answer(ref, { ok: true });
      });
  }

  #newSocket(number: number): CallSocket {
    const socket = new CallSocket(this.#tcp, (ref, result) => this.#answer(ref, result), this.#event(number));
    this.#sockets.set(number, socket);
    return socket;
  }

  #event(socket: number): (event: string, what?: string) => void {
    return (event, what) => void this.#results.push({ event, socket, ...(what === undefined ? {} : { what }) });
  }

  #at(ref: number, number: number): CallSocket | undefined {
    const socket = this.#sockets.get(number);
    if (socket === undefined) this.#answer(ref, refusal('no such connection'));
    return socket;
  }

  #answer(ref: number, result: object): void {
    this.#results.push({ ref, result });
  }

  #freePort(): number {
    const port = this.#nextPort;
    this.#nextPort = port === HIGHEST_PORT ? FIRST_PRIVATE_PORT : port + 1;
    return port;
  }
}

function refusal(error: string): object {
  return { ok: false, error };
}
