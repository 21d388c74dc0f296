/** Datagrams by 10.0.0.1 and 10.1.0.1, which are one host or router that takes source routes. */
import { describe, expect, test } from 'vitest';
import type { Ipv4Header } from '../../../../src/generated/ipv4/header.ts';
import { type Host, type HostConfig, host } from '../../../../src/reference/ipv4/index.ts';
import { at, BEYOND, datagram, echo, quoteOf, step, TESTER } from './bench.ts';

function open({ role = 'router', sourceRoutes = true }: Partial<HostConfig> = {}): Host {
  return host({
    seed: 1,
    role,
    interfaces: [
      { address: at('10.0.0.1'), prefix: 24, mtu: 1500 },
      { address: at('10.1.0.1'), prefix: 24, mtu: 1500 },
    ],
    routes: [{ destination: at('10.2.0.0'), prefix: 16, interface: 1, gateway: at('10.1.0.7') }],
    sourceRoutes,
  });
}

const [LOOSE, STRICT] = [131, 137] as const;

function hexOf(...dotted: string[]): string {
  return dotted
    .map((each) => at(each) >>> 0)
    .map((word) => word.toString(16).padStart(8, '0'))
    .join('');
}

/** `pointer` counts from 1 and starts at 4. */
function by(type: typeof LOOSE | typeof STRICT, pointer: number, ...stops: string[]): Partial<Ipv4Header> {
  const data = pointer.toString(16).padStart(2, '0') + hexOf(...stops);
  return { options: [{ type, length: 3 + 4 * stops.length, data }] };
}

describe('a source route that goes on (RFC 791 section 3.1)', () => {
  test.each([LOOSE, STRICT])('of type %i leads to the next stop, this address in its place', (type) => {
    const [onward] = step(open(), 0, datagram({ ...by(type, 4, BEYOND, '10.2.0.9'), timeToLive: 9 }));
    expect(onward).toMatchObject({
      interface: 1,
      header: {
        destination: BEYOND,
        timeToLive: 8,
        options: [{ type, length: 11, pointer: 8, route: hexOf('10.1.0.1', '10.2.0.9') }, { type: 0 }],
      },
    });
  });

  test('leads back over the interface that it came by', () => {
    const [onward] = step(open(), 0, datagram(by(LOOSE, 4, '10.0.0.7')));
    expect(onward).toMatchObject({ interface: 0, header: { destination: '10.0.0.7' } });
  });

  test('may be loose over another router', () => {
    const [onward] = step(open(), 0, datagram(by(LOOSE, 4, '10.2.0.9')));
    expect(onward).toMatchObject({ interface: 1, header: { destination: '10.2.0.9' } });
  });

  test.each<[string, Partial<Ipv4Header>]>([
    ['strict, to what is no neighbour', by(STRICT, 4, '10.2.0.9')],
    ['strict, to where no route leads', by(STRICT, 4, '172.16.0.1')],
    ['loose, to where no route leads', by(LOOSE, 4, '172.16.0.1')],
  ])('fails: %s', (_, header) => {
    const sent = datagram(header);
    const [report] = step(open(), 0, sent);
    expect(report).toMatchObject({ header: { destination: TESTER }, icmp: { type: 3, code: 5 } });
    expect(quoteOf(report!)).toEqual(sent);
  });

  test('is reported as it came when its time to live runs out', () => {
    const sent = datagram({ ...by(LOOSE, 4, BEYOND), timeToLive: 1 });
    const [report] = step(open(), 0, sent);
    expect(report?.icmp).toMatchObject({ type: 11, code: 0 });
    expect(quoteOf(report!)).toEqual(sent);
  });

  test('passes over an address of the host itself at once', () => {
    const [onward] = step(open(), 0, datagram(by(LOOSE, 4, '10.1.0.1', BEYOND)));
    expect(onward).toMatchObject({
      header: { destination: BEYOND, options: [{ pointer: 12, route: hexOf('10.1.0.1', '10.1.0.1') }, { type: 0 }] },
    });
  });

  test('may end at another address of the host', () => {
    const [reply] = step(open(), 0, echo('ab', by(LOOSE, 4, '10.1.0.1')));
    expect(reply).toMatchObject({ header: { source: '10.1.0.1' }, icmp: { type: 0, data: 'ab' } });
  });

  test('with half a stop left is a parameter problem', () => {
    const options = [{ type: LOOSE, length: 5, data: '040a00' }];
    expect(step(open(), 0, datagram({ options }))[0]?.icmp).toMatchObject({ type: 12, pointer: 22 });
  });

  test('is left alone by routers that are not its next stop', () => {
    const [onward] = step(open(), 0, datagram({ ...by(STRICT, 4, '10.0.0.7'), destination: BEYOND }));
    expect(onward?.header.options).toMatchObject([{ type: STRICT, pointer: 4, route: hexOf('10.0.0.7') }, { type: 0 }]);
  });
});

describe('a source route that is used up (RFC 1122 section 3.2.1.8)', () => {
  test.each<[string, Partial<Ipv4Header>, string, string[] | undefined]>([
    ['over one router', by(LOOSE, 8, '10.0.0.7'), '10.0.0.7', [TESTER]],
    ['over two', by(LOOSE, 12, '10.9.0.1', '10.0.0.7'), '10.0.0.7', ['10.9.0.1', TESTER]],
    ['over three', by(STRICT, 16, '10.8.0.1', '10.9.0.1', '10.0.0.7'), '10.0.0.7', ['10.9.0.1', '10.8.0.1', TESTER]],
    ['the sender in it', by(LOOSE, 12, TESTER, '10.0.0.7'), '10.0.0.7', [TESTER]],
    ['the sender alone in it', by(LOOSE, 8, TESTER), TESTER, undefined],
    ['nobody in it', by(LOOSE, 4), TESTER, undefined],
  ])('%s is taken back by the reply', (_, header, first, stops) => {
    const [reply] = step(open({ role: 'host' }), 0, echo('', header));
    const type = header.options![0]!.type;
    const options = stops && [{ type, pointer: 4, length: 3 + 4 * stops.length, route: hexOf(...stops) }, { type: 0 }];
    expect(reply).toMatchObject({ header: { destination: first, options: options ?? [] }, icmp: { type: 0 } });
  });

  test('stands before the record of the reply', () => {
    const [route] = by(LOOSE, 8, '10.0.0.7').options!;
    const record = { type: 7, length: 7, pointer: 4, route: '00000000' } as const;
    const [reply] = step(open(), 0, echo('', { options: [route!, record] }));
    expect(reply?.header.options).toMatchObject([{ type: LOOSE }, { type: 7, route: hexOf('10.0.0.1') }, {}]);
  });
});

test.each<[string, Partial<Ipv4Header>]>([
  ['that goes on', by(LOOSE, 4, BEYOND)],
  ['that is used up', by(LOOSE, 8, '10.0.0.7')],
])('a source route %s is discarded where nobody has allowed it (RFC 7126 section 4.3)', (_, header) => {
  expect(step(open({ sourceRoutes: false }), 0, echo('', header))).toEqual([]);
});
