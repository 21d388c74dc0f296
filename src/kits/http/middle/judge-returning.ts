/** Verdicts on what an intermediary makes of a response on its way to the client. */
import { Inconclusive, Unmet } from '../../../harness/outcome.ts';
import { readFixdate } from '../http-date.ts';
import { type ObservedField, type ObservedResponse, valuesOf } from '../observation.ts';
import { quote, textOf } from '../octet-text.ts';
import { isVia, membersOf } from './judge-forwarding.ts';
import { forwardedOf, instead, type MiddlePeer, type Passage, responseTo, returnedOf } from './peer.ts';

function unmetAt(
  { received }: Passage,
  { field, at, octets }: { readonly field: string; readonly at: number; readonly octets: number },
  expected: readonly string[],
  actual: string,
): Unmet {
  const difference = { field, expected: expected.join(', or '), actual, exchange: received };
  return new Unmet({ expected, actual, difference: { ...difference, bit: at * 8, bits: Math.max(1, octets) * 8 } });
}

const place = (field: ObservedField) => ({ field: field.name, at: field.at, octets: field.value.length });
const statusLine = ({ start }: ObservedResponse) => ({ field: 'statusLine', at: start, octets: 12 });

export function judgeReturned(passage: Passage, name: string, expected: string): void {
  const response = returnedOf(passage);
  const fields = valuesOf(response, name);
  const actual = membersOf(fields.map(({ value }) => value)).join(', ');
  if (fields.length > 0 && actual === expected) return;
  const [field] = fields;
  const where = field === undefined ? statusLine(response) : place(field);
  throw unmetAt(passage, where, [`${name}: ${expected}`], field === undefined ? `no ${name}` : `${name}: ${actual}`);
}

export function judgeReturnedGone(passage: Passage, name: string): void {
  forwardedOf(passage);
  const [field] = valuesOf(responseTo(passage), name);
  if (field !== undefined) throw unmetAt(passage, place(field), [`no ${name}`], `${name}: ${quote(field.value)}`);
}

/** RFC9112-2.3-01: two responses that differ in their version alone come back in the same one. */
export function judgeOwnVersionBack({ passages }: MiddlePeer): void {
  const [one, other] = passages.slice(-2);
  if (one === undefined || other === undefined) throw new Inconclusive('twin', 'there are no two responses to compare');
  const expected = responseTo(one).version;
  const response = responseTo(other);
  if (response.version === expected) return;
  throw unmetAt(other, { field: 'version', at: response.start, octets: 8 }, [expected], response.version);
}

/** RFC9112-5.1-02: no blank before the colon, however the line is dealt with. */
export function judgeNoBlankBeforeColon(passage: Passage): void {
  forwardedOf(passage);
  responseTo(passage);
  const fault = passage.observation.faults.find(({ kind }) => kind === 'name-form');
  if (fault !== undefined) throw unmetAt(passage, fault, ['no blank before the colon'], fault.actual);
}

/** RFC9112-5.2-03: 502, or the folds as spaces. */
export function judgeUnfolded(peer: MiddlePeer, name: string, value: string): void {
  const clause = 'RFC 9112 section 5.2';
  const passage = peer.latest;
  forwardedOf(passage);
  const response = responseTo(passage);
  if (response.status === 502) {
    peer.scene.took({ outcome: '502', clause });
    return;
  }
  const expected = ['status 502', `${name}: ${value}`];
  const fault = passage.observation.faults.find(({ kind }) => kind === 'line-folding');
  if (fault !== undefined) throw unmetAt(passage, fault, expected, 'the line folded still');
  const [field] = valuesOf(response, name);
  const actual = field?.value.replace(/[ \t]+/g, ' ');
  if (field !== undefined && actual === value) {
    peer.scene.took({ outcome: 'unfolded', clause });
    return;
  }
  // Only proxies have to forward what they do not know (RFC 9110 section 5.1).
  if (field === undefined && !peer.isProxy) throw new Inconclusive('precondition', `${name} is not passed on`);
  const where = field === undefined ? statusLine(response) : place(field);
  throw unmetAt(passage, where, expected, actual === undefined ? `no ${name}` : `${name}: ${quote(actual)}`);
}

function judgeStatusBack(passage: Passage, ...statuses: readonly number[]): void {
  const [response] = passage.observation.responses;
  const expected = statuses.map((status) => `status ${status}`);
  if (response === undefined) {
    throw new Unmet({ expected, actual: instead(passage), missing: passage.end === undefined });
  }
  if (statuses.includes(response.status)) return;
  throw unmetAt(passage, statusLine(response), expected, `status ${response.status}`);
}

export function judgeNotStatus(passage: Passage, status: number): void {
  const response = responseTo(passage);
  if (response.status === status) throw unmetAt(passage, statusLine(response), ['another status'], `status ${status}`);
}

/**
 * RFC9110-15.6.3-01: an answer that is none is not passed on as one. A message of its own that is made of what could be
 * used of it, `usable`, is a recovery (RFC 9110 section 2.4).
 */
