/** Directory, relays and users together, in a small simulated internet: what a user sees. */
import { describe, expect, test } from 'vitest';
import { headerOf } from '../../../../src/reference/relay/frame.ts';
import { isCall, isParameter } from '../../../../src/reference/relay/index.ts';
import { TYPE } from '../../../../src/reference/relay/types.ts';
import { nodeCrypto } from '../../../../src/serve/relay/node-crypto.ts';
import { hex, joinUser, peopledWorld, type Told, type World } from './world.ts';

const symmetric = (address: string) => ({ address, mapping: 'each', filtering: 'sent-to' }) as const;
const restricted = (address: string) => ({ address, mapping: 'one', filtering: 'sent-to' }) as const;
const open = (address: string) => ({ address, mapping: 'one', filtering: 'any' }) as const;

function twoUsers(seed: number, place: typeof symmetric | typeof restricted | undefined, relays = 4): World {
  const world = peopledWorld(seed, ['anna', 'bert'], relays);
  joinUser(world, 'anna', place ? '10.0.0.1' : '198.18.5.1', place?.('198.18.5.1'));
  joinUser(world, 'bert', place ? '10.0.0.2' : '198.18.5.2', place?.('198.18.5.2'));
  world.run(4);
  return world;
}

const eventsOf = (world: World, name: string, event: string): Told[] =>
  world.member(name).events.filter((each) => each.event === event);
const messagesTo = (world: World, name: string) => eventsOf(world, name, 'message').map(({ data }) => data);
const pathOf = (world: World, name: string) => world.status(name).conversations[0]?.path;

describe('the directory', () => {
  test('lets in who knows the password, and tells contacts of each other', () => {
    const world = twoUsers(1, symmetric);
    expect(eventsOf(world, 'anna', 'login')).toMatchObject([{ ok: true }]);
    expect(eventsOf(world, 'anna', 'presence')).toMatchObject([{ name: 'bert', state: 'online' }]);
  });

  test('refuses another password, and a name that there is not, with 401', () => {
    const world = peopledWorld(2, ['anna', 'bert']);
    joinUser(world, 'anna', '198.18.5.1', undefined, { password: 'guessed' });
    joinUser(world, 'bert', '198.18.5.2', undefined, { name: 'nobody' });
    world.run(3);
    expect(eventsOf(world, 'anna', 'login')).toMatchObject([{ ok: false, error: 401 }]);
    expect(eventsOf(world, 'bert', 'login')).toMatchObject([{ ok: false, error: 401 }]);
  });

  test('can be a supernode too, and dialled as both at once', () => {
    const world = peopledWorld(21, ['anna', 'bert'], 0, undefined, true);
    joinUser(world, 'anna', '10.0.0.1', symmetric('198.18.5.1'));
    joinUser(world, 'bert', '10.0.0.2', symmetric('198.18.5.2'));
    world.run(4);
    const ref = world.call('anna', 'send', { to: 'bert', data: hex('hello') });
    world.run(4);
    expect(world.result('anna', ref)).toEqual({ ok: true, outcome: 'delivered' });
    expect(pathOf(world, 'anna')).toBe('relayed');
  });

  test('gives a name to one key while its certificate lives', () => {
    const world = twoUsers(3, undefined);
    world.crash('anna');
    joinUser(world, 'anna', '198.18.5.9');
    world.run(4);
    expect(eventsOf(world, 'anna', 'login')).toMatchObject([{ ok: false, error: 409 }]);
  });

  test('contacts learn within two seconds that one has left, within a minute that one has crashed', () => {
    const world = twoUsers(4, symmetric);
    world.call('anna', 'leave');
    world.run(2);
    expect(eventsOf(world, 'bert', 'presence').at(-1)).toMatchObject({ name: 'anna', state: 'offline' });
    const other = twoUsers(4, symmetric);
    const crashed = other.now;
    other.crash('anna');
    other.run(62);
    const last = eventsOf(other, 'bert', 'presence').at(-1);
    expect(last).toMatchObject({ name: 'anna', state: 'offline' });
    expect(last!.at - crashed).toBeLessThanOrEqual(60_000_000);
  });
});

