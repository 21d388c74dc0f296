/** What of a segment is heard. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const acceptanceSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'a user reads nothing, and both windows are closed': ({ acceptance }) => acceptance.closeWindow(),
    'the user has asked to send {int} octets': ({ acceptance }, octets: number) => acceptance.userSends(octets),
    'the tester has sent {int} octets and heard their echo': ({ acceptance }, octets: number) =>
      acceptance.sendAndHear(octets),
  },
  then: {
    "the user's data comes": ({ acceptance }) => acceptance.assertUserDataComes(),
    'what comes again begins at octet {int}': ({ acceptance }, octet: number) => acceptance.assertSentAgainFrom(octet),
    'the echo is still held back': ({ acceptance }) => acceptance.assertStillHeldBack(),
    'the {int} octets come once the window is opened': ({ acceptance }, octets: number) =>
      acceptance.assertComesOnceOpen(octets),
    'the {int} octets are taken or turned away': ({ acceptance }, octets: number) => acceptance.noteInjection(octets),
  },
});
