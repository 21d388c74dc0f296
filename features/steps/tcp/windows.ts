/** Windows: taken back, closed, probed, and offered by crumbs. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const windowSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'the characters service has filled a window of {int} octets': ({ windows }, octets: number) => windows.fill(octets),
    'the user has read {int} octet(s), and the tester has probed the window with 1 octet': async (
      { reader },
      octets: number,
    ) => {
      await reader.read(octets);
      await reader.probe();
    },
  },
  when: {
    'the tester takes the window back to {int} octets': ({ windows }, window: number) =>
      windows.offer(window, { octets: 0 }),
    'the tester acknowledges {int} octets, takes the window back to {int} and sends 1 octet': (
      { windows },
      octets: number,
      window: number,
    ) => windows.offer(window, { octets, data: '1 octet' }),
    'the tester acknowledges all data and offers {int} octets': ({ windows }, window: number) => windows.offer(window),
    'the tester says for {int} minutes that the window is closed': ({ probes }, minutes: number) =>
      probes.answerFor(minutes),
    'the user reads {int} octets {int} times': async ({ reader }, octets: number, times: number) => {
      for (let count = 0; count < times; count += 1) await reader.read(octets);
    },
  },
  then: {
    'its window is not opened by less than a segment': ({ reader }) => reader.assertNoCrumb(),
    'the service goes on with new data': ({ windows }) => windows.assertGoesOn(),
    'the service sends nothing new': ({ windows }) => windows.assertNothingNew(),
    'the service sends the first of it again': ({ windows }) => windows.assertSentAgain(),
    'the service does not send them at once': ({ windows }) => windows.assertNoCrumb(),
    'the service probes the window': async ({ probes }) => {
      await probes.expectProbe();
    },
    'the service probes the window after a tenth of a second at least and a minute at most': ({ probes }) =>
      probes.assertFirstInTime(),
    '{int} intervals between probes, which are all answered, grow to twice the first or more': (
      { probes },
      count: number,
    ) => probes.assertGrows(count),
    'the connection is still open': ({ probes }) => probes.assertOpen(),
  },
});
