/** node:http with the same resource and the same fields, on a free port, which it writes; until its input ends. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const CONTENT = 'Hello, reader.\n';
const server = createServer((request, response) => {
  if (request.url !== '/hello.txt') {
    response.writeHead(404).end();
    return;
  }
  response.writeHead(200, {
    Server: 'assay',
    'Last-Modified': 'Mon, 06 Jun 2022 00:00:00 GMT',
    ETag: '"135cd940df8191f5"',
    'Accept-Ranges': 'bytes',
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': CONTENT.length,
  });
  response.end(CONTENT);
});
server.listen(0, '127.0.0.1', () => console.log((server.address() as AddressInfo).port));
process.stdin.resume().on('end', () => process.exit());
