// Written by `npm run generate` from spec/http/request.schema.json: change that, not this.
/**
 * A request as it was parsed off a connection (RFC 9112 sections 2.1, 3, 5 to 7). Text is one character an octet.
 */
export interface HttpRequest {
  /**
   * A token; case matters.
   */
  method: string;
  /**
   * As sent, in whichever of the four forms.
   */
  target: string;
  /**
   * HTTP-version, for instance HTTP/1.1.
   */
  version: string;
  /**
   * Field lines in their order, repeated names included; of a trailer section none.
   */
  fields: Field[];
  /**
   * What told the end of the body: none (there is none), length, or chunked.
   */
  framing: 'none' | 'length' | 'chunked';
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
