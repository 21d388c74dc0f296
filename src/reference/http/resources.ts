/** What an origin serves. Where a resource comes from, memory or a folder, is for whoever fills `Resources`. */
import { type Content, contentOf } from './content.ts';
import { entityTagOf } from './entity-tag.ts';
import type { Field } from './message.ts';

/** A file, say: it is there as it is, until somebody changes it. */
export interface Static {
  readonly kind: 'static';
  readonly content: Content;
  /** As Content-Type has it. */
  readonly mediaType: string;
  /** Milliseconds since 1970. */
  readonly lastModified: number;
  /** A strong one. */
  readonly etag: string;
}

/** Made while it is sent, so that nobody knows its length beforehand. */
export interface Generated {
  readonly kind: 'generated';
  readonly chunks: readonly Uint8Array[];
  readonly mediaType: string;
  /** Known behind the content alone; for clients that want such (RFC 9110 section 6.5.1). */
  readonly trailers: readonly Field[];
}

/** Gives back what is posted to it. */
interface Echo {
  readonly kind: 'echo';
}

/** Something that nobody is shown. */
interface Forbidden {
  readonly kind: 'forbidden';
}

/** It is elsewhere, for good. */
interface Moved {
  readonly kind: 'moved';
  readonly to: string;
}

export type Resource = Static | Generated | Echo | Forbidden | Moved;

export interface Resources {
  /** `path`: percent-decoded, without a query. */
  get(path: string): Resource | undefined;
}

export function staticResource(octets: Uint8Array, mediaType: string, lastModified: number): Static {
  return { kind: 'static', content: contentOf(octets), mediaType, lastModified, etag: entityTagOf(octets) };
}
