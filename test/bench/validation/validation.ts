/**
 * Validating decoded headers: our validator, compiled ahead of time, against ajv, which compiles the same schema when the
 * program starts. Both run code that ajv wrote, so speed is only held to be no worse; what is won is the start.
 */
import { ipv4Header } from '../../../src/generated/ipv4/header.ts';
import { validate } from '../../../src/generated/validators/ipv4/header.ts';
import { projectPath } from '../../../src/loader/project.ts';
import { type Contender, inProcess, interleave, interleaveProcesses } from '../interleave.ts';
import { headerSamples } from '../ipv4/samples.ts';
import type { Pace } from '../pace.ts';
import { selfMeasured } from '../process.ts';
import { compare, Disagreement, type Group, type Row } from '../row.ts';
import { built, inWorkshop } from '../workshop.ts';
import { compileNow } from './ajv-peer.ts';

const OURS = 'assay, compiled ahead';
const PEER = 'ajv 8, compiled at start';
const SCHEMA = projectPath('spec', 'ipv4', 'header.schema.json');
const NO_SLOWER = { atLeast: 0.9, asks: 'no slower, but for noise' };
const AT_ONCE = { atLeast: 5, asks: 'nothing compiled at start' };

type Accepts = (value: unknown) => boolean;

export const validation: Group = { name: 'validate', measure };

async function measure(pace: Pace): Promise<Row[]> {
  const right = decodedHeaders();
  const wrong = right.map(spoil);
  const judges: [string, Accepts][] = [
    [OURS, validate],
    [PEER, compileNow(SCHEMA)],
  ];
  for (const [name, accepts] of judges) {
    right.forEach((value, index) => {
      if (!accepts(value)) throw new Disagreement(`${name} refuses header ${index}`);
      if (accepts(wrong[index])) throw new Disagreement(`${name} accepts spoiled header ${index}`);
    });
  }
  const row = async (work: string, contenders: Contender[]): Promise<Row> =>
    compare({ work, ours: OURS, peer: PEER, goal: NO_SLOWER }, await interleave(contenders, pace));
  const full = judges.map(([name, accepts]) => inProcess(name, (times) => judgeAll(times, right, accepts)));
  const reject = judges.map(([name, accepts]) => inProcess(name, (times) => judgeAll(times, wrong, accepts)));
  return [
    await row('validate a decoded header, right', full),
    await row('validate a decoded header, wrong', reject),
    await start(pace, right[0]!),
  ];
}

function start(pace: Pace, value: object): Promise<Row> {
  return inWorkshop(async (folder) => {
    const text = JSON.stringify(value);
    const contenders = [
      selfMeasured(OURS, [built(folder, 'validation', 'first-verdict-ours.ts'), text]),
      selfMeasured(PEER, [built(folder, 'validation', 'first-verdict-ajv.ts'), SCHEMA, text]),
    ];
    const times = await interleaveProcesses(contenders, pace.starts);
    return compare({ work: 'validate, first verdict of a process', ours: OURS, peer: PEER, goal: AT_ONCE }, times);
  });
}

/** Each value once; how many were accepted. */
function judgeAll(times: number, values: readonly object[], accepts: Accepts): number {
  let accepted = 0;
  for (let time = 0; time < times; time += 1) {
    for (const value of values) if (accepts(value)) accepted += 1;
  }
  return accepted;
}

function decodedHeaders(): Record<string, unknown>[] {
  const { octets, starts, ends } = headerSamples();
  return Array.from(starts.subarray(0, 100), (start, index) => {
    const decoded = ipv4Header.decode(octets.subarray(start, ends[index]));
    if (!decoded.ok) throw new Disagreement(`header ${index} was refused`);
    return { ...decoded.value };
  });
}

/** One thing wrong, early or late in the header. */
function spoil(value: Record<string, unknown>, index: number): Record<string, unknown> {
  const { protocol: _, ...unfinished } = value;
  const kinds = [
    { ...value, version: 6 },
    { ...value, ihl: 4 },
    { ...value, totalLength: 65_536 },
    { ...value, dontFragment: 1 },
    { ...value, source: '198.18.0.256' },
    { ...value, options: [{ type: 7, length: 3 }] },
    { ...value, ttl: 64 },
    unfinished,
  ];
  return kinds[index % kinds.length]!;
}
