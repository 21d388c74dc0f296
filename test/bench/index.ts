/**
 * `npm run bench [-- --json] [--only NAME,...] [--quick]`: our speed as ratios against peers that ran in the same minutes
 * on the same machine. Exit status: 0 measured, whatever the figures say; 1 contenders disagree on a result, or, under
 * ASSAY_REQUIRE=all, something could not be measured here; 2 wrong words.
 */
import { parseArgs } from 'node:util';
import { groups } from './groups.ts';
import { FULL, QUICK } from './pace.ts';
import { Disagreement, type Group, type Row, Unmeasured } from './row.ts';
import { table } from './table.ts';

interface Words {
  readonly json: boolean;
  readonly quick: boolean;
  readonly chosen: readonly Group[];
}

interface LeftOut {
  readonly group: string;
  readonly reason: string;
}

async function measure({ json, quick, chosen }: Words): Promise<number> {
  const rows: Row[] = [];
  const unmeasured: LeftOut[] = [];
  for (const group of chosen) {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${group.name} ...`);
    try {
      rows.push(...(await group.measure(quick ? QUICK : FULL)));
    } catch (fault) {
      if (!(fault instanceof Unmeasured)) throw fault;
      unmeasured.push({ group: group.name, reason: fault.message });
    }
  }
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  process.stdout.write(json ? `${JSON.stringify({ rows, unmeasured }, null, 2)}\n` : shown(rows, quick));
  for (const { group, reason } of unmeasured) process.stderr.write(`bench: ${group} was not measured: ${reason}\n`);
  return unmeasured.length > 0 && process.env.ASSAY_REQUIRE === 'all' ? 1 : 0;
}

function shown(rows: readonly Row[], quick: boolean): string {
  const remark = quick ? 'A quick look: these figures mean nothing.\n' : '';
  return `${table(rows)}\n\nRatio: the peer's time over ours, median over rounds that took turns; above 1 we are ahead.\n${remark}`;
}

/** @throws Error for words that mean nothing */
function wordsOf(argv: readonly string[]): Words {
  const { values } = parseArgs({
    args: [...argv],
    options: { json: { type: 'boolean' }, quick: { type: 'boolean' }, only: { type: 'string', multiple: true } },
  });
  const names = (values.only ?? []).flatMap((word) => word.split(','));
  for (const name of names) {
    if (groups.some((group) => group.name === name)) continue;
    throw new Error(`--only ${name}: no such group; there are ${groups.map((group) => group.name).join(' ')}`);
  }
  const chosen = groups.filter(({ name }) => names.length === 0 || names.includes(name));
  return { json: values.json === true, quick: values.quick === true, chosen };
}

async function main(argv: readonly string[]): Promise<number> {
  let words: Words;
  try {
    words = wordsOf(argv);
  } catch (fault) {
    process.stderr.write(`bench: ${(fault as Error).message}\n`);
    return 2;
  }
  try {
    return await measure(words);
  } catch (fault) {
    if (!(fault instanceof Disagreement)) throw fault;
    process.stderr.write(`bench: ${fault.message}\n`);
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
