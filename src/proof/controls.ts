/**
 * Controls: programs that know no protocol. They declare every capability and must earn next to nothing; what one earns
 * is a hole in the suite. All are Ports, so the harness meets them like any implementation.
 */
import { toHex } from '../contract/hex.ts';
import { CONTRACT_VERSION, type Method, type Port } from '../contract/port.ts';
import { random } from '../net/random.ts';
import { stunError, stunSuccess } from './stun-answer.ts';

/** The share of scenarios that a program which knows no protocol may pass by luck. */
export const MOST_FOR_A_CONTROL = 0.02;

export interface Control {
  readonly id: string;
  readonly about: string;
  open(capabilities: readonly string[]): Port;
}

interface Datagram {
  readonly datagram: string;
  readonly interface: number;
}

interface StreamInput {
  readonly connection?: number;
  readonly octets?: string;
  readonly errand?: object;
}

/** What a control does where an implementation would think. */
interface Reflexes {
  decode(octets: string): object;
  encode(): string;
  step(inputs: readonly Datagram[]): readonly Datagram[];
  respond(octets: string): string;
  stream(input: StreamInput): readonly object[];
  /** What it says as a node, where that is not what it says as a host. */
  serve?(datagram: string): string;
  /** Whether it keeps a connection open behind what it sends. */
  readonly stays?: boolean;
}

/** An errand that is over before it began. */
const DONE = { done: { ok: true } };
const ascii = (text: string): string => toHex(new TextEncoder().encode(text));
const refuse = { ok: false, fault: 'no' };
const accept = { ok: true, value: {} };
const mute: Reflexes = {
  decode: () => refuse,
  encode: () => '',
  step: () => [],
  respond: () => '',
  stream: () => [],
};
const page = (status: string): string =>
  ascii(
    `HTTP/1.1 ${status}\r\nDate: Thu, 01 Jan 1970 00:00:00 GMT\r\nContent-Type: text/plain\r\nContent-Length: 2\r\n\r\nno`,
  );

export const controls: readonly Control[] = [
  control('mute', 'never answers, refuses to decode', { ...mute, stays: true }),
  control('slam', 'closes every connection at once', mute),
  control('accept-all', 'accepts all octets and knows nothing of them', { ...mute, decode: () => accept }),
  control('reject-all', 'refuses all octets', mute),
  control('echo', 'sends back what it gets', {
    decode: () => accept,
    encode: () => '',
    step: (inputs) => inputs,
    respond: (octets) => octets,
    stream: ({ connection, octets }) => (octets === undefined ? [DONE] : [{ connection, octets }]),
  }),
  control('random', 'sends octets at random', randomly()),
  control('always-400', 'answers 400 to every connection, and to every datagram as if it were of STUN', {
    ...mute,
    serve: stunError,
    respond: () => page('400 Bad Request'),
    stream: always(page('400 Bad Request')),
  }),
  control('always-200', 'answers 200 with the same page to every connection, and success to every datagram', {
    ...mute,
    serve: stunSuccess,
    decode: () => accept,
    respond: () => page('200 OK'),
    stream: always(page('200 OK')),
  }),
];

/** Says of every errand that it is done, and to everybody who says anything the same. */
function always(octets: string): Reflexes['stream'] {
  return ({ connection, octets: heard }) => (heard === undefined ? [DONE] : [{ connection, octets }]);
}

function control(id: string, about: string, reflexes: Reflexes): Control {
  return {
    id,
    about,
    open: (capabilities) => ({
      request: async (method, params) => answer(id, method, params, reflexes, capabilities),
      close: async () => {},
    }),
  };
}

function answer(
  id: string,
  method: Method,
  params: object,
  reflexes: Reflexes,
  capabilities: readonly string[],
): unknown {
  const { octets = '', inputs = [] } = params as { octets?: string; inputs?: readonly (Datagram & StreamInput)[] };
  switch (method) {
    case 'initialize':
      return { contract: CONTRACT_VERSION, name: id, capabilities, clock: 'virtual' };
    case 'codec/decode':
      return reflexes.decode(octets);
    case 'codec/encode':
      return { octets: reflexes.encode() };
    case 'host/step':
      return { outputs: reflexes.step(inputs.filter((input) => 'datagram' in input)), wakeAt: null };
    case 'http/respond':
      return { octets: reflexes.respond(octets), closed: reflexes.stays !== true };
    case 'stream/step':
      return { outputs: inputs.flatMap(reflexes.stream), wakeAt: null };
    case 'node/open':
      return { node: toHex(new Uint8Array(16)), key: toHex(new Uint8Array(32)) };
    case 'node/step':
      return {
        outputs: packets(inputs).flatMap((packet) => served(packet, reflexes).map(returned(packet))),
      };
    case 'host/open':
    case 'host/close':
    case 'node/close':
    case 'stream/open':
    case 'stream/close':
    case 'shutdown':
      return {};
    default:
      return method satisfies never;
  }
}

interface NodePacket extends Datagram {
  readonly from: object;
  readonly to: object;
  readonly transport?: string;
}

function packets(inputs: readonly Datagram[]): readonly NodePacket[] {
  return inputs.filter((input): input is NodePacket => 'datagram' in input);
}

function served(packet: NodePacket, { serve, step }: Reflexes): readonly Datagram[] {
  const asHost = { ...packet, interface: 0 };
  return serve === undefined ? step([asHost]) : [{ ...asHost, datagram: serve(packet.datagram) }];
}

/** Whatever it says goes back the way that the packet came. */
function returned({ from, to, transport }: NodePacket): (said: Datagram) => object {
  return ({ datagram }) => ({ datagram, from: to, to: from, ...(transport ? { transport } : {}) });
}

function randomly(): Reflexes {
  const dice = random(1);
  const some = (): string => toHex(dice.octets(dice.below(120)));
  return {
    decode: () => (dice.below(2) === 0 ? refuse : accept),
    encode: some,
    step: (inputs) => inputs.map((input) => ({ datagram: some(), interface: input.interface })),
    respond: some,
    stream: ({ errand, connection, octets }) => {
      if (errand !== undefined)
        return [{ connect: 1, to: 'tester.test:8080' }, { connection: 1, octets: some() }, DONE];
      return octets === undefined ? [] : [{ connection, octets: some() }];
    },
  };
}
