/** What the kit says of hosts whose UDP is wrong in one way: the verdict, and where it points. */
import { describe, expect, test } from 'vitest';
import { judge, type Tampering, udpSuite, withOctets } from '../ipv4/judge.ts';

const UDP = 17;

/** Only UDP is changed, or held back. */
const changeUdp = (edit: (octets: Uint8Array) => Uint8Array | undefined): Tampering => ({
  output: (octets, port) => {
    const changed = octets[9] === UDP ? edit(octets) : octets;
    return changed === undefined ? [] : [[changed, port]];
  },
});
const drop = changeUdp(() => undefined);

test('the reference passes every scenario', async () => {
  const results = await Promise.all(udpSuite.scenarios.map(({ id }) => judge(id)));
  expect(results.filter(({ verdict }) => verdict !== 'pass')).toEqual([]);
});

describe('an answer', () => {
  test('that does not come leaves the rules open that are not about its coming', async () => {
    expect(await judge('udp-checksum-004/odd', drop)).toMatchObject({ verdict: 'inconclusive' });
    expect(await judge('udp-datagram-001', drop)).toMatchObject({ verdict: 'inconclusive' });
    expect(await judge('udp-checksum-006/first', drop)).toMatchObject({ verdict: 'inconclusive' });
  });

  test('to another port is pointed at by its bits', async () => {
    const wrong = changeUdp((octets) => withOctets(octets, { 22: 0, 23: 8 }));
    expect(await judge('udp-datagram-001', wrong)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'destinationPort', actual: '8', bit: 176, bits: 16, exchange: 1 } },
    });
    expect(await judge('udp-echo-001/usual', wrong)).toMatchObject({ verdict: 'pass' });
  });

  test('with a wrong checksum is still an answer', async () => {
    const wrong = changeUdp((octets) => withOctets(octets, { 26: octets[26]! ^ 1 }));
    expect(await judge('udp-checksum-001/even', wrong)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'checksum', bit: 208, bits: 16 } },
    });
    expect(await judge('udp-echo-001/usual', wrong)).toMatchObject({ verdict: 'pass' });
    expect(await judge('udp-checksum-002/least', wrong)).toMatchObject({ verdict: 'inconclusive' });
  });

  test('whose length is wrong leaves its checksum open', async () => {
    const wrong = changeUdp((octets) => withOctets(octets, { 25: 8 }));
    expect(await judge('udp-datagram-003/even', wrong)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'length', expected: '40', actual: '8' } },
    });
    expect(await judge('udp-checksum-001/even', wrong)).toMatchObject({ verdict: 'inconclusive' });
  });
});

describe('a host that is told what a path carries', () => {
  const isPiece = (octets: Uint8Array): boolean => ((octets[6]! << 8) | octets[7]!) % 0x4000 !== 0;

  test('may send smaller datagrams, or none', async () => {
    expect(await judge('ipv4-path-001/serial')).toMatchObject({
      branch: { outcome: 'fragments its datagrams itself' },
    });
    const none = changeUdp((octets) => (isPiece(octets) ? undefined : octets));
    expect(await judge('ipv4-path-001/serial', none)).toMatchObject({
      verdict: 'pass',
      branch: { outcome: 'sends none of that size' },
    });
  });

  test('leaves everything open if routers may fragment its datagrams anyway', async () => {
    const cuttable = changeUdp((octets) => withOctets(octets, { 6: octets[6]! & ~0x40 }));
    expect(await judge('ipv4-path-001/serial', cuttable)).toMatchObject({
      verdict: 'inconclusive',
      reason: { code: 'precondition' },
    });
  });
});

test('a report with another code is still a report', async () => {
  const other: Tampering = {
    output: (octets, port) => [[octets[9] === 1 ? withOctets(octets, { 21: 2 }) : octets, port]],
  };
  expect(await judge('udp-addresses-001/usual', other)).toMatchObject({ verdict: 'pass' });
  expect(await judge('ipv4-port-001', other)).toMatchObject({
    verdict: 'fail',
    evidence: { difference: { field: 'code', expected: '3', actual: '2' } },
  });
});
