/** Echo requests to a host, and its replies. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { habitOf, ipv4Kit, type Rows, readHeader, readRows } from '../../../src/kits/ipv4/index.ts';

export const echoSteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
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
