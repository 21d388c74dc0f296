/** What of a message's fields an intermediary forwards, and what it adds (RFC 9110 section 7.6). */
import { fixdate } from '../http-date.ts';
import { type Field, membersOf, type RequestHead, type ResponseHead, valuesOf } from '../message.ts';

/** RFC9110-7.6.1-02: for one connection only, whether or not Connection says so. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'transfer-encoding',
  'upgrade',
]);

/** RFC9110-7.6.1-01. In their order (RFC9110-5.3-02). */
export function endToEnd(fields: readonly Field[], connection: readonly Field[] = fields): readonly Field[] {
  const options = membersOf(connection, 'connection');
  return fields.filter(({ name }) => {
    const lower = name.toLowerCase();
    return !HOP_BY_HOP.has(lower) && !options.includes(lower);
  });
}

/** RFC9110-7.6.3-01: in which version the message came, and who has forwarded it. */
function withVia(fields: readonly Field[], minor: number, name: string): readonly Field[] {
  return [...fields, { name: 'Via', value: `1.${minor} ${name}` }];
}

/** RFC9110-7.6-01: the message has been here before. */
export function hasPassed(fields: readonly Field[], name: string): boolean {
  return membersOf(fields, 'via').some((member) => member.split(/[ \t]+/)[1] === name.toLowerCase());
}

/** Without Host and without what tells the framing, which are written anew. */
export function forwardedRequest(head: RequestHead, name: string): readonly Field[] {
  const kept = endToEnd(head.fields)
    .filter((field) => !/^(?:host|content-length)$/i.test(field.name))
    // RFC9110-10.1.1-02: an expectation of HTTP/1.0 is none.
    .filter((field) => head.minor >= 1 || field.name.toLowerCase() !== 'expect')
    .map((field) => (countsDown(head.method, field) ? { ...field, value: String(Number(field.value) - 1) } : field));
  // RFC9112-7.4-02: trailers are forwarded, so that they may be asked for.
  const wantsTrailers = membersOf(head.fields, 'te').includes('trailers');
  const own = wantsTrailers ? [field('TE', 'trailers'), field('Connection', 'TE')] : [];
  return [...withVia(kept, head.minor, name), ...own];
}

/** RFC9110-7.6.2-01 */
function countsDown(method: string, { name, value }: Field): boolean {
  return limitsForwards(method) && name.toLowerCase() === 'max-forwards' && /^[0-9]+$/.test(value);
}

function limitsForwards(method: string): boolean {
  return method === 'TRACE' || method === 'OPTIONS';
}

/** The request may be forwarded no further. */
export function endsHere({ method, fields }: RequestHead): boolean {
  return limitsForwards(method) && valuesOf(fields, 'max-forwards').some((value) => /^0+$/.test(value));
}

/** Without what tells the framing. */
export function forwardedResponse({ minor, fields }: ResponseHead, name: string, now: number): readonly Field[] {
  const kept = endToEnd(fields).filter((each) => each.name.toLowerCase() !== 'content-length');
  // RFC9110-6.6.1-05
  const dated = valuesOf(fields, 'date').length > 0 ? kept : [...kept, field('Date', fixdate(now))];
  return withVia(dated, minor, name);
}

function field(name: string, value: string): Field {
  return { name, value };
}
