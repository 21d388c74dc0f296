/** Connections with timestamps. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { type Rows, readStamped, tcpKit } from '../../../src/kits/tcp/index.ts';

export const timestampSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'a connection to the {word} service with timestamps is established': ({ stamps }, service: string) =>
      stamps.establish(service),
    'a connection to the {word} service with timestamps and SACK is established': ({ stamps }, service: string) =>
      stamps.establish(service, '1, 1, 4'),
    'a connection to the {word} service with timestamps and a segment size of 400 is established': (
      { stamps },
      service: string,
    ) => stamps.establish(service, '2 0190'),
    'data comes back with timestamps': ({ stamps }) => stamps.assertAlive(),
    '{int} octets with timestamp {word} come back': ({ stamps }, octets: number, timestamp: string) =>
      stamps.exchange(octets, timestamp),
    '{int} octets with timestamp {word} are acknowledged': ({ stamps }, octets: number, timestamp: string) =>
      stamps.give(octets, timestamp),
    'data that comes too early is kept': ({ stamps }) => stamps.mustKeep(5, '0'),
    'data beyond a gap of {int} octets is acknowledged with timestamp {word}': (
      { stamps },
      gap: number,
      timestamp: string,
    ) => stamps.giveBeyond(gap, timestamp),
  },
  when: {
    'the tester asks the {word} service with timestamps': ({ stamps }, service: string) => stamps.ask(service),
    'the tester asks the {word} service with timestamps, and returns {int}': (
      { stamps },
      service: string,
      echo: number,
    ) => stamps.ask(service, echo),
    'the tester sends with timestamps': ({ stamps }, rows: Rows) => stamps.sendAll(readStamped(rows)),
    'the tester sends with timestamps what is not to be taken': ({ stamps }, rows: Rows) =>
      stamps.sendAll(readStamped(rows), true),
    'the tester looks at the clock three times, {int} second apart': async ({ stamps }, seconds: number) => {
      await stamps.look();
      for (let look = 1; look < 3; look += 1) {
        await stamps.wait(seconds * 1_000_000);
        await stamps.look();
      }
    },
  },
  then: {
    'the implementation answers and returns timestamp {word}': ({ stamps }, timestamp: string) =>
      stamps.assertReturns(timestamp),
    '{int} numbers are acknowledged, and timestamp {word} is returned': (
      { stamps },
      numbers: number,
      timestamp: string,
    ) => stamps.assertAcknowledges(numbers, timestamp),
    'what fills the gap is acknowledged, and timestamp {word} is returned': ({ stamps }, timestamp: string) =>
      stamps.assertFills(timestamp),
    'the next acknowledgement returns timestamp {word}': ({ stamps }, timestamp: string) =>
      stamps.assertNextReturns(timestamp),
    'acknowledgements of {int} segments return the timestamp of the earliest that they acknowledge': (
      { stamps },
      count: number,
    ) => stamps.assertEarliestOf(count),
    'a SYN comes that returns no timestamp': ({ stamps }) => stamps.assertSynReturnsNothing(),
    'the implementation stays silent, as a segment with timestamps shows': ({ stamps }) => stamps.assertSilence(),
    'the connection still carries data with timestamps': ({ stamps }) => stamps.assertAlive(),
    'it has run evenly': ({ stamps }) => stamps.assertRunsEvenly(),
    'a reset comes that returns the timestamp and has none of its own': ({ stamps }) => stamps.assertResetIsStamped(),
    'it is acknowledged as if it had not come': ({ stamps }) => stamps.assertTurnedAway(),
  },
});
