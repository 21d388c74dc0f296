/**
 * The relay: messages over it on loopback against the same octets sent straight, in one run; how much faster than life a
 * population lives; and what a node holds. Confirmed end to end, sealed, and relayed twice, so the peer has it easy.
 */
import { awaited, type Contender, interleave, interleaveProcesses } from '../interleave.ts';
import type { Pace } from '../pace.ts';
import { selfMeasured } from '../process.ts';
import { compare, type Group, type Row } from '../row.ts';
import { built, inWorkshop } from '../workshop.ts';
import { direct, relayed } from './live.ts';
import { Population } from './population.ts';

const [ONE, ONE_DIRECT] = ['over a relay, confirmed', 'UDP there and back'];
const [MANY, MANY_DIRECT] = ['over a relay, 32 at once', 'UDP there and back, 32 at once'];
const [LIFE, REAL] = ['a population in virtual time', 'a node in real time'];
const [NODE, SOCKET] = ['a node with its sessions', "Node's UDP socket"];
const AT_ONCE = 32;
const USERS = 100;
const ROUNDS = 3;
/** Nodes, and sockets: those are small, so that fewer would be lost among everything else. */
const COUNTS = ['200', '4000'] as const;

export const relay: Group = {
  name: 'relay',
  measure: async (pace) => [...(await onLoopback(pace)), ...(await lives(pace)), ...(await memory(pace))],
};

async function onLoopback(pace: Pace): Promise<Row[]> {
  const [over, straight] = [await relayed(), await direct()];
  try {
    const times = await interleave(
      [
        awaited(ONE, (count) => over.say(count, 1)),
        awaited(ONE_DIRECT, (count) => straight.say(count, 1)),
        awaited(MANY, (count) => over.say(count * AT_ONCE, AT_ONCE)),
        awaited(MANY_DIRECT, (count) => straight.say(count * AT_ONCE, AT_ONCE)),
      ],
      pace,
    );
    // Twice the datagrams, so at best a half; eight MACs and four seals, each as dear as a datagram of the peer's, make a quarter of
    // that; frames and contents in JavaScript as much again. A tenth is what a good one reaches on one thread that is all three.
    return [
      compare(
        { work: 'a message of 1,000 octets, its time', ours: ONE, peer: ONE_DIRECT, goal: { atLeast: 0.1 } },
        times,
      ),
      compare(
        { work: 'messages of 1,000 octets a second', ours: MANY, peer: MANY_DIRECT, goal: { atLeast: 0.1 } },
        times,
      ),
    ];
  } finally {
    await Promise.all([over.close(), straight.close()]);
  }
}

/** The ratio is how many nodes times virtual seconds one second of this machine's time gives. */
async function lives(pace: Pace): Promise<Row[]> {
  const population = new Population(USERS);
  population.run(10);
  const contenders: Contender[] = [
    awaited(LIFE, async (times) => {
      let datagrams = 0;
      for (let turn = 0; turn < times; turn += 1) {
        population.talk();
        datagrams += population.run(1);
      }
      if (datagrams === 0) throw new Error('nobody said anything');
      return datagrams;
    }),
    { name: REAL, run: (times) => times * population.size * 1e9 },
  ];
  const times = await interleave(contenders, pace);
  // Of a node that idles: three datagrams and as many wakings a second, each of some 50 us with its share of a frame's octets,
  // its MAC and the queue, would be 3,000; what a message and its way through three nodes cost on top leaves a sixth.
  const goal = { atLeast: 500 };
  return [compare({ work: 'nodes x virtual seconds a second', ours: LIFE, peer: REAL, goal }, times)];
}

/** The "times" of this row are octets. */
function memory(pace: Pace): Promise<Row[]> {
  return inWorkshop(async (folder) => {
    const modules = [built(folder, 'relay', 'held-node.ts'), built(folder, 'relay', 'held-socket.ts')];
    const contenders = [NODE, SOCKET].map((name, at) => selfMeasured(name, ['--expose-gc', modules[at]!, COUNTS[at]!]));
    const octets = await interleaveProcesses(contenders, Math.min(pace.runs, ROUNDS));
    // Keys, timers and windows of ids for each of five sessions, records and contacts: as much as a hundred bare sockets.
    const goal = { atLeast: 0.01 };
    return [compare({ work: 'memory of one of 200 nodes', ours: NODE, peer: SOCKET, goal }, octets)];
  });
}
