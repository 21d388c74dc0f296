/** Datagrams that are too long for the next link, and fragments on their way. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { ipv4Kit, type Rows, readHeader, readOptions } from '../../../src/kits/ipv4/index.ts';

export const fragmentationSteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
  given: {
    'the router cuts a datagram with {int} octets of data for the narrow link': ({ cuts }, octets: number) =>
      cuts.cross(octets),
    'the router cuts a datagram with {int} octets of data for the narrow link, sent with': (
      { cuts },
      octets: number,
      rows: Rows,
    ) => cuts.cross(octets, readHeader(rows)),
  },
  when: {
    'a datagram with {int} octets of data crosses the narrow link in fragments': ({ cuts }, octets: number) =>
      cuts.cross(octets),
    'a datagram with {int} octets of data crosses the narrow link in fragments, sent with': (
      { cuts },
      octets: number,
      rows: Rows,
    ) => cuts.cross(octets, readHeader(rows)),
    'the tester sends a datagram with {int} octets of data to the narrow side': ({ router }, octets: number) =>
      router.send({}, { octets, side: 'narrow' }),
    'the tester sends a datagram of {int} octets in all to the narrow side, with': (
      { cuts },
      octets: number,
      rows: Rows,
    ) => cuts.sendOfLength(octets, readHeader(rows)),
    'the tester sends the {word} fragment of a datagram to the far side, and no other': ({ cuts }, which: string) =>
      cuts.sendOnly(which as 'first' | 'middle' | 'last'),
  },
  then: {
    'each fragment but the last carries a multiple of 8 octets': ({ cuts }) => cuts.assertUnits(),
    'it crosses the narrow link whole': ({ cuts }) => cuts.assertWhole(),
    'nothing of it crosses the narrow link': ({ cuts }) => cuts.assertNotCut(),
    'the fragments are its parts by their offsets, flags, lengths and data': ({ cuts }) => cuts.assertParts(),
    'the first fragment has the options {string}, each later one {string}': ({ cuts }, first: string, later: string) =>
      cuts.assertOptions(readOptions(first), readOptions(later)),
    'the header checksum of each fragment is right': ({ cuts }) => cuts.assertChecksums(),
    'the time to live of each fragment is below {int}': ({ cuts }, limit: number) => cuts.assertTimesToLiveBelow(limit),
    'all its data crosses the narrow link': ({ router }) => router.expectForwarded(),
    'it has crossed in at most {int} fragments': ({ cuts }, count: number) => cuts.assertCount(count),
    'the fragments have left in the order of their offsets': ({ cuts }) => cuts.assertOrder(),
    'the router passes that fragment on as it is': ({ cuts }) => cuts.assertPassedOn(),
  },
});
