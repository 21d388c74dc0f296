/** What the reference serves when nothing else is asked for: a page, some files, and one resource of every other kind. */
import { octetsOf } from './octets.ts';
import { type Generated, type Resource, staticResource } from './resources.ts';

const TEXT = 'text/plain; charset=utf-8';
/** The day on which HTTP/1.1 was published in its present form, 6 June 2022. */
const PUBLISHED = Date.UTC(2022, 5, 6);
/** The end of the years that a timestamp can hold. */
const FAR_FUTURE = Date.UTC(9999, 11, 31);

const HELLO = octetsOf('Hello, reader.\n');
const PAGE = '<!DOCTYPE html>\n<title>Assay</title>\n<p>The reference origin. <a href="/hello.txt">Hello</a>\n';
const LINES = Array.from({ length: 16 }, (_, line) =>
  octetsOf(`This is line ${line + 1} of 16.
`),
);

const generated: Generated = {
  kind: 'generated',
  chunks: LINES,
  mediaType: TEXT,
  trailers: [{ name: 'Assay-Octets', value: String(LINES.reduce((sum, { length }) => sum + length, 0)) }],
};

export const defaultResources: ReadonlyMap<string, Resource> = new Map<string, Resource>([
  ['/', staticResource(octetsOf(PAGE), 'text/html; charset=utf-8', PUBLISHED)],
  ['/hello.txt', staticResource(HELLO, TEXT, PUBLISHED)],
  ['/empty.txt', staticResource(octetsOf(''), TEXT, PUBLISHED)],
  [
    '/octets.bin',
    staticResource(
      Uint8Array.from({ length: 256 }, (_, octet) => octet),
      'application/octet-stream',
      PUBLISHED,
    ),
  ],
  ['/future.txt', staticResource(HELLO, TEXT, FAR_FUTURE)],
  ['/generated.txt', generated],
  ['/echo', { kind: 'echo' }],
  ['/forbidden.txt', { kind: 'forbidden' }],
]);

/** What the reference declares of itself, for scenarios that need such facts. */
export const defaultParameters: Readonly<Record<string, string | number>> = {
  'http.resource': '/hello.txt',
  'http.absent': '/nothing-here',
  'http.future': '/future.txt',
  'http.spare': '/empty.txt',
  'http.generated': '/generated.txt',
  'http.undated': '/generated.txt',
  'http.content-method': 'POST',
  'http.content-path': '/echo',
  'http.content-length': HELLO.length,
  'http.media-type': 'text/plain',
  'http.last-modified': 'Mon, 06 Jun 2022 00:00:00 GMT',
};