describe('a conversation', () => {
  test('goes over a relay where nothing else is possible', () => {
    const world = twoUsers(5, symmetric);
    const ref = world.call('anna', 'send', { to: 'bert', data: hex('hello') });
    world.run(5);
    expect(world.result('anna', ref)).toEqual({ ok: true, outcome: 'delivered' });
    expect(messagesTo(world, 'bert')).toEqual([hex('hello')]);
    expect(pathOf(world, 'anna')).toBe('relayed');
  });

  test('goes over to a direct path where there can be one', () => {
    const world = twoUsers(6, restricted);
    world.call('anna', 'send', { to: 'bert', data: hex('hello') });
    world.run(5);
    expect([pathOf(world, 'anna'), pathOf(world, 'bert')]).toEqual(['direct', 'direct']);
    expect(messagesTo(world, 'bert')).toEqual([hex('hello')]);
  });

  test('that both begin at once is one, and nothing is lost or repeated', () => {
    const world = twoUsers(7, symmetric);
    world.call('anna', 'send', { to: 'bert', data: hex('from anna') });
    world.call('bert', 'send', { to: 'anna', data: hex('from bert') });
    world.run(5);
    expect(messagesTo(world, 'bert')).toEqual([hex('from anna')]);
    expect(messagesTo(world, 'anna')).toEqual([hex('from bert')]);
  });

  test('survives its supernode: within five seconds over another, nothing lost, repeated or out of order', () => {
    const world = twoUsers(8, symmetric);
    const said: string[] = [];
    const say = (count: number): void => {
      for (let number = 0; number < count; number += 1) {
        said.push(hex(`message ${said.length}`));
        world.call('anna', 'send', { to: 'bert', data: said.at(-1) });
        world.run(0.1);
      }
    };
    say(20);
    const via = world.status('anna').conversations[0]?.via;
    const relay = [1, 2, 3, 4].map((number) => `relay${number}`).find((name) => world.member(name).node.id === via)!;
    const crashed = world.now;
    world.crash(relay);
    say(20);
    world.run(6);
    expect(messagesTo(world, 'bert')).toEqual(said);
    const moved = eventsOf(world, 'anna', 'path').find(({ at, kind }) => at > crashed && kind === 'relayed');
    expect(moved!.at - crashed).toBeLessThanOrEqual(5_000_000);
    expect(world.status('anna').conversations[0]).toMatchObject({ path: 'relayed', generation: 1 });
  });

  test('finds relays anew when all that it knew are gone', () => {
    const world = twoUsers(9, symmetric, 5);
    world.call('anna', 'send', { to: 'bert', data: hex('before') });
    world.run(2);
    const held = world.status('bert').held as { relay: string }[];
    for (let number = 1; number <= 5; number += 1) {
      if (held.some(({ relay }) => relay === world.member(`relay${number}`).node.id)) world.crash(`relay${number}`);
    }
    const ref = world.call('anna', 'send', { to: 'bert', data: hex('after') });
    world.run(10);
    expect(world.result('anna', ref)).toEqual({ ok: true, outcome: 'delivered' });
    expect(messagesTo(world, 'bert')).toEqual([hex('before'), hex('after')]);
  });

  test('goes on without the directory, and new ones begin', () => {
    const world = twoUsers(10, symmetric);
    world.crash('directory');
    world.run(15);
    const ref = world.call('bert', 'send', { to: 'anna', data: hex('still here') });
    world.run(4);
    expect(world.result('bert', ref)).toEqual({ ok: true, outcome: 'delivered' });
  });

  test('carries long messages whole', () => {
    const world = peopledWorld(11, ['anna', 'bert'], 0);
    joinUser(world, 'anna', '198.18.5.1');
    joinUser(world, 'bert', '198.18.5.2');
    world.run(3);
    const data = 'ab'.repeat(150_000);
    const ref = world.call('anna', 'send', { to: 'bert', data });
    world.run(20);
    expect(world.result('anna', ref)).toEqual({ ok: true, outcome: 'delivered' });
    expect(messagesTo(world, 'bert')).toEqual([data]);
  });

  test('delivered is what the application has taken, not what has arrived', () => {
    const world = twoUsers(12, symmetric);
    world.call('bert', 'pause');
    const ref = world.call('anna', 'send', { to: 'bert', data: hex('wait') });
    world.run(5);
    expect([world.result('anna', ref), messagesTo(world, 'bert')]).toEqual([undefined, []]);
    world.call('bert', 'resume');
    world.run(1);
    expect(world.result('anna', ref)).toEqual({ ok: true, outcome: 'delivered' });
    expect(messagesTo(world, 'bert')).toEqual([hex('wait')]);
  });

  test('with somebody who has crashed ends as unknown or failed, and never as delivered', () => {
    const world = twoUsers(13, symmetric);
    world.call('anna', 'send', { to: 'bert', data: hex('one') });
    world.run(2);
    world.crash('bert');
    const ref = world.call('anna', 'send', { to: 'bert', data: hex('two') });
    world.run(60);
    expect(world.result('anna', ref)).toEqual({ ok: true, outcome: 'unknown' });
  });
});

