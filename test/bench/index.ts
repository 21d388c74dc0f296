/**
 * `npm run bench [-- --json|--markdown|--readme] [--only NAME,...] [--quick]`: our speed as ratios against peers that ran in
 * the same minutes on the same machine. `--readme` writes the table into README.md, if all that was chosen was
 * measured, and names what was not chosen. Exit
 * status: 0 measured, whatever the figures say; 1 contenders disagree on a result, or, under ASSAY_REQUIRE=all or for the
 * README, something could not be measured here; 2 wrong words.
 */
import { parseArgs } from 'node:util';
import { groups } from './groups.ts';
import { FULL, QUICK } from './pace.ts';
import { writeReadme } from './readme.ts';
import { Disagreement, type Group, type Row, Unmeasured } from './row.ts';
import { LEGEND, markdown, table } from './table.ts';

const FORMS = ['json', 'markdown', 'readme'] as const;

interface Words {
  /** Undefined: the table for a terminal. */
  readonly form: (typeof FORMS)[number] | undefined;
  readonly quick: boolean;
  readonly chosen: readonly Group[];
}

interface LeftOut {
  readonly group: string;
  readonly reason: string;
}

async function measure({ form, quick, chosen }: Words): Promise<number> {
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
  if (form !== 'readme') process.stdout.write(shown({ rows, unmeasured }, form, quick));
  else if (unmeasured.length === 0) writeReadme(`${markdown(rows)}\n\n${LEGEND}${leftOut(chosen)}`);
  for (const { group, reason } of unmeasured) process.stderr.write(`bench: ${group} was not measured: ${reason}\n`);
  const isWanted = form === 'readme' || process.env.ASSAY_REQUIRE === 'all';
  return unmeasured.length > 0 && isWanted ? 1 : 0;
}

function leftOut(chosen: readonly Group[]): string {
  const names = groups.filter((group) => !chosen.includes(group)).map(({ name }) => name);
  return names.length === 0 ? '' : `\n\nNot measured in that run: ${names.join(', ')}.`;
}

interface Measured {
  readonly rows: readonly Row[];
  readonly unmeasured: readonly LeftOut[];
}

function shown(measured: Measured, form: Words['form'], quick: boolean): string {
  if (form === 'json') return `${JSON.stringify(measured, null, 2)}\n`;
  const { rows } = measured;
  const remark = quick ? 'A quick look: these figures mean nothing.\n' : '';
  return `${form === 'markdown' ? markdown(rows) : table(rows)}\n\n${LEGEND}\n${remark}`;
}

/** @throws Error for words that mean nothing */
function wordsOf(argv: readonly string[]): Words {
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { json: flag, markdown: flag, readme: flag, quick: flag, only: { type: 'string', multiple: true } },
  });
  const [form, other] = FORMS.filter((name) => values[name]);
  if (other !== undefined) throw new Error(`--${form} and --${other} exclude each other`);
  if (form === 'readme' && values.quick) throw new Error('--readme writes rows in full: --quick does not go with it');
  const names = (values.only ?? []).flatMap((word) => word.split(','));
  for (const name of names) {
    if (groups.some((group) => group.name === name)) continue;
    throw new Error(`--only ${name}: no such group; there are ${groups.map((group) => group.name).join(' ')}`);
  }
  const chosen = groups.filter(({ name }) => names.length === 0 || names.includes(name));
  return { form, quick: values.quick, chosen };
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
