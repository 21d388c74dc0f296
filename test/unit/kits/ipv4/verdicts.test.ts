/** What the kit says of implementations that are wrong in one way: the verdict, and where it points. */
import { describe, expect, test } from 'vitest';
import { ipv4Suite, judge, type Tampering, withOctets } from './judge.ts';

const drop: Tampering = { output: () => [] };
const change = (changes: Readonly<Record<number, number>>): Tampering => ({
  output: (octets, port) => [[withOctets(octets, changes), port]],
});
/** Only what leaves by the interface, or only ICMP of the type, is changed. */
const changeType = (type: number, edit: (octets: Uint8Array) => Uint8Array): Tampering => ({
  output: (octets, port) => [[octets[20] === type && octets[9] === 1 ? edit(octets) : octets, port]],
});

test('the reference passes every scenario', async () => {
  const results = await Promise.all(ipv4Suite.scenarios.map(({ id }) => judge(id)));
  const wanted = ({ level }: { readonly level: string }): string => (level === 'MAY' ? 'observed' : 'pass');
  expect(
    results.filter((result) => result.verdict !== wanted(result)).map(({ scenario, verdict }) => [scenario, verdict]),
  ).toEqual([]);
});

test('the same seed leaves the same evidence', async () => {
  expect(await judge('ipv4-reassembly-001/interleaved')).toEqual(await judge('ipv4-reassembly-001/interleaved'));
});

describe('an echo reply', () => {
  test('that does not come fails the rule about echo, and no other', async () => {
    expect(await judge('ipv4-echo-001', drop)).toMatchObject({ verdict: 'fail', reason: { code: 'unmet' } });
    for (const id of [
      'ipv4-echo-003',
      'ipv4-echo-004/usual',
      'ipv4-echo-005',
      'ipv4-checksum-005',
      'ipv4-version-003/zero',
    ]) {
      expect(await judge(id, drop)).toMatchObject({ verdict: 'inconclusive', reason: { code: 'precondition' } });
    }
  });

  test('from another address is pointed at by its bits', async () => {
    expect(await judge('ipv4-echo-003', change({ 15: 99 }))).toMatchObject({
      verdict: 'fail',
      evidence: {
        difference: { field: 'source', expected: '198.18.0.1', actual: '198.18.0.99', bit: 96, bits: 32, exchange: 1 },
      },
    });
  });

  test('with a wrong header checksum is still an echo reply', async () => {
    const wrong = change({ 10: 0, 11: 0 });
    expect(await judge('ipv4-echo-001', wrong)).toMatchObject({ verdict: 'pass' });
    expect(await judge('ipv4-checksum-005', wrong)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'headerChecksum', actual: '0x0000', bit: 80, bits: 16 } },
    });
  });

  test('with other data is pointed at by the octet', async () => {
    const invert: Tampering = { output: (octets, port) => [[withOctets(octets, { 33: octets[33]! ^ 1 }), port]] };
    expect(await judge('ipv4-echo-004/usual', invert)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'data', bit: 33 * 8, bits: 8, exchange: 1 } },
    });
  });

  test('that is cut short, or goes on after its data, does not return the data', async () => {
    const shorter: Tampering = { output: (octets, port) => [[withOctets(octets.subarray(0, 60), { 3: 60 }), port]] };
    const longer: Tampering = {
      output: (octets, port) => [[withOctets(new Uint8Array([...octets, 0]), { 3: 85 }), port]],
    };
    expect(await judge('ipv4-echo-004/usual', shorter)).toMatchObject({ verdict: 'fail' });
    expect(await judge('ipv4-echo-004/usual', longer)).toMatchObject({ verdict: 'fail' });
  });

  test('may come in fragments, in any order', async () => {
    const cut: Tampering = {
      output: (octets, port) => {
        const piece = (from: number, to: number, more: number): Uint8Array => {
          const data = octets.subarray(20 + from, 20 + to);
          const head = withOctets(octets.subarray(0, 20), {
            2: 0,
            3: 20 + data.length,
            6: more,
            7: from / 8,
            10: 0,
            11: 0,
          });
          const view = new DataView(head.buffer);
          let sum = 0;
          for (let at = 0; at < 20; at += 2) sum += view.getUint16(at);
          sum = (sum & 0xffff) + (sum >>> 16);
          view.setUint16(10, ~((sum & 0xffff) + (sum >>> 16)) & 0xffff);
          return new Uint8Array([...head, ...data]);
        };
        return [
          [piece(40, octets.length - 20, 0), port],
          [piece(0, 40, 0x20), port],
        ];
      },
    };
    expect(await judge('ipv4-echo-004/usual', cut)).toMatchObject({ verdict: 'pass' });
  });
});

