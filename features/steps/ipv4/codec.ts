/** Decoders and encoders of IPv4 headers. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { ipv4Kit, type Rows, readHeader, readHex, readRows } from '../../../src/kits/ipv4/index.ts';

export const codecSteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
  given: {
    'the decoder accepts the header of fixture {string}': ({ codec }, name: string) => codec.acceptFixture(name),
    '{int} headers that nobody has written down': ({ unseen }, count: number) => unseen.make(count),
    '{int} headers with options that nobody has written down': ({ unseen }, count: number) =>
      unseen.makeWithOptions(count),
  },
  when: {
    'the decoder accepts each of them': ({ unseen }) => unseen.accept(),
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
    'the decoder reads each of them as it was made': ({ unseen }) => unseen.assertRead(),
    'the decoder refuses each of them when a bit of its checksum is inverted': ({ unseen }) =>
      unseen.assertRefusedWithWrongChecksum(),
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
