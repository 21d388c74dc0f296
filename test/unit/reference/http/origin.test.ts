import { describe, expect, test } from 'vitest';
import { defaultResources, OriginConnection, respond, Site } from '../../../../src/reference/http/index.ts';

const NOW = Date.UTC(1994, 10, 6, 8, 49, 37);

function octets(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(text, 'latin1'));
}

function answerTo(text: string): { readonly answer: string; readonly closed: boolean } {
  const { octets: answer, closed } = respond(octets(text), { now: NOW });
  return { answer: Buffer.from(answer).toString('latin1'), closed };
}

function statusOf(text: string): string {
  const { answer, closed } = answerTo(text);
  const statuses = [...answer.matchAll(/(?:^|\n)HTTP\/1\.1 (\d{3})/g)].map(([, status]) => status);
  return [...statuses, ...(closed ? ['close'] : [])].join(' ');
}

const GET = 'GET /hello.txt HTTP/1.1\r\nHost: a\r\n\r\n';

test('a resource comes with all that the origin knows of it', () => {
  expect(answerTo(GET)).toEqual({
    answer: [
      'HTTP/1.1 200 OK',
      'Date: Sun, 06 Nov 1994 08:49:37 GMT',
      'Server: assay',
      'Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT',
      'ETag: "135cd940df8191f5"',
      'Accept-Ranges: bytes',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Length: 15',
      '',
      'Hello, reader.\n',
    ].join('\r\n'),
    closed: false,
  });
});

test('HEAD is answered as GET, up to the empty line', () => {
  const [head, get] = [answerTo(GET.replace('GET', 'HEAD')).answer, answerTo(GET).answer];
  expect(head).toBe(get.slice(0, get.indexOf('\r\n\r\n') + 4));
});

const staticPaths = [...defaultResources].filter(([, { kind }]) => kind === 'static').map(([path]) => path);

test.each(staticPaths)('%s is served with its own length', (path) => {
  const { answer } = answerTo(`GET ${path} HTTP/1.1\r\nHost: a\r\n\r\n`);
  const [section = '', ...content] = answer.split('\r\n\r\n');
  expect(section).toContain(`Content-Length: ${content.join('\r\n\r\n').length}`);
});

