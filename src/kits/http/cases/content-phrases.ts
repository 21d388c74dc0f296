/** Phrases about a response's content: whose it is, which part of it, and whether it comes in parts. */
import type { ObservedResponse } from '../observation.ts';
import { textOf } from '../octet-text.ts';
import { type Phrase, valueIn } from './phrase.ts';

const contentOf = (response: ObservedResponse | undefined): string | undefined =>
  response === undefined ? undefined : textOf(response.content);
const isMultipart = (response: ObservedResponse): boolean =>
  /^multipart\/byteranges[ \t]*;/i.test(valueIn(response, 'Content-Type') ?? '');

/** Where each part begins, as its Content-Range says; undefined where a part has none or its octets are not those. */
function partsOf(response: ObservedResponse, twin: ObservedResponse | undefined): readonly number[] | undefined {
  const [, quoted, plain] = /boundary=(?:"([^"]+)"|([^\s;]+))/i.exec(valueIn(response, 'Content-Type') ?? '') ?? [];
  const boundary = quoted ?? plain;
  const whole = contentOf(twin);
  if (boundary === undefined || whole === undefined) return undefined;
  const pieces = contentOf(response)!.split(`--${boundary}`).slice(1);
  if (!pieces.pop()?.startsWith('--')) return undefined;
  const starts = pieces.map((piece) => {
    const [, from, to, data] = PART.exec(piece) ?? [];
    return data !== undefined && data === whole.slice(Number(from), Number(to) + 1) ? Number(from) : -1;
  });
  return starts.includes(-1) ? undefined : starts;
}

const PART =
  /^[ \t]*\r\n(?:[^\r\n]+\r\n)*?content-range:[ \t]*bytes ([0-9]+)-([0-9]+)\/[0-9*]+[ \t]*\r\n(?:[^\r\n]+\r\n)*\r\n(.*)\r\n$/is;

/** A server may send less of a range than was asked for, and says which part it is (RFC 9110 section 15.3.7). */
function isPart(
  response: ObservedResponse,
  twin: ObservedResponse | undefined,
  least: number,
  most = Infinity,
): boolean {
  const [, from, to, length] =
    /^bytes ([0-9]+)-([0-9]+)\/([0-9]+|\*)$/.exec(valueIn(response, 'Content-Range') ?? '') ?? [];
  const whole = contentOf(twin);
  if (length === undefined || whole === undefined) return false;
  const [first, last] = [Number(from), Number(to)];
  if (first < Math.max(0, least) || last < first || last > Math.min(most, whole.length - 1)) return false;
  return ['*', String(whole.length)].includes(length) && contentOf(response) === whole.slice(first, last + 1);
}

export const contentPhrases: readonly Phrase[] = [
  [/^no content$/, ({ response }) => response.content.length === 0],
  [/^some content$/, ({ response }) => response.content.length > 0],
  [/^content of at least ([0-9]+) octets$/, ({ response }, least) => response.content.length >= Number(least)],
  [/^content of at most ([0-9]+) octets$/, ({ response }, most) => response.content.length <= Number(most)],
  [/^whole$/, ({ response }) => response.complete],
  [/^content as the twin$/, ({ response, twin }) => contentOf(response) === contentOf(twin)],
  [
    /^content is the part of octets ([0-9]+) to ([0-9]+) of the twin that Content-Range tells$/,
    ({ response, twin }, from, to) => isPart(response, twin, Number(from), Number(to)),
  ],
  [
    /^content is the part of the last ([0-9]+) octets of the twin that Content-Range tells$/,
    ({ response, twin }, last) => isPart(response, twin, (twin?.content.length ?? 0) - Number(last)),
  ],
  [/^content lacks "(.*)"$/, ({ response }, text) => !contentOf(response)!.includes(text!)],
  [/^content begins as gzip does$/, ({ response }) => contentOf(response)!.startsWith('\x1f\x8b')],
  [/^framing (none|length|chunked|close)$/, ({ response }, wanted) => response.framing === wanted],
  [/^not multipart$/, ({ response }) => !isMultipart(response)],
  [
    /^multipart by ranges$/,
    ({ response, twin }) => isMultipart(response) && (partsOf(response, twin)?.length ?? 0) > 0,
  ],
  [/^parts begin at ([0-9, ]+)$/, ({ response, twin }, starts) => partsOf(response, twin)?.join(', ') === starts],
];
