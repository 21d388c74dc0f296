/** Fences on a real clock, where nobody waits: the answer to one must have been sent after it. */
import { expect, test } from 'vitest';
import { EvidenceLog } from '../../../../src/harness/evidence.ts';
import { point } from '../../../../src/harness/interval.ts';
import { Inconclusive, Unmet } from '../../../../src/harness/outcome.ts';
import type { Scene } from '../../../../src/harness/scene.ts';
import type { Arrival } from '../../../../src/harness/surface.ts';
import { Wire } from '../../../../src/kits/ipv4/wire.ts';
import { TcpEnd } from '../../../../src/kits/tcp/end.ts';
import { assertSilent, passOn } from '../../../../src/kits/tcp/fence.ts';
import { type SegmentFields, segmentProbe } from '../../../../src/kits/tcp/segment.ts';
import { random } from '../../../../src/net/random.ts';

const ENDS = { source: '198.18.0.9', sourcePort: 50_000, destination: '198.18.0.1', destinationPort: 7 };
const BACK = { source: '198.18.0.1', sourcePort: 7, destination: '198.18.0.9', destinationPort: 50_000 };
const [FIRST, THEIRS, WINDOW] = [1000, 5000, 8000];

/** From the implementation, `taken` octets of the tester's after its SYN being acknowledged. */
const ack = (taken: number, others: SegmentFields = {}): SegmentFields => ({
  ack: true,
  sequenceNumber: THEIRS + 1,
  acknowledgmentNumber: FIRST + 1 + taken,
  window: WINDOW - taken,
  ...others,
});

/** A connection whose handshake is over; `replies` come to the next segments sent, and `crossing` has come by then. */
async function connection(replies: readonly (readonly SegmentFields[])[], crossing: readonly SegmentFields[] = []) {
  const inbox: Arrival[] = [];
  const script = [[{ ...ack(0), syn: true, sequenceNumber: THEIRS }], crossing, ...replies];
  const link = {
    addresses: {},
    send: async () => {
      for (const fields of script.shift() ?? []) {
        const { octets: datagram } = segmentProbe(BACK, fields, {}, 1);
        inbox.push({ datagram, interface: 0, at: point(0) });
      }
      return point(0);
    },
    receive: async () => inbox.shift(),
    now: () => point(0),
  };
  const scene = {
    clock: 'real',
    hangLimit: 1000,
    evidence: new EvidenceLog(),
    random: random(1),
    surface: async () => link,
  } as unknown as Scene;
  const end = new TcpEnd(new Wire(scene), ENDS, { first: FIRST });
  await end.sendRow({ flags: 'SYN' });
  await end.find(({ fields }) => fields.syn === true);
  await end.ask();
  await end.sendRow({ flags: 'ACK' });
  return end;
}

test('a fence of data that is acknowledged proves silence', async () => {
  await assertSilent(await connection([[ack(1)]]));
});

test('so it does where a larger window was told meanwhile, and not where anything else was', async () => {
  const larger = { window: WINDOW + 2000 };
  await assertSilent(await connection([[ack(1, larger)]], [ack(0, larger)]));
  await assertSilent(await connection([[ack(0, larger), ack(1, larger)]]));
  await expect(assertSilent(await connection([[ack(1)]], [ack(0)]))).rejects.toThrow(Unmet);
  await expect(assertSilent(await connection([[ack(0), ack(1)]]))).rejects.toThrow(Unmet);
  await expect(assertSilent(await connection([[ack(0, larger), ack(0, larger), ack(1)]]))).rejects.toThrow(Unmet);
});

test('an acknowledgement of nothing new is no answer to it, and what acknowledges more tells of something taken', async () => {
  await expect(assertSilent(await connection([[]], [ack(0)]))).rejects.toThrow(Inconclusive);
  await expect(assertSilent(await connection([[ack(9)]]))).rejects.toThrow('8 numbers acknowledged');
});

test('what was there before an old segment was sent is no answer to it; an update of the window only at need', async () => {
  const larger = { window: WINDOW + 2000 };
  await expect(passOn(await connection([], [ack(0)]))).rejects.toThrow(Inconclusive);
  const beside = await passOn(await connection([[ack(0, larger), ack(0, larger)]]));
  expect(beside.datagram.exchange).toBe(5);
  const alone = await passOn(await connection([[ack(0, larger)]]));
  expect(alone.datagram.exchange).toBe(4);
});
