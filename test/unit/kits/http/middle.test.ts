/** Verdicts on who stands between: asking the origin again, making something of what is no response, keeping copies. */
import { describe, expect, test } from 'vitest';
import type { StreamEvent } from '../../../../src/harness/surface.ts';
import {
  judgeCountedDown,
  judgeLeftToOrigin,
  requireAllOf,
  requireNoCache,
} from '../../../../src/kits/http/middle/judge-forwarding.ts';
import {
  judgeBadGateway,
  judgeDateAdded,
  judgeReturned,
  judgeSafeResponse,
  judgeUnfolded,
} from '../../../../src/kits/http/middle/judge-returning.ts';
import { MiddlePeer } from '../../../../src/kits/http/middle/peer.ts';
import { piecesOfText } from '../../../../src/kits/http/wire-text.ts';
import { outcomeOf } from './stage.ts';
import { said, streamStage } from './stream-stage.ts';

const GET = 'GET {/page} HTTP/1.1\nHost: {host}\n\n';
const forwarded = (more = ''): string => `GET /page HTTP/1.1\r\nHost: a\r\n${more}\r\n`;
const page = (content: string, status = '200 OK'): string =>
  `HTTP/1.1 ${status}\r\nContent-Length: ${content.length}\r\n\r\n${content}`;

type Heard = ReadonlyMap<number, string>;

/** A gateway in front of an origin that says `octets` and closes: what it says to whom, step by step. */
async function passing(
  octets: string,
  gateway: (heard: Heard, turn: number, client: number) => StreamEvent | undefined,
) {
  const client = 202;
  const { scene, branches } = streamStage((heard, turn) => gateway(heard, turn, client));
  const peer = new MiddlePeer(scene);
  peer.answerWith({ pieces: piecesOfText(octets), after: 'close' });
  await peer.send(GET);
  return { peer, branches };
}

describe('what is no response', () => {
  const NONE = 'this is no response';

  test.each<[string, string, string, string, RegExp]>([
    ['is said to be a failure', page('', '502 Bad Gateway'), NONE, '502', /^pass$/],
    ['is made the content of a response', page(NONE), NONE, 'recovered', /^pass$/],
    ['is explained with success', page('It went wrong.'), NONE, '', /^unmet: .*got status 200$/],
    ['is passed on as it is', NONE, NONE, '', /^unmet: /],
    ['holds nothing that could be used', page(''), '', '', /^unmet: .*got status 200$/],
  ])('%s', async (_, answer, usable, branch, expected) => {
    const steps = (_heard: Heard, turn: number, client: number) => [said(1, forwarded()), said(client, answer)][turn];
    const { peer, branches } = await passing(NONE, steps);
    expect(await outcomeOf(() => judgeBadGateway(peer, usable))).toMatch(expected);
    expect(branches.map(({ outcome }) => outcome)).toEqual(branch === '' ? [] : [branch]);
  });

  test('is what a gateway gets that asks again', async () => {
    const { peer } = await passing(NONE, (heard, turn, client) => {
      if (turn < 2) return said(turn * 2 + 1, forwarded());
      const good = heard.get(3)?.startsWith('HTTP/');
      return said(client, good ? heard.get(3)! : page('', '502 Bad Gateway'));
    });
    expect(peer.latest.asked).toHaveLength(2);
    expect(await outcomeOf(() => judgeBadGateway(peer))).toBe('pass');
  });

  test('is asked for again no more than is sensible', async () => {
    const endless = passing(NONE, (_, turn) => said(turn * 2 + 1, forwarded()));
    expect(await outcomeOf(async () => void (await endless))).toBe('inconclusive: patience');
  });
});

