/** Reads a request line (RFC 9112 section 3), strictly: one space between the parts, nothing around them. */
import type { Refusal } from './message.ts';

export interface RequestLine {
  readonly method: string;
  readonly target: string;
  readonly minor: number;
}

const TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const LINE = new RegExp(`^(${TOKEN}) ([\\x21-\\x7e]+) HTTP/([0-9])\\.([0-9])$`);

export function readRequestLine(line: string): RequestLine | Refusal {
  const [, method, target, major, minor] = LINE.exec(line) ?? [];
  if (method === undefined || target === undefined) return { status: 400, why: 'This is no request line.' };
  // RFC 9110 section 6.2: a major version that is not ours may be refused, a higher minor one is taken as ours.
  if (major !== '1') return { status: 505, why: 'This server speaks HTTP/1.1.' };
  return { method, target, minor: Number(minor) };
}
