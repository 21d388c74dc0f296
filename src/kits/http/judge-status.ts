/** Verdicts on the status line (RFC 9112 section 4) and on what the status says (RFC 9110 section 15). */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { type Conversation, insteadOfResponse, responseOf, unmetAt, unmetFault } from './conversation.ts';
import type { HttpFault } from './observation.ts';
import { textOf } from './octet-text.ts';
import type { HttpPeer } from './peer.ts';

const STATUS_LINE: ReadonlySet<string> = new Set(['statusLine', 'status', 'reason']);

/** A space missing after the code is for judgeSpace alone, a version for judgeVersion. */
export function judgeStatusLine(conversation: Conversation): void {
  const { faults } = conversation.observation;
  const fault = faults.find(({ kind, field }) => STATUS_LINE.has(field) && kind !== 'space-missing');
  if (fault !== undefined) throw unmetFault(conversation, fault);
  responseOf(conversation);
}

/** RFC9112-2.3-04 */
export function judgeVersion(conversation: Conversation): void {
  const fault = conversation.observation.faults.find(({ field }) => field === 'version');
  if (fault !== undefined) throw unmetFault(conversation, fault);
  responseOf(conversation);
}

export function judgeSpace(conversation: Conversation): void {
  const fault: HttpFault | undefined = conversation.observation.faults.find(({ kind }) => kind === 'space-missing');
  if (fault !== undefined) throw unmetFault(conversation, fault);
  responseOf(conversation);
}

export function judgeStatus(conversation: Conversation, status: number): void {
  const [response] = conversation.observation.responses;
  const expected = [`status ${status}`];
  if (response === undefined) {
    throw new Unmet({ expected, actual: insteadOfResponse(conversation), missing: true });
  }
  if (response.status === status) return;
  throw unmetStatus(conversation, expected);
}

function unmetStatus(conversation: Conversation, expected: readonly string[]): Unmet {
  const { start, version, status } = responseOf(conversation);
  const place = { field: 'status', at: start + version.length + 1, octets: 3 };
  return unmetAt(conversation, place, expected, `status ${status}`);
}

const OUTCOMES = [
  { fits: (status: number) => status === 404, outcome: '404', clause: 'RFC 9110 section 15.5.5' },
  { fits: (status: number) => status === 410, outcome: '410', clause: 'RFC 9110 section 15.5.11' },
  { fits: (status: number) => status === 401, outcome: '401', clause: 'RFC 9110 section 15.5.2' },
  { fits: (status: number) => status === 403, outcome: '403', clause: 'RFC 9110 section 15.5.4' },
  { fits: (status: number) => status >= 300 && status < 400, outcome: 'redirection', clause: 'RFC 9110 section 15.4' },
  { fits: (status: number) => status >= 400 && status < 500, outcome: 'refusal', clause: 'RFC 9110 section 15.5' },
];

/** RFC9110-15.5.5-02 */
export function judgeAbsence(peer: HttpPeer): void {
  const { status } = responseOf(peer.latest);
  const taken = OUTCOMES.find(({ fits }) => fits(status));
  if (taken !== undefined) {
    peer.scene.took({ outcome: taken.outcome, clause: taken.clause });
    return;
  }
  if (status >= 500) throw new Inconclusive('precondition', `status ${status}: the server failed, and claims nothing`);
  if (peer.absent.declared)
    throw unmetStatus(peer.latest, ['404', '410', 'another refusal (4xx)', 'a redirection (3xx)']);
  const text = `status ${status} for a path that nobody declared absent (http.absent); there may be something`;
  throw new Inconclusive('precondition', text);
}

/** RFC9112-2.2-04: what became of a request whose lines end in a lone LF. */
export function noteLoneLf(peer: HttpPeer): void {
  const { observation, end } = peer.latest;
  const [response] = observation.responses;
  if (response === undefined && end === 'reset') {
    throw new Inconclusive('fence', 'the connection was reset before an answer could be read');
  }
  const outcome = response === undefined ? insteadOfResponse(peer.latest) : `answered with status ${response.status}`;
  peer.scene.took({ outcome, clause: 'RFC 9112 section 2.2', level: 'MAY' });
}

/** RFC9110-10.1.1-03: who waits for a word before it sends content must get one, whichever. */
export function judgeWord({ scene, latest }: HttpPeer): void {
  const text = textOf(latest.octets);
  const [, status = ''] = /^HTTP\/1\.[0-9] ([0-9]{3})/.exec(text) ?? [];
  if (status !== '') {
    const outcome = status === '100' ? 'told to go on' : `answered with status ${status}`;
    scene.took({ outcome, clause: 'RFC 9110 section 10.1.1' });
    return;
  }
  if (latest.end !== 'silent') throw new Inconclusive('precondition', insteadOfResponse(latest));
  throw new Unmet({ expected: ['100', 'a final status'], actual: insteadOfResponse(latest), missing: true });
}
