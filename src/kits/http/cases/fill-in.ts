/**
 * Octets of a case as a feature shows them, into those that are sent: escapes undone, and what stands in braces filled in
 * from what the implementation declared and from the twin's response.
 */
import { Unsupported } from '../../../harness/outcome.ts';
import { type Conversation, responseOf } from '../conversation.ts';
import { type OlderForm, olderForm } from '../http-date.ts';
import { valuesOf } from '../observation.ts';
import { octetsOf, textOf } from '../octet-text.ts';
import type { HttpPeer } from '../peer.ts';

/** Lines are joined without anything between: an end of line is an octet like the others. */
export function fillIn(text: string, peer: HttpPeer, twin?: Conversation): Uint8Array {
  const filled = text
    .split('\n')
    .join('')
    .replace(/\{([^{}]+)\}/g, (_, name: string) => meaningOf(name, peer, twin));
  return octetsOf(unescaped(filled));
}

const NAMED: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', '\\': '\\' };

function unescaped(text: string): string {
  return text.replace(/\\(?:x([0-9a-f]{2})|([rnt\\]))/g, (_, hex?: string, name?: string) =>
    hex === undefined ? NAMED[name!]! : String.fromCharCode(Number.parseInt(hex, 16)),
  );
}

function meaningOf(name: string, peer: HttpPeer, twin: Conversation | undefined): string {
  const [, repeated, times] = /^(.+)\*([0-9]+)$/.exec(name) ?? [];
  if (repeated !== undefined) return repeated.repeat(Number(times));
  const known: Readonly<Record<string, () => string>> = {
    resource: () => peer.resource,
    absent: () => peer.absent.path,
    host: () => peer.host[1],
    spare: () => declared(peer, 'http.spare'),
    generated: () => declared(peer, 'http.generated'),
    undated: () => declared(peer, 'http.undated'),
    'content-method': () => peer.parameter('http.content-method') ?? 'GET',
    'content-path': () => peer.parameter('http.content-path') ?? peer.resource,
  };
  return known[name]?.() ?? ofTwin(name, twin);
}

function declared(peer: HttpPeer, name: string): string {
  const value = peer.parameter(name);
  if (value === undefined) throw new Unsupported(name);
  return value;
}

/** A name whose meaning is taken from the twin's response. */
export const NAMES_TWIN = /\{(?:twin:|rfc850:|asctime:|etag-core|length|beginning)/;

/** @throws RangeError for a name that nobody gave a meaning */
function ofTwin(name: string, twin: Conversation | undefined): string {
  if (twin === undefined) throw new RangeError(`{${name}} has no meaning here`);
  const response = responseOf(twin);
  const [, field] = /^twin:(.+)$/.exec(name) ?? [];
  if (field !== undefined) return valueIn(twin, field);
  const [, form = '', dated = ''] = /^(rfc850|asctime):(.+)$/.exec(name) ?? [];
  if (form !== '') return olderForm(form as OlderForm, valueIn(twin, dated));
  if (name === 'etag-core') return valueIn(twin, 'ETag').replace(/^W\//, '');
  const [, what, number = '0'] = /^(length|beginning)(?:-([0-9]+))?$/.exec(name) ?? [];
  if (what === 'length') return String(response.content.length - Number(number));
  if (what === 'beginning') return textOf(response.content, 0, Math.min(response.content.length, Number(number)));
  throw new RangeError(`{${name}} has no meaning`);
}

function valueIn(twin: Conversation, field: string): string {
  const [found] = valuesOf(responseOf(twin), field);
  if (found === undefined) throw new Unsupported(`the field ${field}`);
  return found.value;
}
