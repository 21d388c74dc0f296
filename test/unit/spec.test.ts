import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stepDefinitions } from '../../features/steps/index.ts';
import { compileSuite } from '../../src/build/compile-suite.ts';
import { codecs } from '../../src/generated/codecs.ts';
import { readDocument } from '../../src/loader/document.ts';
import { projectPath } from '../../src/loader/project.ts';

const suite = compileSuite(stepDefinitions);
const executed = new Set<string>(suite.scenarios.map(({ rules }) => rules[0]));

test('every rule has a scenario, or says why it cannot have one or which rule has taken its place', () => {
  const neither = suite.rules.filter(
    ({ id, untestable, supersededBy }) => !executed.has(id) && untestable === undefined && supersededBy === undefined,
  );
  expect(neither.map(({ id }) => id)).toEqual([]);
});

test('every step definition is used', () => {
  const used = new Set(suite.scenarios.flatMap(({ steps }) => steps.map(({ expression }) => expression)));
  expect(stepDefinitions.map(({ expression }) => expression).filter((expression) => !used.has(expression))).toEqual([]);
});

test('every fixture shows a rule that the catalogue has', () => {
  expect(suite.fixtures.filter(({ rules }) => rules.length === 0).map(({ layer, name }) => `${layer} ${name}`)).toEqual(
    [],
  );
});

test('the rules of a profile are the rules that name it, and those of its topics', () => {
  for (const { name, rules, topics } of suite.profiles) {
    const named = suite.rules.filter(({ profiles }) => profiles.includes(name)).map(({ id }) => id);
    expect(
      [...rules].filter((id) => !named.includes(id)),
      name,
    ).toEqual([]);
    expect(
      named.filter((id) => !rules.includes(id)),
      name,
    ).toEqual([]);
    if (topics) expect([...new Set(topics.flatMap((topic) => topic.rules))].sort()).toEqual([...rules].sort());
  }
});

test('every profile that a rule names is there', () => {
  const named = new Set(suite.rules.flatMap(({ profiles }) => profiles));
  expect([...named].sort()).toEqual(suite.profiles.map(({ name }) => name).sort());
});

test('the lecture has its ten points, in order', () => {
  const lecture = suite.profiles.find(({ name }) => name === 'lecture');
  expect(lecture?.topics?.map(({ point }) => point)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test('every rule that a schema names is in the catalogue', () => {
  const known = new Set<string>(suite.rules.map(({ id }) => id));
  const named = Object.values(codecs).flatMap(({ fields, faults }) => [
    ...fields.flatMap((field) => [
      ...field.rules,
      ...(field.items ?? []).flatMap((item) => item.fields.flatMap(({ rules }) => rules)),
    ]),
    ...faults.flatMap(({ rule }) => rule ?? []),
  ]);
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
});

test('every deviation of a real target is from a rule that is executed, and says what decides', () => {
  const files = readdirSync(projectPath('fixtures', 'deviations')).filter((name) => name.endsWith('.json'));
  const deviations = files.flatMap(
    (name) => readDocument('pics', projectPath('fixtures', 'deviations', name)).deviations ?? [],
  );
  expect(deviations.length).toBeGreaterThan(0);
  expect(deviations.filter(({ rule, clause }) => !executed.has(rule) || clause === undefined)).toEqual([]);
});
