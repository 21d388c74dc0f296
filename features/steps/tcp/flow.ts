/** Windows: taken back, closed, probed, and offered by crumbs. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const flowSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'the characters service has filled a window of {int} octets': ({ flow }, octets: number) => flow.fill(octets),
  },
  when: {
    'the tester takes the window back to {int} octets': ({ flow }, window: number) => flow.offer(window, { octets: 0 }),
    'the tester acknowledges {int} octets, takes the window back to {int} and sends 1 octet': (
      { flow },
      octets: number,
      window: number,
    ) => flow.offer(window, { octets, data: '1 octet' }),
    'the tester acknowledges all data and offers {int} octets': ({ flow }, window: number) => flow.offer(window),
    'the tester says for {int} minutes that the window is closed': ({ probes }, minutes: number) =>
      probes.answerFor(minutes),
    'the user reads {int} octets {int} times': async ({ reader }, octets: number, times: number) => {
      for (let count = 0; count < times; count += 1) await reader.read(octets);
    },
  },
  then: {
    'its window is not opened by less than a segment': ({ reader }) => reader.assertNoCrumb(),
    'the service goes on with new data': ({ flow }) => flow.assertGoesOn(),
    'the service sends nothing new': ({ flow }) => flow.assertNothingNew(),
    'the service sends the first of it again': ({ flow }) => flow.assertSentAgain(),
    'the service does not send them at once': ({ flow }) => flow.assertNoCrumb(),
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
