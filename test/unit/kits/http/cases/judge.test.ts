/** How a case is judged: the first legal outcome that fits, and nothing charged that a server may do. */
import { describe, expect, test } from 'vitest';
import { judgeCase } from '../../../../../src/kits/http/cases/judge.ts';
import { sendCase, sendTwin } from '../../../../../src/kits/http/cases/send.ts';
import { outcomeOf, type Server, stage } from '../stage.ts';

const HEAD = ['outcome', 'answers', 'and', 'clause', 'level'];
const CLAUSE = 'RFC 9112 section 3.2';
const REFUSED = [HEAD, ['refused', '400', '', CLAUSE, '']];
const EITHER = [HEAD, ['refused', '4xx', '', CLAUSE, ''], ['taken', 'twin', 'content as the twin', CLAUSE, 'MAY']];
const CLOSES = [HEAD, ['closed after the first', 'any', '', CLAUSE, '']];
const TWIN = 'GET {resource} HTTP/1.1\\r\\n\nHost: {host}\\r\\n\n\\r\\n';
const BAD = 'GET {resource} HTTP/1.1\\r\\n\n\\r\\n';

const response = (status: string, content = '', more = ''): string =>
  `HTTP/1.1 ${status}\r\n${more}Content-Length: ${content.length}\r\n\r\n${content}`;

async function judged(
  bad: ReturnType<Server>,
  table: readonly (readonly string[])[],
  { asks = 'GET', twin = response('200 OK', 'hi') as ReturnType<Server>, finish = false } = {},
) {
  let times = 0;
  const { peer, branches } = stage(() => (times++ === 1 ? bad : twin));
  await sendTwin(peer, '2xx', 'GET', TWIN);
  await sendCase(peer, asks, BAD, { finish });
  return { outcome: await outcomeOf(() => judgeCase(peer, table)), branches };
}

describe('a refusal that must be', () => {
  test.each<[string, ReturnType<Server>, RegExp]>([
    ['with 400', response('400 Bad Request'), /^pass$/],
    ['with another status', response('403 Forbidden'), /^unmet: expected refused \(400\); got status 403/],
    ['not at all', response('200 OK', 'hi'), /^unmet: .* got status 200/],
    ['by a close without a word', '', /^inconclusive: precondition$/],
    ['by a reset', { text: '', end: 'reset' }, /^inconclusive: precondition$/],
    ['by silence', { text: '', end: 'silent' }, /^unmet: .* no answer, and the connection stays open$/],
    ['in words of no version', '<p>400 Bad request', /^inconclusive: precondition$/],
    ['in a response that is cut off', 'HTTP/1.1 400 Bad', /^unmet: /],
    ['twice', response('400 Bad Request') + response('400 Bad Request'), /^unmet: .* status 400, then 400/],
  ])('%s', async (_, bad, expected) => {
    expect((await judged(bad, REFUSED)).outcome).toMatch(expected);
  });
});

describe('two legal outcomes', () => {
  test.each<[string, string, string, object[]]>([
    ['the first', response('404 Not Found'), 'pass', [{ outcome: 'refused', clause: CLAUSE }]],
    ['the second', response('200 OK', 'hi'), 'pass', [{ outcome: 'taken', clause: CLAUSE, level: 'MAY' }]],
  ])('%s is named', async (_, bad, outcome, branches) => {
    expect(await judged(bad, EITHER)).toEqual({ outcome, branches });
  });

  test('words about the response count as its status does', async () => {
    const { outcome } = await judged(response('200 OK', 'ho'), EITHER);
    expect(outcome).toMatch(/^unmet: .*not so: content as the twin/);
  });
});

describe('what differs from a twin', () => {
  const AS_TWIN = [HEAD, ['taken', 'twin', 'content as the twin', CLAUSE, '']];
  const MATCHES = [HEAD, ['not modified', '304', '', CLAUSE, '']];

  async function differing(pages: readonly string[], sends: string, table: typeof AS_TWIN): Promise<string> {
    let times = 0;
    const { peer } = stage(() => pages[times++] ?? '');
    await sendTwin(peer, '2xx', 'GET', TWIN);
    await sendCase(peer, 'GET', sends);
    return outcomeOf(() => judgeCase(peer, table));
  }

  const pages = (...contents: readonly string[]): string[] => contents.map((content) => response('200 OK', content));
  const tagged = (...tags: readonly string[]): string[] =>
    tags.map((tag) => response('200 OK', 'hi', `ETag: ${tag}\r\n`));

  test('differs from nothing where the twin does not stay as it is', async () => {
    expect(await differing(pages('a', 'b', 'a', 'a'), BAD, AS_TWIN)).toMatch(/^unmet: .*not so: content as the twin/);
    expect(await differing(pages('a', 'b', 'c'), BAD, AS_TWIN)).toBe('inconclusive: twin');
    expect(await differing(pages('a', 'b', 'a', 'b'), BAD, AS_TWIN)).toBe('inconclusive: twin');
    expect(await differing(pages('a', 'b'), BAD, AS_TWIN)).toBe('inconclusive: twin');
  });

  test('is asked of what was sent, too', async () => {
    const asks = 'GET {resource} HTTP/1.1\\r\\nIf-None-Match: {twin:ETag}\\r\\n\\r\\n';
    expect(await differing(tagged('"a"', '"a"', '"a"', '"a"'), asks, MATCHES)).toMatch(/^unmet: .*got status 200$/);
    expect(await differing(tagged('"a"', '"b"', '"c"'), asks, MATCHES)).toBe('inconclusive: twin');
    expect(await differing(tagged('"a"', '"b"', '"c"'), BAD, MATCHES)).toMatch(/^unmet: /);
  });
});

describe('a close after the first of two requests', () => {
  const both = { asks: 'GET, GET' };

  test('is seen by the second having no answer', async () => {
    expect((await judged(response('200 OK'), CLOSES, both)).outcome).toBe('pass');
  });

  test('is missed where the second has one', async () => {
    const { outcome } = await judged(response('200 OK') + response('200 OK'), CLOSES, both);
    expect(outcome).toMatch(/^unmet: .* status 200, then 200/);
  });
});

test('who waits for the rest of what was cut off has done nothing wrong', async () => {
  const nothing = [HEAD, ['nothing', 'none', '', CLAUSE, '']];
  const silent = { text: '', end: 'silent' } as const;
  expect((await judged(silent, nothing, { finish: true })).outcome).toBe('pass');
  expect((await judged(silent, nothing)).outcome).toBe('inconclusive: precondition');
  expect((await judged(silent, REFUSED)).outcome).toMatch(/^unmet: /);
});

test('a twin that is answered otherwise stops the scenario', async () => {
  const { peer } = stage(() => response('500 Internal Server Error'));
  expect(await outcomeOf(() => sendTwin(peer, '2xx', 'GET', TWIN))).toMatch(
    /^unmet: expected the twin answered with 2xx/,
  );
});
