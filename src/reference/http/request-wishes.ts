/** What a request brings or expects that an origin need not put up with. */
import { membersOf, type Request, valuesOf } from './message.ts';
import { explain, type Response } from './response.ts';

export function checkWishes(request: Request): Response | undefined {
  const { minor, fields, method, framing } = request;
  // RFC9110-10.1.1-01. RFC9110-10.1.1-02: in HTTP/1.0 there are no expectations.
  if (minor >= 1 && membersOf(fields, 'expect').some((each) => each !== '100-continue'))
    return explain(417, 'Only 100-continue can be expected.');
  // RFC 9110 section 15.5.16: nothing here takes a content coding off.
  if (membersOf(fields, 'content-encoding').some((each) => each !== 'identity'))
    return explain(415, 'Content is taken without a coding.', [['Accept-Encoding', 'identity']]);
  // RFC9112-6.3-15: who posts without a length may have lost what was to be posted.
  if (method === 'POST' && framing === 'none') return explain(411, 'Content-Length is missing.');
  return undefined;
}

/** RFC 9110 section 10.1.1: the client waits for a word before it sends its content. */
export function waitsForContinue({ minor, fields }: Pick<Request, 'minor' | 'fields'>): boolean {
  return minor >= 1 && membersOf(fields, 'expect').includes('100-continue');
}

/** RFC 9110 section 10.1.4: the client takes trailer fields. */
export function wantsTrailers({ fields }: Pick<Request, 'fields'>): boolean {
  return membersOf(fields, 'te').includes('trailers');
}

/** RFC 9112 section 9.3, its list: whether the connection stays as far as the client is concerned. */
export function wantsToPersist({ minor, fields }: Pick<Request, 'minor' | 'fields'>): boolean {
  const options = valuesOf(fields, 'connection').length > 0 ? membersOf(fields, 'connection') : [];
  // RFC9112-9.3-03, RFC9112-9.3-04
  return !options.includes('close') && (minor >= 1 || options.includes('keep-alive'));
}
