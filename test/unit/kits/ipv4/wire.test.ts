/** The tester's side of a link, against a link that answers as a test says. */
import { describe, expect, test } from 'vitest';
import { EvidenceLog } from '../../../../src/harness/evidence.ts';
import { type Interval, point } from '../../../../src/harness/interval.ts';
import { Inconclusive, Unmet } from '../../../../src/harness/outcome.ts';
import type { Scene } from '../../../../src/harness/scene.ts';
import type { Arrival, LinkSurface } from '../../../../src/harness/surface.ts';
import { addressesAt } from '../../../../src/harness/topology.ts';
import { udp } from '../../../../src/kits/ipv4/datagram.ts';
import { EchoTalk } from '../../../../src/kits/ipv4/echo-talk.ts';
import { fences } from '../../../../src/kits/ipv4/fence.ts';
import { FragmentTalk } from '../../../../src/kits/ipv4/fragment-talk.ts';
import { ipv4Kit } from '../../../../src/kits/ipv4/index.ts';
import { isCopyOf } from '../../../../src/kits/ipv4/seen.ts';
import { Wire } from '../../../../src/kits/ipv4/wire.ts';
import { random } from '../../../../src/net/random.ts';
import { ipv4Suite } from './judge.ts';

const HANG_LIMIT = 1_000_000;

interface Scripted extends LinkSurface {
  clock: number;
}

/** Time stands but while the tester waits; `script` is what arrives, and when. */
function linkOf(script: (readonly [at: number, octets: Uint8Array])[], haze = 0): Scripted {
  const interval = (at: number): Interval => ({ earliest: at, latest: at + haze });
  return {
    clock: 0,
    addresses: addressesAt(7),
    now() {
      return interval(this.clock);
    },
    async send() {
      return interval(this.clock);
    },
    async receive(within): Promise<Arrival | undefined> {
      const next = script.findIndex(([at]) => at <= this.clock + within);
      const [arrival] = next < 0 ? [] : script.splice(next, 1);
      this.clock = arrival === undefined ? this.clock + within : Math.max(this.clock, arrival[0]);
      return arrival && { datagram: arrival[1], interface: 1, at: interval(arrival[0]) };
    },
  };
}

function sceneOf(link: LinkSurface, clock: Scene['clock'], id = 'ipv4-timeout-003/long-life'): Scene {
  return {
    scenario: ipv4Suite.scenarios.find((scenario) => scenario.id === id)!,
    evidence: new EvidenceLog(),
    random: random(1),
    parameters: {},
    hangLimit: HANG_LIMIT,
    clock,
    surface: async () => link as never,
    fixture: () => {
      throw new RangeError();
    },
    took: () => {},
  };
}

const datagrams = [1, 2, 3].map((seed) => udp({ source: '192.0.2.1', destination: '192.0.2.2' }, 16, random(seed)));
const [one, two, three] = datagrams.map((each) => ({ octets: each.octets, matches: isCopyOf(each) }));

describe('waiting', () => {
  test('finds answers in any order, each once', async () => {
    const wire = new Wire(
      sceneOf(
        linkOf([
          [10, one!.octets],
          [20, two!.octets],
        ]),
        'virtual',
      ),
    );
    expect((await wire.find(two!.matches))?.at).toEqual(point(20));
    expect((await wire.find(one!.matches))?.exchange).toBe(0);
    expect(await wire.find(one!.matches)).toBeUndefined();
  });

  test('is not drawn out by what else comes', async () => {
    const script = Array.from({ length: 100 }, (_, index) => [index * 500_000, one!.octets] as [number, Uint8Array]);
    const link = linkOf(script);
    expect(await new Wire(sceneOf(link, 'real')).find(two!.matches)).toBeUndefined();
    expect(link.clock).toBe(HANG_LIMIT);
  });

  test('in vain says that it is missing, and what came instead', async () => {
    const wire = new Wire(sceneOf(linkOf([[5, three!.octets]]), 'real'));
    const failure = wire.expect(one!.matches, 'a datagram');
    await expect(failure).rejects.toThrow(Unmet);
    await expect(failure).rejects.toMatchObject({
      mismatch: { expected: ['a datagram'], actual: expect.stringMatching(/^only IPv4 192\.0\.2\.1 >/), missing: true },
    });
  });

  test('prefers to say how what came differs', async () => {
    const wire = new Wire(sceneOf(linkOf([[5, three!.octets]]), 'real'));
    const near = { expected: ['this'], actual: 'that' };
    await expect(wire.expect(one!.matches, 'a datagram', () => near)).rejects.toMatchObject({ mismatch: near });
  });
});

describe.each(fences)('the fence $name', (fence) => {
  test('that is not answered proves nothing', async () => {
    await expect(fence.pass(sceneOf(linkOf([]), 'real'))).rejects.toMatchObject({
      name: 'Inconclusive',
      code: 'fence',
    });
  });
});

describe('a timer of minutes', () => {
  const waitedFor = async (seconds: number, haze: number, clock: Scene['clock']): Promise<FragmentTalk> => {
    const script: [number, Uint8Array][] = [];
    const link = linkOf(script, haze);
    const sent: Uint8Array[] = [];
    link.send = async (octets) => {
      sent.push(octets);
      return { earliest: 0, latest: haze };
    };
    const wire = new Wire(sceneOf(link, clock));
    const talk = new FragmentTalk(wire, new EchoTalk(wire));
    await talk.sendFirst();
    const quote = sent[0]!.subarray(0, 28);
    const message = [11, 1, 0, 0, 0, 0, 0, 0, ...quote];
    const header = [0x45, 0, 0, 20 + message.length, 0, 1, 0, 0, 64, 1, 0, 0, 198, 18, 0, 1, 198, 18, 0, 9];
    script.push([seconds * 1_000_000, Uint8Array.of(...header, ...message)]);
    await talk.expectReport();
    return talk;
  };

  test('inside, at and outside its limits', async () => {
    expect((await waitedFor(90, 0, 'virtual')).assertWaited(60, 120)).toBeUndefined();
    expect((await waitedFor(60, 0, 'virtual')).assertWaited(60, 120)).toBeUndefined();
    const early = await waitedFor(59.9, 0, 'virtual');
    expect(() => early.assertWaited(60, 120)).toThrow('expected 60 to 120 seconds; got 59.90 seconds');
    const late = await waitedFor(120.1, 0, 'virtual');
    expect(() => late.assertWaited(60, 120)).toThrow(Unmet);
  });

  test('astride a limit nobody is accused', async () => {
    const blurred = await waitedFor(59.99, 20_000, 'real');
    expect(() => blurred.assertWaited(60, 120)).toThrow(Inconclusive);
  });

  test('beyond our patience nobody is accused in real time', async () => {
    await expect(waitedFor(131, 0, 'real')).rejects.toMatchObject({ name: 'Inconclusive', code: 'unsure' });
    await expect(waitedFor(601, 0, 'virtual')).rejects.toMatchObject({ mismatch: { missing: true } });
  });
});

test('the kit says who it is', () => {
  expect(ipv4Kit.protocol).toBe('ipv4');
  expect(ipv4Kit.fences.map(({ name, needs }) => `${name} ${needs}`)).toEqual([
    'echo ipv4.host',
    'forward ipv4.router',
  ]);
});
