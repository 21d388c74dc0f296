/**
 * The reference implementation behind adapter contract 1: what `--target reference` judges, what mutants are made of, and
 * what `assay serve --stdio` speaks. Pure: time is the `now` of each step, and for Date what the caller says.
 */
import { toHex } from '../contract/hex.ts';
import { CONTRACT_VERSION, METHOD_NOT_FOUND, type Method, type Port, PortError } from '../contract/port.ts';
import { defaultParameters, respond } from '../reference/http/index.ts';
import { decode, encode } from './codecs.ts';
import { Hosts } from './hosts.ts';
import { Nodes } from './nodes.ts';
import { invalid, type Members, objectOf, octetsOf } from './params.ts';
import { Streams } from './streams.ts';
import { TURN_CLIENT_CAPABILITIES } from './turn/turn-client-node.ts';
import { TURN_CAPABILITIES } from './turn/turn-node.ts';

const CAPABILITIES = [
  'ipv4.decode',
  'ipv4.encode',
  'ipv4.host',
  'ipv4.router',
  'ipv4.multihomed',
  'ipv4.path-mtu',
  'ipv4.source-route',
  'udp.echo',
  'udp.echo.broadcast',
  'tcp.echo',
  'tcp.discard',
  'tcp.daytime',
  'tcp.characters',
  'tcp.calls',
  'tcp.full-close',
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
  'http.version-1.1',
  'http.persistence',
  'http.content',
  'http.chunked',
  'http.post',
  'http.options',
  'http.etag',
  'http.last-modified',
  'http.if-modified-since',
  'http.if-none-match',
  'http.ranges',
  'http.spare',
  'http.generated',
  'http.undated',
  'http.no-trusted-gateway',
  'http.client',
  'http.client.method',
  'http.client.content',
  'http.client.field',
  'http.client.sequence',
  'http.client.output',
  'http.client.status',
  'http.client.redirect',
  'http.client.reuse',
  'http.client.asterisk',
  'http.client.chunked',
  'http.client.close',
  'http.client.expect',
  'http.client.te',
  'http.client.proxy',
  'http.client.single',
  'http.client.tunnel',
  'http.intermediary',
  'http.gateway',
  'http.proxy',
  'http.decode',
  'relay.directory',
  'relay.node',
  'relay.supernode',
  'relay.decode',
  'relay.encode',
  ...TURN_CAPABILITIES,
  ...TURN_CLIENT_CAPABILITIES,
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
  const open = { hosts: new Hosts(), streams: new Streams(now()), nodes: new Nodes(), now };
  return {
    request: async (method, params) => answer(method, objectOf(params, 'params'), open),
    close: async () => {},
  };
}

interface Reference {
  readonly hosts: Hosts;
  readonly streams: Streams;
  readonly nodes: Nodes;
  readonly now: () => number;
}

function answer(method: Method, params: Members, { hosts, streams, nodes, now }: Reference): object {
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
      const { octets, closed } = respond(octetsOf(params.octets, 'octets'), {
        now: now(),
        ended: params.ended === true,
      });
      return { octets: toHex(octets), closed };
    }
    case 'stream/open':
      return streams.open(params);
    case 'stream/step':
      return streams.step(params);
    case 'stream/close':
      return streams.close(params);
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
