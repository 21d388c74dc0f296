/** Requests and responses as values. Text is one character an octet. */

export interface Field {
  readonly name: string;
  readonly value: string;
}

export interface Request {
  readonly method: string;
  readonly target: string;
  /** The minor version of HTTP/1. */
  readonly minor: number;
  readonly fields: readonly Field[];
  readonly content: Uint8Array;
}

/** Octets that are no request, or none that is served: what to answer before the connection is closed. */
export interface Refusal {
  readonly status: number;
  /** One sentence for the client. */
  readonly why: string;
  /** The request line that was read before asked for HEAD. */
  readonly head?: boolean;
}

/** All values of a field; names are compared without regard to case (RFC 9110 section 5.1). */
export function valuesOf(fields: readonly Field[], name: string): readonly string[] {
  return fields.filter((field) => field.name.toLowerCase() === name).map(({ value }) => value);
}

/** The members of a list-based field, in lower case (RFC 9110 section 5.6.1). */
export function membersOf(fields: readonly Field[], name: string): readonly string[] {
  return valuesOf(fields, name)
    .flatMap((value) => value.split(','))
    .map((member) => member.trim().toLowerCase())
    .filter((member) => member !== '');
}
