/** What a fault shows of the octets around it. */
import { textOf } from '../octets.ts';
import { quoted } from './faults.ts';
import type { FieldPlaces } from './field-places.ts';

const LENGTH = 24;

/** The beginning of [from, to). */
export function excerpt(octets: Uint8Array, from: number, to: number): string {
  return quoted(textOf(octets, Math.min(from, to), Math.min(to, from + LENGTH)));
}

/** The beginning of the line at `from`, enough to tell its method. */
export function firstLineOf(octets: Uint8Array, from: number): string {
  return textOf(octets, from, Math.min(octets.length, from + LENGTH)).split(/[\r\n]/, 1)[0]!;
}

/** The fields that tell the end of a message. */
export function framingOf(places: FieldPlaces): string {
  const told = places.all().filter(({ name }) => /^(?:content-length|transfer-encoding)$/i.test(name));
  return quoted(told.map(({ name, value }) => `${name}: ${value}`).join(', '));
}
