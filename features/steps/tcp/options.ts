/** Options, and how much is sent and taken at once. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const optionSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'a segment size of {int} octets is kept to where it stands alone': ({ flood }, octets: number) =>
      flood.assertKeptTo(octets),
    'it has been answered by a SYN with a segment size other than 536': ({ options }) => options.answeredWithMss(false),
    'it has been answered by a SYN with a segment size': ({ options }) => options.answeredWithMss(true),
    'it offers a window of {int}': ({ flood }, window: number) => flood.offer(window),
    'it has acknowledged all that has come': ({ flood }) => flood.acknowledge(1),
  },
  when: {
    'the SYN is sent again': ({ options }) => options.synAgain(),
    'the far end has sent something back': ({ data }) => data.somethingBack(),
    'the far end has closed, too': ({ data }) => data.closed(),
    'the implementation has acknowledged, and is quiet': ({ data }) => data.acknowledged(),
    'the tester acknowledges all that has come, {int} times': ({ flood }, rounds: number) => flood.acknowledge(rounds),
    'the tester acknowledges each segment as it comes, {int} of them': ({ flood }, segments: number) =>
      flood.acknowledgeEach(segments),
    'the tester takes nothing and has filled the window': ({ data }) => data.closeWindows(),
  },
  then: {
    'no segment has more than {int} octets of data': ({ flood }, octets: number) => flood.assertSegmentsAtMost(octets),
    'no segment has more than {int} octets of options and data': ({ options }, octets: number) =>
      options.assertPayloadAtMost(octets),
    'a segment comes with more than {int} octets of data': ({ flood }, octets: number) => flood.assertMoreThan(octets),
    'data comes up to {int} octets ahead, and more than {int}': ({ flood }, most: number, least: number) =>
      flood.assertWithin(most, least),
    'no segment but a SYN carries the option {string}': ({ options }, name: string) => options.assertInNoOther(name),
    'every segment but a reset carries the option {string}': ({ options }, name: string) => options.assertInEvery(name),
    'the last segment carries the option {string}': ({ options }, name: string) => options.assertHas(name),
    'the last segment does not carry the option {string}': ({ options }, name: string) => options.assertHasNot(name),
    'a segment of that size is taken whole': ({ options }) => options.assertMssIsKept(),
    'every SACK option is made of 1 to {int} whole blocks': ({ options }, most: number) =>
      options.assertSackIsWhole(most),
    'all {int} octets come back': ({ data }, octets: number) => data.assertComesBack(octets),
    '{int} numbers are acknowledged': ({ data }, numbers: number) => data.assertAcknowledged(numbers),
    'all of it is acknowledged': ({ data }) => data.assertAllAcknowledged(),
    'a new connection to the {word} service carries data': async ({ talk }, service: string) => {
      await talk.establish(service);
      await talk.assertAlive();
    },
  },
});
