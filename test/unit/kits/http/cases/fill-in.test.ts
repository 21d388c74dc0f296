/** Octets of a case, from the text of a feature to what is sent. */
import { expect, test } from 'vitest';
import { Unsupported } from '../../../../../src/harness/outcome.ts';
import { fillIn } from '../../../../../src/kits/http/cases/fill-in.ts';
import { text } from '../octets.ts';
import { stage } from '../stage.ts';

const FIELDS = 'ETag: W/"a"\r\nLast-Modified: Mon, 06 Jun 2022 00:00:00 GMT\r\n';

async function filled(words: string): Promise<string> {
  const { peer } = stage(() => `HTTP/1.1 200 OK\r\n${FIELDS}Content-Length: 5\r\n\r\nhello`, {
    'http.resource': '/there',
    'http.host': 'a.example',
    'http.absent': '/nowhere',
  });
  return text(fillIn(words, peer, await peer.ask('GET', '/there')));
}

test.each([
  ['a\\r\\n\nb\\r\\n', 'a\r\nb\r\n'],
  ['\\x00\\xff\\t\\\\', '\0\xff\t\\'],
  ['GET {resource} {absent}', 'GET /there /nowhere'],
  ['Host: {host}', 'Host: a.example'],
  ['{content-method} {content-path}', 'GET /there'],
  ['{ab*3}', 'ababab'],
  ['{a\\r\\n*2}', 'a\r\na\r\n'],
  ['{twin:ETag} {etag-core}', 'W/"a" "a"'],
  ['{length} {length-1} {beginning-2}', '5 4 he'],
  ['{rfc850:Last-Modified}', 'Monday, 06-Jun-22 00:00:00 GMT'],
  ['{asctime:Last-Modified}', 'Mon Jun  6 00:00:00 2022'],
])('%j', async (words, expected) => {
  expect(await filled(words)).toBe(expected);
});

test('what is not declared, or not in the twin, is not offered', async () => {
  await expect(filled('{generated}')).rejects.toBeInstanceOf(Unsupported);
  await expect(filled('{twin:Vary}')).rejects.toBeInstanceOf(Unsupported);
});

test('what means nothing is our own mistake', async () => {
  await expect(filled('{nothing}')).rejects.toBeInstanceOf(RangeError);
});
