/** `assay rules`: the catalogue with its coverage, or one rule with all that belongs to it. */
import { Command } from 'commander';
import { AssayError } from '../contract/assay-error.ts';
import { capabilitiesOf } from '../harness/statement.ts';
import { loadSuite } from '../loader/suite.ts';
import { sourceView } from '../report/view/source.ts';
import { labelled } from '../report/view/wrap.ts';
import type { Suite, SuiteRule } from '../spec/suite.ts';
import { colours } from './colours.ts';
import { commaList, PROFILES, PROTOCOLS } from './options.ts';
import { checkNames, hint } from './selection.ts';

export function command(): Command {
  return new Command('rules')
    .description('the catalogue of rules, or one rule with its scenarios, fixtures and mutants')
    .argument('[id]', 'a rule, for instance RFC791-IHL-1')
    .option('-p, --protocol <names>', `only these, with commas between: ${PROTOCOLS}`, commaList)
    .option('--profile <name>', `only the rules of this profile: ${PROFILES}`)
    .option('--uncovered', 'only rules without a scenario')
    .option('--json', 'as JSON')
    .action(showRules);
}

interface RulesFlags {
  readonly protocol?: string[];
  readonly profile?: string;
  readonly uncovered?: boolean;
  readonly json?: boolean;
}

async function showRules(id: string | undefined, flags: RulesFlags): Promise<void> {
  const suite = loadSuite();
  if (id !== undefined) {
    const rule = suite.rules.find((each) => each.id === id);
    if (rule === undefined)
      throw new AssayError(
        'ERR_USAGE',
        `no rule ${id}${hint(
          id,
          suite.rules.map((each) => each.id),
        )}`,
      );
    const { mutantsOf } = await import('../proof/mutants.ts');
    const whole = { ...rule, ...belongings(rule, suite), mutants: mutantsOf(rule.id) };
    process.stdout.write(flags.json ? `${JSON.stringify(whole, null, 2)}\n` : oneRule(whole));
    return;
  }
  checkNames(flags, suite);
  const profile = suite.profiles.find(({ name }) => name === flags.profile);
  const rules = suite.rules.filter(
    (rule) =>
      (!flags.protocol || flags.protocol.includes(rule.protocol)) &&
      (!profile || (profile.rules as readonly string[]).includes(rule.id)) &&
      (!flags.uncovered || belongings(rule, suite).scenarios.length === 0),
  );
  const rows = rules.map((rule) => ({ ...rule, ...belongings(rule, suite) }));
  process.stdout.write(flags.json ? `${JSON.stringify(rows, null, 2)}\n` : catalogue(rows));
}

type WithBelongings = Omit<SuiteRule, 'counterparts'> & ReturnType<typeof belongings>;

function belongings(rule: SuiteRule, suite: Suite) {
  // Told by one of them, true of both.
  const others = suite.rules.filter((each) => each.counterparts?.includes(rule.id)).map(({ id }) => id);
  return {
    counterparts: [...(rule.counterparts ?? []), ...others],
    scenarios: suite.scenarios
      .filter(({ rules }) => rules[0] === rule.id)
      .map(({ id, title, needs }) => ({ id, title, needs })),
    fixtures: suite.fixtures
      .filter(({ rules }) => rules.includes(rule.id))
      .map(({ layer, name, about }) => ({ layer, name, about })),
  };
}

function catalogue(rows: readonly WithBelongings[]): string {
  const paint = colours();
  const width = Math.max(...rows.map(({ id }) => id.length), 0);
  // Elsewhere a line each, for grep and the like.
  const terminal = process.stdout.isTTY ? process.stdout.columns : Number.POSITIVE_INFINITY;
  const lines = rows.map((rule) => {
    const count = rule.scenarios.length;
    const mark = count > 0 ? `${count}`.padStart(3) : rule.untestable || rule.supersededBy ? '  -' : '  0';
    const begin = `${rule.id.padEnd(width)}  ${rule.level.padEnd(10)}  ${rule.role.padEnd(7)} `;
    const label = `${begin}${count > 0 ? paint.green(mark) : paint.yellow(mark)}  `;
    return labelled(label, rule.statement, { width: terminal, column: begin.length + mark.length + 2 }).join('\n');
  });
  const executed = rows.filter(({ scenarios }) => scenarios.length > 0).length;
  const without = rows.filter(({ scenarios }) => scenarios.length === 0);
  const superseded = without.filter(({ supersededBy }) => supersededBy !== undefined).length;
  const untestable = without.filter((rule) => rule.supersededBy === undefined && rule.untestable !== undefined).length;
  const missing = without.length - superseded - untestable;
  lines.push(
    '',
    `${[
      `${rows.length} rules: ${executed} with scenarios`,
      `${untestable} that no black box shows`,
      `${superseded} whose place another has taken`,
      ...(missing > 0 ? [`${missing} without a scenario yet`] : []),
    ].join(', ')}.`,
  );
  const capabilities = capabilitiesOf({ scenarios: rows.flatMap(({ scenarios }) => scenarios), rules: rows });
  if (capabilities.length > 0) {
    lines.push(`Capabilities that an implementation can declare for them: ${capabilities.join(' ')}.`);
  }
  return `${lines.join('\n')}\n`;
}

function oneRule(rule: WithBelongings & { mutants: readonly { id: string; about: string }[] }): string {
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', `${title}:`, ...lines.map((line) => `  ${line}`)];
  const lines = [
    `${rule.id}  ${rule.level}  (binds: ${rule.role})`,
    '',
    rule.statement,
    ...section(
      'Source',
      rule.source.map(sourceView).map(({ text, url }) => `${text}: ${url}`),
    ),
    ...section('Applies when', rule.appliesWhen ? [rule.appliesWhen.condition] : []),
    ...section('Needs', [...new Set(rule.scenarios.flatMap(({ needs }) => needs))]),
    ...section('Counterparts', rule.counterparts),
    ...section('Note', rule.note ? [rule.note] : []),
    ...section('Cannot be tested', rule.untestable ? [rule.untestable] : []),
    ...section('Profiles', rule.profiles.length > 0 ? [rule.profiles.join(' ')] : []),
    ...section(
      'Scenarios',
      rule.scenarios.map(({ id, title }) => `${id}  ${title}`),
    ),
    ...section(
      'Fixtures',
      rule.fixtures.map(({ layer, name, about }) => `${layer} ${name}: ${about}`),
    ),
    ...section(
      'Mutants',
      rule.mutants.map(({ id, about }) => `${id}  ${about}`),
    ),
  ];
  return `${lines.join('\n')}\n`;
}
