import { expect, test } from 'vitest';
import { meantToClose } from '../../../../src/harness/targets/meant-to-close.ts';

test.each([
  ['it said so', 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 2\r\n\r\nab', true],
  ['it said so among others', 'HTTP/1.1 200 OK\r\nconnection: x, Close\r\n\r\nab', true],
  ['an old version closes', 'HTTP/1.0 200 OK\r\n\r\nab', true],
  ['it said that it would not', 'HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\n\r\nab', false],
  ['it said nothing', 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab', false],
  ['a part is missing', 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 3\r\n\r\nab', false],
  ['the head is cut off', 'HTTP/1.1 200 OK\r\nConnection: close\r\n', false],
  ['nothing came', '', false],
])('%s', (_, octets, meant) => {
  expect(meantToClose(Buffer.from(octets, 'latin1'))).toBe(meant);
});
