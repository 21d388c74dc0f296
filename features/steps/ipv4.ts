/** What the steps of features/ipv4 mean: each reads its words and calls the kit. */
import { defineSteps, type StepDefinition } from '../../src/harness/kit.ts';
import {
  assertQuotesData,
  assertQuotesHeader,
  habitOf,
  ipv4Kit,
  type Rows,
  readHeader,
  readHex,
  readRows,
} from '../../src/kits/ipv4/index.ts';

const codec = defineSteps(ipv4Kit, {
  given: {
    'the decoder accepts the header of fixture {string}': ({ codec }, name: string) => codec.acceptFixture(name),
  },
  when: {
    'the decoder is given the header {string}': async ({ codec }, octets: string) => {
      await codec.decode(readHex(octets));
    },
    'the decoder is given the header of fixture {string}': ({ codec }, name: string) => codec.decodeFixture(name),
    'the decoder is given the same header with': ({ codec }, rows: Rows) => codec.decodeChanged(readHeader(rows)),
    'the decoder is given the same header, its checksum left as it was, with': ({ codec }, rows: Rows) =>
      codec.decodeChanged(readHeader(rows), true),
    'the decoder is given the same header with bit {int} of its checksum inverted': ({ codec }, bit: number) =>
      codec.decodeWithChecksumBitInverted(bit),
    'the decoder is given the first {int} octets of the same header': ({ codec }, octets: number) =>
      codec.decodeFirst(octets),
    'the encoder is given the header': ({ codec }, rows: Rows) => codec.encode(readHeader(rows)),
    'the encoder is given the header, and {int} octets of data after it': ({ codec }, octets: number, rows: Rows) =>
      codec.encode(readHeader(rows), new Uint8Array(octets)),
  },
  then: {
    'the decoder refuses it': ({ codec }) => codec.assertRefused(),
    'the decoder refuses it, or reads no option in it': ({ codec }) => codec.assertRefusedOrWithoutOptions(),
    'the decoder reads': ({ codec }, rows: Rows) => codec.assertReads(readRows(rows)),
    'the decoder reads the same header with': ({ codec }, rows: Rows) => codec.assertReadsChanged(readHeader(rows)),
    'the encoder writes {string}': ({ codec }, octets: string) => codec.assertWritten(readHex(octets)),
    'octet {int} of what the encoder writes is {string}': ({ codec }, at: number, octet: string) =>
      codec.assertWritten(readHex(octet.replace(/^0x/, '')), at, at + 1),
    'octets {int} to {int} of what the encoder writes are {string}': (
      { codec },
      from: number,
      to: number,
      octets: string,
    ) => codec.assertWritten(readHex(octets), from, to + 1),
  },
});

const echo = defineSteps(ipv4Kit, {
  given: {
    'the host answers an echo request': ({ echoes }) => echoes.converse(),
    'the host answers an echo request with': ({ echoes }, rows: Rows) => echoes.converse(undefined, readHeader(rows)),
    'the host answers an echo request with {int} octets of data': ({ echoes }, octets: number) =>
      echoes.converse(octets),
  },
  when: {
    'an echo request is answered': ({ echoes }) => echoes.converse(),
    'an echo request with {int} octets of data is answered': ({ echoes }, octets: number) => echoes.converse(octets),
    '{int} echo requests are answered': ({ echoes }, count: number) => echoes.converse(undefined, {}, count),
    'the tester sends an echo request': ({ echoes }) => echoes.ask(),
    'the tester sends the same echo request with': ({ echoes }, rows: Rows) => echoes.askAgain(readHeader(rows)),
    'the tester sends the same echo request with bit {int} of its header checksum inverted': (
      { echoes },
      bit: number,
    ) => echoes.askWithChecksumBitInverted(bit),
    'the tester sends the same echo request with a checksum of the first {int} octets of its header only': (
      { echoes },
      octets: number,
    ) => echoes.askWithChecksumOf(octets),
    'the tester sends the same echo request with {int} octets of padding behind it': ({ echoes }, octets: number) =>
      echoes.askPadded(octets),
  },
  then: {
    'the host answers with an echo reply': ({ echoes }) => echoes.expectReplies(),
    'the host stays silent about it': ({ echoes }) => echoes.assertSilence(),
    'the host answers none of them': ({ echoes }) => echoes.assertUnanswered(),
    'every echo request is answered with all its data': async ({ echoes }) => {
      await echoes.expectReplies();
      echoes.assertData();
    },
    'the echo reply returns all the data': ({ echoes }) => echoes.assertData(),
    'the echo reply holds': ({ echoes }, rows: Rows) => echoes.assertHolds(readRows(rows)),
    'the echo reply comes from the address that was asked': ({ echoes }) => echoes.assertSource(),
    'the header checksum of the echo reply is right': ({ echoes }) => echoes.assertChecksum('headerChecksum'),
    'the message checksum of the echo reply is right': ({ echoes }) => echoes.assertChecksum('checksum'),
    'it is recorded how the host identifies what it sends': ({ echoes, scene }) =>
      scene.took(habitOf(echoes.exchanges)),
  },
});

