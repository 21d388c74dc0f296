import { describe, expect, test } from 'vitest';
import { Unmet } from '../../../../src/harness/outcome.ts';
import type { Exchanged } from '../../../../src/harness/surface.ts';
import type { Parameters } from '../../../../src/harness/target.ts';
import {
  establishAnswer,
  establishDifference,
  establishResource,
  requireVersion,
} from '../../../../src/kits/http/ground.ts';
import {
  judgeContentType,
  judgeDate,
  judgeLastModified,
  judgeNotLater,
  judgeTimestamps,
} from '../../../../src/kits/http/judge-fields.ts';
import {
  judgeClosed,
  judgeContentLength,
  judgeHeadLength,
  judgeLengthTold,
  judgeNextResponse,
  judgeNoContent,
} from '../../../../src/kits/http/judge-length.ts';
import {
  judgeAbsence,
  judgeSpace,
  judgeStatus,
  judgeStatusLine,
  judgeVersion,
  noteLoneLf,
} from '../../../../src/kits/http/judge-status.ts';
import type { HttpPeer } from '../../../../src/kits/http/peer.ts';
import { request } from '../../../../src/kits/http/request.ts';
import { outcomeOf, type Reply, type Server, stage } from './stage.ts';

const DATE = 'Date: Sun, 06 Nov 1994 08:49:37 GMT';

function response(status: string, ...lines: string[]): string {
  const at = lines.indexOf('');
  const [fields, content] = at < 0 ? [lines, ''] : [lines.slice(0, at), lines.slice(at + 1).join('')];
  return `HTTP/1.1 ${status}\r\n${fields.map((line) => `${line}\r\n`).join('')}\r\n${content}`;
}

type Judge = (peer: HttpPeer) => void;

/** What a judge says when a server replies so to one request, read to its end. */
async function judged(
  judge: Judge,
  reply: Reply | string,
  parameters: Parameters = {},
  method = 'GET',
): Promise<string> {
  const { peer } = stage(() => reply, parameters);
  await peer.ask(method, '/', 'closed');
  return outcomeOf(() => judge(peer));
}

describe('the ground', () => {
  const nothing: Server = () => '';
  const controls: readonly [string, Server][] = [
    ['is mute', nothing],
    ['echoes', (asked) => asked],
    ['says 400 to everything', () => response('400 Bad Request', DATE, 'Content-Length: 0')],
    ['says 404 to everything', () => response('404 Not Found', DATE, 'Content-Length: 0')],
    ['says the same 200 to everything', () => response('200 OK', DATE, 'Content-Length: 2', '', 'hi')],
  ];

  test.each(controls)('is not given by a program that %s', async (_, server) => {
    const { peer } = stage(server, { 'http.absent': '/gone' });
    const outcomes = [await outcomeOf(() => establishResource(peer)), await outcomeOf(() => establishDifference(peer))];
    expect(outcomes.filter((outcome) => outcome !== 'pass')).not.toEqual([]);
  });

  test.each(controls.filter(([does]) => does !== 'echoes'))(
    'is not given by a program that %s, where an answer need not be legible',
    async (_, server) => {
      const { peer } = stage(server, { 'http.absent': '/gone' });
      const outcomes = [await outcomeOf(() => establishAnswer(peer)), await outcomeOf(() => establishDifference(peer))];
      expect(outcomes.filter((outcome) => outcome !== 'pass')).not.toEqual([]);
    },
  );

  test('an answer that is not legible leaves its status line to be judged', async () => {
    const { peer } = stage(() => 'http/1.1 200 OK\r\n\r\n');
    expect(await outcomeOf(() => establishResource(peer))).toMatch(/^unmet: /);
    expect(await outcomeOf(() => establishAnswer(peer))).toBe('pass');
    expect(await outcomeOf(() => establishDifference(peer))).toBe('pass');
    expect(await outcomeOf(() => judgeVersion(peer.latest))).toMatch(/^unmet: /);
    expect(await outcomeOf(() => judgeStatusLine(peer.latest))).toBe('inconclusive: precondition');
  });

  test('a server that answers every path alike may still tell methods apart', async () => {
    const { peer } = stage((asked) => response(asked.startsWith('GET') ? '200 OK' : '501 Not Implemented'));
    expect(await outcomeOf(() => establishDifference(peer))).toBe('pass');
  });

  test('nothing of HTTP/1.1 is asked of a server that answers in HTTP/1.0', async () => {
    const { peer } = stage(() => 'HTTP/1.0 200 OK\r\n\r\n');
    await peer.ask('GET', '/');
    expect(await outcomeOf(() => requireVersion(peer, 'HTTP/1.1'))).toBe('unsupported: HTTP/1.1');
  });
});

