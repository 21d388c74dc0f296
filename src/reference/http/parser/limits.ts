/** How much of a message a parser keeps at most. What exceeds a limit is a fault of its own kind. */
export interface Limits {
  /** Octets of the start line, without its end. RFC 9112 section 3 asks for 8000 at least. */
  readonly startLine: number;
  readonly fieldLine: number;
  /** Octets of all field lines together; of those of a trailer section likewise. */
  readonly section: number;
  readonly fields: number;
  /** Octets of a chunk size with its extensions (RFC 9112 section 7.1.1). */
  readonly chunkLine: number;
  /** Octets of content, chunked coding removed. */
  readonly content: number;
}

export const SERVER_LIMITS: Limits = {
  startLine: 16_384,
  fieldLine: 16_384,
  section: 65_536,
  fields: 256,
  chunkLine: 4_096,
  content: 1_048_576,
};

/** A client has asked for what it gets: however much that is, unless it keeps it. */
export const CLIENT_LIMITS: Limits = { ...SERVER_LIMITS, content: Number.MAX_SAFE_INTEGER };
