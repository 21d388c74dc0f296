import { describe, expect, test } from 'vitest';
import type { RelayInput, RelayOutput } from '../../../../src/reference/http/intermediary/relay-events.ts';
import { Intermediary, type IntermediaryOptions } from '../../../../src/reference/http/intermediary.ts';

const NOW = Date.UTC(1994, 10, 6, 8, 49, 37);
const octets = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'latin1'));

/** An intermediary with one client; what it sends to whom, as text. */
class Stage {
  readonly relay: Intermediary;
  readonly trace: string[] = [];
  now = NOW;
  wakeAt: number | undefined;

  constructor(options: IntermediaryOptions = { gateway: { host: 'inside', port: 81 } }) {
    this.relay = new Intermediary(options);
    this.do({ client: 1, happened: 'opened' });
  }

  do(...inputs: RelayInput[]): readonly string[] {
    const { outputs, wakeAt } = this.relay.step(this.now, inputs);
    this.wakeAt = wakeAt;
    const told = outputs.map(tell);
    this.trace.push(...told);
    // Servers are there at once.
    const opened = outputs.flatMap((each) =>
      'open' in each ? [{ server: each.server, happened: 'opened' as const }] : [],
    );
    return opened.length > 0 ? [...told, ...this.do(...opened)] : told;
  }

  ask(text: string): readonly string[] {
    return this.do({ client: 1, octets: octets(text) });
  }

  answer(text: string, server = 1): readonly string[] {
    return this.do({ server, octets: octets(text) });
  }
}

function tell(output: RelayOutput): string {
  const who = 'client' in output ? `client ${output.client}` : `server ${output.server}`;
  if ('open' in output) return `${who} open ${output.open.host}:${output.open.port}`;
  if ('close' in output) return `${who} ${output.close}`;
  return `${who}: ${Buffer.from(output.octets).toString('latin1')}`;
}

const GET = 'GET /x?q HTTP/1.1\r\nHost: a\r\n\r\n';
const OK = 'HTTP/1.1 200 OK\r\nDate: then\r\nContent-Length: 2\r\n\r\nhi';

/** What the server is sent for one request. */
function forwarded(text: string, options?: IntermediaryOptions): string {
  const sent = new Stage(options).ask(text).filter((each) => each.startsWith('server 1: '));
  return sent.map((each) => each.slice('server 1: '.length)).join('');
}

/** What the client is sent for one response. */
function relayed(text: string, request = GET): string {
  const stage = new Stage();
  stage.ask(request);
  return sentTo('client 1: ', stage.answer(text));
}

function sentTo(who: string, told: readonly string[]): string {
  return told.map((each) => (each.startsWith(who) ? each.slice(who.length) : '')).join('');
}

describe('a request that goes on', () => {
  test('as it came, with this one in Via', () => {
    expect(new Stage().ask(GET)).toEqual([
      'server 1 open inside:81',
      'server 1: GET /x?q HTTP/1.1\r\nHost: a\r\nVia: 1.1 assay\r\n\r\n',
    ]);
  });

  test('in the order of its fields, Via behind another', () => {
    const text = forwarded('GET / HTTP/1.0\r\nA: 1\r\nVia: 1.1 x\r\nB: 2\r\nA: 3\r\n\r\n');
    expect(text).toBe('GET / HTTP/1.1\r\nHost: \r\nA: 1\r\nVia: 1.1 x\r\nB: 2\r\nA: 3\r\nVia: 1.0 assay\r\n\r\n');
  });

  test('without what was for this connection only', () => {
    const text = forwarded(
      'GET / HTTP/1.1\r\nHost: a\r\nConnection: close, Secret\r\nsecret: 1\r\nKeep-Alive: 2\r\nUpgrade: 3\r\nProxy-Connection: 4\r\nB: 5\r\n\r\n',
    );
    expect(text).toBe('GET / HTTP/1.1\r\nHost: a\r\nB: 5\r\nVia: 1.1 assay\r\n\r\n');
  });

  test('with trailers asked for on its own account', () => {
    const text = forwarded('GET / HTTP/1.1\r\nHost: a\r\nTE: trailers, gzip\r\nConnection: TE\r\n\r\n');
    expect(text).toContain('\r\nTE: trailers\r\nConnection: TE\r\n');
  });

  test.each([
    ['a proxy goes where the target says', 'GET http://b:8080/y HTTP/1.1\r\nHost: a\r\n\r\n', 'GET /y', 'b:8080'],
    ['an empty path', 'GET http://b HTTP/1.1\r\nHost: a\r\n\r\n', 'GET /', 'b'],
    ['a server as a whole', 'OPTIONS http://b HTTP/1.1\r\nHost: a\r\n\r\n', 'OPTIONS *', 'b'],
  ])('%s', (_, request, line, host) => {
    expect(forwarded(request, {})).toBe(`${line} HTTP/1.1\r\nHost: ${host}\r\nVia: 1.1 assay\r\n\r\n`);
  });

  test('with fewer forwards left', () => {
    expect(forwarded('OPTIONS / HTTP/1.1\r\nHost: a\r\nMax-Forwards: 3\r\n\r\n')).toContain('\r\nMax-Forwards: 2\r\n');
    expect(forwarded('GET / HTTP/1.1\r\nHost: a\r\nMax-Forwards: 3\r\n\r\n')).toContain('\r\nMax-Forwards: 3\r\n');
  });

  test('with its content, in chunks of its own, and its trailer', () => {
    const stage = new Stage();
    stage.ask('POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n3;x=y\r\na');
    stage.ask('bc\r\n0\r\nT: u\r\n\r\n');
    expect(
      stage.trace
        .slice(1)
        .map((each) => each.replace('server 1: ', ''))
        .join(''),
    ).toMatch(/\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n2\r\nbc\r\n0\r\nT: u\r\n\r\n$/);
  });

  test('one after the other, on the same connection', () => {
    const stage = new Stage();
    expect(stage.ask(GET + GET.replace('/x', '/y'))).toHaveLength(2);
    expect(stage.relay.wantsInput(1)).toBe(false);
    expect(stage.answer(OK).at(-1)).toMatch(/^server 1: GET \/y/);
    expect(stage.answer(OK)).toHaveLength(2);
    expect(stage.trace.filter((each) => each.includes(' open '))).toHaveLength(1);
  });
});

