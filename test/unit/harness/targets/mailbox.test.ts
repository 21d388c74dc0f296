import { expect, test } from 'vitest';
import { point } from '../../../../src/harness/interval.ts';
import type { Arrival } from '../../../../src/harness/surface.ts';
import { Mailbox } from '../../../../src/harness/targets/mailbox.ts';

const arrival = (name: number): Arrival => ({ datagram: Uint8Array.of(name), interface: 0, at: point(name) });

/** Devices at which `onLook` happens when somebody looks. */
function devices(onLook: () => void = () => undefined) {
  const state = { watchers: 0 };
  const watched = {
    look: () => onLook(),
    keepLooking: () => {
      state.watchers += 1;
      return () => {
        state.watchers -= 1;
      };
    },
  };
  return { state, mailbox: new Mailbox(watched) };
}

test('what came before anybody asked is handed out in order', async () => {
  const { mailbox } = devices();
  mailbox.deliver(arrival(1));
  mailbox.deliver(arrival(2));
  expect(await mailbox.receive(0)).toEqual(arrival(1));
  expect(await mailbox.receive(0)).toEqual(arrival(2));
});

test('who waits gets it at once, without a time limit too, and the looking ends', async () => {
  const { mailbox, state } = devices();
  const first = mailbox.receive(Number.POSITIVE_INFINITY);
  const second = mailbox.receive(60_000_000);
  expect(state.watchers).toBe(2);
  mailbox.deliver(arrival(1));
  mailbox.deliver(arrival(2));
  expect([await first, await second]).toEqual([arrival(1), arrival(2)]);
  expect(state.watchers).toBe(0);
});

test('silence is undefined', async () => {
  const { mailbox, state } = devices();
  expect(await mailbox.receive(1000)).toBeUndefined();
  expect(state.watchers).toBe(0);
});

test('what lies at the device when time is up is no silence', async () => {
  const { mailbox } = devices(() => mailbox.deliver(arrival(1)));
  expect(await mailbox.receive(0)).toEqual(arrival(1));
});

test('a device that fails is no silence', async () => {
  const { mailbox, state } = devices(() => {
    throw new Error('read: EBADFD');
  });
  await expect(mailbox.receive(0)).rejects.toThrow('EBADFD');
  expect(state.watchers).toBe(0);
});

test('closing ends the waiting, and nothing is handed out after it', async () => {
  const { mailbox } = devices();
  const waiting = mailbox.receive(60_000_000);
  mailbox.close();
  mailbox.deliver(arrival(1));
  expect(await waiting).toBeUndefined();
  expect(await mailbox.receive(0)).toBeUndefined();
});

test('a fault is told to who waits, and to who asks later once what came before it is handed out', async () => {
  const { mailbox, state } = devices();
  const waiting = [mailbox.receive(60_000_000), mailbox.receive(60_000_000)];
  mailbox.deliver(arrival(1));
  mailbox.fail(new Error('it ended'));
  expect(await waiting[0]).toEqual(arrival(1));
  await expect(waiting[1]).rejects.toThrow('it ended');
  expect(state.watchers).toBe(0);
  mailbox.deliver(arrival(2));
  expect(await mailbox.receive(0)).toEqual(arrival(2));
  await expect(mailbox.receive(0)).rejects.toThrow('it ended');
});
