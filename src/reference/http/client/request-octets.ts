/** A user's request as octets, and what its failure is called. */
import { chunked } from '../chunked.ts';
import type { Field } from '../message.ts';
import type { Result } from './agent-events.ts';
import type { Exchange } from './exchange.ts';
import { type OutgoingFraming, writeRequestHead } from './outgoing.ts';
import type { Asked } from './redirect.ts';
import { type Uri, writeUri } from './uri.ts';

/** Pieces of content that is sent in chunks. */
const CHUNK = 8_192;

export function headOf(asked: Asked): Uint8Array {
  const { method, uri, proxy } = asked;
  return writeRequestHead({
    method,
    target: proxy === undefined || proxy.tunnels ? originForm(method, uri) : absoluteForm(method, uri),
    // RFC9112-3.2-04
    host: uri.authority,
    fields: fieldsOf(asked),
    framing: framingOf(asked),
  });
}

/** RFC9112-3.2.1-01, RFC9112-3.2.1-02: path and query; of a server as a whole a star (RFC9112-3.2.4-01). */
function originForm(method: string, uri: Uri): string {
  return isWholeServer(method, uri) ? '*' : `${uri.path || '/'}${uri.query}`;
}

/** RFC9112-3.2.2-01: what a proxy is asked for. */
function absoluteForm(method: string, uri: Uri): string {
  const path = isWholeServer(method, uri) ? '' : uri.path || '/';
  return writeUri({ ...uri, path, fragment: '' });
}

function isWholeServer(method: string, { path, query }: Uri): boolean {
  return method === 'OPTIONS' && path === '' && query === '';
}

export function octetsOfContent(asked: Asked): Uint8Array {
  const { content } = asked;
  if (framingOf(asked) !== 'chunked') return content;
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < content.length; at += CHUNK) pieces.push(content.subarray(at, at + CHUNK));
  return chunked(pieces, []);
}

/** RFC9110-9.3.8-02: TRACE has no content. */
function framingOf({ method, content, chunked: inChunks }: Asked): OutgoingFraming {
  if (method === 'TRACE') return 'none';
  if (inChunks) return 'chunked';
  return content.length > 0 ? { octets: content.length } : 'none';
}

/** What the user gives goes before what there is by itself; what tells the framing is for nobody to give. */
function fieldsOf(asked: Asked): readonly Field[] {
  const given = asked.fields.filter(({ name }) => !/^(?:host|content-length|transfer-encoding|expect)$/i.test(name));
  const isGiven = (name: string): boolean => given.some((field) => field.name.toLowerCase() === name);
  return [
    ...(isGiven('user-agent') ? [] : [{ name: 'User-Agent', value: 'assay' }]),
    ...given,
    // RFC9112-7.4-02
    ...(isGiven('te') ? [{ name: 'Connection', value: 'TE' }] : []),
    // RFC9110-10.1.1-07
    ...(asked.expects && asked.content.length > 0 ? [{ name: 'Expect', value: '100-continue' }] : []),
  ];
}

export function failureOf(outcome: Exchange['outcome'], isUnanswered: boolean): Extract<Result, { ok: false }>['why'] {
  if (outcome === 'closed') return isUnanswered ? 'no answer' : 'incomplete';
  if (outcome === undefined || outcome === 'complete' || outcome === 'interim') return 'malformed';
  if (outcome.kind === 'content-too-large') return 'too large';
  return outcome.kind === 'incomplete' ? 'incomplete' : 'malformed';
}
