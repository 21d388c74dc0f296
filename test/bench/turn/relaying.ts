/** A datagram to a peer and back on loopback: straight, through coturn, and through the reference. */
import { servedTurn } from '../../interop/turn-process.ts';
import { awaited, interleave } from '../interleave.ts';
import type { Pace } from '../pace.ts';
import { compare, type Group, type Row } from '../row.ts';
import { coturn } from './coturn.ts';
import { directWay, echoPeer, relayedWay, type Way } from './session.ts';

const LOOPBACK = '127.0.0.1';
const DIRECT = 'no relay';
const REFERENCE = { channel: 'reference, channel data', indications: 'reference, Send and Data' };
const COTURN = { channel: 'coturn, channel data', indications: 'coturn, Send and Data' };

export const relaying: Group = {
  name: 'turn',
  measure: async (pace) => {
    const peer = await echoPeer();
    const other = await coturn();
    const ours = await servedTurn();
    const ways = new Map<string, Way>();
    try {
      ways.set(DIRECT, await directWay(peer.at));
      for (const by of ['channel', 'indications'] as const) {
        ways.set(REFERENCE[by], await relayedWay({ address: LOOPBACK, port: ours.port }, peer.at, by));
        ways.set(COTURN[by], await relayedWay({ address: LOOPBACK, port: other.port }, peer.at, by));
      }
      return await rows(ways, pace);
    } finally {
      for (const way of ways.values()) way.close();
      peer.close();
      await Promise.all([other.stop(), ours.stop()]);
    }
  },
};

async function rows(ways: ReadonlyMap<string, Way>, pace: Pace): Promise<Row[]> {
  const contenders = [...ways].map(([name, way]) => awaited(name, (count) => way.trips(count)));
  const times = await interleave(contenders, pace);
  const within = { atLeast: 0.5, asks: 'within 2 x coturn' };
  return [
    compare(
      { work: 'a datagram relayed there and back', ours: REFERENCE.channel, peer: COTURN.channel, goal: within },
      times,
    ),
    compare(
      {
        work: 'a datagram relayed there and back',
        ours: REFERENCE.indications,
        peer: COTURN.indications,
        goal: within,
      },
      times,
    ),
    // Three processes in place of one take turns on the way.
    compare(
      { work: 'a datagram there and back', ours: REFERENCE.channel, peer: DIRECT, goal: { atLeast: 0.1 } },
      times,
    ),
  ];
}
