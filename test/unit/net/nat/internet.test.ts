import { describe, expect, test } from 'vitest';
import { delay } from '../../../../src/net/impairments/delay.ts';
import { loss } from '../../../../src/net/impairments/loss.ts';
import { Internet, type PacketEvent } from '../../../../src/net/nat/internet.ts';
import { gatewayFor, hasOwnAddress, type Place } from '../../../../src/net/nat/place.ts';
import { packet } from './bench.ts';

const PORT = 4000;
const open = { mapping: 'endpoint-independent', filtering: 'endpoint-independent' } as const;
const strict = { mapping: 'endpoint-independent', filtering: 'address-and-port-dependent' } as const;

function internet(places: Readonly<Record<string, Place>>, way = [delay(5)]) {
  const trace: PacketEvent[] = [];
  const net = new Internet({ seed: 1, way: () => way, record: (event) => trace.push(event) });
  const at: Record<string, { address: string; port: number }> = {};
  Object.entries(places).forEach(([name, place], index) => {
    const outer = `198.18.0.${index + 1}`;
    const address = hasOwnAddress(place) ? outer : '10.0.0.2';
    net.join(name, { gateway: gatewayFor(place, [outer], 1), hosts: { [name]: [address] } });
    at[name] = { address, port: PORT };
  });
  const drain = () => {
    const got = [];
    while (net.nextAt !== undefined) {
      const delivery = net.next();
      if (delivery !== undefined) got.push(delivery);
    }
    return got;
  };
  return { net, trace, at, drain };
}

const outer = (number: number) => ({ address: `198.18.0.${number}`, port: PORT });

describe('an internet', () => {
  test('translates on both sides', () => {
    const { net, at, drain } = internet({ a: strict, b: strict });
    net.send('a', packet(at.a!, outer(2)), 0);
    net.send('b', packet(at.b!, outer(1)), 0);
    expect(drain()).toEqual([
      { at: 5, host: 'b', packet: packet(outer(1), at.b!) },
      { at: 5, host: 'a', packet: packet(outer(2), at.a!) },
    ]);
  });

  test.each([
    { to: 'firewalled', by: 'the gateway there' },
    { to: 'blocked', by: 'the gateway there' },
    { to: strict, by: 'the gateway there' },
  ] as const)('says why nothing comes to $to', ({ to, by }) => {
    const { net, trace, at, drain } = internet({ a: 'public', b: to });
    net.send('a', packet(at.a!, outer(2)), 0);
    expect(drain()).toEqual([]);
    expect(trace.at(-1)).toMatchObject({ what: 'lost', by, at: 5, from: 'a', to: 'b' });
  });

  test('says why nothing leaves', () => {
    const { net, trace, at } = internet({ a: 'blocked', b: 'public' });
    net.send('a', packet(at.a!, outer(2)), 0);
    net.send('b', packet(at.b!, outer(9)), 0);
    expect(trace.flatMap(({ by }) => by ?? [])).toEqual(['its own gateway', 'no route']);
  });

  test('lets who is behind a firewall be answered', () => {
    const { net, at, drain } = internet({ a: 'firewalled', b: 'public' });
    net.send('a', packet(at.a!, outer(2)), 0);
    net.send('b', packet(at.b!, outer(1)), 1);
    expect(drain().map(({ host }) => host)).toEqual(['b', 'a']);
  });

  test.each([true, false])('turns round at a gateway that hairpins: %s', (hairpins) => {
    const net = new Internet({ seed: 1, way: () => [delay(5)] });
    const hosts = { a: ['10.0.0.2'], b: ['10.0.0.3'] };
    net.join('home', { gateway: gatewayFor({ ...open, hairpins }, ['198.18.0.1'], 1), hosts });
    net.join('c', { gateway: gatewayFor('public', ['198.18.0.2'], 1), hosts: { c: ['198.18.0.2'] } });
    net.send('b', packet({ address: '10.0.0.3', port: 77 }, { address: '198.18.0.2', port: 1 }), 0);
    net.next();
    net.send('a', packet({ address: '10.0.0.2', port: 66 }, { address: '198.18.0.1', port: 77 }), 0);
    const seen = { from: { address: '198.18.0.1', port: 66 }, to: { address: '10.0.0.3', port: 77 } };
    if (hairpins) expect(net.next()).toMatchObject({ host: 'b', packet: seen });
    else expect(net.nextAt).toBeUndefined();
    // By its inner address it is met in any case.
    net.send('a', packet({ address: '10.0.0.2', port: 66 }, { address: '10.0.0.3', port: 77 }), 9);
    expect(net.next()).toMatchObject({ host: 'b', packet: { from: { address: '10.0.0.2', port: 66 } } });
  });

  test('falls into parts, with what is on its way, and heals', () => {
    const { net, trace, at, drain } = internet({ a: 'public', b: 'public', c: 'public' });
    const send = (now: number) => net.send('a', packet(at.a!, outer(2)), now);
    send(0);
    net.separate([['a'], ['b']]);
    send(1);
    net.send('c', packet(at.c!, outer(2)), 2);
    expect(drain().map(({ packet: { from } }) => from.address)).toEqual(['198.18.0.3']);
    expect(trace.filter(({ by }) => by === 'partition')).toHaveLength(2);
    net.heal();
    send(10);
    expect(drain()).toHaveLength(1);
  });

  test('shows everything to who sits on the way, and takes what that makes of it', () => {
    const { net, at, drain } = internet({ a: open, b: 'public' });
    const seen: string[] = [];
    net.tap = ({ host, site, packet: passing }) => {
      seen.push(`${host} ${site} ${passing.from.address}`);
      const again = { packet: { ...passing, octets: Uint8Array.of(9) }, after: 100 };
      return passing.octets[0] === 1 ? [again, again] : [];
    };
    net.send('a', packet(at.a!, outer(2)), 0);
    net.send('a', { ...packet(at.a!, outer(2)), octets: Uint8Array.of(2) }, 0);
    expect(drain().map(({ at: when, packet: { octets } }) => [when, octets[0]])).toEqual([
      [105, 9],
      [105, 9],
    ]);
    expect(seen).toEqual(['a b 198.18.0.1', 'a b 198.18.0.1']);
  });

  test('loses on the way what the way loses', () => {
    const { net, trace, at, drain } = internet({ a: 'public', b: 'public' }, [loss(1)]);
    net.send('a', packet(at.a!, outer(2)), 0);
    expect(drain()).toEqual([]);
    expect(trace.at(-1)).toMatchObject({ what: 'lost', by: 'loss' });
  });

  test('knows its names', () => {
    const { net, at } = internet({ a: 'public' });
    expect(() => net.send('z', packet(at.a!, outer(2)), 0)).toThrow(RangeError);
    expect(() => net.join('a', { gateway: gatewayFor('public', [], 1), hosts: {} })).toThrow(RangeError);
  });
});
