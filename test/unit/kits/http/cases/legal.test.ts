/**
 * Cases of the specification, each with behaviour that is legal, or shows nothing, and with behaviour that is not. What is
 * legal was held against somebody once.
 */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { HttpCase } from '../../../../../src/generated/meta/http-cases.ts';
import { judgeCase } from '../../../../../src/kits/http/cases/judge.ts';
import { requireOfTwin, sendCase, sendTwin } from '../../../../../src/kits/http/cases/send.ts';
import { readDocument } from '../../../../../src/loader/document.ts';
import { projectPath } from '../../../../../src/loader/project.ts';
import { outcomeOf, type Reply, type Server, stage } from '../stage.ts';

const folder = projectPath('spec', 'http', 'cases');
const cases = new Map(
  readdirSync(folder).flatMap((name) =>
    readDocument('http-cases', `${folder}/${name}`).cases.map((each) => [each.id, each] as const),
  ),
);

type Said = Reply | string;
/** How the ground and the twin are answered, the twin every time it is sent; then the case itself. */
interface Play {
  readonly ground?: Said;
  readonly twin?: Said | ((time: number) => Said);
  readonly says: Said;
}

async function play(id: string, { ground = response('404 Nothing'), twin = PAGE, says }: Play): Promise<string> {
  const { ground: grounds = [], twin: twinSent, ...sent } = cases.get(`http-${id}`) as HttpCase;
  const turns: ('ground' | 'twin' | 'case')[] = [...grounds.map(() => 'ground' as const), 'twin', 'case'];
  let time = 0;
  const server: Server = () => {
    const turn = turns.shift() ?? 'twin';
    if (turn === 'ground') return ground;
    if (turn === 'case') return says;
    return typeof twin === 'function' ? twin(time++) : twin;
  };
  const { peer } = stage(server, { 'http.spare': '/spare', 'http.generated': '/made' });
  return outcomeOf(async () => {
    for (const { answers, asks, sends, and = [] } of [...grounds, twinSent]) {
      await sendTwin(peer, answers, asks.join(', '), shown(sends));
      if (and.length > 0) requireOfTwin(peer, and.join('; '));
    }
    await sendCase(peer, sent.asks.join(', '), shown(sent.sends), { finish: sent.finish ?? false });
    await judgeCase(peer, tableOf(sent));
  });
}

function shown(pieces: readonly string[]): string {
  const escaped = (character: string): string => `\\x${character.charCodeAt(0).toString(16).padStart(2, '0')}`;
  return pieces.join('').replace(/[^\x20-\x7e]/g, escaped);
}

function tableOf({ legal }: Pick<HttpCase, 'legal'>): readonly (readonly string[])[] {
  const rows = legal.map((row) => [row.outcome, row.answers, (row.and ?? []).join('; '), row.clause, row.level ?? '']);
  return [['outcome', 'answers', 'and', 'clause', 'level'], ...rows];
}

/** A response of these field lines, its length told. */
function response(status: string, content = '', ...lines: readonly string[]): string {
  const fields = lines.map((line) => `${line}\r\n`).join('');
  return `HTTP/1.1 ${status}\r\n${fields}Content-Length: ${content.length}\r\n\r\n${content}`;
}

const CONTENT = 'Hello, reader.\n';
const PAGE = response('200 OK', CONTENT);
const TWICE = PAGE + PAGE;
const BAD = response('400 Bad Request');
const open = (text: string): Reply => ({ text, end: 'silent' });
const dated = (date: string): string => response('200 OK', CONTENT, `Last-Modified: ${date}`);
const OLD = dated('Thu, 01 Jan 1970 00:00:01 GMT');
const NEW = dated('Mon, 06 Jun 2022 00:00:00 GMT');
const counter = (time: number): string => response('200 OK', `visit ${time}`);
const PASS = /^pass$/;
const TWIN = /^inconclusive: twin$/;
const NOTHING = /^inconclusive: precondition$/;
const UNSUPPORTED = /^unsupported: a resource of this kind/;

const large = response('200 OK', 'x'.repeat(1_000_001));
const part = (range: string, content: string, ...lines: readonly string[]): string =>
  response('206 Partial Content', content, `Content-Range: bytes ${range}`, ...lines);
