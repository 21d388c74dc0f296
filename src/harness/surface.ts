/**
 * The surfaces at which an implementation can be touched, whatever the protocol above: a codec that translates octets,
 * a link that carries datagrams, an exchange that carries one connection's octets both ways. A target offers some of
 * them; a kit builds its protocol on them.
 */
import type { Interval } from './interval.ts';
import type { NodeWorld } from './world/world.ts';

export type DecodeAnswer =
  | { readonly ok: true; readonly value: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly fault?: unknown };

/** Dotted addresses of the datagram around the layer, for a checksum that takes them in. */
interface LayerContext {
  readonly source: string;
  readonly destination: string;
}

export interface CodecSurface {
  /** `layer` as in `ipv4/header`. */
  decode(layer: string, octets: Uint8Array, context?: LayerContext): Promise<DecodeAnswer>;
  /** Fields left out of `value` are derived; `payload` are the octets that follow. */
  encode(layer: string, value: object, payload?: Uint8Array, context?: LayerContext): Promise<Uint8Array>;
}

export interface Arrival {
  readonly datagram: Uint8Array;
  /** Index of the implementation's interface that it left by. */
  readonly interface: number;
  readonly at: Interval;
  /** It is for no scenario's address, so that nobody knows yet whom it concerns. */
  readonly isStray?: boolean;
}

/** Dotted. The tester's ones are a scenario's own: no other uses them, before or after. */
export interface LinkAddresses {
  /** The implementation's on interface 0, and its other one on interface 1. */
  readonly iut: string;
  readonly iutBeyond: string;
  /** The tester's on interface 0; behind interface 1; behind interface 2, whose link is narrow; where no route leads. */
  readonly tester: string;
  readonly beyond: string;
  readonly narrow: string;
  readonly nowhere: string;
  /** For all on the network of interface 0, and that network itself. */
  readonly broadcast: string;
  readonly network: string;
}

/** One scenario's own link to a host. */
export interface LinkSurface {
  readonly addresses: LinkAddresses;
  /** Hands a datagram to an interface; when it was handed over. */
  send(datagram: Uint8Array, into?: number): Promise<Interval>;
  /** The next datagram for this scenario, or undefined once `within` microseconds have passed without one. */
  receive(within: number): Promise<Arrival | undefined>;
  /** The present. */
  now(): Interval;
}

export interface Exchanged {
  /** All octets that came back. */
  readonly octets: Uint8Array;
  /** How it ended: the peer closed or reset, `enough` said so, or nothing more came before the limit. */
  readonly end: 'closed' | 'reset' | 'enough' | 'silent';
  readonly sentAt: Interval;
  readonly endedAt: Interval;
}

export interface ExchangeSurface {
  /**
   * One connection: writes `octets`, reads until the peer closes, `enough` is content with what came so far, or nothing
   * has come for `limit` microseconds. `finish` ends our side behind the octets; else it is left open.
   */
  exchange(
    octets: Uint8Array,
    options?: { enough?: (soFar: Uint8Array) => boolean; limit?: number; finish?: boolean },
  ): Promise<Exchanged>;
}

/** How a call ended: what it gave, or why it failed. */
export type CallResult = Readonly<Record<string, unknown>> & { readonly ok: boolean };

export type CallEvent = Readonly<Record<string, unknown>> & {
  readonly event: string;
  readonly socket?: number;
};

/**
 * A user above the same host as the link's, whose calls the tester makes (contract 1). Sockets are named by the tester,
 * by numbers of its own.
 */
export interface CallSurface {
  /** Puts a call to the implementation; the number by which its result is asked for. */
  call(name: string, parameters: Readonly<Record<string, unknown>>): Promise<number>;
  /** Its result, or undefined once `within` microseconds have passed without one. */
  result(ref: number, within: number): Promise<CallResult | undefined>;
  /** What the user was told unasked since this was asked last. */
  events(): readonly CallEvent[];
}

/** What is to be done, by name: what stands in a command's place of that name, or in the contract's errand. */
export type Errand = Readonly<Record<string, string | readonly string[] | Uint8Array>>;

/** What happens at the tester's end of streams. Connections are known by number. */
export type StreamEvent =
  | {
      /** The implementation opened a connection to the tester. */
      readonly kind: 'opened';
      readonly connection: number;
      readonly at: Interval;
    }
  | { readonly kind: 'octets'; readonly connection: number; readonly octets: Uint8Array; readonly at: Interval }
  | {
      /** The implementation sends nothing more on it; after `reset` it takes nothing more either. */
      readonly kind: 'ended' | 'reset';
      readonly connection: number;
      readonly at: Interval;
    }
  | {
      /** The errand is over, and so are all connections that were made for it. */
      readonly kind: 'done';
      /** Whether the implementation calls it a success. */
      readonly ok: boolean;
      /** What it gave out, for whoever sent it. */
      readonly output: Uint8Array;
      /** How it ended, in words. */
      readonly fate: string;
      readonly at: Interval;
    };

