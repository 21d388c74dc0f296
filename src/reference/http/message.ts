/** Requests and responses as values, and how their fields are read. Text is one character an octet. */
import { withoutBlanks } from './octets.ts';

export interface Field {
  readonly name: string;
  readonly value: string;
}

export interface RequestHead {
  readonly method: string;
  readonly target: string;
  /** The minor version of HTTP/1. */
  readonly minor: number;
  readonly fields: readonly Field[];
}

export interface ResponseHead {
  readonly minor: number;
  readonly status: number;
  readonly reason: string;
  readonly fields: readonly Field[];
}

export interface Request extends RequestHead {
  readonly content: Uint8Array;
  /** What told where the content ends; `none`: nothing did, so there is none (RFC 9112 section 6.3). */
  readonly framing: 'none' | 'length' | 'chunked';
}

/** What a request is answered with before the connection is closed. */
export interface Refusal {
  readonly status: number;
  /** One sentence for the client. */
  readonly why: string;
}

/** All values of a field; names are compared without regard to case (RFC 9110 section 5.1). `name` is in small letters. */
export function valuesOf(fields: readonly Field[], name: string): readonly string[] {
  const values: string[] = [];
  for (const field of fields) {
    if (field.name.length === name.length && field.name.toLowerCase() === name) values.push(field.value);
  }
  return values;
}

/** The members of a list-based field, in small letters, empty ones left out (RFC 9110 section 5.6.1). */
export function membersOf(fields: readonly Field[], name: string): readonly string[] {
  const values = valuesOf(fields, name);
  return values.length === 0 ? values : membersIn(values);
}

/** The same of the values that a field has. */
export function membersIn(values: readonly string[]): readonly string[] {
  return values
    .flatMap((value) => value.split(','))
    .map((member) => withoutBlanks(member).toLowerCase())
    .filter((member) => member !== '');
}
