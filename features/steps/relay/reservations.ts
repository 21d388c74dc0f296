/** Who serves, who is its client, and who holds a reservation there. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { relayKit } from '../../../src/kits/relay/index.ts';

export const reservationSteps: readonly StepDefinition[] = defineSteps(relayKit, {
  given: {
    'a supernode with the clients {word} and {word}': async ({ serving }, one: string, other: string) => {
      await serving.serve();
      await serving.admit(one, other);
    },
    'a supernode with the clients {word}, {word} and {word}': async ({ serving }, ...names: string[]) => {
      await serving.serve();
      await serving.admit(...names);
    },
    'a supernode of {int} slots with the clients {word} and {word}': async ({ serving }, slots, one, other) => {
      await serving.serve({ slots });
      await serving.admit(one, other);
    },
    '{word} holds a reservation': async ({ reservations }, name: string) => void (await reservations.reserve(name)),
    '{word} holds a reservation of {int} s': async ({ reservations }, name: string, seconds: number) =>
      void (await reservations.reserve(name, seconds)),
    '{word} holds {int} reservations': async ({ reservations }, name: string, count: number) => {
      for (let made = 0; made < count; made += 1) await reservations.reserve(name);
    },
    '{word} has permitted {word}': async ({ reservations }, name: string, other: string) => {
      await reservations.permit(name, other);
      reservations.assertAnswered('OK');
    },
  },
  when: {
    '{word} reserves {int} s': async ({ reservations }, name: string, seconds: number) =>
      void (await reservations.reserve(name, seconds)),
    '{word} reserves without a wish': async ({ reservations }, name: string) => void (await reservations.reserve(name)),
    '{word} asks for a reservation': ({ reservations }, name: string) => reservations.ask(name),
    '{word} asks to renew the reservation of {word}': ({ reservations }, name: string, owner: string) =>
      reservations.ask(name, undefined, reservations.of(owner).reservation),
    '{word} renews its reservation': async ({ reservations }, name: string) =>
      void (await reservations.reserve(name, undefined, reservations.of(name).reservation)),
    '{word} asks to release the reservation of {word}': ({ reservations }, name: string, owner: string) =>
      reservations.askForRelease(name, reservations.of(owner).reservation),
    '{word} asks to let {word} in by the reservation of {word}': ({ reservations }, name, other, owner) =>
      reservations.permit(name, other, reservations.of(owner).reservation),
    '{word} releases its reservation': async ({ reservations }, name: string) => {
      await reservations.askForRelease(name, reservations.of(name).reservation);
      reservations.assertAnswered('RELEASE-OK');
    },
    '{int} s have passed since {word} reserved': ({ reservations }, seconds: number, name: string) =>
      reservations.waitUntil(name, seconds),
  },
  then: {
    'the lease of {word} is {int} s': ({ reservations }, name: string, seconds: number) =>
      reservations.assertGranted(name, seconds),
    'that is refused with error {int}': ({ reservations }, code: number) => reservations.assertRefused(code),
    'that is answered by {word}': ({ reservations }, type: string) => reservations.assertAnswered(type),
    'the voucher of {word} names the relay, the node and the end, and is signed': ({ reservations }, name: string) =>
      reservations.assertVoucher(name),
  },
});