describe('the status line', () => {
  const both = async (reply: string): Promise<string[]> =>
    Promise.all([judgeStatusLine, judgeSpace].map((judge) => judged(({ latest }) => judge(latest), reply)));

  test.each([
    ['HTTP/1.1 200 OK\r\n\r\n', 'pass', 'pass'],
    ['HTTP/1.1 200 \r\n\r\n', 'pass', 'pass'],
    ['HTTP/1.1 200\r\n\r\n', 'pass', 'unmet: expected a space; got the end of the line'],
    ['HTTP/1.1 200 OK\n\r\n', 'unmet: expected CRLF; got a lone LF', 'pass'],
    ['HTTP/1.1 20 OK\r\n\r\n', 'unmet: expected three digits; got "20"', 'inconclusive: precondition'],
    ['', 'inconclusive: precondition', 'inconclusive: precondition'],
  ])('%j', async (reply, form, space) => {
    expect(await both(reply)).toEqual([form, space]);
  });
});

describe('Date', () => {
  test.each([
    ['is there', response('200 OK', DATE), 'pass'],
    ['is missing', response('404 Not Found', 'A: b'), 'unmet: expected the field Date; got only A'],
    ['is optional in 5xx', response('500 Oops'), 'inconclusive: precondition'],
  ])('%s', async (_, reply, outcome) => {
    expect(await judged(({ latest }) => judgeDate(latest), reply)).toBe(outcome);
  });

  test('and Last-Modified are written in one form', async () => {
    const judge: Judge = ({ latest }) => judgeTimestamps(latest);
    expect(await judged(judge, response('200 OK', DATE))).toBe('pass');
    expect(await judged(judge, response('200 OK'))).toBe('inconclusive: precondition');
    expect(await judged(judge, response('200 OK', DATE, 'Last-Modified: Sunday, 06-Nov-94 08:49:37 GMT'))).toMatch(
      /^unmet: .*"Sunday, 06-Nov-94 08:49:37 GMT"$/,
    );
  });

  test('is never before Last-Modified', async () => {
    const at = (time: string): string => response('200 OK', DATE, `Last-Modified: Sun, 06 Nov 1994 ${time} GMT`);
    expect(await judged(judgeNotLater, at('08:49:37'))).toBe('pass');
    expect(await judged(judgeNotLater, at('08:49:38'))).toMatch(/^unmet/);
    expect(await judged(judgeNotLater, response('200 OK', DATE))).toBe('pass');
    expect(await judged(judgeNotLater, response('200 OK', 'Last-Modified: today', DATE))).toBe(
      'inconclusive: precondition',
    );
  });
});

