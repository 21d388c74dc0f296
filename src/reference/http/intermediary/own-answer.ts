/** What an intermediary answers by itself: refusals, faults of the server behind it, and requests that end with it. */
import { contentOf, NO_CONTENT } from '../content.ts';
import type { RequestHead } from '../message.ts';
import { octetsOf } from '../octets.ts';
import { explain, type Response } from '../response.ts';

export const BAD_GATEWAY: Response = explain(502, 'The server behind this one gave no answer that can be passed on.');
export const GATEWAY_TIMEOUT: Response = explain(504, 'The server behind this one took too long.');
export const LOOP: Response = explain(508, 'The request has been here before.');

/** RFC9110-9.3.8-01: what a trace need not tell everybody. */
const SENSITIVE = /^(?:authorization|cookie|proxy-authorization)$/i;

/** RFC9110-7.6.2-01: TRACE and OPTIONS that may be forwarded no further are answered as their final recipient would. */
export function finalAnswer({ method, target, minor, fields }: RequestHead): Response {
  if (method === 'OPTIONS')
    return { status: 200, fields: [['Allow', 'GET, HEAD, POST, PUT, DELETE, OPTIONS, TRACE']], content: NO_CONTENT };
  const lines = fields.filter(({ name }) => !SENSITIVE.test(name)).map(({ name, value }) => `${name}: ${value}\r\n`);
  const content = octetsOf(`${method} ${target} HTTP/1.${minor}\r\n${lines.join('')}\r\n`);
  return { status: 200, fields: [['Content-Type', 'message/http']], content: contentOf(content) };
}
