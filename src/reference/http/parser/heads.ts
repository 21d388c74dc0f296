/** Heads as a parser gives them: what everybody needs at once, the rest when somebody asks. */
import type { Field, RequestHead, ResponseHead } from '../message.ts';
import { textOf } from '../octets.ts';
import type { FieldPlaces } from './field-places.ts';

export class ParsedRequest implements RequestHead {
  readonly method: string;
  readonly target: string;
  readonly minor: number;
  readonly places: FieldPlaces;
  #fields: readonly Field[] | undefined;

  constructor(method: string, target: string, minor: number, places: FieldPlaces) {
    this.method = method;
    this.target = target;
    this.minor = minor;
    this.places = places;
  }

  get fields(): readonly Field[] {
    this.#fields ??= this.places.all();
    return this.#fields;
  }
}

export class ParsedResponse implements ResponseHead {
  readonly minor: number;
  readonly status: number;
  readonly places: FieldPlaces;
  readonly #octets: Uint8Array;
  readonly #reasonFrom: number;
  readonly #reasonTo: number;
  #fields: readonly Field[] | undefined;

  /** The reason phrase lies in [from, to) of `octets`. */
  constructor(minor: number, status: number, places: FieldPlaces, octets: Uint8Array, from: number, to: number) {
    this.minor = minor;
    this.status = status;
    this.places = places;
    this.#octets = octets;
    this.#reasonFrom = from;
    this.#reasonTo = to;
  }

  get reason(): string {
    return textOf(this.#octets, this.#reasonFrom, this.#reasonTo);
  }

  get fields(): readonly Field[] {
    this.#fields ??= this.places.all();
    return this.#fields;
  }
}
