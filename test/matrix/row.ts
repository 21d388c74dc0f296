/** One implementation as the matrix has it: judged by the command as users have it, and counted by rules. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report, Result } from '../../src/generated/meta/report.ts';
import type { MatrixRow } from '../../src/site/standings.ts';
import { type Peer, statementOf, versionOf } from './peer.ts';

const ADVICE: ReadonlySet<string> = new Set(['SHOULD', 'SHOULD NOT']);

/** Runs the command with these words. */
export type Assay = (words: readonly string[]) => Promise<unknown>;

/** What all implementations of one protocol are judged by. */
export interface Question {
  readonly protocol: string;
  /** Seconds, as --patience has them. */
  readonly patience: string;
}

/** @throws Error when the program is not there. */
export async function measure(
  peer: Peer,
  { protocol, patience }: Question,
  folder: string,
  assay: Assay,
): Promise<MatrixRow> {
  const version = versionOf(peer);
  if (version === undefined) throw new Error(`${peer.name} (${peer.part}): ${peer.version.command[0]} is not there`);
  const path = join(folder, `${protocol}-${peer.pics}.json`);
  const words = [
    '--protocol',
    protocol,
    '--patience',
    peer.patience ?? patience,
    '--reproducible',
    '--report',
    `json=${path}`,
  ];
  await assay(['run', '--target', peer.target, ...statementOf(peer), ...words]);
  return rowOf(peer, version, JSON.parse(readFileSync(path, 'utf8')) as Report);
}

function rowOf({ name, part }: Peer, version: string, { results }: Report): MatrixRow {
  const judged = results.filter(({ verdict }) => verdict !== 'none' && verdict !== 'observed');
  const byRule = new Map<string, Result[]>();
  for (const result of judged) byRule.set(result.rules[0]!, [...(byRule.get(result.rules[0]!) ?? []), result]);
  const rules = (is: (results: readonly Result[]) => boolean): string[] =>
    [...byRule].filter(([, some]) => is(some)).map(([rule]) => rule);
  const fails = ({ verdict }: Result): boolean => verdict === 'fail';
  const isAdvice = (some: readonly Result[]): boolean => some.every(({ level }) => ADVICE.has(level));
  const undeclared = (some: readonly Result[]): boolean => some.some((each) => fails(each) && !each.deviation);
  const obeyed = rules((some) => some.every(({ verdict }) => verdict === 'pass'));
  return {
    name,
    part,
    version,
    scenarios: judged.length,
    passed: obeyed.length,
    obeyed,
    declared: rules((some) => some.some(fails) && !undeclared(some)),
    failed: rules((some) => undeclared(some) && !isAdvice(some)),
    adviceNotTaken: rules((some) => undeclared(some) && isAdvice(some)),
    inconclusive: rules((some) => !some.some(fails) && some.some(({ verdict }) => verdict === 'inconclusive')),
  };
}