describe('what a message is for', () => {
  test('data is asked for, and comes', () => {
    const world = twoUsers(14, symmetric);
    const ref = world.call('anna', 'request', { to: 'bert', data: hex('key') });
    world.run(3);
    const [asked] = eventsOf(world, 'bert', 'request');
    expect(asked).toMatchObject({ from: 'anna', data: hex('key') });
    world.call('bert', 'respond', { message: asked!.message, data: hex('value') });
    world.run(2);
    expect(world.result('anna', ref)).toEqual({ ok: true, data: hex('value') });
  });

  test('a function is called with arguments, a program is handed over', () => {
    const world = twoUsers(15, restricted);
    const called = world.call('anna', 'call', { to: 'bert', function: 'größer', arguments: '0203' });
    const run = world.call('anna', 'run', { to: 'bert', program: '0061736d01000000' });
    world.run(3);
    expect(eventsOf(world, 'bert', 'call')).toMatchObject([{ from: 'anna', function: 'größer', arguments: '0203' }]);
    expect(eventsOf(world, 'bert', 'program')).toMatchObject([{ program: '0061736d01000000' }]);
    world.call('bert', 'respond', { message: eventsOf(world, 'bert', 'program')[0]!.message, data: '2a' });
    world.call('bert', 'respond', { message: eventsOf(world, 'bert', 'call')[0]!.message, data: '03' });
    world.run(2);
    expect([world.result('anna', called), world.result('anna', run)]).toEqual([
      { ok: true, data: '03' },
      { ok: true, data: '2a' },
    ]);
  });
});

describe('reachability', () => {
  test.each([
    ['no translator', undefined, 'public'],
    ['one mapping, everybody let in', open, 'public'],
    ['one mapping, those sent to let in', restricted, 'private'],
    ['a mapping for each', symmetric, 'private'],
  ])('%s: %s', (_about, place, verdict) => {
    const world = peopledWorld(16, ['anna']);
    joinUser(world, 'anna', place ? '10.0.0.1' : '198.18.5.1', place?.('198.18.5.1'));
    world.run(8);
    expect(world.status('anna')).toMatchObject({ verdict, role: verdict === 'public' ? 'supernode' : 'client' });
  });

  test('who does not wish to serve does not', () => {
    const world = peopledWorld(17, ['anna']);
    joinUser(world, 'anna', '198.18.5.1', undefined, { isWilling: false });
    world.run(8);
    expect(world.status('anna')).toMatchObject({ verdict: 'public', role: 'client' });
  });
});

test('with real cryptography it is the same, and nobody sees a word', () => {
  const world = peopledWorld(18, ['anna', 'bert'], 3, nodeCrypto);
  joinUser(world, 'anna', '10.0.0.1', symmetric('198.18.5.1'));
  joinUser(world, 'bert', '10.0.0.2', symmetric('198.18.5.2'));
  world.run(4);
  const data = hex('sixteen octets and more of plain text');
  const ref = world.call('anna', 'send', { to: 'bert', data });
  world.run(4);
  expect(world.result('anna', ref)).toEqual({ ok: true, outcome: 'delivered' });
  const windows = Array.from({ length: data.length / 2 - 15 }, (_, at) => data.slice(2 * at, 2 * at + 32));
  const seen = world.sent.map(({ datagram }) => Buffer.from(datagram.octets).toString('hex')).join(' ');
  expect(windows.filter((window) => seen.includes(window))).toEqual([]);
});

test('the same seed gives the same octets', () => {
  const trace = (): string[] => {
    const world = twoUsers(19, restricted);
    world.call('anna', 'send', { to: 'bert', data: hex('again') });
    world.run(5);
    return world.sent.map(({ at, by, datagram }) => `${at} ${by} ${Buffer.from(datagram.octets).toString('hex')}`);
  };
  const first = trace();
  expect(first.length).toBeGreaterThan(100);
  expect(trace()).toEqual(first);
});

test('a relay changes time to live and hop MAC alone, and says nothing of what it does not know', () => {
  const world = twoUsers(20, symmetric);
  world.call('anna', 'send', { to: 'bert', data: hex('hello') });
  world.run(3);
  const lasting = (octets: Uint8Array): string => {
    const copy = octets.slice();
    copy[3] = 0;
    copy.fill(0, 48, 56);
    return Buffer.from(copy).toString('hex');
  };
  const data = world.sent.filter(({ datagram }) => headerOf(datagram.octets)?.type === TYPE.DATA);
  const byAnna = data.filter(({ by }) => by === 'anna').map(({ datagram }) => lasting(datagram.octets));
  const byRelays = data.filter(({ by }) => by.startsWith('relay')).map(({ datagram }) => lasting(datagram.octets));
  expect(byRelays.length).toBeGreaterThan(0);
  expect(byRelays.filter((octets) => !byAnna.includes(octets))).toEqual([]);
});

test('what is no call and no parameter is told from what is', () => {
  expect([isCall('send'), isCall('toString')]).toEqual([true, false]);
  expect([isParameter('slots'), isParameter('constructor')]).toEqual([true, false]);
});
