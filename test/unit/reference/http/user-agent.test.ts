import { describe, expect, test } from 'vitest';
import type { Result, UserRequest } from '../../../../src/reference/http/client/agent-events.ts';
import { type Act, answering, type Played, play } from './server-play.ts';

const URL = 'http://a.example/x';
const get = (more: Partial<UserRequest> = {}): UserRequest => ({ request: 1, method: 'GET', url: URL, ...more });
const octets = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const OK = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
const END: Act = { happened: 'ended' };

function ask(request: UserRequest, ...answers: readonly (string | readonly Act[])[]): Played {
  return play([request], answering(...answers));
}

function told(result: Result | undefined): string {
  if (result === undefined) return 'nothing';
  const answer = result.ok ? result.answer : result.part;
  const what = answer === undefined ? '' : ` ${answer.status} ${Buffer.from(answer.content).toString('latin1')}`;
  return `${result.ok ? 'ok' : result.why}${what}`;
}

const outcome = (request: UserRequest, ...answers: readonly (string | readonly Act[])[]): string =>
  told(ask(request, ...answers).results.get(1));

describe('what is sent', () => {
  test.each([
    [
      'a path and a query, no fragment, no user',
      { url: 'http://me:secret@a.example:81/p?q#f' },
      'GET /p?q',
      'a.example:81',
    ],
    ['a slash for no path', { url: 'http://a.example?q' }, 'GET /?q', 'a.example'],
    ['a star for a server', { method: 'OPTIONS', url: 'http://a.example' }, 'OPTIONS *', 'a.example'],
    ['an address', { url: 'http://[::1]:8080/' }, 'GET /', '[::1]:8080'],
  ] as const)('%s', (_, more, line, host) => {
    const { sent } = ask(get(more), OK);
    expect(sent[0]).toBe(`${line} HTTP/1.1\r\nHost: ${host}\r\nUser-Agent: assay\r\n\r\n`);
  });

  test('content, with its length or in chunks', () => {
    const post = get({ method: 'POST', content: octets('abc') });
    expect(ask(post, OK).sent[0]).toMatch(/\r\nContent-Length: 3\r\n\r\nabc$/);
    expect(ask({ ...post, chunked: true }, OK).sent[0]).toMatch(
      /Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n$/,
    );
    expect(ask(get({ method: 'POST' }), OK).sent[0]).toContain('Content-Length: 0');
  });

  test('nothing that would be another field', () => {
    expect(() => ask(get({ fields: [{ name: 'A', value: 'b\r\nc: d' }] }), OK)).toThrow(TypeError);
  });
});

