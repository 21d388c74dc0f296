import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../../src/contract/hex.ts';
import { ipv4Header } from '../../src/generated/ipv4/header.ts';
import { type Host, type HostConfig, host } from '../../src/reference/ipv4/index.ts';
import { at, datagram, echo, step } from '../unit/reference/ipv4/bench.ts';

function open(role: HostConfig['role']): Host {
  return host({
    seed: 1,
    role,
    interfaces: [
      { address: at('10.0.0.1'), prefix: 24, mtu: 1500 },
      { address: at('10.1.0.1'), prefix: 24, mtu: 1500 },
    ],
    routes: [],
    sourceRoutes: true,
  });
}

/** The datagram with those octets in place of its options, which are as many, and a right checksum. */
function withOptions(whole: Uint8Array, options: Uint8Array): Uint8Array {
  const changed = whole.slice();
  changed.set(options, 20);
  const { headerChecksum: _, ...header } = ipv4Header.observe(whole).value;
  const head = ipv4Header.encode({ ...(header as Required<typeof header>), options: [] });
  changed.set(head.subarray(0, 20), 0);
  changed[0] = 0x45 + options.length / 4;
  changed.fill(0, 10, 12);
  let sum = 0;
  for (let each = 0; each < 20 + options.length; each += 2) sum += changed[each]! * 256 + changed[each + 1]!;
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  changed.set([(~sum >> 8) & 0xff, ~sum & 0xff], 10);
  return changed;
}

const words = fc
  .integer({ min: 1, max: 10 })
  .chain((count) => fc.uint8Array({ minLength: 4 * count, maxLength: 4 * count }));
/** Octets that mostly begin like an option that somebody looks into. */
const likely = fc
  .tuple(fc.constantFrom(7, 68, 131, 137, 1), fc.nat({ max: 44 }), fc.nat({ max: 44 }), fc.nat({ max: 255 }), words)
  .map(([type, length, pointer, flags, octets]) => {
    const changed = octets.slice();
    changed.set([type, length, pointer, flags]);
    return changed;
  });

describe('a host that looks into options', () => {
  test('never throws, and what it sends is well-formed', () => {
    const role = fc.constantFrom<HostConfig['role']>('host', 'router');
    const destination = fc.constantFrom('10.0.0.1', '10.1.0.9');
    fc.assert(
      fc.property(fc.oneof(words, likely), role, destination, (options, part, to) => {
        const fillers = Array.from({ length: options.length }, () => ({ type: 1 as const }));
        const whole = withOptions(echo('abcd', { destination: to, options: fillers }), options);
        // Reads what comes back, and throws for a header or a message that is none.
        for (const sent of open(part).step(0, [{ datagram: whole, interface: 0 }]).outputs) {
          const { value, faults } = ipv4Header.observe(sent.datagram);
          const isForwarded = value.source === '10.0.0.9';
          expect(isForwarded ? faults.filter(({ kind }) => kind === 'checksum') : faults).toEqual([]);
        }
      }),
    );
  });

  test('takes one stop of a route, whatever the others are', () => {
    const stop = fc.integer({ min: 2, max: 254 }).map((last) => `0a0100${last.toString(16).padStart(2, '0')}`);
    const other = fc.uint8Array({ minLength: 4, maxLength: 4 }).map(toHex);
    const route = fc.tuple(fc.array(other, { maxLength: 4 }), stop, fc.array(other, { maxLength: 4 }));
    fc.assert(
      fc.property(route, fc.constantFrom(131 as const, 137 as const), ([before, next, after], type) => {
        const stops = [...before, next, ...after];
        const option = { type, length: 3 + 4 * stops.length, route: stops.join('') };
        const pointer = 4 + 4 * before.length;
        const data = pointer.toString(16).padStart(2, '0') + option.route;
        const [onward] = step(open('host'), 0, datagram({ options: [{ type, length: option.length, data }] }));
        const passed = [...before, '0a010001', ...after].join('');
        expect(onward?.header.destination).toBe(fromHex(next).join('.'));
        expect(onward?.header.options[0]).toEqual({ ...option, pointer: pointer + 4, route: passed });
      }),
    );
  });

  test('returns timestamps of the same length, those before its own as they were', () => {
    const flag = fc.constantFrom(0, 1);
    const entries = fc.array(fc.uint8Array({ minLength: 8, maxLength: 8 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        flag,
        entries,
        fc.nat({ max: 4 }),
        fc.nat({ max: 14 }),
        fc.nat(),
        (kind, pairs, used, overflow, now) => {
          const filled = Math.min(used, pairs.length);
          const sent = {
            type: 68,
            length: 4 + 8 * pairs.length,
            pointer: 5 + 8 * filled,
            overflow,
            flag: kind,
            entries: pairs.map((pair) => toHex(pair)).join(''),
          } as const;
          const [reply] = step(open('host'), now, echo('', { options: [sent] }));
          const [back] = reply!.header.options as (typeof sent)[];
          const isFull = filled === pairs.length;
          expect(back).toMatchObject({
            length: sent.length,
            overflow: overflow + (isFull ? 1 : 0),
            pointer: sent.pointer + (isFull ? 0 : kind === 0 ? 4 : 8),
          });
          expect(back!.entries.slice(0, 16 * filled)).toBe(sent.entries.slice(0, 16 * filled));
          expect(back!.entries.length).toBe(sent.entries.length);
        },
      ),
    );
  });
});