describe('what only binds under a condition is unmet only where that is declared', () => {
  test.each([
    ['Last-Modified', judgeLastModified, { 'http.last-modified': 'yes' }],
    ['Content-Type', judgeContentType, { 'http.media-type': 'text/plain' }],
    ['Content-Length', judgeLengthTold, { 'http.content-length': 2 }],
  ])('%s', async (name, judge, declared) => {
    const without = response('200 OK', '', 'hi');
    expect(await judged(judge, without)).toBe('inconclusive: precondition');
    expect(await judged(judge, without, declared)).toBe(`unmet: expected the field ${name}; got no field at all`);
    const value = name === 'Content-Type' ? 'text/plain; charset=utf-8' : '2';
    expect(await judged(judge, response('200 OK', `${name}: ${value}`, '', 'hi'), declared)).toBe('pass');
  });
});

describe('Content-Length', () => {
  test.each([
    ['is right', response('200 OK', 'Content-Length: 2', '', 'hi'), 'pass'],
    [
      'is too large',
      response('200 OK', 'Content-Length: 3', '', 'hi'),
      'unmet: expected 2, the octets of content that came; got 3',
    ],
    [
      'is too small',
      response('200 OK', 'Content-Length: 1', '', 'hi'),
      'unmet: expected 2, the octets of content that came; got 1',
    ],
    [
      'is beyond all numbers',
      response('200 OK', `Content-Length: ${'9'.repeat(400)}`, '', 'hi'),
      expect.stringMatching(/^unmet/),
    ],
    ['is no number', response('200 OK', 'Content-Length: 2x', '', 'hi'), 'unmet: expected a decimal number; got "2x"'],
    ['is not there', response('200 OK', '', 'hi'), 'pass'],
    ['of what is not modified', response('304 Not Modified', 'Content-Length: 99'), 'pass'],
    [
      'promises more, and the connection stays open',
      { text: response('200 OK', 'Content-Length: 3', '', 'hi'), end: 'silent' as const },
      'inconclusive: fence',
    ],
    [
      'promises more, and the connection is reset',
      { text: response('200 OK', 'Content-Length: 3', '', 'hi'), end: 'reset' as const },
      'inconclusive: fence',
    ],
  ])('%s', async (_, reply, outcome) => {
    expect(await judged(judgeContentLength, reply)).toEqual(outcome);
  });
});