describe('a request that does not', () => {
  test.each([
    ['no forwards left', 'OPTIONS * HTTP/1.1\r\nHost: a\r\nMax-Forwards: 0\r\n\r\n', 200],
    ['one that was here', 'GET / HTTP/1.1\r\nHost: a\r\nVia: 1.1 x, 1.0 Assay (b)\r\n\r\n', 508],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['a tunnel', 'CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n', 501],
    ['a blank before the colon', 'GET / HTTP/1.1\r\nHost : a\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    [
      'a length beside a coding',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n',
      400,
    ],
  ])('%s', (_, request, status) => {
    const told = new Stage().ask(request);
    expect(told[0]).toMatch(new RegExp(`^client 1: HTTP/1\\.1 ${status} `));
    expect(told.some((each) => each.startsWith('server'))).toBe(false);
  });

  test('TRACE comes back as it came, without what is secret', () => {
    const told = new Stage().ask('TRACE /x HTTP/1.1\r\nHost: a\r\nMax-Forwards: 0\r\nCookie: c\r\nB: d\r\n\r\n');
    expect(sentTo('client 1: ', told)).toMatch(
      /Content-Type: message\/http\r\n.*\r\n\r\nTRACE \/x HTTP\/1\.1\r\nHost: a\r\nMax-Forwards: 0\r\nB: d\r\n\r\n$/s,
    );
  });
});

