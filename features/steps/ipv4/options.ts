/** Echo requests with options, and what a host makes of them. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { ipv4Kit, RECORD_ROUTE, type Rows, readHeader, TIMESTAMP } from '../../../src/kits/ipv4/index.ts';

export const optionsSteps: readonly StepDefinition[] = defineSteps(ipv4Kit, {
  when: {
    'an echo request is answered, sent with': ({ echoes }, rows: Rows) => echoes.converse(undefined, readHeader(rows)),
    'the tester sends the same echo request with a record of its route {string}': ({ options }, route: string) =>
      options.askRecording(route),
    'the tester sends the same echo request with timestamps of flag {int}, {string}': (
      { options },
      flag: number,
      times: string,
    ) => options.askTimed(flag, times),
    'an echo request with a record of its route {string} and timestamps of flag {int}, {string}, is answered': async (
      { options, echoes },
      route: string,
      flag: number,
      times: string,
    ) => {
      await options.askBoth(route, flag, times);
      await echoes.expectReplies();
    },
    'the tester sends an echo request from {word} that has come by the {word} source route {string}': (
      { sourceRoutes },
      from: string,
      kind: string,
      route: string,
    ) => sourceRoutes.ask([kind], route, from),
    'the tester sends the same echo request with two source routes {string}, {word} and {word}': (
      { sourceRoutes },
      route: string,
      first: string,
      second: string,
    ) => sourceRoutes.ask([first, second], route),
  },
  then: {
    'the decoder refuses it, or reads no pointer in it': ({ codec }) => codec.assertRefusedOrWithoutPointer(),
    'the host still answers echo requests': ({ echoes }) => echoes.converse(),
    'the host reports a parameter problem there, or answers all the same': ({ problems }) =>
      problems.assertReportedOrAnswered(),
    'the echo reply returns the record, the address of the host added': ({ options }) => options.assertRecorded(),
    'the echo reply returns the record as it came': ({ options }) => options.assertUnchanged(RECORD_ROUTE),
    'the host answers, and adds nothing to a record that it returns': ({ options }) =>
      options.assertUnchangedOrLeftOut(RECORD_ROUTE),
    'the echo reply returns the timestamps, that of the host added': ({ options }) => options.assertTimed(),
    'the echo reply returns the timestamps as they came': ({ options }) => options.assertUnchanged(TIMESTAMP),
    'the echo reply returns the timestamps, and counts that there was no place': ({ options }) =>
      options.assertOverflowCounted(),
    'the echo reply holds no option of type {int}': ({ options }, type: number) => options.assertWithout(type),
    'it is recorded what becomes of the record and of the timestamps': ({ options }) => options.recordHabit(),
    'the echo reply goes to the tester first, with the source route {string}': ({ sourceRoutes }, route: string) =>
      sourceRoutes.assertReturns(route),
    'nothing that the host answers has two source routes': ({ sourceRoutes }) => sourceRoutes.assertNeverTwo(),
  },
});