describe('HEAD', () => {
  const section = response('200 OK', 'Content-Length: 2');
  const close = `${response('200 OK', 'Content-Length: 2', 'Connection: close', '', 'hi')}`;
  const noContent: Judge = ({ latest }) => judgeNoContent(latest);

  test('brings no content', async () => {
    expect(await judged(noContent, section, {}, 'HEAD')).toBe('pass');
    expect(await judged(noContent, `${section}hi`, {}, 'HEAD')).toMatch(/^unmet: .*"hi"$/);
    expect(await judged(noContent, { text: section, end: 'silent' }, {}, 'HEAD')).toBe('inconclusive: fence');
  });

  test.each([
    ['the next response', section + close, 'pass'],
    [
      'content',
      `${section}hi${close}`,
      expect.stringMatching(/^unmet: expected nothing after the header section; got "hi/),
    ],
    ['content of a server that closes', `${section}hi`, expect.stringMatching(/^unmet/)],
    ['nothing', section, 'inconclusive: fence'],
    ['half a response', `${section}HTTP/1.1 2`, 'inconclusive: fence'],
    ['an announced close', response('200 OK', 'Connection: close'), 'unsupported: several requests on one connection'],
  ])('is followed on the connection by %s', async (_, reply, outcome) => {
    const { peer } = stage(() => reply);
    await peer.send([request('HEAD', '/'), request('GET', '/')], 'closed');
    expect(await outcomeOf(() => judgeNextResponse(peer.latest))).toEqual(outcome);
  });

  test.each([
    ['agrees', ['hi', 'Content-Length: 2', 'hi'], 'pass'],
    ['says nothing', ['hi', 'A: b', 'hi'], 'pass'],
    [
      'tells another length',
      ['hi', 'Content-Length: 3', 'hi'],
      'unmet: expected 2, the octets that GET transfers; got "3"',
    ],
    [
      'tells no number',
      ['hi', 'Content-Length: two', 'hi'],
      'unmet: expected 2, the octets that GET transfers; got "two"',
    ],
    ['cannot agree with what changes', ['hi', 'Content-Length: 2', 'high'], 'inconclusive: twin'],
  ])('%s', async (_, [first, field, second], outcome) => {
    const replies = [first, undefined, second].map((content) =>
      content === undefined ? response('200 OK', field!) : response('200 OK', '', content),
    );
    const { peer } = stage(() => replies.shift()!);
    for (const method of ['GET', 'HEAD', 'GET']) await peer.ask(method, '/', 'closed');
    expect(await outcomeOf(() => judgeHeadLength(peer))).toBe(outcome);
  });
});

describe('a status', () => {
  const judge: Judge = ({ latest }) => judgeStatus(latest, 400);

  test.each([
    [response('400 Bad Request'), 'pass'],
    [response('200 OK'), 'unmet: expected status 400; got status 200'],
    ['', 'unmet: expected status 400; got the connection was closed without an answer'],
    [{ text: '', end: 'silent' as const }, 'unmet: expected status 400; got no answer, and the connection stays open'],
  ])('%j', async (reply, outcome) => {
    expect(await judged(judge, reply)).toBe(outcome);
  });

  test('that did not come is missing, however that showed', async () => {
    const missing = async (end: Exchanged['end']): Promise<unknown> => {
      const { peer } = stage(() => ({ text: '', end }));
      await peer.ask('GET', '/');
      const thrown = await Promise.resolve()
        .then(() => judgeStatus(peer.latest, 400))
        .catch((fault: unknown) => fault);
      return thrown instanceof Unmet ? thrown.mismatch.missing : thrown;
    };
    expect([await missing('silent'), await missing('closed'), await missing('reset')]).toEqual([true, true, true]);
  });

  test.each([
    ['404 Not Found', '404'],
    ['410 Gone', '410'],
    ['403 Forbidden', '403'],
    ['302 Found', 'redirection'],
    ['418 Teapot', 'refusal'],
  ])('%s does not claim that there is something', async (status, branch) => {
    const { peer, branches } = stage(() => response(status), { 'http.absent': '/gone' });
    await peer.ask('GET', peer.absent.path);
    judgeAbsence(peer);
    expect(branches.map(({ outcome }) => outcome)).toEqual([branch]);
  });

  test('2xx claims that there is something, unless nobody declared that there is nothing', async () => {
    expect(await judged(judgeAbsence, response('200 OK'), { 'http.absent': '/gone' })).toMatch(/^unmet/);
    expect(await judged(judgeAbsence, response('200 OK'))).toBe('inconclusive: precondition');
    expect(await judged(judgeAbsence, response('503 Busy'), { 'http.absent': '/gone' })).toBe(
      'inconclusive: precondition',
    );
  });
});

test('a connection is closed, or it is not', async () => {
  const judge: Judge = ({ latest }) => judgeClosed(latest);
  const reply = response('200 OK', 'Content-Length: 0');
  expect(await judged(judge, reply)).toBe('pass');
  expect(await judged(judge, { text: reply, end: 'reset' })).toBe('pass');
  expect(await judged(judge, { text: reply, end: 'silent' })).toBe(
    'unmet: expected the connection closed; got it stays open',
  );
});

test('what became of lone LF is noted, whatever it was', async () => {
  const noted = async (reply: Reply | string): Promise<string | undefined> => {
    const { peer, branches } = stage(() => reply);
    await peer.ask('GET', '/');
    const outcome = await outcomeOf(() => noteLoneLf(peer));
    return outcome === 'pass' ? branches[0]?.outcome : outcome;
  };
  expect(await noted(response('200 OK'))).toBe('answered with status 200');
  expect(await noted('')).toBe('the connection was closed without an answer');
  expect(await noted({ text: '', end: 'reset' })).toBe('inconclusive: fence');
});
