import { describe, expect, test } from 'vitest';
import { INVALID_PARAMS, METHOD_NOT_FOUND, type Method, type Port, PortError } from '../../../../src/contract/port.ts';
import { IutFault, Unmet, Unsupported } from '../../../../src/harness/outcome.ts';
import type { Surfaces } from '../../../../src/harness/surface.ts';
import type { Target } from '../../../../src/harness/target.ts';
import { portTarget } from '../../../../src/harness/targets/port-target.ts';

type Answers = Partial<Record<Method, (params: never) => unknown>>;
interface Step {
  readonly id: number;
  readonly now: number;
  readonly inputs: readonly { readonly datagram: string; readonly interface: number }[];
}

const OPTIONS = { suite: '1.2.3', seed: 1 };
const MS = 1000;
const SECOND = 1000 * MS;

/** A port that answers as told and writes down what it was asked. */
class ScriptedPort implements Port {
  readonly asked: [Method, unknown][] = [];
  readonly #answers: Answers;
  closed = false;

  constructor(answers: Answers, capabilities: readonly string[] = ['ipv4.decode']) {
    this.#answers = {
      initialize: () => ({ contract: 1, name: 'scripted', capabilities }),
      'host/open': () => ({}),
      'host/close': () => ({}),
      ...answers,
    };
  }

  async request(method: Method, params: object): Promise<unknown> {
    this.asked.push([method, params]);
    const answer = this.#answers[method];
    if (answer === undefined) throw new PortError(METHOD_NOT_FOUND, 'no such method');
    return answer(params as never);
  }

  async close(): Promise<void> {
    this.closed = true;
  }
}

function attach(answers: Answers, capabilities?: readonly string[]): Promise<Target> {
  return portTarget('scripted', new ScriptedPort(answers, capabilities), OPTIONS);
}

async function surfaceOf<Name extends keyof Surfaces>(name: Name, answers: Answers): Promise<Surfaces[Name]> {
  const seat = await (await attach(answers)).seat('a', 1);
  return seat.surface(name);
}

describe('introduction', () => {
  test('what it says of itself', async () => {
    const port = new ScriptedPort({
      initialize: () => ({
        contract: 1,
        name: 'x',
        version: '2',
        language: 'C',
        capabilities: ['a.b'],
        parameters: { n: 1 },
      }),
    });
    const target = await portTarget('scripted', port, OPTIONS);
    expect(port.asked).toEqual([['initialize', { contract: 1, suite: '1.2.3' }]]);
    expect(target.info).toEqual({
      spec: 'scripted',
      name: 'x',
      version: '2',
      language: 'C',
      capabilities: ['a.b'],
      clock: 'virtual',
    });
    expect(target).toMatchObject({ roles: 'any', protocols: 'any', parameters: { n: 1 } });
    await target.close();
    expect(port.closed).toBe(true);
  });

  test.each<[string, () => unknown, string]>([
    ['another contract', () => ({ contract: 2, name: 'x', capabilities: [] }), 'contract should be 1'],
    ['a malformed answer', () => ({ contract: 1, capabilities: [] }), 'name should be a string, but is missing'],
    ['no such method', () => Promise.reject(new PortError(METHOD_NOT_FOUND, '')), 'every adapter must answer it'],
    ['an error', () => Promise.reject(new PortError(-32000, 'busy')), 'initialize was answered by error -32000: busy'],
  ])('%s is a breach', async (_, initialize, text) => {
    const fault = await attach({ initialize }).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(IutFault);
    expect(fault).toMatchObject({ code: 'iut-breach', message: expect.stringContaining(text) });
  });

  test('a fault of ours stays one', async () => {
    const initialize = () => Promise.reject(new RangeError('ours'));
    await expect(attach({ initialize })).rejects.toThrow(RangeError);
  });

  test.each([
    [undefined, 2 * SECOND],
    [5 * SECOND, 5 * SECOND],
    [Number.POSITIVE_INFINITY, 2 * SECOND],
  ])('with a hang limit of %s an answer is missing after %i', async (hangLimit, expected) => {
    const target = await portTarget('scripted', new ScriptedPort({}), { ...OPTIONS, hangLimit });
    expect(target.hangLimit).toBe(expected);
  });
});

