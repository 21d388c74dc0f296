/**
 * Feature files into scenarios: Gherkin is parsed and each step matched against the tables of definitions once, here, so
 * that no run pays for either. Every fault names its file and line; all are collected.
 */
import { CucumberExpression, ParameterTypeRegistry } from '@cucumber/cucumber-expressions';
import { AstBuilder, compile, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import type * as messages from '@cucumber/messages';
import type { StepDefinition } from '../harness/kit.ts';
import type { FeatureSource } from '../loader/sources.ts';
import type { Scenario, Step, StepKind, SuiteRule } from '../spec/suite.ts';

export const RULE_ID = /^@((?:RFC[0-9]+|STUN|TURN|HPR|LECTURE)-.+)$/;
const KINDS: Readonly<Record<string, StepKind>> = { Context: 'given', Action: 'when', Outcome: 'then' };

interface Place {
  readonly ruleIds: readonly string[];
  readonly line: number;
  readonly steps: ReadonlyMap<string, messages.Step>;
  readonly cases: ReadonlyMap<string, string>;
}

export interface Compiled {
  readonly scenarios: readonly Scenario[];
  readonly faults: readonly string[];
}

export type MatchStep = (text: string, kind: StepKind) => Pick<Step, 'expression' | 'args'>;

export function compileFeature(
  source: FeatureSource,
  rules: ReadonlyMap<string, SuiteRule>,
  match: MatchStep,
): Compiled {
  const newId = counter();
  const scenarios: Scenario[] = [];
  const faults: string[] = [];
  let document: messages.GherkinDocument;
  try {
    document = parseFeature(source.text, newId);
  } catch (cause) {
    return { scenarios, faults: [`${source.path}: ${(cause as Error).message}`] };
  }
  const places = placesOf(document);
  const pickles = compile(document, source.path, newId);
  for (const pickle of pickles) {
    const place = places.get(pickle.astNodeIds[0]!)!;
    const at = `${source.path}:${place.line}`;
    try {
      scenarios.push(scenarioOf(pickle, place, source, rules, match));
    } catch (cause) {
      faults.push(`${at}: ${(cause as Error).message}`);
    }
  }
  const ran = new Set(pickles.map(({ astNodeIds }) => astNodeIds[0]));
  for (const [node, { line }] of places) {
    // Gherkin passes these over in silence; a scenario that cannot run must not look as if it did.
    if (!ran.has(node)) faults.push(`${source.path}:${line}: has no examples`);
  }
  return { scenarios, faults };
}

/** @throws Error that says where the text is no Gherkin. */
export function parseFeature(text: string, newId: () => string = counter()): messages.GherkinDocument {
  return new Parser(new AstBuilder(newId), new GherkinClassicTokenMatcher()).parse(text);
}

function counter(): () => string {
  let id = 0;
  return () => String(id++);
}

/** Where each scenario stands: the ids on its `Rule:`, its steps, its outline's cases. */
function placesOf(document: messages.GherkinDocument): Map<string, Place> {
  const places = new Map<string, Place>();
  const children = document.feature?.children ?? [];
  const common = children.flatMap(({ background }) => background?.steps ?? []);
  for (const child of children) {
    if (child.scenario) places.set(child.scenario.id, { ruleIds: [], ...placeOf(child.scenario, common) });
    if (!child.rule) continue;
    const ruleIds = child.rule.tags.flatMap(({ name }) => RULE_ID.exec(name)?.[1] ?? []);
    const background = [...common, ...child.rule.children.flatMap(({ background }) => background?.steps ?? [])];
    for (const { scenario } of child.rule.children) {
      if (scenario) places.set(scenario.id, { ruleIds, ...placeOf(scenario, background) });
    }
  }
  return places;
}

function placeOf(scenario: messages.Scenario, background: readonly messages.Step[]): Omit<Place, 'ruleIds'> {
  const cases = new Map<string, string>();
  for (const { tableHeader, tableBody } of scenario.examples) {
    const column = tableHeader?.cells.findIndex(({ value }) => value === 'case') ?? -1;
    for (const row of tableBody) cases.set(row.id, row.cells[column]?.value ?? '');
  }
  const steps = new Map([...background, ...scenario.steps].map((step) => [step.id, step]));
  return { line: scenario.location.line, steps, cases };
}

function scenarioOf(
  pickle: messages.Pickle,
  place: Place,
  source: FeatureSource,
  rules: ReadonlyMap<string, SuiteRule>,
  match: MatchStep,
): Scenario {
  const tags = pickle.tags.map(({ name }) => name);
  const tagged = (prefix: string): string[] =>
    tags.filter((tag) => tag.startsWith(prefix)).map((tag) => tag.slice(prefix.length));
  const [primary] = place.ruleIds;
  if (primary === undefined || place.ruleIds.length > 1)
    throw new Error('stands under no Rule: with exactly one rule id');
  const [id] = tagged('@id:');
  if (id === undefined) throw new Error(`"${pickle.name}" has no @id: tag`);
  const row = pickle.astNodeIds[1];
  const named = row === undefined ? undefined : place.cases.get(row);
  if (row !== undefined && !named) throw new Error(`${id}: each row of its examples needs a \`case\``);
  const ids = [primary, ...tags.flatMap((tag) => RULE_ID.exec(tag)?.[1] ?? []).filter((one) => one !== primary)];
  for (const one of ids) if (!rules.has(one)) throw new Error(`${id}: no rule ${one} in spec/`);
  if (pickle.steps.length === 0) throw new Error(`${id}: has no steps`);
  const rule = rules.get(primary)!;
  const [pacedBy] = tagged('@paced-by:');
  return {
    id: named === undefined ? id : `${id}/${named}`,
    title: pickle.name,
    protocol: source.protocol,
    feature: source.path,
    line: place.line,
    rules: ids as [string, ...string[]],
    level: rule.level,
    role: rule.role,
    needs: [...new Set(tagged('@needs:'))],
    soak: tags.includes('@soak'),
    exclusive: tags.includes('@exclusive'),
    patience: Number(tagged('@patience:')[0] ?? 0),
    ...(pacedBy === undefined ? {} : { pacedBy }),
    steps: pickle.steps.map((step) => stepOf(step, place, match)),
  };
}

function stepOf(step: messages.PickleStep, place: Place, match: MatchStep): Step {
  const source = place.steps.get(step.astNodeIds[0]!);
  const kind = KINDS[step.type ?? ''];
  if (kind === undefined) throw new Error(`"${step.text}" is no Given, When or Then`);
  const { dataTable, docString } = step.argument ?? {};
  return {
    kind,
    text: `${source?.keyword ?? ''}${step.text}`,
    ...match(step.text, kind),
    ...(dataTable ? { table: dataTable.rows.map(({ cells }) => cells.map(({ value }) => value)) } : {}),
    ...(docString ? { docString: docString.content } : {}),
  };
}

/** @throws Error from the matcher when no definition, several, or one of another kind fits. */
export function stepMatcher(definitions: readonly StepDefinition[]): MatchStep {
  const registry = new ParameterTypeRegistry();
  const known = definitions.map((definition) => ({
    definition,
    expression: new CucumberExpression(definition.expression, registry),
  }));
  return (text, kind) => {
    const found = known.flatMap(({ definition, expression }) => {
      const args = expression.match(text);
      return args
        ? [{ definition, args: args.map((arg) => arg.getValue<string | number>(null) as string | number) }]
        : [];
    });
    const [only] = found;
    if (only === undefined) throw new Error(`no step definition fits "${text}"`);
    if (found.length > 1) throw new Error(`several step definitions fit "${text}"`);
    if (only.definition.kind !== kind)
      throw new Error(`"${text}" is defined as a ${only.definition.kind}, used as a ${kind}`);
    return { expression: only.definition.expression, args: only.args };
  };
}
