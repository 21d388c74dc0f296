/** Writes several ranges of one representation as multipart/byteranges (RFC 9110 section 14.6). */
import { type Content, contentOf, partOf } from './content.ts';
import { contentRange } from './content-range.ts';
import { octetsOf } from './octets.ts';
import type { Range } from './ranges.ts';
import type { Static } from './resources.ts';
import type { Response } from './response.ts';

/** RFC9110-15.3.7-03, RFC9110-15.3.7-05: a Content-Range in every part and none above; in the order asked for. */
export function multipart({ content, mediaType, etag }: Static, ranges: readonly Range[]): Response {
  const boundary = `assay-${etag.replace(/[^0-9A-Za-z]/g, '')}`;
  const parts = ranges.flatMap((range, at) => [
    textContent(
      `${at > 0 ? '\r\n' : ''}--${boundary}\r\nContent-Type: ${mediaType}\r\nContent-Range: ${contentRange(range, content.length)}\r\n\r\n`,
    ),
    partOf(content, range.from, range.to),
  ]);
  return {
    status: 206,
    fields: [
      ['ETag', etag],
      ['Content-Type', `multipart/byteranges; boundary=${boundary}`],
    ],
    content: inSequence([...parts, textContent(`\r\n--${boundary}--\r\n`)]),
  };
}

function textContent(text: string): Content {
  return contentOf(octetsOf(text));
}

/** One after the other. A reading may end where one of them does. */
function inSequence(parts: readonly Content[]): Content {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const read = (from: number, to: number): Uint8Array => {
    let begin = 0;
    for (const part of parts) {
      if (from < begin + part.length) return part.read(from - begin, Math.min(to - begin, part.length));
      begin += part.length;
    }
    return new Uint8Array(0);
  };
  return { length, read };
}
