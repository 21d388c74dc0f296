/** Verdicts on the fields that say when, what and by whom: Date, Last-Modified, Content-Type, Server. */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { type Conversation, responseOf, unmetAt, type Witnessed } from './conversation.ts';
import { readFixdate } from './http-date.ts';
import { type ObservedField, type ObservedResponse, valuesOf } from './observation.ts';
import { quote } from './octet-text.ts';
import type { HttpPeer } from './peer.ts';

const TIMESTAMPS = ['Date', 'Last-Modified'];
/** RFC 9110 section 8.3.1: type, subtype, and whatever parameters follow. */
const MEDIA_TYPE = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+\/[!#$%&'*+\-.^_`|~0-9A-Za-z]+[ \t]*(;|$)/;

/** RFC9110-6.6.1-01 */
export function judgeDate(conversation: Conversation): void {
  const response = responseOf(conversation);
  if (response.status >= 500) {
    throw new Inconclusive('precondition', `status ${response.status}: in a 5xx response Date is optional`);
  }
  if (valuesOf(response, 'Date').length === 0) throw absent('Date', response);
}

/** RFC9110-5.6.7-01 */
export function judgeTimestamps(conversation: Conversation): void {
  const response = responseOf(conversation);
  const found = TIMESTAMPS.flatMap((name) => valuesOf(response, name));
  if (found.length === 0) throw new Inconclusive('precondition', `no ${TIMESTAMPS.join(' and no ')} in the response`);
  for (const field of found) timeOf(conversation, field);
}

/** RFC9110-8.8.2.1-01 */
export function judgeLastModified(peer: HttpPeer): void {
  const response = responseOf(peer.latest);
  if (valuesOf(response, 'Last-Modified').length > 0) return;
  if (peer.parameter('http.last-modified') !== undefined) throw absent('Last-Modified', response);
  throw undeclared('Last-Modified', 'http.last-modified');
}

/** RFC9110-8.8.2.1-02 */
export function judgeNotLater(peer: Witnessed): void {
  const response = responseOf(peer.latest);
  const [changed] = valuesOf(response, 'Last-Modified');
  const [made] = valuesOf(response, 'Date');
  if (changed === undefined) {
    peer.scene.took({ outcome: 'no Last-Modified', clause: 'RFC 9110 section 8.8.2.1' });
    return;
  }
  const [changedAt, madeAt] = [changed, made].map((field) => (field ? readFixdate(field.value) : undefined));
  if (made === undefined || !madeAt?.ok || !changedAt?.ok) {
    throw new Inconclusive('precondition', 'without two readable timestamps nothing can be compared');
  }
  if (changedAt.time <= madeAt.time) return;
  const place = { field: 'Last-Modified', at: changed.at, octets: changed.value.length };
  throw unmetAt(peer.latest, place, [`no later than ${made.value}, the Date`], changed.value);
}

/** RFC9110-8.3-01 */
export function judgeContentType(peer: HttpPeer): void {
  const response = responseOf(peer.latest);
  const { content } = response;
  if (content.length === 0) throw new Inconclusive('precondition', 'the response has no content that has a type');
  const [field] = valuesOf(response, 'Content-Type');
  if (field === undefined) {
    if (peer.parameter('http.media-type') !== undefined) throw absent('Content-Type', response);
    throw undeclared('Content-Type', 'http.media-type');
  }
  if (MEDIA_TYPE.test(field.value)) return;
  const place = { field: 'Content-Type', at: field.at, octets: field.value.length };
  throw unmetAt(peer.latest, place, ['a type and a subtype'], quote(field.value));
}

/** RFC9110-10.2.4-02 */
export function noteServer(peer: HttpPeer): void {
  const [field] = valuesOf(responseOf(peer.latest), 'Server');
  const outcome = field === undefined ? 'no Server field' : `Server: ${field.value}`;
  peer.scene.took({ outcome, clause: 'RFC 9110 section 10.2.4', level: 'MAY' });
}

function timeOf(conversation: Conversation, field: ObservedField): number {
  const read = readFixdate(field.value);
  if (read.ok) return read.time;
  const place = { field: field.name, at: field.at, octets: field.value.length };
  throw unmetAt(conversation, place, [read.expected], quote(field.value));
}

export function absent(name: string, { fields }: ObservedResponse): Unmet {
  const names = fields.map((field) => field.name).join(', ');
  const [expected, actual] = [`the field ${name}`, names === '' ? 'no field at all' : `only ${names}`];
  return new Unmet({ expected: [expected], actual, difference: { field: name, expected, actual } });
}

/** The rule binds only under a condition that nobody declared. */
export function undeclared(name: string, parameter: string): Inconclusive {
  return new Inconclusive('precondition', `no ${name}, and no parameter ${parameter} that says it could be known`);
}