const reassembly = defineSteps(ipv4Kit, {
  given: {
    'the host answers echo requests in fragments, in the order {string}': async (
      { echoes, fragments },
      order: string,
    ) => {
      await fragments.send(order);
      await echoes.expectReplies();
    },
    'the host has reported that reassembly of an echo request took too long': async ({ fragments }) => {
      await fragments.sendFirst();
      await fragments.expectReport();
    },
    'the tester sends the last fragment of an echo request': ({ fragments }) => fragments.sendOrphan(),
  },
  when: {
    'the tester sends such echo requests in fragments, in the order {string}': ({ fragments }, order: string) =>
      fragments.send(order),
    'the tester sends fragments that differ only in their identification, in the order {string}': (
      { fragments },
      order: string,
    ) => fragments.send(order, 'identification'),
    'the tester sends fragments that differ only in their protocol, in the order {string}': (
      { fragments },
      order: string,
    ) => fragments.send(order, 'protocol'),
    'the tester sends the first fragment of such an echo request': ({ fragments }) => fragments.sendFirst(),
    'the tester sends the fragments that were missing': ({ fragments }) => fragments.sendMissing(),
    'the host reports that reassembly of an echo request with time to live {int} took too long': async (
      { fragments },
      timeToLive: number,
    ) => {
      await fragments.sendFirst({ timeToLive });
      await fragments.expectReport();
    },
    'the host reports that reassembly of another echo request took too long': async ({ fragments }) => {
      await fragments.sendFirst();
      await fragments.expectReport();
    },
  },
  then: {
    'the host reports that reassembly took too long': ({ fragments }) => fragments.expectReport(),
    'the host does not answer that echo request': ({ fragments }) => fragments.assertGivenUp(),
    'it has waited between {int} and {int} seconds': ({ fragments }, fewest: number, most: number) =>
      fragments.assertWaited(fewest, most),
    'the host has reported nothing about the last fragment': ({ fragments }) => fragments.assertOrphanUnreported(),
    'the report quotes the first fragment, its header as it was sent': ({ fragments }) =>
      assertQuotesHeader(fragments.report, fragments.first, false),
    'the report quotes at least {int} octets of the data of the first fragment': ({ fragments }, octets: number) =>
      assertQuotesData(fragments.report, fragments.first, octets),
  },
});

const forwarding = defineSteps(ipv4Kit, {
  given: {
    'the router forwards a datagram to the far side': async ({ router }) => {
      await router.send();
      await router.expectForwarded();
    },
  },
  when: {
    'a datagram to the far side is forwarded': async ({ router }) => {
      await router.send();
      await router.expectForwarded();
    },
    'a datagram to the far side is forwarded, sent with': async ({ router }, rows: Rows) => {
      await router.send(readHeader(rows));
      await router.expectForwarded();
    },
    'the tester sends the same datagram with': ({ router }, rows: Rows) => router.send(readHeader(rows)),
    'the router reports that the time to live of a datagram with {int} octets of data ran out': async (
      { router },
      octets: number,
    ) => {
      await router.send({ timeToLive: 1 }, octets);
      await router.expectTimeExceeded();
    },
  },
  then: {
    'the router forwards it': ({ router }) => router.expectForwarded(),
    'the router does not forward it': ({ router }) => router.assertNotForwarded(),
    'the router discards it without a word': ({ router }) => router.assertDiscarded(),
    'the router discards it, and at most reports a parameter problem at octet {int}': ({ router }, octet: number) =>
      router.assertDiscarded(octet),
    'the router reports that the time to live ran out': ({ router }) => router.expectTimeExceeded(),
    'the forwarded datagram holds': ({ router }, rows: Rows) => router.assertHolds(readRows(rows)),
    'the time to live of the forwarded datagram is below {int}': ({ router }, limit: number) =>
      router.assertTimeToLiveBelow(limit),
    'the header checksum of the forwarded datagram is right': ({ router }) => router.assertChecksum(),
    'the report quotes the header as the router received or forwarded it': ({ router }) =>
      assertQuotesHeader(router.report, router.sent, true),
    'the report quotes at least {int} octets of the data': ({ router }, octets: number) =>
      assertQuotesData(router.report, router.sent, octets),
  },
});

export const ipv4Steps: readonly StepDefinition[] = [...codec, ...echo, ...reassembly, ...forwarding];
