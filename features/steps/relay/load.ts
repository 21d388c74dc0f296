/** Credit, limits and refusals of a relay under load. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { relayKit } from '../../../src/kits/relay/index.ts';

export const loadSteps: readonly StepDefinition[] = defineSteps(relayKit, {
  given: {
    'a supernode that relays {int} octets a second, with a circuit from {word} to {word}': async (
      { serving, reservations, circuits, load },
      bandwidth: number,
      from,
      to,
    ) => {
      load.bandwidth = bandwidth;
      await serving.serve({ bandwidth });
      await serving.admit(from, to);
      await reservations.reserve(to);
      await circuits.stand(from, to);
    },
    'a supernode that lets a circuit carry {int} octets, with one from {word} to {word}': async (
      { serving, reservations, circuits },
      circuitOctets: number,
      from,
      to,
    ) => {
      await serving.serve({ circuitOctets });
      await serving.admit(from, to);
      await reservations.reserve(to);
      await circuits.stand(from, to);
    },
    'a supernode that lets a circuit last {int} s, with one from {word} to {word}': async (
      { serving, reservations, circuits },
      circuitSeconds: number,
      from,
      to,
    ) => {
      await serving.serve({ circuitSeconds });
      await serving.admit(from, to);
      await reservations.reserve(to);
      await circuits.stand(from, to);
    },
    'a supernode of one slot with the clients {word}, {word} and {word}': async ({ serving }, ...names: string[]) => {
      await serving.serve({ slots: 1 });
      await serving.admit(...names);
    },
    'a supernode of one circuit with the clients {word}, {word} and {word}': async (
      { serving },
      ...names: string[]
    ) => {
      await serving.serve({ circuitsMost: 1 });
      await serving.admit(...names);
    },
    'a supernode that lets a circuit carry {int} octets, with the clients {word} and {word}': async (
      { serving },
      circuitOctets: number,
      one,
      other,
    ) => {
      await serving.serve({ circuitOctets });
      await serving.admit(one, other);
    },
  },
  when: {
    '{word} sends {word} {int} full frames at once': ({ load }, from: string, to: string, count: number) =>
      load.burst(from, to, count),
  },
  then: {
    '{word} gets no more of them than a credit of {int} octets lets through, within {int} s': (
      { load },
      to,
      credit: number,
      within: number,
    ) => load.assertWithinCredit(to, credit, within),
    '{word} gets all {int} of them within {int} s': ({ load }, to: string, count: number, within: number) =>
      load.assertAllArrive(to, count, within),
    '{word} is told of {int} {string}': ({ load }, name: string, value: number, limit: string) =>
      load.assertLimit(name, limit, value),
    '{word} and {word} are told that it is closed, {int}': async (
      { load },
      one: string,
      other: string,
      code: number,
    ) => {
      await load.expectClosed(one, code);
      await load.expectClosed(other, code);
    },
    'the circuit of {word} stays open': ({ load }, name: string) => load.assertStillOpen(name),
  },
});