describe('codec', () => {
  test('octets as hex, there and back', async () => {
    const port = new ScriptedPort({
      'codec/decode': () => ({ ok: true, value: { ihl: 5 } }),
      'codec/encode': () => ({ octets: '4a' }),
    });
    const seat = await (await portTarget('scripted', port, OPTIONS)).seat('a', 1);
    const codec = await seat.surface('codec');
    expect(await codec.decode('ipv4/header', Uint8Array.of(0x45, 0))).toEqual({ ok: true, value: { ihl: 5 } });
    expect(await codec.encode('ipv4/header', { ihl: 5 })).toEqual(Uint8Array.of(0x4a));
    await codec.encode('ipv4/header', {}, Uint8Array.of(1));
    expect(port.asked.slice(1)).toEqual([
      ['codec/decode', { layer: 'ipv4/header', octets: '4500' }],
      ['codec/encode', { layer: 'ipv4/header', value: { ihl: 5 } }],
      ['codec/encode', { layer: 'ipv4/header', value: {}, payload: '01' }],
    ]);
  });

  test('a method that is not there is a capability not offered', async () => {
    const codec = await surfaceOf('codec', {});
    await expect(codec.decode('x', new Uint8Array())).rejects.toThrow(Unsupported);
    await expect(codec.encode('x', {})).rejects.toThrow('does not offer codec/encode');
  });

  test('a decoder says no with ok: false, not with an error', async () => {
    const refuse = () => Promise.reject(new PortError(INVALID_PARAMS, 'bad octets'));
    const codec = await surfaceOf('codec', { 'codec/decode': refuse });
    await expect(codec.decode('x', new Uint8Array())).rejects.toMatchObject({
      code: 'iut-breach',
      message: 'codec/decode was answered by error -32602: bad octets',
      shared: false,
    });
  });

  test('what an implementation in our process throws has ended it', async () => {
    const stumble = () => {
      throw new RangeError('beyond the end');
    };
    const codec = await surfaceOf('codec', { 'codec/decode': stumble });
    const fault = await codec.decode('x', new Uint8Array()).catch((thrown: unknown) => thrown);
    expect(fault).toBeInstanceOf(IutFault);
    expect(fault).toMatchObject({
      code: 'iut-exited',
      message: 'codec/decode: the implementation threw RangeError: beyond the end',
    });
  });

  test('an encoder may refuse a value, for the step to judge', async () => {
    const refuse = () => Promise.reject(new PortError(INVALID_PARAMS, 'ihl is 3'));
    const codec = await surfaceOf('codec', { 'codec/encode': refuse });
    const refusal = await codec.encode('x', {}).catch((thrown: unknown) => thrown);
    expect(refusal).toBeInstanceOf(Unmet);
    expect(refusal).toMatchObject({ mismatch: { actual: 'error -32602: ihl is 3' } });
  });
});

describe('exchange', () => {
  const sent = Uint8Array.of(0x47);
  const octets = Uint8Array.of(0x48);

  test.each([
    [{ octets: '48' }, 'closed', 0],
    [{ octets: '48', closed: true }, 'closed', 0],
    [{ octets: '48', closed: false }, 'silent', 2 * SECOND],
  ])('%j ends %s', async (answer, end, at) => {
    const { exchange } = await surfaceOf('exchange', { 'http/respond': () => answer });
    const stamp = { earliest: at, latest: at };
    expect(await exchange(sent)).toEqual({ octets, end, sentAt: { earliest: 0, latest: 0 }, endedAt: stamp });
    expect((await exchange(sent)).sentAt).toEqual(stamp);
  });

  test('ends when enough has come, and waits as long as it is told', async () => {
    const { exchange } = await surfaceOf('exchange', { 'http/respond': () => ({ octets: '48', closed: false }) });
    expect(await exchange(sent, { enough: (soFar) => soFar.length === 1 })).toMatchObject({ end: 'enough' });
    expect(await exchange(sent, { enough: () => false, limit: 5 })).toMatchObject({
      end: 'silent',
      endedAt: { latest: 5 },
    });
  });
});