describe('silence', () => {
  const answersAll: Tampering = {
    answer: (method, params, result) => {
      const [input] = (params.inputs ?? []) as { datagram: string; interface: number }[];
      if (method !== 'host/step' || input === undefined || !input.datagram.startsWith('5')) return result;
      const d = input.datagram;
      const reply = `45${d.slice(2, 24)}${d.slice(32, 40)}${d.slice(24, 32)}00${d.slice(42)}`;
      return { ...(result as object), outputs: [{ datagram: reply, interface: 0 }] };
    },
  };

  test('is broken by an answer, which is quoted and pointed at', async () => {
    const result = await judge('ipv4-version-003/stream', answersAll);
    expect(result).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'datagram', expected: 'none' } },
    });
    expect(result.evidence?.exchange[result.evidence.difference!.exchange!]).toMatchObject({ direction: 'received' });
  });

  test('of those who have gone deaf proves nothing', async () => {
    let answers = 0;
    const deafAfterTheFirst: Tampering = { output: (octets, port) => (answers++ === 0 ? [[octets, port]] : []) };
    expect(await judge('ipv4-checksum-007/first', deafAfterTheFirst)).toMatchObject({
      verdict: 'inconclusive',
      reason: { code: 'fence' },
    });
  });

  test('is not broken by a second copy of the answer before', async () => {
    const twice: Tampering = {
      output: (octets, port) => [
        [octets, port],
        [octets, port],
      ],
    };
    expect(await judge('ipv4-checksum-007/first', twice)).toMatchObject({ verdict: 'pass' });
  });
});

describe('a router', () => {
  test('that forwards with the same time to live', async () => {
    const keep: Tampering = { output: (octets, port) => [[port === 1 ? withOctets(octets, { 8: 64 }) : octets, port]] };
    expect(await judge('ipv4-forward-001/usual', keep)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'timeToLive', expected: 'below 64', actual: '64', bit: 64, bits: 8 } },
    });
  });

  test('may lower it by more than one', async () => {
    const more: Tampering = { output: (octets, port) => [[port === 1 ? withOctets(octets, { 8: 1 }) : octets, port]] };
    expect(await judge('ipv4-forward-001/usual', more)).toMatchObject({ verdict: 'pass' });
  });

  test('that hands it back by the interface it came from has not forwarded it', async () => {
    expect(await judge('ipv4-reserved-003', { output: (octets) => [[octets, 0]] })).toMatchObject({
      verdict: 'inconclusive',
    });
  });

  test('that reports the wrong code', async () => {
    const wrong = changeType(11, (octets) => withOctets(octets, { 21: 1 }));
    expect(await judge('ipv4-forward-003/one', wrong)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'code', expected: '0', actual: '1', bit: 168, bits: 8 } },
    });
  });

  test('that reports something else is told what it reported', async () => {
    const wrong = changeType(11, (octets) => withOctets(octets, { 20: 3, 21: 1 }));
    expect(await judge('ipv4-forward-003/one', wrong)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'type', expected: '11', actual: '3' } },
    });
  });

  test('may quote the time to live that it has lowered already, and nothing else changed', async () => {
    const lowered = changeType(11, (octets) => withOctets(octets, { 36: 0 }));
    const otherwise = changeType(11, (octets) => withOctets(octets, { 30: 1 }));
    expect(await judge('ipv4-forward-004/more', lowered)).toMatchObject({ verdict: 'pass' });
    expect(await judge('ipv4-forward-004/more', otherwise)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'quoted header', bit: 30 * 8, bits: 8 } },
    });
  });

  test('may report a parameter problem about a total length, but only there', async () => {
    const problem = (pointer: number): Tampering => ({
      answer: (method, params, result) => {
        const [input] = (params.inputs ?? []) as { datagram: string }[];
        if (method !== 'host/step' || input === undefined || !/^4500(?:0013|0000)/.test(input.datagram)) return result;
        const d = input.datagram;
        const source = d.slice(24, 32);
        const message = `0c000000${pointer.toString(16).padStart(2, '0')}000000${d}`;
        return {
          ...(result as object),
          outputs: [{ datagram: `4500005800010000400100${'00'}c6120001${source}${message}`, interface: 0 }],
        };
      },
    });
    expect(await judge('ipv4-length-005/an-octet-less', problem(2))).toMatchObject({
      verdict: 'pass',
      branch: { outcome: 'discarded, with a parameter problem', level: 'MAY' },
    });
    expect(await judge('ipv4-length-005/an-octet-less', problem(0))).toMatchObject({ verdict: 'fail' });
    expect(await judge('ipv4-length-006', problem(2))).toMatchObject({ verdict: 'fail' });
    expect(await judge('ipv4-length-005/an-octet-less')).toMatchObject({
      verdict: 'pass',
      branch: { outcome: 'discarded without a word', level: 'MUST' },
    });
  });
});

