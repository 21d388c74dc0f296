/** What the wire shows, what a relay that cannot be trusted achieves, and whether all can be run again. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { placeFrom, relayKit } from '../../../src/kits/relay/index.ts';

const SYMMETRIC = placeFrom('APD/APD');

export const secrecySteps: readonly StepDefinition[] = defineSteps(relayKit, {
  given: {
    '{word} and {word}, who have no relay but mallory': async ({ secrecy }, one: string, other: string) =>
      secrecy.gatherAround({ [one]: SYMMETRIC, [other]: SYMMETRIC }),
    'mallory keeps the frames of data for {word}': ({ secrecy }, to: string) => secrecy.keep(to),
    '{word} asks {word} for something by a {word}': (
      { purposes },
      from: string,
      to: string,
      purpose: 'request' | 'call' | 'program',
    ) => purposes.ask(from, to, purpose),
    'the decoder accepts the frame of fixture {string}': ({ codec }, fixture: string) => codec.decode(fixture),
  },
  when: {
    'mallory inverts a bit of the {string} of all data for {word}': ({ secrecy }, what: string, to: string) =>
      secrecy.flip(to, what),
    'mallory sends every frame of data for {word} {int} times': ({ secrecy }, to: string, times: number) =>
      secrecy.repeat(to, times),
    'mallory plays again what it has kept': ({ secrecy }) => secrecy.playAgain(),
    'mallory swallows data for {word} and acknowledges it to {word}': ({ secrecy }, to: string, from: string) =>
      secrecy.acknowledgeFor(to, from),
    'mallory lets the OPENs of {word} go on after {int} ms': ({ secrecy }, from: string, milliseconds: number) =>
      secrecy.delayOpens(from, milliseconds),
    'mallory answers in the place of {word}': ({ secrecy }, to: string) => secrecy.impersonate(to),
    'mallory behaves': ({ secrecy }) => secrecy.behave(),
    'the application there answers': ({ purposes }) => purposes.respond(),
    'the same happens twice, in two worlds of one seed': ({ again }) => again.runTwice(),
  },
  then: {
    'no {int} octets of what was said are seen anywhere': ({ secrecy }, _: number) => secrecy.assertNoPlaintext(),
    'no two messages of {word} to {word} look alike': ({ secrecy }, from: string, to: string) =>
      secrecy.assertNoTwins(from, to),
    '{word} has been given {int} messages of {word}': ({ secrecy }, to: string, count: number, from: string) =>
      secrecy.assertNotDelivered(from, to, count),
    '{word} entrusts no data to mallory': ({ secrecy }, from: string) => secrecy.assertNothingEntrusted(from),
    'the answer is what the application said': ({ purposes }) => purposes.expectAnswer(),
    'the encoder makes the same octets of it': ({ codec }) => codec.assertEncodesBack(),
    'every octet is the same, at the same time': ({ again }) => again.assertSame(),
  },
});
