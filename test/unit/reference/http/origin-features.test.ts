/** What the origin does with conditions, ranges, expectations and content; and with time. */
import { describe, expect, test } from 'vitest';
import { OriginConnection, respond, Site } from '../../../../src/reference/http/index.ts';
import { staticResource } from '../../../../src/reference/http/resources.ts';

const NOW = Date.UTC(2026, 0, 1);
const MODIFIED = 'Mon, 06 Jun 2022 00:00:00 GMT';
const BEFORE = 'Sun, 05 Jun 2022 00:00:00 GMT';
const octetsOf = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));
const textOf = (octets: Uint8Array): string => Buffer.from(octets).toString('latin1');

function answer(lines: string, content = '', site = new Site()): string {
  const [line, ...fields] = lines.split('\n');
  const text = [`${line} HTTP/1.1`, 'Host: a', ...fields, '', content].join('\r\n');
  return textOf(respond(octetsOf(text), { site, now: NOW }).octets);
}

/** Status, and what matters of the rest. */
function told(text: string): string {
  return [...text.matchAll(/(?:^|\n)HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status).join(' ');
}

const ETAG = /\r\nETag: (".*")/.exec(answer('GET /hello.txt'))![1]!;

describe('conditions', () => {
  test.each([
    ['If-None-Match that matches', `If-None-Match: ${ETAG}`, '304'],
    ['weakly', `If-None-Match: "x", W/${ETAG}`, '304'],
    ['a star', 'If-None-Match: *', '304'],
    ['that does not', 'If-None-Match: "x"', '200'],
    ['and then no time counts', `If-None-Match: "x"\nIf-Modified-Since: ${MODIFIED}`, '200'],
    ['If-Modified-Since', `If-Modified-Since: ${MODIFIED}`, '304'],
    ['in the form of RFC 850', 'If-Modified-Since: Monday, 06-Jun-22 00:00:00 GMT', '304'],
    ['in that of asctime', 'If-Modified-Since: Mon Jun  6 00:00:00 2022', '304'],
    ['with two digits that are long past', 'If-Modified-Since: Thursday, 06-Jun-99 00:00:00 GMT', '200'],
    ['earlier', `If-Modified-Since: ${BEFORE}`, '200'],
    ['no time', 'If-Modified-Since: yesterday', '200'],
    ['no day', 'If-Modified-Since: Wed, 31 Jun 2022 00:00:00 GMT', '200'],
    ['two of them', `If-Modified-Since: ${MODIFIED}\nIf-Modified-Since: ${MODIFIED}`, '200'],
    ['If-Match that matches', `If-Match: "x", ${ETAG}`, '200'],
    ['weakly, which is not enough', `If-Match: W/${ETAG}`, '412'],
    ['a star', 'If-Match: *', '200'],
    ['that does not', 'If-Match: "x"', '412'],
    ['before all others', `If-Match: "x"\nIf-None-Match: ${ETAG}`, '412'],
    ['If-Unmodified-Since', `If-Unmodified-Since: ${MODIFIED}`, '200'],
    ['earlier', `If-Unmodified-Since: ${BEFORE}`, '412'],
    ['earlier, beside If-Match', `If-Match: ${ETAG}\nIf-Unmodified-Since: ${BEFORE}`, '200'],
  ])('%s: %s', (_, fields, status) => {
    expect(told(answer(`GET /hello.txt\n${fields}`))).toBe(status);
  });

  test('what is not modified has its tag, and no length', () => {
    expect(answer(`GET /hello.txt\nIf-None-Match: ${ETAG}`)).toMatch(
      new RegExp(`^HTTP/1\\.1 304 Not Modified\\r\\nDate: .*\\r\\nServer: assay\\r\\nETag: ${ETAG}\\r\\n\\r\\n$`),
    );
  });

  test.each([
    ['a refusal stays one', 'GET /nothing\nIf-Match: "x"', '', '404'],
    ['so does another method', 'DELETE /hello.txt\nIf-Match: "x"', '', '405'],
    ['OPTIONS has none', 'OPTIONS /hello.txt\nIf-Match: "x"', '', '200'],
    ['where nothing is, nothing matches', 'POST /echo\nContent-Length: 1\nIf-Match: *', 'a', '412'],
    ['where nothing is, none matches', 'POST /echo\nContent-Length: 1\nIf-None-Match: *', 'a', '200'],
    ['what is generated is there', 'GET /generated.txt\nIf-None-Match: *', '', '304'],
  ])('%s', (_, request, content, status) => {
    expect(told(answer(request, content))).toBe(status);
  });
});

describe('ranges', () => {
  const range = (value: string, more = ''): string => answer(`GET /hello.txt\nRange: ${value}${more}`);

  test.each([
    ['bytes=0-4', 'bytes 0-4/15', 'Hello'],
    ['bytes=7-', 'bytes 7-14/15', 'reader.\n'],
    ['bytes=-2', 'bytes 13-14/15', '.\n'],
    ['bytes=-99', 'bytes 0-14/15', 'Hello, reader.\n'],
    ['BYTES=0-99999999999999999999', 'bytes 0-14/15', 'Hello, reader.\n'],
    ['bytes=14-14, 15-', 'bytes 14-14/15', '\n'],
  ])('%s', (value, told, content) => {
    const text = range(value);
    expect(text).toMatch(/^HTTP\/1\.1 206 /);
    expect(text).toContain(`\r\nContent-Range: ${told}\r\n`);
    expect(text).toMatch(new RegExp(`\r\nContent-Length: ${content.length}\r\n`));
    expect(text.endsWith(`\r\n\r\n${content}`)).toBe(true);
  });

  test.each([
    'lines=0-1',
    'bytes=',
    'bytes=a-b',
    'bytes=4-2',
    'bytes=-',
    'bytes=0-0,x',
    'bytes=0-,0-,0-,0-',
    `bytes=${'0-0,'.repeat(20)}`,
  ])('%s is not understood, and the whole comes', (value) => {
    expect(told(range(value))).toBe('200');
  });

  test.each(['bytes=15-', 'bytes=-0', 'bytes=99999999999999999999-'])('%s is not to be had', (value) => {
    expect(range(value)).toMatch(/^HTTP\/1\.1 416 .*\r\nContent-Range: bytes \*\/15\r\n/s);
  });

  test('several come in parts', () => {
    const text = range('bytes=0-0,-1');
    const boundary = /boundary=(.*)\r\n/.exec(text)![1];
    const part = (told: string): string =>
      `--${boundary}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Range: bytes ${told}/15\r\n\r\n`;
    const content = `${part('0-0')}H\r\n${part('14-14')}\n\r\n--${boundary}--\r\n`;
    expect(text.slice(text.indexOf('\r\n\r\n') + 4)).toBe(content);
    expect(text).toContain(`\r\nContent-Length: ${content.length}\r\n`);
  });

  test.each([
    ['its tag', ETAG, '206'],
    ['a weak one', `W/${ETAG}`, '200'],
    ['another', '"x"', '200'],
    ['its time', MODIFIED, '206'],
    ['another', BEFORE, '200'],
  ])('If-Range with %s: %s', (_, value, status) => {
    expect(told(range('bytes=0-0', `\nIf-Range: ${value}`))).toBe(status);
  });

  test('are for GET alone, and not of nothing', () => {
    expect(told(answer('HEAD /hello.txt\nRange: bytes=0-0'))).toBe('200');
    expect(told(answer('GET /empty.txt\nRange: bytes=0-0'))).toBe('200');
  });
});

describe('content', () => {
  test('what is posted comes back', () => {
    expect(answer('POST /echo\nContent-Type: a/b;c="d e"\nContent-Length: 3', 'abc')).toMatch(
      /\r\nContent-Type: a\/b;c="d e"\r\nContent-Length: 3\r\n\r\nabc$/,
    );
    expect(
      answer('POST /echo\nContent-Type: ab\nTransfer-Encoding: chunked', '2\r\nab\r\n1\r\nc\r\n0\r\n\r\n'),
    ).toMatch(/\r\nContent-Type: application\/octet-stream\r\nContent-Length: 3\r\n\r\nabc$/);
  });

  test.each([
    ['without a length', 'POST /echo', '', '411'],
    ['in a coding', 'POST /echo\nContent-Encoding: gzip\nContent-Length: 1', 'a', '415'],
    ['for another method', 'GET /echo', '', '405'],
    ['that nobody may see', 'GET /forbidden.txt', '', '403'],
    ['of a server', 'OPTIONS *', '', '200'],
    ['of another scheme', 'GET https://a/hello.txt', '', '421'],
    ['with user information', 'GET http://me@a/hello.txt', '', '400'],
  ])('%s', (_, request, content, status) => {
    expect(told(answer(request, content))).toBe(status);
  });

  test('a site with names answers for no others', () => {
    const site = new Site({ names: ['a'] });
    expect(told(answer('GET /', '', site))).toBe('200');
    expect(told(answer('GET http://A:81/', '', site))).toBe('200');
    expect(told(answer('GET http://b/', '', site))).toBe('421');
  });

  test('what is generated comes in chunks, with a trailer for who wants one', () => {
    const plain = answer('GET /generated.txt');
    expect(plain).toMatch(/\r\nTransfer-Encoding: chunked\r\n\r\n/);
    expect(plain.endsWith('\r\n0\r\n\r\n')).toBe(true);
    const wanted = answer('GET /generated.txt\nTE: trailers');
    expect(wanted).toMatch(/\r\nTransfer-Encoding: chunked\r\nTrailer: Assay-Octets\r\n\r\n/);
    expect(wanted).toMatch(/\r\n0\r\nAssay-Octets: 359\r\n\r\n$/);
  });

  test('for HTTP/1.0 it ends with the connection', () => {
    const { octets, closed } = respond(octetsOf('GET /generated.txt HTTP/1.0\r\nConnection: keep-alive\r\n\r\n'), {
      now: NOW,
    });
    expect(textOf(octets)).toMatch(/\r\nConnection: close\r\n\r\n/);
    expect(octets.length).toBeGreaterThan(359);
    expect(closed).toBe(true);
  });

  test('HTTP/1.0 is kept when it asks for it', () => {
    const { octets, closed } = respond(octetsOf('GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n'), { now: NOW });
    expect(textOf(octets)).toContain('\r\nConnection: keep-alive\r\n');
    expect(closed).toBe(false);
  });
});

describe('expectations', () => {
  const head = (expect: string, path = '/echo'): string =>
    `POST ${path} HTTP/1.1\r\nHost: a\r\nExpect: ${expect}\r\nContent-Length: 3\r\n\r\n`;

  test('are told to go on before the content', () => {
    const connection = new OriginConnection(new Site(), NOW);
    connection.receive(octetsOf(head('100-continue')), NOW);
    expect(textOf(connection.take(1_000, NOW))).toBe('HTTP/1.1 100 Continue\r\n\r\n');
    connection.receive(octetsOf('abc'), NOW);
    expect(textOf(connection.take(1_000, NOW))).toMatch(/^HTTP\/1\.1 200 .*\r\n\r\nabc$/s);
  });

  test('or not to, and then nothing more is read', () => {
    const { octets, closed } = respond(octetsOf(`${head('100-continue', '/nothing')}abcGET / HTTP/1.1\r\n`), {
      now: NOW,
    });
    expect(told(textOf(octets))).toBe('404');
    expect(closed).toBe(true);
  });

  test('of another kind fail, and those of HTTP/1.0 are none', () => {
    expect(told(textOf(respond(octetsOf(`${head('more')}abc`), { now: NOW }).octets))).toBe('417');
    const old = head('100-continue').replace('1.1', '1.0');
    expect(told(textOf(respond(octetsOf(`${old}abc`), { now: NOW }).octets))).toBe('200');
  });
});

describe('time', () => {
  const patience = { idle: 100, head: 200, content: 300, output: 400, linger: 50 };
  const open = (): OriginConnection => new OriginConnection(new Site({ patience }), NOW);

  test('an idle connection is closed without a word', () => {
    const connection = open();
    expect(connection.wakeAt).toBe(NOW + 100);
    connection.wake(NOW + 99);
    expect(connection.phase).toBe('open');
    connection.wake(NOW + 100);
    expect(connection.phase).toBe('sent');
    expect(connection.wakeAt).toBe(NOW + 150);
    connection.wake(NOW + 150);
    expect(connection.phase).toBe('closed');
    expect(connection.isCutOff).toBe(false);
  });

  test.each([
    ['a head', 'GET / HT', 200],
    ['content', 'POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\na', 300],
  ])('%s that never ends is answered with 408, however many octets come', (_, text, limit) => {
    const connection = open();
    connection.receive(octetsOf(text), NOW + 10);
    expect(connection.wakeAt).toBe(NOW + 10 + limit);
    connection.receive(octetsOf('T'), NOW + 50);
    expect(connection.wakeAt).toBe(NOW + 10 + limit);
    connection.wake(NOW + 10 + limit);
    expect(textOf(connection.take(1_000, NOW + 10 + limit))).toMatch(/^HTTP\/1\.1 408 .*\r\nConnection: close\r\n/s);
    expect(connection.phase).toBe('sent');
  });

  test('a client that takes nothing is given up, and what it has shall not look whole', () => {
    const connection = open();
    connection.receive(octetsOf('GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n'), NOW);
    connection.take(10, NOW + 100);
    expect(connection.wakeAt).toBe(NOW + 500);
    connection.wake(NOW + 500);
    expect(connection.phase).toBe('closed');
    expect(connection.isCutOff).toBe(true);
  });

  test('a client that ends its side gets its answer', () => {
    const connection = open();
    connection.receive(octetsOf('GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n'), NOW);
    connection.finish(NOW);
    expect(connection.phase).toBe('closing');
    expect(told(textOf(connection.take(1_000, NOW)))).toBe('200');
    expect(connection.phase).toBe('closed');
  });

  test('half a request is answered with 400', () => {
    const connection = open();
    connection.receive(octetsOf('GET / HT'), NOW);
    connection.finish(NOW);
    expect(told(textOf(connection.take(1_000, NOW)))).toBe('400');
  });
});

describe('bounds', () => {
  const large = new Map([['/', staticResource(new Uint8Array(50_000), 'a/b', NOW)]]);
  const GET = octetsOf('GET / HTTP/1.1\r\nHost: a\r\n\r\n');

  test('of many requests for much only some are read before what they asked for is taken', () => {
    const connection = new OriginConnection(new Site({ resources: large }), NOW);
    connection.receive(Buffer.concat(Array.from({ length: 100 }, () => GET)), NOW);
    expect(connection.wantsInput).toBe(false);
    let [octets, most] = [0, 0];
    for (let piece = connection.take(10_000, NOW); piece.length > 0; piece = connection.take(10_000, NOW)) {
      octets += piece.length;
      most = Math.max(most, connection.kept);
    }
    expect(octets).toBeGreaterThan(5_000_000);
    expect(most).toBeLessThan(100 * GET.length);
    expect(connection.wantsInput).toBe(true);
    expect(connection.kept).toBe(0);
  });

  test('ten thousand connections that never finish cost no more than those that are admitted', () => {
    const site = new Site({ connections: 200 });
    const unfinished = octetsOf(`GET / HTTP/1.1\r\n${`A: ${'a'.repeat(1000)}\r\n`.repeat(4)}`);
    const connections = Array.from({ length: 10_000 }, () => {
      const connection = new OriginConnection(site, NOW);
      connection.receive(unfinished, NOW);
      return connection;
    });
    const kept = connections.map((connection) => connection.kept);
    expect(kept.filter((octets) => octets > 0)).toHaveLength(200);
    expect(Math.max(...kept)).toBe(unfinished.length);
    expect(textOf(connections[200]!.take(1_000, NOW))).toMatch(/^HTTP\/1\.1 503 .*\r\nRetry-After: 5\r\n/s);

    // In their time all of them are gone, and others are served.
    for (const connection of connections) {
      while (connection.phase !== 'closed') {
        connection.take(1_000, NOW);
        connection.wake(connection.wakeAt!);
      }
    }
    expect(site.isOverloaded).toBe(false);
    const next = new OriginConnection(site, NOW);
    next.receive(GET, NOW);
    expect(told(textOf(next.take(1_000, NOW)))).toBe('200');
  });

  test('content that is lost meanwhile cuts the connection off', () => {
    const gone = { length: 100, read: () => new Uint8Array(0) };
    const resources = new Map([['/', { ...staticResource(new Uint8Array(0), 'a/b', NOW), content: gone }]]);
    const connection = new OriginConnection(new Site({ resources }), NOW);
    connection.receive(GET, NOW);
    connection.take(1_000, NOW);
    expect([connection.phase, connection.isCutOff]).toEqual(['closed', true]);
  });
});