describe('reassembly that is given up', () => {
  test('without a word fails the duty to report, and leaves the time unknown', async () => {
    const mute = { output: (octets: Uint8Array, port: number) => (octets[20] === 11 ? [] : [[octets, port] as const]) };
    expect(await judge('ipv4-timeout-001', mute)).toMatchObject({ verdict: 'fail' });
    expect(await judge('ipv4-timeout-003/long-life', mute)).toMatchObject({ verdict: 'inconclusive' });
  });

  test('with the code for transit is not that report', async () => {
    const transit = changeType(11, (octets) => withOctets(octets, { 21: 0 }));
    expect(await judge('ipv4-timeout-001', transit)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'code', expected: '1', actual: '0' } },
    });
  });

  test('must quote the header as it was sent, time to live and all', async () => {
    const lowered = changeType(11, (octets) => withOctets(octets, { 36: 63 }));
    expect(await judge('ipv4-timeout-005', lowered)).toMatchObject({ verdict: 'fail' });
  });
});

describe('a decoder', () => {
  const decoding = (answer: (result: { ok: boolean; value: Record<string, unknown> }) => unknown): Tampering => ({
    answer: (method, _, result) => (method === 'codec/decode' ? answer(result as never) : result),
  });

  test('that misreads a field is shown the bits', async () => {
    const misread = decoding((result) => ({ ...result, value: { ...result.value, ecn: 2, dscp: 1 } }));
    expect(await judge('ipv4-fields-001', misread)).toMatchObject({
      verdict: 'fail',
      evidence: {
        expected: ['dscp 46, ecn 1'],
        actual: 'dscp 1, ecn 2',
        difference: { field: 'dscp', expected: '46', actual: '1', bit: 8, bits: 6, exchange: 0 },
      },
    });
  });

  test('that accepts what it should refuse is shown the fault', async () => {
    const value = { version: 4, ihl: 5, totalLength: 28 };
    expect(
      await judge(
        'ipv4-version-001/six',
        decoding(() => ({ ok: true, value })),
      ),
    ).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'version', expected: '4', actual: '6', bit: 0, bits: 4, exchange: 1 } },
    });
  });

  test('that refuses everything, or accepts everything unread, has proved nothing', async () => {
    const refuse = decoding(() => ({ ok: false }));
    const accept = decoding(() => ({ ok: true, value: {} }));
    expect(await judge('ipv4-version-001/six', refuse)).toMatchObject({
      verdict: 'inconclusive',
      reason: { code: 'twin' },
    });
    expect(await judge('ipv4-version-001/six', accept)).toMatchObject({
      verdict: 'inconclusive',
      reason: { code: 'twin' },
    });
  });

  test('may leave options out of a header without any', async () => {
    const without = decoding(({ ok, value: { options, ...value } }) => ({ ok, value }));
    expect(await judge('ipv4-fields-001', without)).toMatchObject({ verdict: 'pass' });
    expect(await judge('ipv4-options-001/with-a-length', without)).toMatchObject({ verdict: 'fail' });
  });

  test('may pass over an option that makes no sense, but not read it', async () => {
    const header = { version: 4, ihl: 6, dscp: 0, ecn: 0, totalLength: 36, identification: 1, reserved: false };
    const rest = { dontFragment: false, moreFragments: false, fragmentOffset: 0, timeToLive: 64, protocol: 17 };
    const addresses = { headerChecksum: 0xf98a, source: '192.0.2.1', destination: '198.51.100.7' };
    const lenient = (options: unknown): Tampering =>
      decoding((result) => (result.ok ? result : { ok: true, value: { ...header, ...rest, ...addresses, options } }));
    expect(await judge('ipv4-options-002/length-one', lenient([]))).toMatchObject({
      verdict: 'pass',
      branch: { outcome: 'accepted, the option left out' },
    });
    const taken = lenient([{ type: 148, length: 1, data: '' }]);
    expect(await judge('ipv4-options-002/length-one', taken)).toMatchObject({ verdict: 'fail' });
  });
});

test('an encoder that refuses a value fails the rule that it was asked about', async () => {
  const { PortError, INVALID_PARAMS } = await import('../../../../src/contract/port.ts');
  const refuse: Tampering = {
    answer: (method, _, result) => {
      if (method === 'codec/encode') throw new PortError(INVALID_PARAMS, 'no');
      return result;
    },
  };
  expect(await judge('ipv4-fields-003', refuse)).toMatchObject({
    verdict: 'fail',
    evidence: { actual: 'error -32602: no' },
  });
});