/**
 * The tester among streams of octets (connections of TCP): it waits for those that the implementation opens, may open some
 * to it, and may send it on errands. Everything that happens comes in one order, so that a scenario waits for one thing.
 */
export interface StreamsSurface {
  /** Where the tester waits, as `host:port`. */
  readonly authority: string;
  /** @throws Unsupported when the implementation cannot be told a part of the errand, or takes none. */
  start(errand: Errand): Promise<void>;
  /** A connection to the implementation. @throws Unsupported when it waits for none. */
  connect(): Promise<number>;
  send(connection: number, octets: Uint8Array): Promise<Interval>;
  /** Sends nothing more on it; what comes is still told. */
  finish(connection: number): Promise<Interval>;
  reset(connection: number): Promise<Interval>;
  /** What happens next, or undefined once `within` microseconds have passed without anything. */
  next(within: number): Promise<StreamEvent | undefined>;
}

/** A simulated internet in virtual time, empty at first: nodes of the implementation and of the tester join it. */
export interface NodesSurface {
  readonly world: NodeWorld;
  /** Another world of the same seed, in which nothing has happened yet. */
  again(): NodeWorld;
}

/** Dotted or IPv6 address, and port. */
export interface TransportAddress {
  readonly address: string;
  readonly port: number;
}

/** What came to one of the tester's sockets: a datagram, or some octets of a stream. */
export interface Delivery {
  readonly octets: Uint8Array;
  readonly from: TransportAddress;
  readonly at: Interval;
}

export interface TesterSocket {
  readonly local: TransportAddress;
  /** Of a stream, whether the other side has ended it. */
  readonly ended: boolean;
  /** A stream on which each send is one whole message of the protocol above, as contract 1 has it. */
  readonly carriesFrames?: boolean;
  /** `to` counts for datagrams alone. */
  send(octets: Uint8Array, to: TransportAddress): Promise<Interval>;
  /** The next delivery, or undefined once `within` microseconds have passed without one, or a stream has ended. */
  receive(within: number): Promise<Delivery | undefined>;
  /** As if its program had ended: from now on nobody listens there. */
  close(): void;
}

/** A server, and the tester on as many transport addresses as a scenario needs, all of them its own. */
export interface SocketsSurface {
  /** Where the implementation serves. */
  readonly served: TransportAddress;
  /**
   * Makes the implementation, where it is made for the scenario: the first thing to do then. What it is told is for a kit to
   * know. A server that runs takes no orders.
   */
  configure?(params: Readonly<Record<string, unknown>>): Promise<void>;
  /** For datagrams, on a port that nobody had before; `host` is one of the tester's addresses. @throws Unsupported */
  datagrams(host: number): Promise<TesterSocket>;
  /** A connection to where the implementation serves. @throws Unsupported when none is accepted */
  connection(): Promise<TesterSocket>;
  /** The present. */
  now(): Interval;
}

/** What happens at the tester's places. Of a stream `from` tells the connection, and octets come in any pieces. */
export type ServiceEvent =
  | {
      readonly kind: 'came';
      readonly place: number;
      readonly from: TransportAddress;
      readonly octets: Uint8Array;
      readonly at: Interval;
    }
  | Extract<StreamEvent, { kind: 'done' }>;

/** The tester as servers of datagrams or streams, to whom the implementation is sent on errands. All comes in one order. */
export interface ServicesSurface {
  /** Makes the implementation, where it is made for the scenario. */
  configure?(params: Readonly<Record<string, unknown>>): Promise<void>;
  /** From now on the tester waits there. Places are numbered from 0 as they come to be. */
  serve(transport: 'udp' | 'tcp'): Promise<TransportAddress>;
  /** @throws Unsupported when the implementation cannot be told a part of the errand */
  start(errand: Errand): Promise<void>;
  /** From one of its places, to where something came from. */
  send(place: number, octets: Uint8Array, to: TransportAddress): Promise<Interval>;
  /** What happens next, or undefined once `within` microseconds have passed without anything. */
  next(within: number): Promise<ServiceEvent | undefined>;
  /** The present. */
  now(): Interval;
}

export interface Surfaces {
  readonly nodes: NodesSurface;
  readonly codec: CodecSurface;
  readonly link: LinkSurface;
  readonly calls: CallSurface;
  readonly exchange: ExchangeSurface;
  readonly streams: StreamsSurface;
  readonly sockets: SocketsSurface;
  readonly services: ServicesSurface;
}
