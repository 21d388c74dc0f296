/**
 * Options of every kind, up to 40 octets in all, with pointers that show a place or the end. RFC1122-OPT-8: one source
 * route at most.
 */
import fc from 'fast-check';
import type { Ipv4Header } from '../../src/generated/ipv4/header.ts';

interface Option {
  readonly type: number;
  readonly length?: number;
  readonly [field: string]: number | string | undefined;
}

const ROOM = 40;

const hex = (octets: number): fc.Arbitrary<string> =>
  fc.uint8Array({ minLength: octets, maxLength: octets }).map((bytes) => Buffer.from(bytes).toString('hex'));

/** Up to four addresses, any number of them passed. */
const routes = fc
  .tuple(fc.constantFrom(7, 131, 137), fc.nat(4))
  .chain(([type, places]) => fc.tuple(fc.constant(type), fc.constant(places), fc.nat(places), hex(4 * places)))
  .map(([type, places, passed, route]) => ({ type, length: 3 + 4 * places, pointer: 4 + 4 * passed, route }));

/** Flags 1 and 3 have entries of eight octets, flag 0 of four. */
const timestamps = fc.tuple(fc.constantFrom(0, 1, 3), fc.nat(4), fc.nat(15)).chain(([flag, places, overflow]) => {
  const width = flag === 0 ? 4 : 8;
  return fc.tuple(fc.nat(places), hex(width * places)).map(([taken, entries]) => ({
    type: 68,
    length: 4 + width * places,
    pointer: 5 + width * taken,
    overflow,
    flag,
    entries,
  }));
});

const options: fc.Arbitrary<Option> = fc.oneof(
  fc.constant({ type: 1 }),
  routes,
  timestamps,
  fc
    .integer({ min: 1, max: 9 })
    .chain((octets) => hex(octets).map((marking) => ({ type: 130, length: 2 + octets, marking }))),
  fc.nat(0xffff).map((streamId) => ({ type: 136, length: 4, streamId })),
  fc.nat(0xffff).map((value) => ({ type: 148, length: 4, value })),
  // RFC 4727: for experiments.
  fc
    .tuple(fc.constantFrom(30, 94, 158, 222), fc.nat(8))
    .chain(([type, octets]) => hex(octets).map((data) => ({ type, length: 2 + octets, data }))),
);

export const headerOptions: fc.Arbitrary<Ipv4Header['options']> = fc.array(options, { maxLength: 6 }).map((made) => {
  let left = ROOM;
  let isRouted = false;
  const kept = made.filter(({ type, length = 1 }) => {
    const isRoute = type === 131 || type === 137;
    if (length > left || (isRoute && isRouted)) return false;
    left -= length;
    isRouted ||= isRoute;
    return true;
  });
  // Each has the fields of its kind; the type cannot tell that from a number for the kind.
  return kept as unknown as Ipv4Header['options'];
});
