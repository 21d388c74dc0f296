import { describe, expect, test } from 'vitest';
import { IutFault } from '../../../../src/harness/outcome.ts';
import type { Actor } from '../../../../src/harness/world/member.ts';
import type { Packet } from '../../../../src/net/nat/packet.ts';
import { mirror, udp, world } from './bench.ts';

const SECOND = 1_000_000;
const strict = { mapping: 'endpoint-independent', filtering: 'address-and-port-dependent' } as const;

/** Says something once, and keeps what it hears. */
function speaker(said: Packet): Actor & { readonly heard: { at: number; packet: Packet }[] } {
  const heard: { at: number; packet: Packet }[] = [];
  let isSaid = false;
  return {
    heard,
    step: (now, packets) => {
      heard.push(...packets.map((packet) => ({ at: now, packet })));
      const first = !isSaid;
      isSaid = true;
      return { packets: first ? [said] : [], wakeAt: undefined };
    },
  };
}

describe('a world', () => {
  test('joins a node of the implementation and one of the tester', async () => {
    const { world: here } = world();
    const own = { address: here.site('tester', strict).addresses[0]!, port: 5 };
    const there = { address: here.site('iut', 'public').addresses[0]!, port: 7 };
    await here.open('iut', 7, { role: 'node' });
    const actor = speaker(udp(own, there, 'aa'));
    here.join('tester', actor);
    const found = await here.until(SECOND, () => actor.heard[0]);
    expect(found).toEqual({ at: 20_000, packet: udp(there, own, 'aa') });
    expect(here.now).toBe(20_000);
  });

  test('opens nodes by ids, seeds and addresses of their own, and closes them at the end', async () => {
    const { world: here, told } = world();
    here.site('a', 'public', 2);
    here.site('b', strict);
    await here.open('a', 1, { role: 'directory' });
    await here.open('b', 2, { role: 'node' });
    await here.end();
    const [a, b, ...rest] = told.map(({ method, params }) => ({ method, ...params }));
    expect(a).toMatchObject({
      method: 'node/open',
      id: 700,
      role: 'directory',
    });
    expect(a).toMatchObject({ addresses: [4, 5].map((last) => ({ address: `198.18.0.${last}`, port: 1 })) });
    expect(b).toMatchObject({ id: 701, addresses: [{ address: '10.0.0.8', port: 2 }] });
    expect((a as { seed?: number }).seed).not.toBe((b as { seed?: number }).seed);
    expect(rest).toMatchObject([
      { method: 'node/close', id: 700 },
      { method: 'node/close', id: 701 },
    ]);
  });

  test('puts calls, and waits for results and events', async () => {
    const { world: here } = world((now, inputs) =>
      inputs.length > 0
        ? { outputs: [{ event: 'thought', about: inputs[0]!.call }], wakeAt: now + SECOND }
        : { outputs: now === 0 ? [] : [{ ref: 0, result: { ok: true, at: now } }], wakeAt: null },
    );
    here.site('a', 'public');
    await here.open('a', 1, {});
    const ref = await here.call('a', 'send');
    expect(here.iut('a').events).toEqual([{ at: 0, event: { event: 'thought', about: 'send' } }]);
    expect(await here.result('a', ref, SECOND - 1)).toBeUndefined();
    expect(await here.result('a', ref, 1)).toEqual({ ok: true, at: SECOND });
  });

  test('lets time stand still while something is found, and go on by what is said when not', async () => {
    const { world: here } = world();
    await here.pass(5);
    expect(here.now).toBe(5);
    expect(await here.until(SECOND, () => 'found')).toBe('found');
    expect(here.now).toBe(5);
  });

  test('hears nothing more of who crashed', async () => {
    let steps = 0;
    const { world: here, told } = world((now) => {
      steps += 1;
      return { outputs: [], wakeAt: now + SECOND };
    });
    here.site('a', 'public');
    await here.open('a', 1, {});
    await here.pass(3 * SECOND);
    expect(steps).toBe(4);
    await here.crash('a');
    await here.pass(3 * SECOND);
    expect(steps).toBe(4);
    await here.end();
    expect(told.filter(({ method }) => method === 'node/close')).toHaveLength(1);
  });

  test('does not carry what claims to come from elsewhere', async () => {
    const { world: here } = world((now, inputs) => mirror(now, inputs));
    const own = { address: here.site('a', 'public').addresses[0]!, port: 1 };
    here.site('b', 'public');
    here.join('a', speaker(udp({ address: '198.18.9.9', port: 1 }, own, 'aa')));
    await here.pass(SECOND);
    expect(here.trace).toEqual([]);
  });

  test('accuses who never comes to rest', async () => {
    const { world: here } = world((now) => ({ outputs: [], wakeAt: now }));
    here.site('a', 'public');
    await here.open('a', 1, {});
    await expect(here.pass(1)).rejects.toThrow(IutFault);
  });

  test.each([
    [{ outputs: [{ datagram: 'aa', from: { address: '198.18.0.4', port: 70_000 } }] }, /from\.port should be a port/],
    [{ outputs: [{ datagram: 'aa', from: 7 }] }, /from should be an object/],
    [{ outputs: [{ datagram: 'aa', transport: 'ip' }] }, /transport should be "udp" or "tcp"/],
    [{ outputs: [{ datagram: 'a' }] }, /from should be an object/],
    [{ outputs: [7] }, /outputs\[0\] should be an object/],
    [{ outputs: [], wakeAt: -1 }, /wakeAt/],
    [{ outputs: [{ ref: 1, result: {} }] }, /result\.ok/],
  ])('says what is wrong with %j', async (answer, text) => {
    const { world: here } = world(() => answer);
    here.site('a', 'public');
    await here.open('a', 1, {});
    await expect(here.pass(1)).rejects.toThrow(text);
  });

  test('knows its names', async () => {
    const { world: here } = world();
    here.site('a', 'public');
    here.join('a', speaker(udp({ address: '198.18.0.4', port: 1 }, { address: '198.18.0.4', port: 1 }, '')));
    expect(() => here.join('a', speaker(udp({ address: '', port: 1 }, { address: '', port: 1 }, '')))).toThrow(
      RangeError,
    );
    expect(() => here.site('a', 'public')).toThrow(RangeError);
    expect(() => here.siteOf('b')).toThrow(RangeError);
    expect(() => here.iut('a')).toThrow(RangeError);
  });

  test('is the same again for the same seed', async () => {
    const run = async () => {
      const { world: here } = world();
      const own = { address: here.site('tester', { ...strict, ports: 'random' }).addresses[0]!, port: 5 };
      const there = { address: here.site('iut', 'public').addresses[0]!, port: 7 };
      await here.open('iut', 7, {});
      here.join('tester', speaker(udp(own, there, 'aa')));
      await here.pass(SECOND);
      return here.trace;
    };
    expect(await run()).toEqual(await run());
  });
});
