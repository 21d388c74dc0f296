/**
 * Finds out what an origin server offers, by a few requests that change nothing: GET and OPTIONS for its resource. What it
 * does not offer is unsupported and never a failure. Says in one line what would make every verdict worthless: nobody
 * there who speaks HTTP, errors answered as 200, everything redirected.
 */
import { AssayError } from '../../contract/assay-error.ts';
import { type ServerName, serverName } from './http-server-name.ts';
import { type TcpPlace, tcpExchange } from './tcp-exchange.ts';

export interface Discovered {
  readonly name: ServerName | undefined;
  readonly capabilities: readonly string[];
  /** What a user should know before anything is judged, a line each. */
  readonly warnings: readonly string[];
}

export interface Site {
  readonly place: TcpPlace;
  /** As the field Host has it. */
  readonly host: string;
  readonly path: string;
  /** A path at which there is nothing, probably. */
  readonly absent: string;
}

/** Microseconds of silence after which a probe is given up. */
const LIMIT = 2_000_000;
/** Connections that must all end without an octet before it counts as the server's way. */
const TRIES = 3;

interface Answer {
  readonly octets: Uint8Array;
  readonly text: string;
  /** Status of each response, as far as a glance tells. */
  readonly statuses: readonly number[];
  readonly end: string;
}

/**
 * @param spec what --target said
 * @throws AssayError ERR_TARGET_UNREACHABLE for who speaks TLS, or ends every connection without a word
 * @throws NoConnection
 */
export async function discover(spec: string, site: Site): Promise<Discovered> {
  const first = await firstAnswer(spec, site);
  const name = serverName(first.text);
  if (first.statuses.length === 0) return { name, capabilities: [], warnings: [] };
  const warnings = await misconfiguration(spec, site, first);
  const capabilities = first.statuses[0] === 200 ? await offers(site, first.text) : [];
  return { name, capabilities, warnings };
}

async function firstAnswer(spec: string, site: Site): Promise<Answer> {
  const refuse = (text: string): AssayError => new AssayError('ERR_TARGET_UNREACHABLE', `--target ${spec}: ${text}`);
  for (let turn = 1; ; turn += 1) {
    const answer = await ask(site, [get(site)]);
    // RFC 8446 section 5.1: a record of the type alert, or one of any type.
    if ([0x15, 0x16].includes(answer.octets[0] ?? 0) && answer.octets[1] === 0x03) {
      throw refuse('it speaks TLS there; name a port for plain HTTP');
    }
    if (answer.statuses[0] === 400 && /https|tls|ssl/i.test(answer.text) && /plain|http request/i.test(answer.text)) {
      throw refuse('it wants TLS there, and answers plain HTTP with 400; name a port for plain HTTP');
    }
    if (answer.octets.length > 0 || answer.end === 'silent') return answer;
    if (turn < TRIES) continue;
    const how = answer.end === 'reset' ? 'resets' : 'closes';
    throw refuse(
      `it accepts connections, but ${how} every one without an answer; is it an HTTP server, and is it well?`,
    );
  }
}

async function misconfiguration(spec: string, site: Site, first: Answer): Promise<readonly string[]> {
  const [status = 0] = first.statuses;
  if (status !== 200) {
    const hint = 'name something that it serves, as http://HOST:PORT/PATH';
    return [`${spec}: GET ${site.path} is answered with ${status}, so little can be judged; ${hint}`];
  }
  const [there = 0] = (await ask(site, [get({ ...site, path: site.absent })])).statuses;
  if (there === 200) {
    const text = `${spec}: a path that is surely not there (${site.absent}) is answered with 200 as well`;
    return [`${text}; a server that calls errors success cannot be judged by its statuses`];
  }
  if (there >= 300 && there < 400) return [`${spec}: a path that is surely not there is redirected (${there})`];
  return [];
}

const COUNTED = 'Content-Length: 5\r\n\r\nhello';
const CHUNKED = 'Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n';

async function offers(site: Site, response: string): Promise<readonly string[]> {
  const isGood = (status: number | undefined): boolean => status !== undefined && status >= 200 && status < 300;
  const twice = async (more: string): Promise<boolean> =>
    (await ask(site, [head(site, 'GET') + more, get(site)])).statuses.filter(isGood).length === 2;
  const once = async (status: number, field: string): Promise<boolean> =>
    (await ask(site, [get(site, [field])])).statuses[0] === status;
  const changed = fieldOf(response, 'last-modified');
  const tag = fieldOf(response, 'etag');
  const found: readonly (readonly [capability: string, isThere: boolean])[] = [
    ['http.version-1.1', /^HTTP\/1\.[1-9]/.test(response)],
    ['http.etag', tag !== undefined],
    ['http.if-none-match', tag !== undefined && (await once(304, `If-None-Match: ${tag}`))],
    ['http.last-modified', changed !== undefined],
    ['http.if-modified-since', changed !== undefined && (await once(304, `If-Modified-Since: ${changed}`))],
    ['http.ranges', await once(206, 'Range: bytes=0-0')],
    ['http.options', isGood((await ask(site, [get(site, [], 'OPTIONS')])).statuses[0])],
    ['http.persistence', await twice('\r\n')],
    ['http.content', await twice(COUNTED)],
    ['http.chunked', await twice(CHUNKED)],
  ];
  return found.filter(([, isThere]) => isThere).map(([capability]) => capability);
}

function head({ path, host }: Site, method: string): string {
  return `${method} ${path} HTTP/1.1\r\nHost: ${host}\r\n`;
}

function get(site: Site, fields: readonly string[] = [], method = 'GET'): string {
  return `${[head(site, method).trimEnd(), ...fields, 'Connection: close'].join('\r\n')}\r\n\r\n`;
}

/** As many responses as requests are enough: who keeps the connection open all the same is not waited for. */
async function ask({ place }: Site, requests: readonly string[]): Promise<Answer> {
  const enough = (soFar: Uint8Array): boolean => statusesIn(latin(soFar)).length >= requests.length;
  const { octets, end } = await tcpExchange(place, Buffer.from(requests.join(''), 'latin1'), LIMIT, { enough });
  const text = latin(octets);
  return { octets, text, statuses: statusesIn(text), end };
}

function latin(octets: Uint8Array): string {
  return Buffer.from(octets).toString('latin1');
}

/** Only with its whole header section a response counts. */
function statusesIn(text: string): readonly number[] {
  return [...text.matchAll(/HTTP\/1\.[0-9] ([2-5][0-9]{2})[ \r][\s\S]*?\r\n\r\n/g)].map(([, status]) => Number(status));
}

function fieldOf(response: string, name: string): string | undefined {
  const section = response.split('\r\n\r\n')[0]!;
  const line = section.split('\r\n').find((each) => each.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim();
}
