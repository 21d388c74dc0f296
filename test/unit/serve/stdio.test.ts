import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { Port } from '../../../src/contract/port.ts';
import { referencePort } from '../../../src/serve/reference-port.ts';
import { serveStdio } from '../../../src/serve/stdio.ts';

interface Answer {
  readonly id: number | null;
  readonly result?: unknown;
  readonly error?: { readonly code: number; readonly message: string };
}

/** What is answered to `input`, given in pieces. */
async function converse(pieces: readonly string[], port: Port = referencePort()): Promise<Answer[]> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const served = serveStdio(port, input, output);
  for (const piece of pieces) input.write(piece);
  input.end();
  await served;
  output.end();
  const text = Buffer.concat(await output.toArray()).toString();
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Answer);
}

const request = (id: number, method: string, params: object = {}): string =>
  `${JSON.stringify({ jsonrpc: '2.0', id, method, params })}\n`;
const hello = (id: number): string => request(id, 'initialize', { contract: 1, suite: '0' });

describe('lines', () => {
  test('are answered in their order, however they come', async () => {
    const text = hello(1) + request(2, 'codec/decode', { layer: 'ipv4/header', octets: '' }) + hello(3);
    for (const pieces of [[text], [...text], [text.replaceAll('\n', '\r\n')], [`\n  \n${text}`]]) {
      expect((await converse(pieces)).map(({ id }) => id)).toEqual([1, 2, 3]);
    }
  });

  test('after shutdown are not answered any more', async () => {
    expect(await converse([request(1, 'shutdown'), hello(2)])).toMatchObject([{ id: 1, result: {} }]);
  });

  test('the last one needs no end', async () => {
    expect(await converse([hello(9).trimEnd()])).toMatchObject([{ id: 9 }]);
  });
});

describe('bad input', () => {
  test.each([
    ['not json', -32700],
    ['{"jsonrpc":"2.0","id":1', -32700],
    ['[]', -32600],
    ['null', -32600],
    ['7', -32600],
    ['{}', -32600],
    ['{"jsonrpc":"1.0","id":1,"method":"initialize"}', -32600],
    ['{"jsonrpc":"2.0","method":"initialize"}', -32600],
    ['{"jsonrpc":"2.0","id":"a","method":"initialize"}', -32600],
    ['{"jsonrpc":"2.0","id":-1,"method":"initialize"}', -32600],
    ['{"jsonrpc":"2.0","id":1,"method":7}', -32600],
  ])('%s is answered with %i, and the next line as if nothing had been', async (line, code) => {
    expect(await converse([`${line}\n`, hello(5)])).toMatchObject([
      { id: null, error: { code } },
      { id: 5, result: {} },
    ]);
  });

  test.each([
    ['an unknown method', 'no/such', {}, -32601],
    ['a name of every object', 'toString', {}, -32601],
    ['parameters that are no object', 'initialize', [], -32602],
    ['parameters of another form', 'codec/decode', { layer: 'ipv4/header' }, -32602],
  ])('%s', async (_, method, params, code) => {
    expect(await converse([request(4, method, params)])).toMatchObject([{ id: 4, error: { code } }]);
  });

  test('params: null', async () => {
    expect(await converse(['{"jsonrpc":"2.0","id":4,"method":"shutdown","params":null}\n'])).toMatchObject([
      { id: 4, error: { code: -32602 } },
    ]);
  });
});

test('a fault of ours is an internal error, and does not end it', async () => {
  const broken: Port = {
    request: async () => {
      throw new Error('oh');
    },
    close: async () => {},
  };
  expect(await converse([hello(1), hello(2)], broken)).toMatchObject([
    { id: 1, error: { code: -32603, message: 'oh' } },
    { id: 2, error: { code: -32603 } },
  ]);
});

test('a reader that has gone ends it quietly', async () => {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const served = serveStdio(referencePort(), input, output);
  output.destroy(new Error('EPIPE'));
  input.write(hello(1));
  input.write(hello(2));
  await expect(served).resolves.toBeUndefined();
});
