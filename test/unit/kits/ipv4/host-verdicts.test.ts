/** What the kit says of hosts that are right in another way than the reference, and of some that are wrong. */
import { describe, expect, test } from 'vitest';
import { sealHeader } from '../../../../src/reference/ipv4/checksum.ts';
import { judge, type Tampering, withOctets } from './judge.ts';

const [SOURCE_AT, PROTOCOL_AT, TYPE_AT] = [12, 9, 20];
const ICMP = 1;
const [ECHO_REPLY, UNREACHABLE] = [0, 3];

type Edit = (octets: Uint8Array) => Uint8Array | undefined;

/** What becomes of messages of one type; undefined: they never leave. */
function onMessages(type: number, edit: Edit): Tampering {
  return {
    output: (octets, port) => {
      if (octets[PROTOCOL_AT] !== ICMP || octets[TYPE_AT] !== type) return [[octets, port]];
      const edited = edit(octets);
      return edited === undefined ? [] : [[edited, port]];
    },
  };
}

function sealed(octets: Uint8Array, changes: Readonly<Record<number, number>>): Uint8Array {
  const changed = withOctets(octets, changes);
  sealHeader(new DataView(changed.buffer), 20);
  return changed;
}

/** Only the `nth` echo reply is edited. */
function onReply(nth: number, edit: Edit): Tampering {
  let count = 0;
  return onMessages(ECHO_REPLY, (octets) => {
    count += 1;
    return count === nth ? edit(octets) : octets;
  });
}

const dfAndNoIdentification: Edit = (octets) => sealed(octets, { 4: 0, 5: 0, 6: 0x40 });

describe('who may do otherwise passes', () => {
  test.each<[string, string, Tampering, string]>([
    ['drops what overlaps', 'ipv4-reassembly-008/over-end', onReply(2, () => undefined), 'the datagram is dropped'],
    [
      'sends what may not be cut, without an identification',
      'ipv4-identification-006',
      onMessages(ECHO_REPLY, dfAndNoIdentification),
      'its echo replies may not be cut into fragments',
    ],
    [
      'does so for copies',
      'ipv4-identification-005',
      onMessages(ECHO_REPLY, dfAndNoIdentification),
      'its echo replies may not be cut into fragments',
    ],
  ])('%s', async (_, scenario, tampering, outcome) => {
    expect(await judge(scenario, tampering)).toMatchObject({ verdict: 'pass', branch: { outcome } });
  });

  test('reports with the precedence of routers', async () => {
    const urgent = onMessages(UNREACHABLE, (octets) => sealed(octets, { 1: 0xc0 }));
    expect(await judge('ipv4-host-icmp-004/expedited', urgent)).toMatchObject({ verdict: 'pass' });
  });

  test('answers from its other address, as far as the rule about own addresses goes', async () => {
    const other = onMessages(ECHO_REPLY, (octets) => sealed(octets, { [SOURCE_AT + 2]: 128 }));
    expect(await judge('ipv4-addresses-006', other)).toMatchObject({ verdict: 'pass' });
  });
});

describe('who is wrong is shown where', () => {
  test('another word in the reply where no fragments overlapped', async () => {
    const spoilt = onReply(2, (octets) => withOctets(octets, { 400: octets[400]! ^ 1 }));
    expect(await judge('ipv4-reassembly-008/over-end', spoilt)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'data', bit: 8 * 400, bits: 8 } },
    });
  });

  test('a word where they overlapped that was in neither', async () => {
    // The second fragment begins at octet 96 of the message, and so at 116 of the datagram.
    const spoilt = onReply(2, (octets) => withOctets(octets, { 116: octets[116]! ^ 1 }));
    expect(await judge('ipv4-reassembly-008/over-end', spoilt)).toMatchObject({ verdict: 'fail' });
  });

  test('the field of type of service that a report took over', async () => {
    const taken = onMessages(UNREACHABLE, (octets) => sealed(octets, { 1: 46 << 2 }));
    const marked = onMessages(UNREACHABLE, (octets) => sealed(octets, { 1: 1 }));
    expect(await judge('ipv4-host-icmp-004/expedited', taken)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'dscp', actual: '46', bit: 8, bits: 6 } },
    });
    expect(await judge('ipv4-host-icmp-004/normal', marked)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'ecn', actual: '1', bit: 14, bits: 2 } },
    });
  });

  test('the code of a report', async () => {
    const code = onMessages(UNREACHABLE, (octets) => withOctets(octets, { 21: 3 }));
    expect(await judge('ipv4-host-icmp-001/first', code)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'code', actual: '3' } },
    });
  });

  test('a source that is nobody’s', async () => {
    const strange = onMessages(ECHO_REPLY, (octets) => sealed(octets, { [SOURCE_AT + 3]: 99 }));
    expect(await judge('ipv4-addresses-006', strange)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'source', actual: '198.18.0.99', bit: 96, bits: 32 } },
    });
  });

  test('the address of the interface by which a reply leaves', async () => {
    const weak = onReply(2, (octets) => sealed(octets, { [SOURCE_AT + 2]: 128 }));
    expect(await judge('ipv4-addresses-011', weak)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'source', actual: '198.18.128.1' } },
    });
  });

  test('the second use of an identification', async () => {
    const constant = onMessages(ECHO_REPLY, (octets) => sealed(octets, { 4: 0, 5: 9 }));
    expect(await judge('ipv4-identification-006', constant)).toMatchObject({
      verdict: 'fail',
      evidence: { difference: { field: 'identification', actual: '9', bit: 32, bits: 16 } },
    });
  });
});

describe('nobody is accused', () => {
  test('of a report about many when it never reports about one', async () => {
    const silent = onMessages(UNREACHABLE, () => undefined);
    for (const id of ['ipv4-host-icmp-005/directed', 'ipv4-host-icmp-006/directed', 'ipv4-addresses-012']) {
      expect(await judge(id, silent)).toMatchObject({ verdict: 'inconclusive', reason: { code: 'precondition' } });
    }
  });

  test('of having no way back but by the interface of the address that was asked', async () => {
    const strong = onReply(2, () => undefined);
    expect(await judge('ipv4-addresses-011', strong)).toMatchObject({
      verdict: 'inconclusive',
      reason: { code: 'precondition' },
    });
  });

  test('of silence when its fence is silent too', async () => {
    const tired = onReply(2, () => undefined);
    expect(await judge('ipv4-addresses-008/no-route', tired)).toMatchObject({
      verdict: 'inconclusive',
      reason: { code: 'fence' },
    });
  });
});
