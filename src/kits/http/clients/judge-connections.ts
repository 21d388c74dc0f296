/** Verdicts on how a client uses its connections: what it sends on which, and when it closes them. */
import { Inconclusive, Unmet } from '../../../harness/outcome.ts';
import { requestLine, unmetIn } from '../judge-request.ts';
import { quote, textOf } from '../octet-text.ts';
import type { Moment } from '../origin-side.ts';
import { type ClientPeer, requestOf, type Visit } from './peer.ts';

function when(visit: Visit, is: (moment: Moment) => boolean): number {
  const index = visit.moments.findIndex(is);
  return index < 0 ? Number.POSITIVE_INFINITY : index;
}

/**
 * RFC9112-9.3-06: nothing is asked on the connection of the first answer before that is whole, unless the client pipelines,
 * which shows in that it takes `contents`, those of all answers, all the same.
 */
export function judgeReadsWhole({ scene, latest: visit }: ClientPeer, contents: string): void {
  const next = requestOf(visit, 1);
  if (!next.isPipelined) return;
  const { done } = visit;
  if (done?.ok && textOf(done.output) === contents) {
    scene.took({ outcome: 'pipelined', clause: 'RFC 9112 section 9.3.2', level: 'MAY' });
    return;
  }
  const expected = ['no request before the answer is whole', `both contents, ${quote(contents)}`];
  const actual = `a request in its midst, and ${quote(textOf(done?.output ?? new Uint8Array()))}`;
  throw unmetIn(next, requestLine(next), expected, actual);
}

/**
 * RFC9112-9.6-06, RFC9112-9.6-07: after the first answer no further request comes on its connection.
 *
 * @throws Inconclusive where it has come before that answer
 */
export function judgeNoMoreOn(visit: Visit): void {
  const first = requestOf(visit);
  const again = visit.asked.find((asked) => asked !== first && asked.connection === first.connection);
  if (again === undefined) return;
  if (again.isPipelined) throw new Inconclusive('precondition', 'the client does not wait for the first answer');
  throw unmetIn(again, requestLine(again), ['no further request on this connection'], 'one more request on it');
}

/** What comes before any request is only that for a client that asks in turn. @throws Inconclusive for any other */
export function requireTurns(visit: Visit): void {
  const first = requestOf(visit);
  const second = when(visit, (moment) => moment.kind === 'asked' && moment.asked !== first);
  const answered = when(visit, (moment) => moment.kind === 'answered' && moment.asked === first);
  if (second >= answered && !visit.asked[1]?.isPipelined) return;
  throw new Inconclusive('precondition', 'the client does not wait for the first answer');
}

/** The client's end of the first connection comes, while the origin's stays open. */
export function judgeCloses(visit: Visit): void {
  const first = requestOf(visit);
  const ended = when(visit, ({ kind, connection }) => {
    return (kind === 'ended' || kind === 'reset') && connection === first.connection;
  });
  if (Number.isFinite(ended)) return;
  throw new Unmet({ expected: ['the connection closed'], actual: 'a connection that stays open', missing: true });
}

/** Several requests on one connection. @throws Inconclusive when the client did not do it. */
export function requireReuse(visit: Visit): void {
  const [one, other] = [requestOf(visit, 0), requestOf(visit, 1)];
  if (one.connection !== other.connection) {
    throw new Inconclusive('precondition', 'the client made a connection of its own for the second request');
  }
}

/** RFC9112-6.3-02: the client speaks in the tunnel, and waits for no content. */
export function judgeTunnel(visit: Visit): void {
  if (requestOf(visit).request.method !== 'CONNECT') {
    throw new Inconclusive('precondition', 'the client asked for no tunnel');
  }
  if (visit.moments.some(({ kind }) => kind === 'tunnelled')) return;
  const actual = visit.done === undefined ? 'a client that waits' : `the client ${visit.done.fate}`;
  throw new Unmet({ expected: ['octets in the tunnel'], actual, missing: visit.done === undefined });
}