export function judgeBadGateway(peer: MiddlePeer, usable = ''): void {
  const passage = peer.latest;
  forwardedOf(passage);
  const [response] = passage.observation.responses;
  const clause = 'RFC 9110 section 15.6.3';
  const recovered = usable === '' ? [] : ['a response made of what came'];
  const expected = ['status 502', 'another status of the class 5xx', 'the connection closed', ...recovered];
  if (response !== undefined && response.status >= 500) {
    peer.scene.took({ outcome: String(response.status), clause });
  } else if (
    response?.complete &&
    usable !== '' &&
    withoutBlanks(usable).includes(withoutBlanks(textOf(response.content)))
  ) {
    peer.scene.took({ outcome: 'recovered', clause: 'RFC 9110 section 2.4', level: 'MAY' });
  } else if (response !== undefined) {
    throw unmetAt(passage, statusLine(response), expected, `status ${response.status}`);
  } else if (passage.octets.length > 0) {
    throw unmetAt(passage, { field: 'statusLine', at: 0, octets: 12 }, expected, instead(passage));
  } else if (passage.end === undefined) {
    throw new Unmet({ expected, actual: instead(passage), missing: true });
  } else peer.scene.took({ outcome: passage.end, clause });
}

function withoutBlanks(text: string): string {
  return text.replace(/\s/g, '');
}

/** RFC9110-6.6.1-05 */
export function judgeDateAdded(passage: Passage): void {
  const response = returnedOf(passage);
  const [date] = valuesOf(response, 'date');
  if (date === undefined) throw unmetAt(passage, statusLine(response), ['Date'], 'no Date');
  const read = readFixdate(date.value);
  if (!read.ok) throw unmetAt(passage, place(date), [read.expected], quote(date.value));
}

/** RFC9110-7.6.3-01 */
export function judgeViaBack(passage: Passage): void {
  const response = returnedOf(passage);
  const vias = valuesOf(response, 'via');
  if (membersOf(vias.map(({ value }) => value)).some(isVia)) return;
  const [via] = vias;
  const where = via === undefined ? statusLine(response) : place(via);
  throw unmetAt(passage, where, ['Via with 1.1 and a name'], via === undefined ? 'no Via' : quote(via.value));
}

export function judgeContentBack(passage: Passage, content: string): void {
  const response = returnedOf(passage);
  if (textOf(response.content) === content) return;
  const where = { field: 'content', at: response.bodyAt, octets: response.end - response.bodyAt };
  throw unmetAt(passage, where, [`the content ${quote(content)}`], quote(textOf(response.content)));
}

/** RFC9112-6.3-04 for responses: one framing, and the content by the transfer coding; or a failure. */
export function judgeSafeResponse(peer: MiddlePeer, content: string): void {
  const passage = peer.latest;
  forwardedOf(passage);
  const clause = 'RFC 9112 section 6.3';
  const response = responseTo(passage);
  if (response.status >= 500) {
    peer.scene.took({ outcome: 'refused', clause });
    return;
  }
  const [length] = valuesOf(response, 'content-length');
  const hasCoding = valuesOf(response, 'transfer-encoding').length > 0;
  const isWrong = length !== undefined && (hasCoding || Number(length.value) !== content.length);
  const [coding] = valuesOf(response, 'content-encoding');
  // RFC 9110 section 7.7: content may be transformed on its way.
  if (coding !== undefined) throw new Inconclusive('precondition', `the content came back as ${coding.value}`);
  if (isWrong) throw unmetAt(passage, place(length), ['no Content-Length from before'], quote(length.value));
  judgeContentBack(passage, content);
  peer.scene.took({ outcome: 'forwarded', clause });
}

/** RFC9110-15.2-03 */
export function judgeInterim(passage: Passage, status: number): void {
  const { interim, ...response } = returnedOf(passage);
  if (interim.includes(status)) return;
  const actual = interim.length === 0 ? 'the final response alone' : `status ${interim.join(', ')} before it`;
  throw unmetAt(
    passage,
    { field: 'statusLine', at: 0, octets: 12 },
    [`status ${status} before ${response.status}`],
    actual,
  );
}

/** RFC9112-9.3-07: nothing that is sent after the response is answered any more. */
export async function judgeNotKept(peer: MiddlePeer): Promise<void> {
  const { end, connection } = peer.latest;
  responseTo(peer.latest);
  if (end !== undefined) return;
  const again = await peer.send('GET {/again} HTTP/1.0\nHost: {host}\n\n', connection);
  const expected = ['the connection closed'];
  const [response] = again.observation.responses;
  if (response !== undefined) {
    throw unmetAt(again, statusLine(response), expected, `one more request answered, with status ${response.status}`);
  }
  if (again.end === undefined) throw new Unmet({ expected, actual: instead(again), missing: true });
}

/** RFC9112-6.3-09: nothing of the response is passed on, and the connection to the server is closed. */
export async function judgeDiscarded(peer: MiddlePeer): Promise<void> {
  const { connection } = forwardedOf(peer.latest);
  judgeStatusBack(peer.latest, 502);
  if (await peer.awaitEnd(connection)) return;
  const actual = 'a connection to the server that stays open';
  throw new Unmet({ expected: ['the connection to the server closed'], actual, missing: true });
}

/** RFC9110-7.6.2-02, RFC9110-15.6.5-01: what an option was used for. */
export function noteStatus(peer: MiddlePeer, clause: string): void {
  const [response] = peer.latest.observation.responses;
  const outcome = response === undefined ? instead(peer.latest) : `answered with status ${response.status}`;
  peer.scene.took({ outcome, clause, level: 'MAY' });
}
