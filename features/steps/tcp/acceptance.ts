/** What of a segment is heard. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const acceptanceSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'a user reads nothing, and both windows are closed': ({ acceptance }) => acceptance.closeWindow(),
    'the user has asked to send {int} octets': ({ acceptance }, octets: number) => acceptance.userSends(octets),
    'the tester has sent {int} octets and heard their echo': ({ acceptance }, octets: number) =>
      acceptance.sendAndHear(1, octets),
    'the tester has sent {int} segments of {int} octets and heard their echo': (
      { acceptance },
      count: number,
      octets,
    ) => acceptance.sendAndHear(count, octets),
  },
  when: {
    // The twin: who sends into a closed window says nothing of which word on it counts.
    'the echo is held back': ({ acceptance }) => acceptance.assertStillHeldBack(),
    'the tester acknowledges the first segment of the echo': ({ acceptance }) => acceptance.acknowledgeFirst(),
  },
  then: {
    "the user's data comes": ({ acceptance }) => acceptance.assertUserDataComes(),
    'what comes again begins behind that segment': ({ acceptance }) => acceptance.assertSentAgainBehindIt(),
    'the echo is still held back': ({ acceptance }) => acceptance.assertStillHeldBack(),
    'the {int} octets come once the window is opened': ({ acceptance }, octets: number) =>
      acceptance.assertComesOnceOpen(octets),
    'the {int} octets are taken or turned away': ({ acceptance }, octets: number) => acceptance.noteInjection(octets),
  },
});
