/** Logins, contact lists and presences at a directory. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { relayKit } from '../../../src/kits/relay/index.ts';

export const directorySteps: readonly StepDefinition[] = defineSteps(relayKit, {
  given: {
    'a directory of the users {word} and {word}, with the clients {word} and {word}': async (
      { logins, serving },
      user: string,
      other: string,
      ...clients: string[]
    ) => {
      await logins.start(user, other);
      await serving.admit(...clients);
    },
    'a directory where {word}, {word} and {word} are logged in': async ({ logins, serving, contacts }, ...users) => {
      await logins.start(...users);
      await serving.admit(...users);
      for (const user of users) {
        contacts.listen(user);
        await logins.login(user, user);
      }
    },
    '{word} has logged in as {word}': ({ logins }, client: string, user: string) => logins.login(client, user),
    '{word} is challenged as {word}': ({ logins }, client: string, user: string) => logins.challenge(client, user),
    '{word} has {word} on the list': ({ contacts }, client: string, user: string) => contacts.add(client, user),
    '{word} and {word} are mutual contacts': async ({ contacts }, one: string, other: string) => {
      await contacts.add(one, other);
      await contacts.add(other, one);
    },
    '{word} is online': ({ contacts }, client: string) => contacts.sayFirst(client, 1),
    '{word} is online, says presence {int}': ({ contacts }, client: string, sequence: number) =>
      contacts.sayFirst(client, sequence),
    '{word} finds {word} with presence {int}': async ({ contacts }, client: string, user: string, sequence: number) => {
      await contacts.lookUp(client, user);
      contacts.assertFound(sequence);
    },
  },
  when: {
    '{word} proves the password {string}': ({ logins }, client: string, password: string) =>
      logins.prove(client, password),
    '{word} asks as {word} and proves the password {string}': async ({ logins }, client, user: string, password) => {
      await logins.challenge(client, user);
      await logins.prove(client, password);
    },
    '{word} proves the password {string} by the nonce of {word}': ({ logins }, client, password: string, of) =>
      logins.prove(client, password, of),
    '{word} sends the response to an old nonce under a new one, password {string}': ({ logins }, client, password) =>
      logins.proveWithOldResponse(client, password),
    '{word} says presence {int}, {word}': ({ contacts }, client, sequence: number, status: 'online' | 'offline') =>
      contacts.say(client, status, sequence),
    '{word} makes up presence {int} of {word}': ({ contacts }, client: string, sequence: number, about: string) =>
      contacts.forge(client, about, sequence),
    '{word} looks up {word}': ({ contacts }, client: string, user: string) => contacts.lookUp(client, user),
  },
  then: {
    '{word} is certified as {word}': ({ logins }, client: string, user: string) => logins.assertCertified(client, user),
    'the login is refused with error {int}': ({ logins }, code: number) => logins.assertRefused(code),
    'the login of {word} is refused with error 438 and a new nonce': ({ logins }, client: string) =>
      logins.assertStale(client),
    'the logins are refused alike, with error {int}': ({ logins }, code: number) => {
      logins.assertRefused(code);
      logins.assertAlike();
    },
    '{word} asked again as {word} is given the same salt': ({ logins }, client: string, user: string) =>
      logins.assertSaltStays(client, user),
    'the list of {word} names {word}': ({ contacts }, client: string, user: string) =>
      contacts.assertListed(client, user, true),
    'the list of {word} does not name {word}': ({ contacts }, client: string, user: string) =>
      contacts.assertListed(client, user, false),
    '{word} is found': ({ contacts }, _: string) => contacts.assertFound(),
    '{word} is found with presence {int}': ({ contacts }, _: string, sequence: number) =>
      contacts.assertFound(sequence),
    '{word} is not found': ({ contacts }, _: string) => contacts.assertNotFound(),
    '{word} is told where {word} is': ({ contacts }, client: string, about: string) =>
      contacts.assertTold(client, about),
    '{word} is not told where {word} is': ({ contacts }, client: string, about: string) =>
      contacts.assertNotTold(client, about),
  },
});