describe('status', () => {
  const host = 'Host: a\r\n';

  test.each([
    ['one answer a request', GET + GET, '200 200'],
    ['nothing behind a close', `GET / HTTP/1.1\r\n${host}Connection: close\r\n\r\n${GET}`, '200 close'],
    ['nothing for half a request', GET.slice(0, -1), ''],
    ['empty lines before a request', `\r\n\r\n${GET}`, '200'],
    ['lone LF', 'GET / HTTP/1.1\nHost: a\n\n', '200'],
    ['HTTP/1.0 closes, and needs no Host', 'GET / HTTP/1.0\r\n\r\n', '200 close'],
    ['a later minor version', `GET / HTTP/1.9\r\n${host}\r\n`, '200'],
    ['the absolute form', `GET http://a/hello.txt HTTP/1.1\r\n${host}\r\n`, '200'],
    ['the absolute form without a path', `GET http://a HTTP/1.1\r\n${host}\r\n`, '200'],
    ['a query, and a percent sign', `GET /%68ello.txt?a=b HTTP/1.1\r\n${host}\r\n`, '200'],
    ['nothing there', `GET /nothing HTTP/1.1\r\n${host}\r\n`, '404'],
    ['a method that the resource does not allow', `DELETE / HTTP/1.1\r\n${host}\r\n`, '405'],
    ['a method that nobody knows', `ASSAY / HTTP/1.1\r\n${host}\r\n`, '501'],
    ['a method in small letters', `get / HTTP/1.1\r\n${host}\r\n`, '501'],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', '400'],
    ['two Hosts', `GET / HTTP/1.1\r\n${host}${host}\r\n`, '400'],
    ['two Hosts in HTTP/1.0', `GET / HTTP/1.0\r\n${host}${host}\r\n`, '400 close'],
    ['a Host that is no host', 'GET / HTTP/1.1\r\nHost: a/b\r\n\r\n', '400'],
    ['a Host without a name', 'GET / HTTP/1.1\r\nHost:\r\n\r\n', '200'],
    ['another major version', 'GET / HTTP/2.0\r\n\r\n', '505 close'],
    ['no request line', 'nonsense\r\n\r\n', '400 close'],
    ['a blank before the colon', `GET / HTTP/1.1\r\nHost : a\r\n\r\n`, '400 close'],
    ['a folded line', `GET / HTTP/1.1\r\n${host} b\r\n\r\n`, '400 close'],
    ['a bare CR', `GET / HTTP/1.1\r\nA: b\rc\r\n\r\n`, '400 close'],
    ['content of a length', `POST / HTTP/1.1\r\n${host}Content-Length: 3\r\n\r\nabc${GET}`, '405 200'],
    [
      'content in chunks',
      `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n3;x\r\nabc\r\n0\r\nT: t\r\n\r\n${GET}`,
      '405 200',
    ],
    [
      'a chunk longer than its size',
      `POST / HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n`,
      '400 close',
    ],
    ['a length that is no number', `POST / HTTP/1.1\r\n${host}Content-Length: -1\r\n\r\n`, '400 close'],
    ['two lengths that agree', `POST / HTTP/1.1\r\n${host}Content-Length: 1, 1\r\n\r\na`, '405'],
    [
      'two lengths that do not',
      `POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nContent-Length: 2\r\n\r\n`,
      '400 close',
    ],
    [
      'a length beside a coding',
      `POST / HTTP/1.1\r\n${host}Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n`,
      '400 close',
    ],
    ['a coding of HTTP/1.0', 'POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n', '400 close'],
    ['a coding that nobody knows', `POST / HTTP/1.1\r\n${host}Transfer-Encoding: x, chunked\r\n\r\n`, '501 close'],
    ['a coding that does not end', `POST / HTTP/1.1\r\n${host}Transfer-Encoding: gzip\r\n\r\n`, '400 close'],
    ['too much content', `POST / HTTP/1.1\r\n${host}Content-Length: 99999999999999999999\r\n\r\n`, '413 close'],
    ['too long a line', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n${host}\r\n`, '414 close'],
    ['too long a field', `GET / HTTP/1.1\r\nA: ${'a'.repeat(20_000)}\r\n\r\n`, '431 close'],
    ['too many fields', `GET / HTTP/1.1\r\n${`A: ${'a'.repeat(1000)}\r\n`.repeat(70)}\r\n`, '431 close'],
    ['octets that are no text in the path', `GET /%ff HTTP/1.1\r\n${host}\r\n`, '400'],
  ])('%s', (_, request, status) => {
    expect(statusOf(request)).toBe(status);
  });

  test('every refusal is dated, has a length, and explains itself', () => {
    const { answer } = answerTo('nonsense\r\n\r\n');
    expect(answer).toMatch(
      /^HTTP\/1\.1 400 Bad Request\r\nDate: .*\r\nContent-Length: 93\r\nConnection: close\r\n\r\n400 /s,
    );
  });

  test('a refusal of HEAD brings no content either', () => {
    expect(answerTo('HEAD / HTTP/1.1\r\nHost : a\r\n\r\n').answer).toMatch(/^HTTP\/1\.1 400 .*\r\n\r\n$/s);
  });

  test('405 says what is allowed', () => {
    expect(answerTo(`PUT / HTTP/1.1\r\n${host}\r\n`).answer).toContain('\r\nAllow: GET, HEAD, OPTIONS\r\n');
  });
});

test('after it closed a connection takes nothing more', () => {
  const connection = new OriginConnection(new Site(), NOW);
  connection.receive(octets('GET / HTTP/1.0\r\n\r\n'), NOW);
  expect(connection.phase).toBe('closing');
  expect(connection.take(10_000, NOW).length).toBeGreaterThan(0);
  expect(connection.phase).toBe('sent');
  connection.receive(octets(GET), NOW);
  expect(connection.take(10_000, NOW)).toEqual(new Uint8Array(0));
});
