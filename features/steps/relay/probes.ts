/** Probes, records, and what a node may be told to send to. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { relayKit } from '../../../src/kits/relay/index.ts';

export const probeSteps: readonly StepDefinition[] = defineSteps(relayKit, {
  given: {
    'a station {word} without a session': async ({ stations }, name: string) => void (await stations.found(name)),
    'a DIAL of {word} to {word} makes a PROBE arrive there': async ({ probes }, by: string, name: string) => {
      await probes.askToDialStation(by, name);
      await probes.expectProbe(name);
    },
    '{word} tells of a record that is right, and {word} is told of it': async ({ records }, name, asker) => {
      await records.tell(name, 'that is right');
      await records.assertTold(asker, name, true);
    },
    '{word} invents supernodes when it is asked for some': ({ records }, name: string) => records.inventFor(name),
    '{int} of those that it invents are alive at once': ({ records }, count: number) => records.untilInvented(count),
    '{int} s pass': ({ stations }, seconds: number) => stations.pass(seconds),
  },
  when: {
    '{word} sends PROBE-ME': ({ probes }, by: string) => probes.askToBeProbed(by),
    '{word} sends PROBE-ME that names the address of {word}': ({ probes }, by: string, other: string) =>
      probes.askToBeProbed(by, other),
    '{word} sends DIAL to {string}, spelt {word}': ({ probes }, by: string, address: string, spelling: string) =>
      probes.askToDial(by, address, spelling),
    '{word} tells of a record {string}': ({ records }, name: string, how: string) => records.tell(name, how),
    '{int} s go by': ({ stations }, seconds: number) => stations.pass(seconds),
  },
  then: {
    'a PROBE arrives at {word}, from where it has never sent to, and is not longer': ({ probes }, name: string) =>
      probes.assertProbeIsFair(name),
    'nothing arrives at {word}': ({ probes }, name: string) => probes.assertNothingAt(name),
    'that is refused, and nothing goes to {string}': async ({ probes }, address: string) => {
      probes.assertNotTaken();
      await probes.assertNothingTo(address);
    },
    'that is refused': ({ probes }) => probes.assertNotTaken(),
    '{word} is not told of the record of {word}': ({ records }, asker: string, name: string) =>
      records.assertTold(asker, name, false),
    '{word} is told of at most {int} supernodes of one informer': ({ records }, asker: string, most: number) =>
      records.assertShare(asker, most),
  },
});