describe('preconditions', () => {
  /** A gateway that forwards the first so many requests, and answers by itself from then on; what it forwards goes without fields. */
  async function conditional(most: number, own: string, more = ''): Promise<string> {
    let sent = 0;
    let client = 200;
    let toOrigin = true;
    const { scene } = streamStage((heard) => {
      if (toOrigin) {
        sent += 1;
        client += 2;
        toOrigin = sent > most;
        if (sent > most) return said(client, own);
        return said(sent * 2 + 1, forwarded(sent > 3 ? more : ''));
      }
      toOrigin = true;
      return said(client, heard.get(sent * 2 + 1) ?? page(''));
    });
    const peer = new MiddlePeer(scene);
    return outcomeOf(async () => {
      await requireNoCache(peer, '/page');
      await peer.send('GET {/page} HTTP/1.1\nHost: {host}\nIf-None-Match: "a"\n\n');
      judgeLeftToOrigin(peer.latest, 'If-None-Match', '"a"');
    });
  }

  test.each<[string, number, string, string, RegExp]>([
    ['are forwarded', 9, '', 'If-None-Match: "a"\r\n', /^pass$/],
    ['are dropped', 9, '', '', /^unmet: .*got no If-None-Match$/],
    ['are evaluated', 3, page('', '304 Not Modified'), '', /^unmet: .*status 304 by the intermediary itself$/],
    ['are the business of a cache', 1, page('five!'), '', /^unsupported: forwarding without a cache$/],
  ])('%s', async (_, most, own, more, expected) => {
    expect(await conditional(most, own, more)).toMatch(expected);
  });
});

test('a copy that is validated each time is a copy', async () => {
  const { scene } = streamStage((_, turn) => {
    return [said(1, forwarded('If-None-Match: "a"\r\n')), said(202, page('five!'))][turn];
  });
  const peer = new MiddlePeer(scene);
  expect(await outcomeOf(() => requireNoCache(peer, '/page'))).toBe('unsupported: forwarding without a cache');
});

describe('a response that is turned down', () => {
  async function returned(back: string) {
    const steps = (_heard: Heard, turn: number, client: number) => [said(1, forwarded()), said(client, back)][turn];
    return (await passing('HTTP/1.1 401 Unauthorized\nX-Assay: one\nContent-Length: 0\n\n', steps)).peer;
  }

  test('says nothing of how responses are passed on', async () => {
    const { latest } = await returned(page('', '503 Service Unavailable'));
    expect(await outcomeOf(() => judgeReturned(latest, 'X-Assay', 'one'))).toBe('inconclusive: precondition');
    expect(await outcomeOf(() => judgeDateAdded(latest))).toBe('inconclusive: precondition');
  });

  test('is told from one that is passed on', async () => {
    const { latest } = await returned(page('', '401 Unauthorized'));
    expect(await outcomeOf(() => judgeReturned(latest, 'X-Assay', 'one'))).toMatch(/^unmet: .*no X-Assay$/);
  });

  test('and folded lines are not left out by proxies', async () => {
    const peer = await returned(page(''));
    expect(await outcomeOf(() => judgeUnfolded(peer, 'X-Assay', 'one'))).toBe('inconclusive: precondition');
  });

  test('and content that is transformed is not that of before', async () => {
    const gzip = 'HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n\x1f\x8b';
    expect(await outcomeOf(async () => judgeSafeResponse(await returned(gzip), 'five!'))).toBe(
      'inconclusive: precondition',
    );
    expect(await outcomeOf(async () => judgeSafeResponse(await returned(page('fiv')), 'five!'))).toMatch(/^unmet: /);
  });
});

test.each([
  ['2', /^pass$/],
  ['0', /^pass$/],
  ['3', /^unmet: /],
  ['x', /^unmet: /],
])('three steps further are at most two: %s', async (value, expected) => {
  const steps = (_heard: Heard, turn: number, client: number) =>
    [said(1, forwarded(`Max-Forwards: ${value}\r\n`)), said(client, page(''))][turn];
  const { peer } = await passing('HTTP/1.1 200 OK\nContent-Length: 0\n\n', steps);
  expect(await outcomeOf(() => judgeCountedDown(peer.latest, 2))).toMatch(expected);
});

test('lines that are not passed on are in no order', async () => {
  const message = (...values: readonly string[]) => ({
    fields: values.map((value) => ({ name: 'x-assay', value, at: 0 })),
  });
  expect(await outcomeOf(() => requireAllOf(message('a, b', 'c'), 'X-Assay', 'b, c, a'))).toBe('pass');
  expect(await outcomeOf(() => requireAllOf(message('b'), 'X-Assay', 'b, c, a'))).toBe('inconclusive: precondition');
});
