/** Answers with what was posted, so that a client sees how its content was read. */
import { contentOf } from './content.ts';
import { type Request, valuesOf } from './message.ts';
import type { Response } from './response.ts';

const TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
const QUOTED = '"(?:[\\t \\x21\\x23-\\x5b\\x5d-\\x7e]|\\\\[\\t\\x20-\\x7e])*"';
/** RFC 9110 section 8.3.1. */
const MEDIA_TYPE = new RegExp(`^${TOKEN}/${TOKEN}(?:[ \\t]*;[ \\t]*${TOKEN}=(?:${TOKEN}|${QUOTED}))*$`);

/** RFC9110-2.2-01: what is no media type is not given back as one. */
export function echo({ fields, content }: Request): Response {
  const [type = ''] = valuesOf(fields, 'content-type');
  const mediaType = MEDIA_TYPE.test(type) ? type : 'application/octet-stream';
  return { status: 200, fields: [['Content-Type', mediaType]], content: contentOf(content) };
}
