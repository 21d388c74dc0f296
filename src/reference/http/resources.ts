/** What the reference serves: a path each, with content that never changes. */

export interface Resource {
  readonly content: Uint8Array;
  /** As Content-Type has it. */
  readonly mediaType: string;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
}

export type Resources = ReadonlyMap<string, Resource>;

const text = (content: string): Uint8Array => Uint8Array.from(content, (character) => character.charCodeAt(0));
/** The day on which HTTP/1.1 was published in its present form, 6 June 2022. */
const PUBLISHED = Date.UTC(2022, 5, 6);
/** The end of the years that a timestamp can hold. */
const FAR_FUTURE = Date.UTC(9999, 11, 31);

const HELLO = text('Hello, reader.\n');

export const defaultResources: Resources = new Map([
  [
    '/',
    {
      content: text('<!DOCTYPE html>\n<title>Assay</title>\n<p>The reference origin. <a href="/hello.txt">Hello</a>\n'),
      mediaType: 'text/html; charset=utf-8',
      lastModified: PUBLISHED,
    },
  ],
  ['/hello.txt', { content: HELLO, mediaType: 'text/plain; charset=utf-8', lastModified: PUBLISHED }],
  ['/empty.txt', { content: text(''), mediaType: 'text/plain; charset=utf-8', lastModified: PUBLISHED }],
  [
    '/octets.bin',
    {
      content: Uint8Array.from({ length: 256 }, (_, octet) => octet),
      mediaType: 'application/octet-stream',
      lastModified: PUBLISHED,
    },
  ],
  ['/future.txt', { content: HELLO, mediaType: 'text/plain; charset=utf-8', lastModified: FAR_FUTURE }],
]);

/** What the reference declares of itself, for scenarios that need such facts. */
export const defaultParameters: Readonly<Record<string, string | number>> = {
  'http.resource': '/hello.txt',
  'http.absent': '/nothing-here',
  'http.future': '/future.txt',
  'http.content-length': HELLO.length,
  'http.media-type': 'text/plain',
  'http.last-modified': 'Mon, 06 Jun 2022 00:00:00 GMT',
};
