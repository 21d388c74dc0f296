/** Verdicts on where content ends: Content-Length against the octets that came, HEAD against GET, and the close. */
import { Inconclusive, Unmet, Unsupported } from '../../harness/outcome.ts';
import { readLength } from './body.ts';
import { type Conversation, responseOf, unmetAt, unmetFault, type Witnessed } from './conversation.ts';
import { absent, undeclared } from './judge-fields.ts';
import { type ObservedResponse, valuesOf } from './observation.ts';
import { quote, textOf } from './octet-text.ts';
import type { HttpPeer } from './peer.ts';

/** RFC9110-8.6-10, for a connection that was read to its end. */
export function judgeContentLength(peer: Witnessed): void {
  const conversation = peer.latest;
  const response = responseOf(conversation);
  const { framing, bodyAt } = response;
  const lengths = valuesOf(response, 'Content-Length');
  if (framing === 'none' || framing === 'chunked' || lengths.length === 0) {
    const outcome = lengths.length === 0 ? 'no Content-Length' : `Content-Length does not delimit: ${framing}`;
    peer.scene.took({ outcome, clause: 'RFC 9112 section 6.3' });
    return;
  }
  const length = readLength(lengths);
  if (typeof length !== 'number') throw unmetFault(conversation, length);
  const [field] = lengths;
  const transferred = conversation.octets.length - bodyAt;
  if (transferred <= length && conversation.end !== 'closed') {
    throw new Inconclusive('fence', 'the connection was not closed, so nobody knows where the content ends');
  }
  if (transferred === length) return;
  const place = { field: 'Content-Length', at: field!.at, octets: field!.value.length };
  throw unmetAt(conversation, place, [`${transferred}, the octets of content that came`], field!.value);
}

/** RFC9110-8.6-05 */
export function judgeLengthTold(peer: HttpPeer): void {
  const response = responseOf(peer.latest);
  const told = ['Content-Length', 'Transfer-Encoding'].find((name) => valuesOf(response, name).length > 0);
  if (told !== undefined) {
    peer.scene.took({ outcome: told, clause: 'RFC 9110 section 8.6' });
    return;
  }
  if (peer.parameter('http.content-length') !== undefined) throw absent('Content-Length', response);
  throw undeclared('Content-Length', 'http.content-length');
}

/** RFC9110-9.3.2-01, for a connection that was read to its end. */
export function judgeNoContent(conversation: Conversation): void {
  const response = responseOf(conversation);
  if (conversation.octets.length > response.bodyAt) throw contentAfter(conversation, response);
  if (conversation.end !== 'closed') {
    throw new Inconclusive('fence', 'the connection was not closed, so content may still come');
  }
}

/** The same, where another request was sent right behind: its response begins where content would. */
export function judgeNextResponse(conversation: Conversation): void {
  const { observation, octets, end } = conversation;
  const response = responseOf(conversation);
  const { unreadable } = observation;
  if (unreadable?.kind === 'not-a-response') throw contentAfter(conversation, response);
  if (observation.responses.length > 1) return;
  if (octets.length > response.end) throw new Inconclusive('fence', 'the second response was cut off');
  const closes = valuesOf(response, 'Connection').some(({ value }) => /(^|[ \t,])close([ \t,]|$)/i.test(value));
  if (closes || response.version < 'HTTP/1.1') throw new Unsupported('several requests on one connection');
  throw new Inconclusive('fence', `the second request had no response: ${end}`);
}

function contentAfter(conversation: Conversation, { bodyAt }: ObservedResponse): Unmet {
  const { octets } = conversation;
  const found = quote(textOf(octets, bodyAt, Math.min(octets.length, bodyAt + 80)));
  const place = { field: 'content', at: bodyAt, octets: octets.length - bodyAt };
  return unmetAt(conversation, place, ['nothing after the header section'], found);
}

/** RFC9110-8.6-01: a GET, a HEAD, a GET. */
export function judgeHeadLength(peer: HttpPeer): void {
  const [before, head, after] = peer.conversations.slice(-3);
  if (before === undefined || head === undefined || after === undefined) {
    throw new Inconclusive('precondition', 'GET, HEAD and GET again are needed');
  }
  const [get, answer, again] = [responseOf(before), responseOf(head), responseOf(after)];
  const lengths = [get, again].map(({ content }) => content.length);
  if (lengths[0] !== lengths[1] || ![get, again].every(({ complete }) => complete)) {
    throw new Inconclusive('twin', `the resource does not keep its length: ${lengths.join(', then ')} octets`);
  }
  if (answer.status !== get.status) {
    throw new Inconclusive('precondition', `HEAD has status ${answer.status}, GET ${get.status}`);
  }
  const [field] = valuesOf(answer, 'Content-Length');
  if (field === undefined) {
    peer.scene.took({ outcome: 'no Content-Length', clause: 'RFC 9110 section 8.6', level: 'MAY' });
    return;
  }
  if (/^[0-9]+$/.test(field.value) && Number(field.value) === lengths[0]) return;
  const place = { field: 'Content-Length', at: field.at, octets: field.value.length };
  throw unmetAt(head, place, [`${lengths[0]}, the octets that GET transfers`], quote(field.value));
}

/** RFC9112-9.6-02 */
export function judgeClosed(conversation: Conversation): void {
  responseOf(conversation);
  if (conversation.end === 'closed' || conversation.end === 'reset') return;
  throw new Unmet({ expected: ['the connection closed'], actual: 'it stays open', missing: true });
}
