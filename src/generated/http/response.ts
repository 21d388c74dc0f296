// Written by `npm run generate` from spec/http/response.schema.json: change that, not this.
/**
 * A response as it was parsed off a connection (RFC 9112 sections 2.1, 4 to 7). Text is one character an octet.
 */
export interface HttpResponse {
  /**
   * HTTP-version, for instance HTTP/1.1.
   */
  version: string;
  /**
   * Three digits; RFC 9110 section 15 gives a meaning to 100..599.
   */
  status: number;
  /**
   * Without the space before it; empty when there is none.
   */
  reason: string;
  /**
   * Field lines in their order, repeated names included; of a trailer section none.
   */
  fields: Field[];
  /**
   * What told the end of the body: none (there is none), length, chunked, or close (of the connection).
   */
  framing: 'none' | 'length' | 'chunked' | 'close';
  /**
   * The content as lowercase hex, chunked coding removed.
   */
  body: string;
}
export interface Field {
  /**
   * As sent; to be compared without regard to case.
   */
  name: string;
  /**
   * Without the blanks around it.
   */
  value: string;
}
