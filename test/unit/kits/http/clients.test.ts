/** Verdicts on clients: asking again, tunnels, and waiting for 100. */
import { describe, expect, test } from 'vitest';
import type { StreamEvent } from '../../../../src/harness/surface.ts';
import { toldRequestOf } from '../../../../src/kits/http/clients/judge-asking.ts';
import { judgeWaitsNoMore } from '../../../../src/kits/http/clients/judge-sending.ts';
import { judgeRefused, judgeTaken, judgeTakenOrRefused } from '../../../../src/kits/http/clients/judge-taking.ts';
import { ClientPeer } from '../../../../src/kits/http/clients/peer.ts';
import { judgeTarget } from '../../../../src/kits/http/judge-request.ts';
import { piecesOfText } from '../../../../src/kits/http/wire-text.ts';
import { outcomeOf } from './stage.ts';
import { done, said, streamStage } from './stream-stage.ts';

const get = (path = '/page', more = ''): string => `GET ${path} HTTP/1.1\r\nHost: tester.test:8080\r\n${more}\r\n`;
const CUT = 'HTTP/1.1 200 OK\nContent-Length: 10\n\nfive!';
const CLAUSE = 'RFC 9112 section 6.3';

async function visited(events: readonly StreamEvent[], clock: 'virtual' | 'real' = 'virtual') {
  const { scene, branches, waited } = streamStage((_, turn) => events[turn], clock);
  const peer = new ClientPeer(scene);
  peer.answerWith({ pieces: piecesOfText(CUT), after: 'close' });
  const visit = await peer.send((authority) => [`http://${authority}/page`]);
  return { peer, visit, branches, waited };
}

describe('a client that asks again after a spoiled answer', () => {
  const again = [said(1, get()), said(3, get('/page', 'Range: bytes=5-\r\n')), done(true, 'five!e of the tester.')];

  test('has not taken it, whatever it makes of the next one', async () => {
    const { peer, branches } = await visited(again);
    expect(await outcomeOf(() => judgeRefused(peer))).toBe('pass');
    expect(await outcomeOf(() => judgeTakenOrRefused(peer, 'five!', CLAUSE))).toBe('pass');
    expect(branches.map(({ outcome }) => outcome)).toEqual(['asked again', 'asked again']);
  });

  test.each([
    ['asks once', [said(1, get()), done(true, 'five!')]],
    ['asks for something else besides', [said(1, get()), said(3, get('/icon')), done(true, 'five!')]],
  ])('is told from one that %s', async (_, events) => {
    const { peer } = await visited(events);
    expect(await outcomeOf(() => judgeRefused(peer))).toMatch(/^unmet: expected a failure; got success/);
    expect(await outcomeOf(() => judgeTakenOrRefused(peer, 'all', CLAUSE))).toMatch(/^unmet: /);
  });

  test('has no excuse where the answer was good', async () => {
    const { visit } = await visited(again);
    expect(await outcomeOf(() => judgeTaken(visit, 'five!'))).toMatch(/^unmet: /);
  });
});

test('the target of a tunnel that nobody asked for is not judged as another', async () => {
  const judge = ({ visit }: Awaited<ReturnType<typeof visited>>) =>
    outcomeOf(() => judgeTarget(toldRequestOf(visit), 'http://origin.test/page'));
  const connect = said(1, 'CONNECT origin.test:80 HTTP/1.1\r\nHost: origin.test:80\r\n\r\n');
  expect(await judge(await visited([connect, done(false)]))).toBe('inconclusive: precondition');
  expect(await judge(await visited([said(1, get()), done(true)]))).toMatch(/^unmet: /);
});

describe('a client that waits for 100', () => {
  const HEAD = 'POST /form HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n';

  async function waiting(clock: 'virtual' | 'real', events: readonly StreamEvent[]) {
    const { scene, waited } = streamStage((_, turn) => events[turn], clock);
    const peer = new ClientPeer(scene);
    peer.withholdContinue();
    await peer.send((authority) => [`http://${authority}/form`]);
    return { outcome: await outcomeOf(() => judgeWaitsNoMore(peer)), longest: Math.max(...waited) };
  }

  test('is charged where time costs nothing, after a long one', async () => {
    const { outcome, longest } = await waiting('virtual', [said(1, HEAD)]);
    expect(outcome).toMatch(/^unmet: .*a client that waits for 100$/);
    expect(longest).toBeGreaterThan(600_000_000);
  });

  test('is left in real time, where nobody knows for how long it would', async () => {
    expect(await waiting('real', [said(1, HEAD)])).toEqual({ outcome: 'inconclusive: patience', longest: 5_000_000 });
  });

  test('and sends its content in the end has done nothing wrong', async () => {
    const { outcome } = await waiting('real', [said(1, HEAD), said(1, 'five!'), done(true)]);
    expect(outcome).toBe('pass');
  });
});
