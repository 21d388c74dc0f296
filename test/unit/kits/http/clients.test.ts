/** Verdicts on clients: asking again, tunnels, and waiting for 100. */
import { describe, expect, test } from 'vitest';
import type { StreamEvent } from '../../../../src/harness/surface.ts';
import { judgeNextMethod, toldRequestOf } from '../../../../src/kits/http/clients/judge-asking.ts';
import { judgeNoMoreOn, judgeReadsWhole, requireTurns } from '../../../../src/kits/http/clients/judge-connections.ts';
import { judgeNoExpectation, judgeWaitsNoMore } from '../../../../src/kits/http/clients/judge-sending.ts';
import {
  judgeAlike,
  judgeRefused,
  judgeTaken,
  judgeTakenOrRefused,
} from '../../../../src/kits/http/clients/judge-taking.ts';
import { ClientPeer } from '../../../../src/kits/http/clients/peer.ts';
import { judgeHost, judgeTarget } from '../../../../src/kits/http/judge-request.ts';
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

describe('a client that asks for two pages on one connection', () => {
  const ONE = 'HTTP/1.1 200 OK\nConnection: close\nContent-Length: 10\n\nfirst\n~~~\nother';
  const TAKEN = 'firstotherA page of the tester.';

  async function asking(events: readonly (StreamEvent | undefined)[]) {
    const { scene, branches } = streamStage((_, turn) => events[turn]);
    const peer = new ClientPeer(scene);
    peer.answerWith({ pieces: piecesOfText(ONE), after: 'keep' });
    await peer.send((authority) => [`http://${authority}/one`, `http://${authority}/other`]);
    const outcomes = [
      await outcomeOf(() => judgeReadsWhole(peer, TAKEN)),
      await outcomeOf(() => judgeNoMoreOn(peer.latest)),
      await outcomeOf(() => requireTurns(peer.latest)),
    ];
    return { outcomes, branches: branches.map(({ outcome }) => outcome) };
  }
  const inTurn = (output: string) => [
    said(1, get('/one')),
    undefined,
    undefined,
    said(1, get('/other')),
    done(true, output),
  ];
  const atOnce = (output: string) => [
    said(1, get('/one')),
    said(1, get('/other')),
    undefined,
    undefined,
    done(true, output),
  ];

  test('may pipeline', async () => {
    const waits = 'inconclusive: precondition';
    expect(await asking(atOnce(TAKEN))).toEqual({ outcomes: ['pass', waits, waits], branches: ['pipelined'] });
  });

  test('and takes one answer for another', async () => {
    const { outcomes } = await asking(atOnce('first     A page of the tester.'));
    expect(outcomes[0]).toMatch(/^unmet: .*a request in its midst/);
  });

  test('goes on after a close', async () => {
    const { outcomes } = await asking(inTurn(TAKEN));
    expect(outcomes[0]).toBe('pass');
    expect(outcomes[1]).toMatch(/^unmet: .*one more request on it$/);
    expect(outcomes[2]).toBe('pass');
  });
});

describe('a client in HTTP/1.0', () => {
  const old = (): string => 'GET /page HTTP/1.0\r\n\r\n';

  test('need not send Host', async () => {
    const { visit } = await visited([said(1, old()), done(true)]);
    expect(await outcomeOf(() => judgeHost(visit.asked[0]!, visit.authority))).toBe('inconclusive: precondition');
  });

  test.each([
    ['a transfer coding', 'HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\n0\n\n'],
    ['an interim answer', 'HTTP/1.1 103 Early Hints\n\nHTTP/1.1 200 OK\nContent-Length: 0\n\n'],
  ])('is sent no %s', async (_, answer) => {
    const { scene } = streamStage((_heard, turn) => [said(1, old()), done(false)][turn]);
    const peer = new ClientPeer(scene);
    peer.answerWith({ pieces: piecesOfText(answer), after: 'keep' });
    const sent = () => peer.send((authority) => [`http://${authority}/page`]).then(() => undefined);
    expect(await outcomeOf(sent)).toBe('inconclusive: precondition');
  });
});

describe('a client that gives up a spoiled answer', () => {
  const ended: StreamEvent = { kind: 'ended', connection: 1, at: { earliest: 0, latest: 0 } };

  test.each<[string, readonly StreamEvent[], RegExp]>([
    ['and thinks about the next try', [said(1, get()), ended], /^inconclusive: patience$/],
    ['and tries again and again', [said(1, get()), ended, said(3, get())], /^pass$/],
    ['never', [said(1, get())], /^unmet: .*still under way$/],
  ])('%s', async (_, events, expected) => {
    const { peer } = await visited(events);
    expect(await outcomeOf(() => judgeRefused(peer))).toMatch(expected);
  });
});

describe('a client that is given two codes', () => {
  async function alike(...errands: readonly (readonly StreamEvent[])[]): Promise<string> {
    const events = errands.flat();
    const { scene } = streamStage((_, turn) => events[turn]);
    const peer = new ClientPeer(scene);
    for (const _ of errands) await peer.send((authority) => [`http://${authority}/page`]);
    return outcomeOf(() => judgeAlike(peer, 'five!'));
  }

  test.each<[string, readonly StreamEvent[], RegExp]>([
    ['and tells of them', [said(3, get()), done(false, '499 five!')], /^pass$/],
    ['and takes one for a success', [said(3, get()), done(true, '499 five!')], /^unmet: /],
    ['and keeps the content of one to itself', [said(3, get()), done(false, '499')], /^unmet: /],
    ['and asks again', [said(3, get()), said(5, get()), done(true, 'other')], /^inconclusive: precondition$/],
  ])('%s', async (_, other, expected) => {
    expect(await alike([said(1, get()), done(false, '400 five!')], other)).toMatch(expected);
  });
});

test('a redirection is followed by the request for where it leads', async () => {
  const events = [said(1, get()), said(1, get('/icon')), said(1, get('/elsewhere')), done(true)];
  const { visit } = await visited(events);
  expect(await outcomeOf(() => judgeNextMethod(visit, 'GET', '/elsewhere'))).toBe('pass');
  expect(await outcomeOf(() => judgeNextMethod(visit, 'POST', '/elsewhere'))).toMatch(/^unmet: /);
  expect(await outcomeOf(() => judgeNextMethod(visit, 'POST', '/never'))).toBe('inconclusive: precondition');
});

test('who sends a stream may expect 100, though nothing is in it', async () => {
  const post = (framing: string, content: string) =>
    said(1, `POST /form HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\n${framing}\r\n\r\n${content}`);
  const judge = async (event: StreamEvent) => {
    const { visit } = await visited([event, done(true)]);
    return outcomeOf(() => judgeNoExpectation(visit));
  };
  expect(await judge(post('Transfer-Encoding: chunked', '0\r\n\r\n'))).toBe('inconclusive: precondition');
  expect(await judge(post('Content-Length: 0', ''))).toMatch(/^unmet: /);
});