describe('link', () => {
  const DATAGRAM = Uint8Array.of(0x45);

  test('a host of its own for each seat', async () => {
    const port = new ScriptedPort({}, ['a.host', 'a.router']);
    const target = await portTarget('scripted', port, OPTIONS);
    const seats = [await target.seat('one', 77), await target.seat('other', 78)];
    const links = await Promise.all(seats.map((seat) => seat.surface('link')));
    expect(await seats[0]!.surface('link')).toBe(links[0]);
    expect(new Set(links.map(({ addresses }) => addresses.tester)).size).toBe(2);
    for (const seat of seats) await seat.leave();
    const interfaces = [
      { address: '198.18.0.1', prefix: 17, mtu: 1500 },
      { address: '198.18.128.1', prefix: 17, mtu: 1500 },
      { address: '198.19.0.1', prefix: 17, mtu: 68 },
    ];
    const opened = { role: 'host', interfaces, routes: [], capabilities: [] };
    expect(port.asked.slice(1)).toEqual([
      ['host/open', { id: 0, seed: 77, ...opened }],
      ['host/open', { id: 1, seed: 78, ...opened }],
      ['host/close', { id: 0 }],
      ['host/close', { id: 1 }],
    ]);
  });

  test('the same seed gets the same addresses in another run', async () => {
    const testers: string[] = [];
    for (let run = 0; run < 2; run += 1) {
      const seat = await (await attach({}, ['a.host'])).seat('one', 123_456_789);
      testers.push((await seat.surface('link')).addresses.tester);
    }
    expect(testers[0]).toBe(testers[1]);
  });

  test.each([
    [['ipv4.host'], 'host'],
    [['ipv4.router'], 'router'],
    [['ipv4.router', 'ipv4.source-route'], 'router'],
  ])('for a scenario that needs %j it is a %s', async (needs, role) => {
    const port = new ScriptedPort({}, ['ipv4.host', 'ipv4.router', 'ipv4.source-route']);
    await (await (await portTarget('scripted', port, OPTIONS)).seat('a', 1, needs)).surface('link');
    expect(port.asked[1]).toMatchObject(['host/open', { role, capabilities: needs }]);
  });

  test('no host, no link; and one in real time cannot be stepped', async () => {
    const absent = { 'host/open': () => Promise.reject(new PortError(METHOD_NOT_FOUND, '')) };
    await expect(surfaceOf('link', absent)).rejects.toThrow(Unsupported);
    const real = { initialize: () => ({ contract: 1, name: 'x', capabilities: [], clock: 'real' }) };
    await expect(surfaceOf('link', real)).rejects.toThrow(Unsupported);
  });

  test('an answer at once, by any interface, and silence up to the limit', async () => {
    const steps: Step[] = [];
    const link = await surfaceOf('link', {
      'host/step': (step: Step) => {
        steps.push(step);
        return { outputs: step.inputs.map(({ datagram }) => ({ datagram, interface: 1 })) };
      },
    });
    expect(await link.send(DATAGRAM)).toEqual({ earliest: 0, latest: 0 });
    expect(await link.receive(SECOND)).toEqual({ datagram: DATAGRAM, interface: 1, at: { earliest: 0, latest: 0 } });
    expect(await link.receive(SECOND)).toBeUndefined();
    expect(await link.send(DATAGRAM, 1)).toEqual({ earliest: SECOND, latest: SECOND });
    expect(steps).toEqual([
      { id: 0, now: 0, inputs: [{ datagram: '45', interface: 0 }] },
      { id: 0, now: SECOND, inputs: [{ datagram: '45', interface: 1 }] },
    ]);
  });

  test('while the tester waits, time goes from waking to waking', async () => {
    const times: number[] = [];
    const link = await surfaceOf('link', {
      'host/step': ({ now }: Step) => {
        times.push(now);
        const due = now === 15 * SECOND ? [{ datagram: '45', interface: 0 }] : [];
        return { outputs: due, wakeAt: now < 15 * SECOND ? now + 5 * SECOND : null };
      },
    });
    await link.send(DATAGRAM);
    expect(await link.receive(4 * SECOND)).toBeUndefined();
    expect(link.now()).toEqual({ earliest: 4 * SECOND, latest: 4 * SECOND });
    expect(times).toEqual([0]);
    expect(await link.receive(60 * SECOND)).toMatchObject({ at: { earliest: 15 * SECOND, latest: 15 * SECOND } });
    expect(times).toEqual([0, 5 * SECOND, 10 * SECOND, 15 * SECOND]);
    expect(await link.receive(0)).toBeUndefined();
    expect(link.now().latest).toBe(15 * SECOND);
  });

  test('a waking at the very limit is still in time', async () => {
    const link = await surfaceOf('link', {
      'host/step': ({ now }: Step) =>
        now === 0 ? { outputs: [], wakeAt: 10 } : { outputs: [{ datagram: '45', interface: 0 }] },
    });
    await link.send(DATAGRAM);
    expect(await link.receive(9)).toBeUndefined();
    expect(await link.receive(1)).toMatchObject({ at: { latest: 10 } });
  });

  test('who waits without end for a host that sleeps is told at once', async () => {
    const link = await surfaceOf('link', { 'host/step': () => ({ outputs: [] }) });
    await link.send(DATAGRAM);
    expect(await link.receive(Number.POSITIVE_INFINITY)).toBeUndefined();
    expect(link.now().latest).toBe(0);
  });

  test.each([
    ['always at once', () => 0, 'woken 1000 times without a datagram, and wakeAt asks for more at 0 us'],
    ['ever sooner than it can matter', (now: number) => now + 1, 'woken 200001 times without a datagram'],
  ])('a host that wants to be woken %s has hung', async (_, wakeAt, text) => {
    const link = await surfaceOf('link', { 'host/step': ({ now }: Step) => ({ outputs: [], wakeAt: wakeAt(now) }) });
    await link.send(DATAGRAM);
    const fault = await link.receive(60 * SECOND).catch((thrown: unknown) => thrown);
    expect(fault).toMatchObject({ code: 'iut-hung', message: expect.stringContaining(text) });
  });

  test('what breaks as the seat is left is no rejection, but is told', async () => {
    const hurt = { 'host/close': () => Promise.reject(new IutFault('iut-exited', 'was ended by SIGSEGV')) };
    const seat = await (await attach(hurt)).seat('a', 1);
    await seat.surface('link');
    await seat.leave();
    expect(seat.fault?.()).toMatchObject({ code: 'iut-exited' });
  });

  test('a host that cannot be closed is let be', async () => {
    const open = { 'host/close': () => Promise.reject(new PortError(METHOD_NOT_FOUND, '')) };
    const seat = await (await attach(open)).seat('a', 1);
    await seat.surface('link');
    await seat.leave();
    expect(seat.fault?.()).toBeUndefined();
  });
});
