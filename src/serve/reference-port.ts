/**
 * The reference implementation behind adapter contract 1: what `--target reference` judges, what mutants are made of, and
 * what `assay serve --stdio` speaks. Pure: time is the `now` of each step, and for Date what the caller says.
 */
import { toHex } from '../contract/hex.ts';
import {
  CONTRACT_VERSION,
  INVALID_PARAMS,
  METHOD_NOT_FOUND,
  type Method,
  type Port,
  PortError,
} from '../contract/port.ts';
import { codecs, isLayerName } from '../generated/codecs.ts';
import { defaultParameters, respond } from '../reference/http/index.ts';
import type { Codec, Context } from '../wire/codec.ts';
import { Hosts } from './hosts.ts';
import { Nodes } from './nodes.ts';
import { addressOf, invalid, type Members, objectOf, octetsOf, textOf } from './params.ts';

const CAPABILITIES = [
  'ipv4.decode',
  'ipv4.encode',
  'ipv4.host',
  'ipv4.router',
  'ipv4.multihomed',
  'ipv4.path-mtu',
  'ipv4.source-route',
  'udp.echo',
  'tcp.echo',
  'tcp.discard',
  'tcp.daytime',
  'tcp.characters',
  'tcp.calls',
  'tcp.keep-alive',
  'tcp.reports',
  'tcp.urgent-mark',
  'tcp.decode',
  'tcp.encode',
  'tcp.sack',
  'tcp.reno',
  'tcp.sack-recovery',
  'tcp.timestamps',
  'tcp.window-scale',
  'tcp.rfc5961',
  'tcp.rfc6298',
  'udp.zero-checksum',
  'http.origin',
  'http.clock',
  'relay.directory',
  'relay.node',
  'relay.supernode',
  'relay.decode',
  'relay.encode',
];
const CALLS = ['open', 'accept', 'send', 'receive', 'shutdown', 'close', 'abort', 'status', 'set'];
/** When virtual time begins: any instant will do that is always the same, so that runs are. */
const BEGINNING = Date.UTC(2026, 0, 1);

export interface ReferenceOptions {
  /** Milliseconds since 1970, for the Date of HTTP responses. */
  readonly now?: () => number;
}

/** Requests are answered at once, in their order. Rejects with PortError for parameters that are not of their form. */
export function referencePort({ now = () => BEGINNING }: ReferenceOptions = {}): Port {
  const open = { hosts: new Hosts(), nodes: new Nodes() };
  return {
    request: async (method, params) => answer(method, objectOf(params, 'params'), open, now),
    close: async () => {},
  };
}

interface Open {
  readonly hosts: Hosts;
  readonly nodes: Nodes;
}

function answer(method: Method, params: Members, { hosts, nodes }: Open, now: () => number): object {
  switch (method) {
    case 'initialize':
      return initialize(params);
    case 'codec/decode':
      return decode(params);
    case 'codec/encode':
      return encode(params);
    case 'host/open':
      return hosts.open(params);
    case 'host/step':
      return hosts.step(params);
    case 'host/close':
      return hosts.close(params);
    case 'http/respond': {
      const { octets, closed } = respond(octetsOf(params.octets, 'octets'), { now: now() });
      return { octets: toHex(octets), closed };
    }
    case 'shutdown':
      return {};
    case 'node/open':
      return nodes.open(params);
    case 'node/step':
      return nodes.step(params);
    case 'node/close':
      return nodes.close(params);
    default:
      throw new PortError(METHOD_NOT_FOUND, `no method ${String(method satisfies never)}`);
  }
}

function initialize({ contract }: Members): object {
  if (contract !== CONTRACT_VERSION) throw invalid('contract', `${CONTRACT_VERSION}, the version that is spoken here`);
  return {
    contract,
    name: 'Assay reference',
    language: 'TypeScript',
    capabilities: CAPABILITIES,
    calls: CALLS,
    clock: 'virtual',
    parameters: defaultParameters,
  };
}

function decode(params: Members): object {
  const decoded = codecOf(params).decode(octetsOf(params.octets, 'octets'), addressesOf(params));
  return decoded.ok ? { ok: true, value: decoded.value } : { ok: false, fault: decoded.fault };
}

/** A value that no octets can hold is the caller's, and is answered as such. */
function encode(params: Members): object {
  const codec = codecOf(params);
  const value = objectOf(params.value, 'value');
  const payloadLength = params.payload === undefined ? 0 : octetsOf(params.payload, 'payload').length;
  const addresses = addressesOf(params);
  try {
    return { octets: toHex(codec.encode(value, { payloadLength, ...addresses })) };
  } catch (thrown) {
    if (!(thrown instanceof TypeError || thrown instanceof RangeError)) throw thrown;
    throw new PortError(INVALID_PARAMS, `value: ${thrown.message}`);
  }
}

/** The addresses of the datagram around the layer, when the judge tells them. */
function addressesOf({ context }: Members): Context {
  if (context === undefined) return {};
  const { source, destination } = objectOf(context, 'context');
  return {
    source: addressOf(source, 'context.source'),
    destination: addressOf(destination, 'context.destination'),
  };
}

/** A layer that is not known is a capability that is not there. */
function codecOf(params: Members): Codec {
  const layer = textOf(params.layer, 'layer');
  if (!isLayerName(layer)) throw new PortError(METHOD_NOT_FOUND, `no codec of the layer ${layer}`);
  return codecs[layer];
}
