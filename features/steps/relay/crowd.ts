/** Users of the implementation among its own directory and supernodes: who stands where, what they say, what befalls them. */
import { defineSteps, type StepDefinition } from '../../../src/harness/kit.ts';
import { placeFrom, type RelayPeer, relayKit } from '../../../src/kits/relay/index.ts';

const SYMMETRIC = 'APD/APD';

async function gather(
  { crowd, paths }: RelayPeer,
  relays: number,
  users: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, place] of Object.entries(users)) paths.stand(name, placeFrom(place));
  await crowd.gather({ relays, users: paths.places });
}

/** So that they need a relay to talk to each other. */
const hidden = (...names: readonly string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, SYMMETRIC]));

export const crowdSteps: readonly StepDefinition[] = defineSteps(relayKit, {
  given: {
    '{int} supernodes, and {word} behind {string} and {word} behind {string}': async (
      peer,
      relays,
      one,
      at,
      other,
      there,
    ) => {
      await gather(peer, relays, { [one]: at, [other]: there });
      await peer.crowd.ready();
    },
    '{int} supernodes, {word} who is {string}, and {word} behind {string}': async (
      peer,
      relays,
      one,
      at,
      other,
      there,
    ) => gather(peer, relays, { [one]: at, [other]: there }),
    '{int} supernodes, and {word} and {word} who need one': async (peer, relays, one: string, other: string) => {
      await gather(peer, relays, hidden(one, other));
      await peer.crowd.ready();
    },
    '{word} and {word}, who reach each other': async (peer, one: string, other: string) => {
      await gather(peer, 0, { [one]: 'public', [other]: 'public' });
      await peer.crowd.ready();
    },
    '{int} supernodes at {string} ms, and {word} and {word} who need one': async (
      peer,
      relays,
      delays: string,
      ...names
    ) => {
      const each = delays.split(' ').map(Number);
      const named = Object.fromEntries(each.map((delay, index) => [`relay-${index + 1}`, delay]));
      peer.paths.setDelays(named);
      await peer.crowd.start();
      peer.fates.setWays((host, site) => peer.paths.delayOf(host, site));
      await gather(peer, relays, hidden(...names));
      await peer.crowd.ready();
    },
    'ways that lose, repeat and reorder': async ({ crowd, fates }) => {
      await crowd.start();
      fates.spoilWays();
    },
    'packets between {word} and {word} are lost': ({ fates }, one: string, other: string) =>
      fates.blockDirect(one, other),
    '{word} and {word} have talked over a relay for {int} s': async ({ chat, fates }, one, other, seconds: number) => {
      await chat.converse(one, other, 2 * seconds, 500_000);
      await chat.expectAll();
      fates.relayInUse(one, other);
    },
    '{word} and {word} have talked for {int} s': async ({ chat }, one: string, other: string, seconds: number) => {
      await chat.converse(one, other, 2 * seconds, 500_000);
      await chat.expectAll();
    },
    'the application of {word} takes no messages': async ({ crowd }, name: string) =>
      void (await crowd.world.call(name, 'pause')),
    'users of every behaviour twice, and {int} supernodes': async ({ crowd, paths }, relays: number) => {
      paths.everyPair();
      await crowd.gather({ relays, users: paths.places });
      await crowd.ready();
    },
  },
  when: {
    '{word} and {word} talk for {int} s': ({ chat }, one: string, other: string, seconds: number) =>
      chat.converse(one, other, 2 * seconds, 500_000),
    '{word} and {word} say {int} things each as fast as they can': async ({ chat }, one, other, count: number) =>
      chat.converse(one, other, 2 * count, 0),
    '{word} says something to {word}': async ({ chat }, from: string, to: string) => void (await chat.say(from, to)),
    '{word} says {int} octets to {word}': async ({ chat }, from: string, octets: number, to: string) =>
      void (await chat.say(from, to, octets)),
    '{word} says the same thing to {word} {int} times': async ({ chat, stations }, from, to, times: number) => {
      const words = new Uint8Array(200).fill(0x2e);
      for (let said = 0; said < times; said += 1) await chat.say(from, to, 0, words);
      await stations.pass(3);
    },
    'every pair talks for {int} s': async ({ chat, crowd, paths }, seconds: number) => {
      for (let said = 0; said < seconds; said += 1) {
        for (const [one, other] of paths.everyPair()) {
          await chat.say(one, other);
          await chat.say(other, one);
        }
        await crowd.world.pass(1_000_000);
      }
    },
    'the relay of {word} and {word} crashes': ({ fates }, one: string, other: string) => fates.crashRelayOf(one, other),
    'the directory crashes': ({ fates }) => fates.crashDirectory(),
    '{word} crashes': ({ fates }, name: string) => fates.crash(name),
    '{word} leaves': ({ fates }, name: string) => fates.leave(name),
    'nothing reaches {word} or leaves it': ({ fates }, name: string) => fates.cut(name),
    'the ways of {word} are mended': ({ fates }, _: string) => fates.mend(),
    'packets pass again between them': ({ fates }) => fates.mend(),
    'the application of {word} goes on': async ({ crowd }, name: string) =>
      void (await crowd.world.call(name, 'resume')),
    'the network falls apart, {word} on the side of the directory with {word}, {word} on the other with {word}': (
      { fates },
      one,
      relay,
      other,
      otherRelay,
    ) => fates.separate([one, relay], [other, otherRelay]),
    'the relay of {word} and {word} holds back what {word} says, and loses echoes': async (
      { fates, chat },
      one,
      other,
      by,
    ) => {
      fates.holdOldPath(by, by === one ? other : one);
      await chat.say(by, by === one ? other : one);
    },
    'what it held back is let go after {int} s': async ({ fates, stations }, seconds: number) => {
      await stations.pass(seconds);
      await fates.letGo();
    },
    'the network heals': ({ fates }) => fates.heal(),
    'the ways of the relay in use take {int} ms more every {int} s for {int} s': async (
      { paths, chat, fates },
      more: number,
      every: number,
      seconds: number,
    ) => {
      for (let passed = 0; passed < seconds; passed += every) {
        paths.slowDown({ [fates.relayInUse('alice', 'bob')]: more });
        await chat.converse('alice', 'bob', 4 * every, 250_000);
      }
    },
  },
  then: {
    'they talk directly or over a relay, {word} and {word}, as what stands between them allows': (
      { paths, chat },
      one,
      other,
    ) => {
      chat.assertPrefix();
      return paths.assertAsAllowed(one, other);
    },
    'every pair talks directly or over a relay, as what stands between them allows': async ({ paths }) => {
      for (const [one, other] of paths.everyPair()) await paths.assertAsAllowed(one, other);
    },
    'nothing of {word} reaches {word}': ({ chat }, from: string, to: string) => chat.assertNothing(from, to),
    '{word} is not given it': ({ chat }, to: string) => chat.assertLastNotGiven(to === 'bob' ? 'alice' : 'bob', to),
    'all that was said has arrived, in order and once': ({ chat }) => chat.expectAll(),
    'what has arrived after {int} s is the beginning of what was said': async ({ chat, stations }, seconds: number) => {
      await stations.pass(seconds);
      chat.assertSome();
      chat.assertPrefix();
    },
    'all that was said arrives within {int} s': ({ chat }, seconds: number) => chat.expectAll(seconds * 1_000_000),
    '{word} is told that it was delivered': ({ chat }, from: string) => chat.expectLast(from, ['delivered']),
    '{word} is told that it failed or is unknown within {int} s': ({ chat }, from: string, seconds: number) =>
      chat.expectLast(from, ['failed', 'unknown'], seconds * 1_000_000),
    '{word} is not told within {int} s that it was delivered': ({ chat }, from: string, seconds: number) =>
      chat.assertNotDelivered(from, seconds * 1_000_000),
    'something of {word} reaches {word} within {int} s of it': ({ fates }, from, to, seconds: number) =>
      fates.assertBackWithin(from, to, seconds),
    '{word} sees {word} {word} within {int} s': (
      { fates },
      name,
      about,
      state: 'online' | 'offline',
      seconds: number,
    ) => fates.expectPresence(name, about, state, seconds),
    'the path of {word} to {word} is at most {string} times as long as the best': (
      { paths },
      one,
      other,
      most: string,
    ) => paths.assertShort(one, other, Number(most)),
    'the path of {word} to {word} has not changed for {int} s': ({ paths }, from, to, seconds: number) =>
      paths.assertSteady(from, to, seconds, 0),
    'the path of {word} to {word} has not changed twice within 5 s, in {int} s': (
      { paths },
      from,
      to,
      seconds: number,
    ) => paths.assertNoFlapping(from, to, seconds),
  },
});
