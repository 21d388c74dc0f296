/** What users set for their connections. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const settingSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'the user has set the Differentiated Services field to {int} and sent data': async ({ settings }, dscp: number) => {
      await settings.set({ dscp });
      await settings.send();
    },
    'the user has set a timeout of {int} seconds': ({ settings }, seconds: number) =>
      settings.set({ userTimeout: seconds * 1_000_000 }),
  },
  when: {
    'the user sets the Differentiated Services field to {int} and sends data': async ({ settings }, dscp: number) => {
      await settings.set({ dscp });
      await settings.send();
    },
    'the user sets the time to live to {int} and sends data': async ({ settings }, ttl: number) => {
      await settings.set({ ttl });
      await settings.send();
    },
    "the user's data comes and is never acknowledged": ({ settings }) => settings.sendUnheard(),
    'the tester opens a connection and sends data, in datagrams with the IP options {string}': (
      { settings },
      options: string,
    ) => settings.converseWith(options),
  },
  then: {
    'the data comes with the Differentiated Services field {int}': ({ settings }, value: number) =>
      settings.assertHeader('dscp', value),
    'the data comes with the time to live {int}': ({ settings }, value: number) =>
      settings.assertHeader('timeToLive', value),
    'the data is echoed': ({ settings }) => settings.assertEchoed(),
    'within {int} seconds the user is told so, and the connection is gone': ({ settings }, seconds: number) =>
      settings.assertGivenUp(seconds),
  },
});