describe('what is made of the answer', () => {
  test.each<[string, Partial<UserRequest>, readonly (string | readonly Act[])[], string]>([
    ['a length', {}, [OK], 'ok 200 hi'],
    [
      'chunks and a trailer',
      {},
      ['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;a\r\nhi\r\n0\r\nT: u\r\n\r\n'],
      'ok 200 hi',
    ],
    ['the close', {}, [['HTTP/1.1 200 OK\r\n\r\nhi', END]], 'ok 200 hi'],
    ['HEAD', { method: 'HEAD' }, ['HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n'], 'ok 200 '],
    ['204', {}, ['HTTP/1.1 204 No\r\nContent-Length: 2\r\n\r\n'], 'ok 204 '],
    ['304', {}, ['HTTP/1.1 304 No\r\nTransfer-Encoding: chunked\r\n\r\n'], 'ok 304 '],
    ['interim ones before it', {}, [`HTTP/1.1 100 \r\n\r\nHTTP/1.1 103 \r\nA: b\r\n\r\n${OK}`], 'ok 200 hi'],
    ['too little of a length', {}, [['HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nhi', END]], 'incomplete 200 hi'],
    [
      'chunks without the last',
      {},
      [['HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n', END]],
      'incomplete 200 hi',
    ],
    ['half a head', {}, [['HTTP/1.1 200', END]], 'incomplete'],
    ['no head', {}, ['nonsense\r\n\r\n'], 'malformed'],
    ['two lengths', {}, ['HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\nhi'], 'malformed'],
    [
      'a coding over a length',
      {},
      ['HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n'],
      'ok 200 hi',
    ],
    [
      'a coding that nobody knows',
      {},
      ['HTTP/1.1 200 OK\r\nTransfer-Encoding: x, chunked\r\n\r\n0\r\n\r\n'],
      'transfer coding 200 ',
    ],
    ['another protocol', {}, ['HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\n\r\n'], 'malformed'],
    ['a folded field', {}, ['HTTP/1.1 200 OK\r\nA: b\r\n c\r\nContent-Length: 2\r\n\r\nhi'], 'ok 200 hi'],
    ['no answer to what may be asked twice', {}, [[END], OK], 'ok 200 hi'],
    ['no answer twice', {}, [[END], [END], OK], 'no answer'],
    ['no answer to what may not', { method: 'POST' }, [[END], OK], 'no answer'],
    ['nothing there', {}, [], 'timeout'],
    ['no URL', { url: 'a.example' }, [], 'not a URL'],
    ['another scheme', { url: 'https://a.example/' }, [], 'scheme'],
  ])('%s', (_, more, answers, expected) => {
    expect(outcome(get(more), ...answers)).toBe(expected);
  });

  test('a connection that is not to be had', () => {
    const { results } = play([get()], () => [{ happened: 'failed' }]);
    expect(told(results.get(1))).toBe('unreachable');
  });

  test.each([
    [200, 200],
    [299, 200],
    [499, 400],
    [999, 500],
    [99, 500],
  ])('status %i means %i', (status, meaning) => {
    const { results } = ask(get(), `HTTP/1.1 ${String(status).padStart(3, '0')} \r\nContent-Length: 0\r\n\r\n`);
    expect(results.get(1)).toMatchObject({ ok: true, meaning });
  });

  test.each([
    ['a length', 'Content-Length: 11\r\n\r\n'],
    ['chunks', 'Transfer-Encoding: chunked\r\n\r\n6\r\naaaaaa\r\n5\r\n'],
    ['the close', '\r\naaaaaaaaaaa'],
  ])('more than it keeps, by %s, is no result', (_, rest) => {
    const { results } = play([get()], answering(`HTTP/1.1 200 OK\r\n${rest}`), { content: 10 });
    expect(results.get(1)).toMatchObject({ ok: false, why: 'too large' });
  });

  test('trailer fields stay apart', () => {
    const { results } = ask(
      get(),
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 7\r\n\r\n',
    );
    expect(results.get(1)).toMatchObject({ ok: true, answer: { trailers: [{ name: 'Content-Length', value: '7' }] } });
  });
});

describe('redirections', () => {
  const to = (status: number, location: string): string =>
    `HTTP/1.1 ${status} \r\nLocation: ${location}\r\nContent-Length: 0\r\n\r\n`;
  const post = get({ method: 'POST', content: octets('abc'), fields: [{ name: 'Content-Type', value: 'a/b' }] });

  test.each([
    [301, 'GET /y'],
    [302, 'GET /y'],
    [303, 'GET /y'],
    [307, 'POST /y'],
    [308, 'POST /y'],
  ])('%i after POST asks with %s', (status, line) => {
    const { sent, results } = ask(post, to(status, 'y'), OK);
    const second = sent[0]!.slice(sent[0]!.indexOf('abc') + 3);
    expect(second).toMatch(new RegExp(`^${line} `));
    expect(second.includes('Content-Type')).toBe(line.startsWith('POST'));
    expect(results.get(1)).toMatchObject({ ok: true, url: 'http://a.example/y' });
  });

  test('what is confidential does not go to another server, and its connection is another', () => {
    const { sent } = ask(get({ fields: [{ name: 'Authorization', value: 'x' }] }), to(302, '//b.example/'), OK);
    expect(sent[0]).toContain('Authorization');
    expect(sent[1]).toMatch(/^GET \/ HTTP\/1\.1\r\nHost: b\.example\r\n/);
    expect(sent[1]).not.toContain('Authorization');
  });

  test('they end', () => {
    const { results } = play([get()], (sent) => (sent === '' ? undefined : [to(302, 'x')]));
    expect(told(results.get(1))).toBe('redirections 302 ');
  });

  test('a status alone leads nowhere', () => {
    expect(outcome(get(), 'HTTP/1.1 302 \r\nContent-Length: 0\r\n\r\n')).toBe('ok 302 ');
  });
});

