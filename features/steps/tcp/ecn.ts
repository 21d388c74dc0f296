/** Explicit congestion notification. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const ecnSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'a connection to the {word} service whose SYN has asked for congestion notification': ({ ecn }, service: string) =>
      ecn.open(service),
  },
  when: {
    'data comes that a router has marked': ({ ecn }) => ecn.sendMarked(),
    'all data that comes is acknowledged, and a mark is told of': ({ ecn }) => ecn.tellSender(),
  },
  then: {
    'its acknowledgements tell of the mark until the tester says that it has slowed down': ({ ecn }) =>
      ecn.assertEchoed(),
    'the next new data says that its sender has slowed down': ({ ecn }) => ecn.assertSlowedDown(),
  },
});