describe('a response that goes on', () => {
  test('as it came, with this one in Via, and a date', () => {
    expect(relayed(OK)).toBe('HTTP/1.1 200 OK\r\nDate: then\r\nVia: 1.1 assay\r\nContent-Length: 2\r\n\r\nhi');
    expect(relayed(OK.replace('Date: then\r\n', ''))).toContain('\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n');
  });

  test.each([
    [
      'in the version of this one',
      'HTTP/1.0 200 OK\r\nDate: d\r\nContent-Length: 0\r\n\r\n',
      /^HTTP\/1\.1 200 OK\r\nDate: d\r\nVia: 1\.0 assay/,
    ],
    ['without blanks before a colon', OK.replace('Date:', 'Date \t:'), /\r\nDate: then\r\n/],
    ['without folds', OK.replace('then', 'th\r\n\ten'), /\r\nDate: th en\r\n/],
    [
      'without what was for this connection only',
      OK.replace('Date', 'Connection: a\r\nA: b\r\nDate'),
      /OK\r\nDate: then\r\nVia/,
    ],
    [
      'without a length that a coding overrides',
      'HTTP/1.1 200 OK\r\nContent-Length: 9\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      /\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n$/,
    ],
    [
      'what is before it too',
      `HTTP/1.1 103 Early\r\nLink: x\r\n\r\n${OK}`,
      /^HTTP\/1\.1 103 Early\r\nLink: x\r\n\r\nHTTP\/1\.1 200 OK/,
    ],
    [
      'chunks, with their trailer',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\nT: u\r\n\r\n',
      /\r\n\r\n2\r\nhi\r\n0\r\nT: u\r\n\r\n$/,
    ],
  ])('%s', (_, response, expected) => {
    expect(relayed(response)).toMatch(expected);
  });

  test('what ends with the connection becomes chunks', () => {
    const stage = new Stage();
    stage.ask(GET);
    stage.answer('HTTP/1.1 200 OK\r\n\r\nhi');
    stage.do({ server: 1, happened: 'ended' });
    expect(stage.trace.slice(2)).toEqual([
      expect.stringMatching(/\r\nTransfer-Encoding: chunked\r\n\r\n$/),
      'client 1: 2\r\nhi\r\n',
      'client 1: 0\r\n\r\n',
      'server 1 end',
    ]);
  });

  test('for HTTP/1.0 chunks end with the connection', () => {
    const stage = new Stage();
    stage.ask('GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n');
    stage.answer('HTTP/1.1 100 \r\n\r\nHTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n0\r\n\r\n');
    expect(stage.trace.slice(2)).toEqual([
      expect.stringMatching(/^client 1: HTTP\/1\.1 200 OK\r\n(?!.*Transfer-Encoding).*\r\nConnection: close\r\n\r\n$/s),
      'client 1: hi',
      'client 1 end',
    ]);
  });

  test('the answer to HEAD keeps its length', () => {
    expect(relayed(OK.slice(0, -2), GET.replace('GET', 'HEAD'))).toMatch(/\r\nContent-Length: 2\r\n\r\n$/);
  });
});

describe('what goes wrong behind it', () => {
  const status = (told: readonly string[]): string =>
    /^client 1: HTTP\/1\.1 (\d+)/.exec(told.find((each) => each.startsWith('client')) ?? '')?.[1] ?? told.join();

  test.each([
    ['nonsense', 'nonsense\r\n\r\n'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    ['another protocol', 'HTTP/1.1 101 \r\n\r\n'],
  ])('%s is answered with 502', (_, response) => {
    const stage = new Stage();
    stage.ask(GET);
    const told = stage.answer(response);
    expect(status(told)).toBe('502');
    expect(told).toContain('server 1 end');
  });

  test('nobody there is answered with 502', () => {
    const relay = new Intermediary({ gateway: { host: 'a', port: 1 } });
    relay.step(NOW, [
      { client: 1, happened: 'opened' },
      { client: 1, octets: octets(GET.replace('GET', 'POST')) },
    ]);
    expect(status(relay.step(NOW, [{ server: 1, happened: 'failed' }]).outputs.map(tell))).toBe('502');
  });

  test('silence is answered with 504, in its time', () => {
    const stage = new Stage({ gateway: { host: 'a', port: 1 }, patience: 700 });
    stage.ask(GET);
    expect(stage.wakeAt).toBe(NOW + 700);
    stage.now = NOW + 700;
    expect(status(stage.do())).toBe('504');
  });

  test('what is asked twice is asked once more', () => {
    const stage = new Stage();
    stage.ask(GET);
    expect(stage.do({ server: 1, happened: 'ended' })).toEqual([
      'server 1 end',
      'server 2 open inside:81',
      expect.stringMatching(/^server 2: GET \/x/),
    ]);
    expect(status(stage.do({ server: 2, happened: 'ended' }))).toBe('502');
    const post = new Stage();
    post.ask(GET.replace('GET', 'POST'));
    expect(status(post.do({ server: 1, happened: 'ended' }))).toBe('502');
  });

  test.each([
    ['a length', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi'],
    ['chunks', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n'],
  ])('%s that is not whole does not look whole', (_, response) => {
    const stage = new Stage();
    stage.ask(GET);
    stage.answer(response);
    expect(stage.do({ server: 1, happened: 'ended' })).toEqual(['server 1 end', 'client 1 abort']);
  });

  test('a client that is gone takes its request along', () => {
    const stage = new Stage();
    stage.ask(GET);
    expect(stage.do({ client: 1, happened: 'failed' })).toContain('server 1 end');
  });

  test('an answer before all was asked ends both connections', () => {
    const stage = new Stage();
    stage.ask('POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc');
    const told = stage.answer('HTTP/1.1 413 \r\nContent-Length: 0\r\n\r\n');
    expect(told[0]).toMatch(/\r\nConnection: close\r\n/);
    expect(told.slice(1)).toEqual(['server 1 end', 'client 1 end']);
  });
});
