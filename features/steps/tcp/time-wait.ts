/** TIME-WAIT and what follows it. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const timeWaitSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    'the implementation is in TIME-WAIT, and the tester has said timestamp {int} last': (
      { timeWait },
      timestamp: number,
    ) => timeWait.enter(timestamp),
    'the implementation is in TIME-WAIT, and no timestamps were used': ({ timeWait }) => timeWait.enter(undefined),
  },
  then: {
    'once all timers have run out the connection is forgotten': ({ timeWait }) => timeWait.assertForgotten(),
    'it outlives others, as long as its FIN comes again': ({ timeWait }) => timeWait.assertLivesByItsFin(),
    'the reset has ended it, or not': ({ timeWait }) => timeWait.noteWhatResetDid(),
    'a new connection begins above all old numbers, or none': ({ timeWait }) => timeWait.noteNewBeginning(),
    'its own FIN comes again': ({ timeWait }) => timeWait.assertFinAgain(),
  },
});
