/** Requests to the UDP echo service, and its answers. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import {
  assertAllOnes,
  assertChecksum,
  assertData,
  assertHasChecksum,
  assertLength,
  assertOwnSource,
  assertPort,
  assertProtocol,
  udpKit,
} from '../../../src/kits/udp/index.ts';

export const udpEchoSteps: readonly StepDefinition[] = defineSteps(udpKit, {
  given: {
    'the host answers a UDP echo request': ({ echoes }) => echoes.converse(),
    'the host takes a UDP echo request without a checksum': async ({ echoes }) => {
      await echoes.ask(undefined, { fields: { checksum: 0 } });
      await echoes.expectReply();
    },
    'the host answers a UDP echo request with a checksum of its own': async ({ echoes }) => {
      await echoes.converse();
      assertHasChecksum(echoes.reply);
      assertChecksum(echoes.reply);
    },
  },
  when: {
    'a UDP echo request is answered': ({ echoes }) => echoes.converse(),
    'a UDP echo request with {int} octets of data is answered': ({ echoes }, octets: number) => echoes.converse(octets),
    'a UDP echo request is answered whose checksum comes to zero, with {int} octets of data': async (
      { echoes },
      octets: number,
    ) => {
      await echoes.askForAllOnes(octets);
      await echoes.expectReply();
    },
    'a UDP echo request to the {word} broadcast address is answered': async (
      { echoes },
      kind: 'limited' | 'directed',
    ) => {
      await echoes.askAll(kind);
      await echoes.expectReply();
    },
    'the tester sends a UDP echo request with {int} octets of data': ({ echoes }, octets: number) => echoes.ask(octets),
    'the tester sends a UDP echo request with {int} octets of data in fragments': ({ echoes }, octets: number) =>
      echoes.askInFragments(octets),
    'the tester sends a UDP echo request to the {word} broadcast address': ({ echoes }, kind: 'limited' | 'directed') =>
      echoes.askAll(kind),
    'the tester sends a UDP echo request whose checksum comes to zero, with {int} octets of data': (
      { echoes },
      octets: number,
    ) => echoes.askForAllOnes(octets),
    'the tester sends the same UDP echo request without a checksum': ({ echoes }) => echoes.askAgain({ checksum: 0 }),
    'the tester sends such a UDP echo request with bit {int} of its checksum inverted': ({ echoes }, bit: number) =>
      echoes.askWithChecksumBitInverted(bit),
    'the tester sends the same UDP echo request with a checksum made for another {word}': (
      { echoes },
      what: 'source' | 'destination' | 'protocol' | 'length',
    ) => echoes.askMisled(what),
    'the tester sends the same UDP echo request, its length given as {int} and without a checksum': (
      { echoes },
      length: number,
    ) => echoes.askAgain({ length, checksum: 0 }),
    'the tester sends the same UDP echo request with {int} octets behind its end': ({ echoes }, octets: number) =>
      echoes.askWithOctetsBehind(octets),
    'the tester sends the same UDP echo request as if from {string}': ({ echoes }, source: string) =>
      echoes.askFrom(source),
  },
  then: {
    'the host answers that UDP echo request': ({ echoes }) => echoes.expectReply(),
    'the host does not answer that UDP echo request': ({ echoes }) => echoes.assertUnanswered(),
    'the host stays silent about that UDP echo request': ({ echoes }) => echoes.assertSilence(),
    'the host answers with all the data, or not at all': ({ echoes }) =>
      echoes.assertDataOrUnanswered('RFC 1122 section 3.3.2'),
    'the host answers with the data before that end, or not at all': ({ echoes }) =>
      echoes.assertDataOrUnanswered('RFC 768'),
    'the UDP answer returns all the data': ({ echoes }) => assertData(echoes.reply, echoes.sent.data),
    'the UDP answer goes to the port that asked': ({ echoes }) => assertPort(echoes.reply, echoes.sent),
    'the UDP answer is of protocol 17': ({ echoes }) => assertProtocol(echoes.reply),
    'the length of the UDP answer counts its header and data': ({ echoes }) => assertLength(echoes.reply),
    'the UDP answer has a checksum': ({ echoes }) => assertHasChecksum(echoes.reply),
    'the checksum of the UDP answer is right': ({ echoes }) => assertChecksum(echoes.reply),
    'the checksum of the UDP answer is all ones': ({ echoes }) => assertAllOnes(echoes.reply),
    'the UDP answer comes from an address of the host': ({ echoes }) => assertOwnSource(echoes.reply),
  },
});
