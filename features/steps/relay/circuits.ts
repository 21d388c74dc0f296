/** What goes through a relay, and what becomes of it. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { relayKit } from '../../../src/kits/relay/index.ts';

export const circuitSteps: readonly StepDefinition[] = defineSteps(relayKit, {
  given: {
    'a supernode with a circuit from {word} to {word}': async ({ serving, reservations, circuits }, from, to) => {
      await serving.serve();
      await serving.admit(from, to);
      await reservations.reserve(to);
      await circuits.stand(from, to);
    },
    '{word} has a circuit to {word}': ({ circuits }, from: string, to: string) => circuits.stand(from, to),
    '{word} has a circuit to {word} over {word}': async ({ circuits, stations, reservations }, from, to, over) => {
      if (!stations.has(from)) await stations.found(from);
      await circuits.open(from, to, reservations.of(to).voucher, {}, over);
      await circuits.expectArrival(to);
      await circuits.accept(to, from, over);
    },
    'an OPEN of {word} with the voucher of {word} arrives there': async ({ circuits, reservations }, from, to) => {
      await circuits.open(from, to, reservations.of(to).voucher);
      await circuits.expectArrival(to);
    },
    '{word} sends {word} data, which arrives': async ({ circuits }, from: string, to: string) => {
      await circuits.data(from, to);
      await circuits.expectArrival(to);
    },
  },
  when: {
    '{word} sends OPEN to {word} with the voucher of {word}': ({ circuits, reservations }, from, to, owner) =>
      circuits.open(from, to, reservations.of(owner).voucher),
    '{word} sends OPEN to {word} with its voucher {string}': ({ circuits, reservations }, from, to, how: string) =>
      circuits.open(from, to, reservations.spoilt(to, how)),
    '{word} sends OPEN to {word} without a voucher': ({ circuits }, from: string, to: string) =>
      circuits.open(from, to),
    '{word} sends OPEN to {word} with its voucher and a time to live of {int}': (
      { circuits, reservations },
      from,
      to,
      timeToLive: number,
    ) => circuits.open(from, to, reservations.of(to).voucher, { timeToLive }),
    '{word} sends {word} data': ({ circuits }, from: string, to: string) => circuits.data(from, to),
    '{word} sends {word} {int} octets': ({ circuits }, from: string, to: string, octets: number) =>
      circuits.data(from, to, octets),
    '{word} sends {word} data with a time to live of {int}': ({ circuits }, from, to, timeToLive: number) =>
      circuits.data(from, to, undefined, { timeToLive }),
    '{word} sends {word} data over {word}': ({ circuits }, from: string, to: string, over: string) =>
      circuits.data(from, to, undefined, {}, over),
    'the same frame is sent again': ({ circuits }) => circuits.repeat(),
    'the same frame is sent again {int} s later': async ({ circuits, stations }, seconds: number) => {
      await stations.pass(seconds);
      await circuits.repeat();
    },
    '{word} sends back the frame that it got': ({ circuits }, name: string) => circuits.turnBack(name),
  },
  then: {
    '{word} gets it': async ({ circuits }, name: string) => void (await circuits.expectArrival(name)),
    '{word} gets it unchanged but for time to live and hop MAC': ({ circuits }, name: string) =>
      circuits.assertUnchanged(name),
    '{word} gets it with a time to live of {int}': ({ circuits }, name: string, timeToLive: number) =>
      circuits.assertTimeToLive(name, timeToLive),
    '{word} gets it only once': ({ circuits }, name: string) => circuits.assertArrivals(name, 1),
    '{word} does not get it': ({ circuits }, name: string) => circuits.assertArrivals(name, 0),
    '{word} does not get it, and not a word is said': ({ circuits }, name: string) => circuits.assertSilence(name),
    '{word} does not get it, and the sender is told error {int}': async ({ circuits }, name: string, code: number) => {
      await circuits.expectError([code]);
      await circuits.assertArrivals(name, 0);
    },
  },
});
