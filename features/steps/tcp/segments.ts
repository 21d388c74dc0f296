/** Segments to and from the services of an implementation. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { type Rows, readSegments, tcpKit } from '../../../src/kits/tcp/index.ts';

export const segmentSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'a connection to the {word} service is established': async ({ talk }, service: string) => {
      await talk.establish(service);
    },
    'a connection to the {word} service is established, its SYN sent with': async (
      { talk },
      service: string,
      rows: Rows,
    ) => {
      await talk.establish(service, readSegments(rows)[0]);
    },
    'the tester is at the {word} port': async ({ talk }, service: string) => {
      await talk.begin(service);
    },
    'it has sent': ({ talk }, rows: Rows) => talk.send(readSegments(rows)),
    'it has been answered': ({ talk }, rows: Rows) => talk.expect(readSegments(rows)),
  },
  when: {
    'the tester sends': ({ talk }, rows: Rows) => talk.send(readSegments(rows)),
    'the implementation has answered': ({ talk }, rows: Rows) => talk.expect(readSegments(rows)),
  },
  then: {
    'the implementation answers': ({ talk }, rows: Rows) => talk.expect(readSegments(rows)),
    'the implementation stays silent': ({ talk }) => talk.assertSilence(),
    'the {word} port stays silent': ({ talk }, service: string) => talk.assertPortSilence(service),
    'the connection still carries data': ({ talk }) => talk.assertAlive(),
  },
});