describe('connections', () => {
  const two = (first: string | readonly Act[]): Played => {
    const answers = answering(first, OK);
    const results = play([get(), get({ request: 2 })], answers);
    return results;
  };

  test('requests at the same time each have their own', () => {
    expect(two(OK).sent).toHaveLength(2);
  });

  test.each<[string, string | readonly Act[], boolean]>([
    ['a length', 'HTTP/1.1 303 \r\nLocation: /\r\nContent-Length: 0\r\n\r\n', true],
    ['close', 'HTTP/1.1 303 \r\nLocation: /\r\nConnection: close\r\nContent-Length: 0\r\n\r\n', false],
    ['HTTP/1.0', 'HTTP/1.0 303 \r\nLocation: /\r\nContent-Length: 0\r\n\r\n', false],
    [
      'HTTP/1.0 that is kept',
      'HTTP/1.0 303 \r\nLocation: /\r\nConnection: keep-alive\r\nContent-Length: 0\r\n\r\n',
      true,
    ],
    [
      'octets that nobody asked for',
      'HTTP/1.1 303 \r\nLocation: /\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n',
      false,
    ],
    ['an empty line too many', 'HTTP/1.1 303 \r\nLocation: /\r\nContent-Length: 0\r\n\r\n\r\n', true],
    [
      'a length beside a coding',
      'HTTP/1.1 303 \r\nLocation: /\r\nContent-Length: 0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      false,
    ],
  ])('after %s the connection is used again: %3$s', (_, first, isReused) => {
    const { sent, trace } = ask(get(), first, OK);
    expect(sent).toHaveLength(isReused ? 1 : 2);
    expect(trace.includes('close 1')).toBe(!isReused);
  });
});

describe('100-continue', () => {
  const put = get({ method: 'PUT', content: octets('abc'), expects: true });

  test('content waits for it', () => {
    const { trace, sent } = ask(put, `HTTP/1.1 100 Continue\r\n\r\n`);
    expect(sent[0]).toMatch(/Expect: 100-continue\r\nContent-Length: 3\r\n\r\nabc$/);
    expect(trace.slice(0, 3)).toEqual(['open 1', 'octets 1', 'octets 1']);
  });

  test('but not without end', () => {
    const { sent, now } = play([put], () => undefined, { patience: 5_000, continuePatience: 700 });
    expect(sent[0]).toMatch(/abc$/);
    expect(now).toBe(5_700);
  });

  test('what is refused is not sent, nor anything else on that connection', () => {
    const { sent, trace, results } = ask(put, 'HTTP/1.1 413 \r\nContent-Length: 0\r\n\r\n');
    expect(sent[0]).not.toContain('abc');
    expect(trace).toEqual(['open 1', 'octets 1', 'close 1']);
    expect(told(results.get(1))).toBe('ok 413 ');
  });

  test('after 417 it asks again without', () => {
    const { sent } = ask(put, 'HTTP/1.1 417 \r\nContent-Length: 0\r\n\r\n', OK);
    expect(sent[1]).not.toContain('Expect');
    expect(sent[1]).toMatch(/abc$/);
  });
});
