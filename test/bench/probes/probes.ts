/**
 * Probes of the kernel through a TUN device: by the judge's own wire, with its seats, mailboxes and intervals of time,
 * against a bare loop of writes and reads; one after the other, and with as many seats as the target has.
 */
import { AssayError } from '../../../src/contract/assay-error.ts';
import type { LinkSurface } from '../../../src/harness/surface.ts';
import type { Target } from '../../../src/harness/target.ts';
import { kernelKind } from '../../../src/harness/targets/kernel/index.ts';
import { awaited, type Contender, interleave } from '../interleave.ts';
import type { Pace } from '../pace.ts';
import { compare, Disagreement, type Group, type Row, Unmeasured } from '../row.ts';
import { type Bare, bareTun } from './bare.ts';
import { echoRequest, type Question, syn } from './probe.ts';

/** Microseconds. */
const PATIENCE = 2_000_000;

const QUESTIONS = [
  { work: 'an echo request to the kernel', question: echoRequest },
  { work: 'a SYN to a closed port of the kernel', question: syn },
] as const;

export const probes: Group = { name: 'probes', measure };

async function measure(pace: Pace): Promise<Row[]> {
  const target = await attached();
  try {
    const bare = bareTun();
    try {
      const seats = await Promise.all(Array.from({ length: target.concurrency }, () => target.seat('bench', 1)));
      const links = await Promise.all(seats.map((seat) => seat.surface('link')));
      const rows: Row[] = [];
      for (const { work, question } of QUESTIONS) {
        rows.push(await compared(`${work}, one at a time`, question, links.slice(0, 1), bare, pace));
        rows.push(await compared(`${work}, ${links.length} at once`, question, links, bare, pace));
      }
      return rows;
    } finally {
      bare.close();
    }
  } finally {
    await target.close();
  }
}

/** @throws Unmeasured where there is no kernel target */
async function attached(): Promise<Target> {
  try {
    return await kernelKind.attach('', { suite: '0', seed: 1 });
  } catch (fault) {
    if (fault instanceof AssayError) throw new Unmeasured(fault.message);
    throw fault;
  }
}

async function compared(
  work: string,
  question: Question,
  links: readonly LinkSurface[],
  bare: Bare,
  pace: Pace,
): Promise<Row> {
  const asked = links.map(({ addresses }) => question.octets(addresses));
  const [ours, peer] = ['kernel target', 'bare loop'];
  const contenders: Contender[] = [
    awaited(ours, (times) => repeat(times, () => byLinks(links, asked, question))),
    awaited(peer, (times) => repeat(times, () => byLoop(bare, asked, question))),
  ];
  const times = await interleave(contenders, { ...pace, batch: 2 * pace.batch });
  return compare({ work, ours, peer, goal: { atLeast: 0.25, asks: 'at most 4 x' } }, times);
}

async function repeat(times: number, once: () => Promise<unknown>): Promise<unknown> {
  let last: unknown;
  for (let time = 0; time < times; time += 1) last = await once();
  return last;
}

function byLinks(links: readonly LinkSurface[], asked: readonly Uint8Array[], question: Question): Promise<unknown> {
  return Promise.all(
    links.map(async (link, at) => {
      await link.send(asked[at]!);
      const arrival = await link.receive(PATIENCE);
      check(arrival?.datagram, question);
      return arrival;
    }),
  );
}

async function byLoop(bare: Bare, asked: readonly Uint8Array[], question: Question): Promise<unknown> {
  const answers = await bare.ask(asked);
  for (const answer of answers) check(answer, question);
  return answers;
}

/** @throws Disagreement */
function check(answer: Uint8Array | undefined, { isAnswer }: Question): void {
  if (answer !== undefined && isAnswer(answer)) return;
  throw new Disagreement(
    `the kernel answered ${answer === undefined ? 'nothing' : Buffer.from(answer).toString('hex')}`,
  );
}
