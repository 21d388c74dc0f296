/** Gherkin documents, pickles and step definitions, made from the scenarios that the results are of. */
import type { Step } from '../../spec/suite.ts';
import { plain, plainLine } from '../view/plain.ts';
import type { ResultView } from '../view/result-view.ts';
import type { Envelope, GherkinDocument, Pickle } from './envelope.ts';

interface PickleStepOf {
  readonly id: string;
  readonly definition: string | undefined;
}

/** What a test case needs to know of its pickle. */
export interface PickleOf {
  readonly id: string;
  /** As many as the scenario has; one that stands for all where the suite does not know the scenario. */
  readonly steps: readonly PickleStepOf[];
}

export interface Documents {
  readonly documents: readonly Envelope[];
  readonly definitions: readonly Envelope[];
  /** In the order of the views. */
  readonly pickles: readonly PickleOf[];
}

/** Ids sort as they were made. */
function ids(prefix: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `${prefix}-${String(count).padStart(7, '0')}`;
  };
}

export function documentsOf(views: readonly ResultView[]): Documents {
  const nodeId = ids('node');
  const definitions = new Map<string, string>();
  const definitionId = ids('definition');
  const define = (expression: string): string => {
    const id = definitions.get(expression) ?? definitionId();
    definitions.set(expression, id);
    return id;
  };
  const built = views.map((view) => build(view, nodeId, define));
  return {
    documents: [...featuresOf(built, nodeId), ...built.map(({ pickle }) => ({ pickle }))],
    definitions: [...definitions].map(([source, id]) => ({
      stepDefinition: { id, pattern: { source, type: 'CUCUMBER_EXPRESSION' as const }, sourceReference: {} },
    })),
    pickles: built.map(({ pickle, definitions }) => ({
      id: pickle.id,
      steps: pickle.steps.map(({ id }, index) => ({ id, definition: definitions[index] })),
    })),
  };
}

type Feature = NonNullable<GherkinDocument['feature']>;
type FeatureRule = NonNullable<Feature['children'][number]['rule']>;
type AstScenario = NonNullable<FeatureRule['children'][number]['scenario']>;

interface Built {
  readonly view: ResultView;
  readonly uri: string;
  readonly scenario: AstScenario;
  readonly pickle: Pickle;
  readonly definitions: readonly (string | undefined)[];
}

const STAND_IN: Step = { kind: 'then', text: '* the scenario is judged', expression: '', args: [] };

function build(view: ResultView, nodeId: () => string, define: (expression: string) => string): Built {
  const uri = view.scenario?.feature ?? 'features/unknown.feature';
  const location = { line: view.scenario?.line ?? 1 };
  const steps = view.scenario?.steps.length ? view.scenario.steps : [STAND_IN];
  const tags = [`@id:${view.result.scenario}`, ...view.result.rules.map((rule) => `@${rule}`)].map((name) => ({
    location,
    name,
    id: nodeId(),
  }));
  const name = `${view.result.scenario}: ${view.title}`;
  let line = location.line;
  const astSteps = steps.map((step) => {
    line += 1;
    const ast = astStep(step, line, nodeId);
    line += step.table?.length ?? (step.docString === undefined ? 0 : step.docString.split('\n').length + 2);
    return ast;
  });
  const id = nodeId();
  return {
    view,
    uri,
    scenario: { id, location, tags, keyword: 'Scenario', name, description: '', steps: astSteps, examples: [] },
    pickle: {
      id: nodeId(),
      uri,
      location,
      name,
      language: 'en',
      tags: tags.map((tag) => ({ name: tag.name, astNodeId: tag.id })),
      astNodeIds: [id],
      steps: steps.map((step, index) => pickleStep(step, astSteps[index]!.id, nodeId())),
    },
    definitions: steps.map(({ expression }) => (expression === '' ? undefined : define(expression))),
  };
}

const KEYWORD_TYPES = { given: 'Context', when: 'Action', then: 'Outcome' } as const;

function astStep(
  { text, kind, table, docString }: Step,
  line: number,
  nodeId: () => string,
): AstScenario['steps'][number] {
  const [, keyword = '', words = text] = /^(\S+ )([\s\S]*)$/.exec(text) ?? [];
  const below = { line: line + 1 };
  return {
    id: nodeId(),
    location: { line },
    keyword,
    keywordType: KEYWORD_TYPES[kind],
    text: plainLine(words),
    ...(docString === undefined ? {} : { docString: { location: below, content: plain(docString), delimiter: '"""' } }),
    ...(table === undefined
      ? {}
      : {
          dataTable: {
            location: below,
            rows: table.map((row, index) => {
              const location = { line: line + 1 + index };
              return { id: nodeId(), location, cells: row.map((cell) => ({ location, value: plainLine(cell) })) };
            }),
          },
        }),
  };
}

function pickleStep({ text, kind, table, docString }: Step, node: string, id: string): Pickle['steps'][number] {
  const argument =
    table !== undefined
      ? { dataTable: { rows: table.map((row) => ({ cells: row.map((cell) => ({ value: plainLine(cell) })) })) } }
      : docString !== undefined
        ? { docString: { content: plain(docString) } }
        : undefined;
  return {
    id,
    astNodeIds: [node],
    type: KEYWORD_TYPES[kind],
    text: plainLine(text.replace(/^\S+ /, '')),
    ...(argument === undefined ? {} : { argument }),
  };
}

/** A document a feature file, in it a Gherkin Rule for each primary rule. */
function featuresOf(built: readonly Built[], nodeId: () => string): Envelope[] {
  return [...grouped(built, ({ uri }) => uri)].map(([uri, all]) => {
    const children = [...grouped(all, ({ view }) => view.primary)].map(([id, each]) => ({
      rule: ruleOf(id, each, nodeId),
    }));
    const name = uri
      .replace(/^features\//, '')
      .replace(/\.feature$/, '')
      .replaceAll('-', ' ')
      .replaceAll('/', ': ');
    const feature = {
      location: { line: 1 },
      tags: [],
      language: 'en',
      keyword: 'Feature',
      name,
      description: '',
      children,
    };
    return { gherkinDocument: { uri, feature, comments: [] } };
  });
}

function ruleOf(id: string, built: readonly Built[], nodeId: () => string): FeatureRule {
  const { view, scenario } = built[0]!;
  return {
    id: nodeId(),
    location: scenario.location,
    tags: [{ location: scenario.location, name: `@${id}`, id: nodeId() }],
    keyword: 'Rule',
    name: view.rule?.statement ?? id,
    description: '',
    children: built.map((each) => ({ scenario: each.scenario })),
  };
}

function grouped<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
