/** Responses as servers send them: two hundred small ones, and five whose content comes in 64 chunks. */
import { random } from '../../../src/net/random.ts';

export const SMALL = 200;
export const CHUNKED = 5;
const CHUNKS = 64;

const FIELDS = [
  'Server: nginx/1.22.1',
  'Date: Thu, 26 Nov 2026 06:33:00 GMT',
  'Content-Type: application/json; charset=utf-8',
  'Connection: keep-alive',
  'Cache-Control: max-age=0, private, must-revalidate',
  'X-Request-Id: 5f0c8f3b-6ac5-4a43-8ad9-6b8e4fdc2f53',
];

export function smallResponses(): Buffer {
  const draw = random(200);
  return Buffer.concat(
    Array.from({ length: SMALL }, (_, at) => {
      const content = 'x'.repeat(draw.below(120));
      const fields = [...FIELDS, `ETag: "${at}-${draw.uint32()}"`, `Content-Length: ${content.length}`];
      return Buffer.from(`HTTP/1.1 200 OK\r\n${fields.join('\r\n')}\r\n\r\n${content}`, 'latin1');
    }),
  );
}

export function chunkedResponses(): Buffer {
  const draw = random(64);
  const one = (): string => {
    const chunks = Array.from({ length: CHUNKS }, () => 'y'.repeat(64 + draw.below(192)));
    const coded = chunks.map((chunk) => `${chunk.length.toString(16)}\r\n${chunk}\r\n`);
    return `HTTP/1.1 200 OK\r\n${FIELDS.join('\r\n')}\r\nTransfer-Encoding: chunked\r\n\r\n${coded.join('')}0\r\n\r\n`;
  };
  return Buffer.from(Array.from({ length: CHUNKED }, one).join(''), 'latin1');
}