const parts = (...ranges: readonly (readonly [range: string, content: string])[]): string =>
  response(
    '206 Partial Content',
    `${ranges.map(([range, content]) => `--x\r\nContent-Range: bytes ${range}\r\n\r\n${content}\r\n`).join('')}--x--\r\n`,
    'Content-Type: multipart/byteranges; boundary=x',
  );
const coded = (name: string, content: string): string => response('200 OK', content, `Content-Encoding: ${name}`);

test.each<[id: string, legal: Play, expected: RegExp, illegal: Play]>([
  ['length-of-nul', { twin: TWICE, says: TWICE }, PASS, { twin: TWICE, says: PAGE + BAD }],
  ['coding-final-nul', { twin: TWICE, says: TWICE }, PASS, { twin: TWICE, says: PAGE + BAD }],
  ['methods-allow', { says: response('409 Conflict') }, PASS, { says: response('405 Not Allowed') }],
  ['methods-allow-trace', { says: response('426 Upgrade Required') }, PASS, { says: response('405 Not Allowed') }],
  ['methods-allow-delete', { says: response('423 Locked') }, PASS, { says: response('405 Not Allowed') }],
  ['methods-not-allowed-delete', { says: response('204 No Content') }, PASS, { says: BAD }],
  ['methods-not-allowed-put', { says: response('409 Conflict') }, PASS, { says: BAD }],
  [
    'connection-order',
    { ground: PAGE, twin: TWICE, says: PAGE.repeat(4) },
    /^unmet: expected the twin answered with 4xx/,
    { twin: TWICE, says: response('404 Nothing') + PAGE.repeat(3) },
  ],
  [
    'connection-order-reversed',
    { ground: response('302 Found'), twin: TWICE, says: response('302 Found') + TWICE },
    /^unmet: expected the twin answered with 4xx/,
    { twin: TWICE, says: TWICE + response('404 Nothing') },
  ],
  [
    'request-line-absolute',
    { twin: counter, says: response('200 OK', 'visit 9') },
    TWIN,
    { says: response('200 OK', 'another page') },
  ],
  [
    'ranges-content-range-in-get',
    { twin: counter, says: response('200 OK', 'visit 9') },
    TWIN,
    { says: response('200 OK', CONTENT.slice(0, 5)) },
  ],
  [
    'conditions-fields-of-304-tag',
    {
      twin: (time) => response('200 OK', CONTENT, `ETag: "${time}"`),
      says: response('304 Not Modified', '', 'ETag: "7"'),
    },
    TWIN,
    { twin: response('200 OK', CONTENT, 'ETag: "a"'), says: 'HTTP/1.1 304 Not Modified\r\nETag: "b"\r\n\r\n' },
  ],
  [
    'conditions-fields-of-304-date',
    {
      twin: response('200 OK', CONTENT, 'Last-Modified: Mon, 06 Jun 2022 00:00:00 GMT', 'Vary: A, B'),
      says: 'HTTP/1.1 304 Not Modified\r\nVary: B, A\r\nCache-Control: max-age=999\r\n\r\n',
    },
    PASS,
    {
      twin: response('200 OK', CONTENT, 'Last-Modified: Mon, 06 Jun 2022 00:00:00 GMT', 'Vary: A, B'),
      says: 'HTTP/1.1 304 Not Modified\r\n\r\n',
    },
  ],
  [
    'conditions-length-of-304-tag',
    {
      twin: 'HTTP/1.1 200 OK\r\nETag: "a"\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n',
      says: 'HTTP/1.1 304 Not Modified\r\nContent-Length: 2\r\n\r\n',
    },
    PASS,
    {
      twin: response('200 OK', 'hi', 'ETag: "a"'),
      says: 'HTTP/1.1 304 Not Modified\r\nContent-Length: 3\r\n\r\n',
    },
  ],
  [
    'conditions-since-two-digits',
    { twin: OLD, says: response('304 Not Modified') },
    UNSUPPORTED,
    { twin: NEW, says: response('304 Not Modified') },
  ],
  ['conditions-since-old', { twin: OLD, says: response('304 Not Modified') }, UNSUPPORTED, { twin: NEW, says: BAD }],
  ['conditions-unmodified-old', { twin: OLD, says: OLD }, UNSUPPORTED, { twin: NEW, says: NEW }],
  ['conditions-unmodified-old-head', { twin: OLD, says: OLD }, UNSUPPORTED, { twin: NEW, says: NEW }],
  [
    'conditions-order-unmodified-first',
    { twin: OLD, says: response('304 Not Modified') },
    UNSUPPORTED,
    { twin: NEW, says: response('304 Not Modified') },
  ],
  [
    'conditions-since-post',
    { twin: response('201 Created'), says: response('409 Conflict') },
    PASS,
    { says: BAD.replace('400', '304') },
  ],
  [
    'ranges-single-five',
    { twin: response('200 OK', 'ok\n'), says: part('0-2/3', 'ok\n') },
    UNSUPPORTED,
    { says: part('0-4/15', 'Hell') },
  ],
  [
    'ranges-single-beyond',
    { twin: large, says: part('3-1000000/1000002', 'x'.repeat(999_998)) },
    UNSUPPORTED,
    { says: part('3-14/15', CONTENT.slice(2, 14)) },
  ],
  ['ranges-beyond-is-416', { twin: large, says: part('1000000-1000000/1000001', 'x') }, UNSUPPORTED, { says: PAGE }],
  [
    'ranges-length-in-range',
    { twin: response('200 OK', 'ok\n'), says: part('0-2/3', 'ok\n') },
    UNSUPPORTED,
    { says: part('0-4/*', 'Hello') },
  ],
  ['ranges-in-order', { says: parts(['0-5/15', 'Hello,']) }, PASS, { says: parts(['0-1/15', 'He'], ['4-5/15', 'o,']) }],
  [
    'expectations-in-1-0',
    { twin: response('426 Upgrade Required', '', 'Upgrade: HTTP/1.1'), says: response('426 Upgrade Required') },
    /^unmet: expected the twin answered with 2xx/,
    { says: `HTTP/1.1 100 Continue\r\n\r\n${PAGE}` },
  ],
  ['versions-highest-to-1-0', { says: response('426 Upgrade Required') }, PASS, { says: PAGE.replace('1.1', '1.0') }],
  [
    'versions-no-coding-to-1-0',
    { says: response('426 Upgrade Required') },
    PASS,
    { says: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n' },
  ],
  ['connection-1-0-is-closed', { says: response('426 Upgrade Required') }, PASS, { says: TWICE }],
  [
    'expectations-upgrade-unknown',
    { says: response('403 Forbidden') },
    PASS,
    { says: `HTTP/1.1 101 Other\r\n\r\n${PAGE}` },
  ],
  [
    'expectations-content-sent-too',
    { says: response('417 No') },
    PASS,
    { says: open('HTTP/1.1 100 Continue\r\n\r\n') },
  ],
  [
    'methods-head-fields',
    {
      twin: response('200 OK', CONTENT, 'Content-Type: text/plain', 'Vary: Accept', 'ETag: "a"'),
      says: 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n',
    },
    PASS,
    {
      twin: response('200 OK', CONTENT, 'Content-Type: text/plain', 'Vary: Accept'),
      says: 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nVary: Cookie\r\n\r\n',
    },
  ],
  [
    'responses-vary-is-told',
    { says: response('200 OK', 'packed', 'Content-Encoding: gzip', 'Cache-Control: no-store') },
    PASS,
    { says: response('200 OK', 'packed', 'Content-Encoding: gzip') },
  ],
  ['responses-coding-is-told', { says: coded('x-GZIP', '\x1f\x8b') }, PASS, { says: coded('gzip', CONTENT) }],
  [
    'responses-coding-is-told',
    { twin: coded('br', 'packed'), says: coded('br', 'packed') },
    PASS,
    { says: response('200 OK', '\x1f\x8b') },
  ],
  [
    'responses-no-empty-members-resource',
    { says: response('200 OK', '', 'Vary:', 'Via: 1.1 here (a, , b)') },
    PASS,
    { says: response('200 OK', '', 'Vary: A,, B') },
  ],
  ['responses-no-bare-cr-garbage', { says: open('') }, NOTHING, { says: response('400 Bad\rRequest', '', 'A: b\rc') }],
  [
    'connection-close-is-meant-no-request',
    { says: open('') },
    NOTHING,
    { says: response('400 Bad Request', '', 'Connection: close') + PAGE },
  ],
  ['connection-close-is-told-no-request', { says: open('') }, NOTHING, { says: BAD }],
  ['connection-three', { says: PAGE + response('200 OK', CONTENT, 'Connection: close') }, PASS, { says: PAGE }],
  ['fields-fold-of-length', { twin: TWICE, says: BAD + PAGE }, PASS, { twin: TWICE, says: PAGE + BAD }],
  ['lines-blank-line-hides-length', { twin: TWICE, says: PAGE }, PASS, { twin: TWICE, says: PAGE + BAD }],
  [
    'chunked-extension-long',
    { twin: TWICE, says: response('413 Too Large') },
    PASS,
    { twin: TWICE, says: response('500 Oops') },
  ],
  // Silence: of what need not be answered, or need not be taken.
  ['lines-bare-cr-in-chunk-size', { twin: TWICE, says: open('') }, NOTHING, { twin: TWICE, says: TWICE }],
  ['lines-bare-cr-ends-request-line', { twin: BAD, says: response('301 Moved') }, PASS, { twin: BAD, says: PAGE }],
  ['request-line-not-mended-space', { says: open('') }, NOTHING, { says: PAGE }],
  ['request-line-not-mended-space', { says: 'Bad request.\r\n' }, NOTHING, { says: PAGE }],
  ['versions-major-explained-2-0', { says: open('') }, NOTHING, { says: response('505 HTTP Version Not Supported') }],
  ['methods-case-lower', { twin: BAD, says: open('') }, NOTHING, { twin: BAD, says: PAGE }],
  // No time now: nothing has been judged by who answers so.
  ['host-with-userinfo', { says: response('503 Busy') }, NOTHING, { says: PAGE }],
  ['methods-head', { says: 'HTTP/1.1 429 Too Many\r\n\r\n' }, NOTHING, { says: 'HTTP/1.1 405 No\r\n\r\n' }],
  // A part of what was asked for, its place said.
  ['ranges-single-five', { says: part('1-3/15', 'ell') }, PASS, { says: part('0-5/15', 'Hello,') }],
  ['ranges-single-last', { says: part('13-13/*', '.') }, PASS, { says: part('10-14/15', 'der.\n') }],
  ['ranges-length-in-range', { says: part('0-1/15', 'He') }, PASS, { says: part('0-4/14', 'Hello') }],
  [
    'ranges-huge-end',
    { twin: part('0-4/15', 'Hello'), says: part('0-4/15', 'Hello') },
    PASS,
    { twin: part('0-14/15', CONTENT), says: part('0-1/15', 'He') },
  ],
  ['ranges-in-order', { says: parts(['4-5/15', 'o,']) }, PASS, { says: parts(['0-1/15', 'He'], ['4-5/15', 'o,']) }],
  ['methods-post-with-range', { says: response('303 See Other') }, PASS, { says: part('0-0/15', 'H') }],
  ['chunked-large', { twin: TWICE, says: response('413 Too Large') }, PASS, { twin: TWICE, says: BAD }],
  ['request-line-https-target', { says: response('501 No') }, PASS, { says: PAGE }],
  [
    'connection-close-is-meant-no-request',
    { says: BAD + BAD + PAGE },
    PASS,
    { says: response('400 Bad Request', '', 'Connection: close') + BAD + PAGE },
  ],
  ['coding-overrides-rest', { twin: TWICE, says: PAGE.repeat(3) }, PASS, { twin: TWICE, says: TWICE }],
])('%s', async (id, legal, expected, illegal) => {
  expect(await play(id, legal)).toMatch(expected);
  expect(await play(id, illegal)).toMatch(/^unmet: (?!expected the twin)/);
});

describe('where a clause asks for the close, a connection that stays open is seen', () => {
  test.each<[id: string, twin: string, says: string]>([
    ['coding-close-length-first', TWICE, PAGE],
    ['coding-in-1-0-chunked', TWICE, PAGE],
    ['coding-final-unknown', TWICE, BAD],
    ['length-of-letters', TWICE, BAD],
    ['connection-1-0-is-closed', PAGE, PAGE],
    ['connection-close-is-meant-no-host', PAGE, response('400 Bad Request', '', 'Connection: close')],
    ['lines-garbage-words', PAGE, BAD],
  ])('%s', async (id, twin, says) => {
    expect(await play(id, { twin, says })).toBe('pass');
    expect(await play(id, { twin, says: { text: says, end: 'reset' } })).toBe('pass');
    expect(await play(id, { twin, says: open(says) })).toMatch(
      /^unmet: .*not so: closed, and the connection stays open$/,
    );
  });

  test('elsewhere it is not', async () => {
    expect(await play('connection-nothing-after-close', { says: open(PAGE) })).toBe('pass');
  });
});
