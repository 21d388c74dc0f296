/** Decoders and encoders of segments; checksums and bits as they stand on the wire. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { readHex } from '../../../src/kits/ipv4/index.ts';
import { type Rows, readSegmentFields, readSegments, tcpKit } from '../../../src/kits/tcp/index.ts';

export const formatSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'the decoder accepts the segment of fixture {string}': ({ bench }, name: string) => bench.acceptFixture(name),
  },
  when: {
    'the decoder is given the segment of fixture {string}': ({ bench }, name: string) => bench.decodeFixture(name),
    'the decoder is given the same segment with': ({ bench }, rows: Rows) =>
      bench.decodeChanged(readSegmentFields(rows)),
    'the decoder is given the same segment with bit {int} inverted': ({ bench }, bit: number) =>
      bench.decodeWithBitInverted(bit),
    'the encoder is given the segment': ({ bench }, rows: Rows) => bench.encode(readSegmentFields(rows)),
    'the tester sends a SYN with the reserved bits {int}': async ({ talk }, reserved: number) => {
      await talk.end.send({ syn: true, reserved });
    },
    'the tester sends, with bit {int} of the checksum inverted': ({ talk }, bit: number, rows: Rows) =>
      talk.sendSpoilt(readSegments(rows), bit),
  },
  then: {
    'the decoder refuses the segment': ({ bench }) => bench.assertRefused(),
    'the decoder reads in the segment': ({ bench }, rows: Rows) => bench.assertReads(readSegmentFields(rows)),
    'octets {int} to {int} of the segment written are {string}': (
      { bench },
      from: number,
      to: number,
      octets: string,
    ) => bench.assertWritten(readHex(octets), from, to + 1),
    'no reserved bit is set in the answer': ({ options }) => options.assertNothingReserved(),
    'all segments have a right checksum': ({ options }) => options.assertChecksums(),
  },
});
