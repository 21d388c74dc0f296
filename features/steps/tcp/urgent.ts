/** Urgent data. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const urgentSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'urgent data has come, and the user was told of it and has read it': async ({ urgent }) => {
      await urgent.send(5);
      await urgent.assertTold();
      await urgent.receiveAll();
      await urgent.forgetNotices();
    },
  },
  when: {
    'the user sends {int} octets as urgent data': ({ urgent }, octets: number) => urgent.userSends(octets),
    'the tester sends urgent data in {int} segment(s) of {int} octets': (
      { urgent },
      segments: number,
      octets: number,
    ) => urgent.send(octets, segments),
    '{int} octets come that point to urgent data {int} octets further on, and the user reads them': async (
      { urgent },
      octets: number,
      ahead: number,
    ) => {
      await urgent.announce(octets, octets + ahead);
      await urgent.receiveAll();
    },
  },
  then: {
    'URG announces them': ({ urgent }) => urgent.assertAnnounced(),
    'the last of them comes with an urgent pointer behind all of them': ({ urgent }) => urgent.assertPointsBehind(),
    'the user receives all of it': ({ urgent }) => urgent.receiveAll(),
    'the user is told of urgent data': ({ urgent }) => urgent.assertTold(),
    'more urgent data is to be read': ({ urgent }) => urgent.assertPending(true),
    'more urgent data is to be read, and none once the user has read it': async ({ urgent }) => {
      await urgent.assertPending(true);
      await urgent.receiveAll();
      await urgent.assertPending(false);
    },
  },
});
