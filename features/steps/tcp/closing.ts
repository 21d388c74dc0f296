/** Connections that users hold: what their calls send, and what they are told. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { tcpKit } from '../../../src/kits/tcp/index.ts';

export const closingSteps: readonly StepDefinition[] = defineSteps(tcpKit, {
  given: {
    "a user's connection is in {word}": ({ closing }, state: string) => closing.enter(state),
    'the user waits for data': ({ closing }) => closing.startReceiving(),
    'the user has done with it': ({ closing }) => closing.call('close'),
    'its FIN has come': ({ closing }) => closing.assertFin(),
  },
  when: {
    'the user closes that connection': ({ closing }) => closing.call('close'),
    'the user aborts': ({ closing }) => closing.call('abort'),
    'the user sends {int} octets and closes': ({ closing }, octets: number) => closing.sendAndClose(octets),
    'the user asks for data': ({ closing }) => closing.startReceiving(),
  },
  then: {
    'a FIN comes': ({ closing }) => closing.assertFin(),
    'all of the data comes, and a FIN behind it': ({ closing }) => closing.assertAllComesThenFin(),
    'a reset comes, at the next number': ({ closing }) => closing.assertReset(),
    'a reset says that it will not be read': ({ closing }) => closing.assertRefusesData(),
    'it is taken or refused': ({ closing }) => closing.noteDataAfterClose(),
    'the user is told that the connection has {word}': ({ closing }, how: string) => closing.assertTold(how),
    'the user is told that nothing will come': ({ closing }) => closing.assertToldNothingComes(),
    'the user is not told of urgent data': ({ closing }) => closing.assertNoUrgentNotice(),
  },
});
