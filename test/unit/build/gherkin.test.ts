import { expect, test } from 'vitest';
import { compileFeature, stepMatcher } from '../../../src/build/gherkin.ts';
import { defineSteps, type Kit } from '../../../src/harness/kit.ts';
import type { SuiteRule } from '../../../src/spec/suite.ts';
import { scenario, suiteOf } from '../harness/fake.ts';

const kit: Kit = { protocol: 'fake', open: () => ({}), describe: () => undefined, fences: [] };
const match = stepMatcher(
  defineSteps(kit, {
    given: { 'a stack with {int} option(s)': () => {} },
    then: { 'it says {string}': () => {}, 'it says {word}': () => {} },
  }),
);
const rules = new Map<string, SuiteRule>(suiteOf(scenario('a'), scenario('b')).rules.map((rule) => [rule.id, rule]));

function compile(body: string) {
  return compileFeature(
    { path: 'f.feature', protocol: 'fake', text: `@needs:fake.x\nFeature: F\n${body}` },
    rules,
    match,
  );
}

test('a rule, an outline, its cases, its tables', () => {
  const { scenarios, faults } = compile(`
  @RFC1-A
  Rule: One
    @id:one @RFC1-B @soak @patience:7
    Scenario Outline: Two
      Given a stack with <n> options
        | field | value |
      Then it says "no <n>"
      Examples:
        | case | n |
        | few  | 1 |
        | many | 9 |`);
  expect(faults).toEqual([]);
  expect(scenarios.map(({ id }) => id)).toEqual(['one/few', 'one/many']);
  expect(scenarios[1]).toMatchObject({
    rules: ['RFC1-A', 'RFC1-B'],
    needs: ['fake.x'],
    soak: true,
    patience: 7,
    steps: [
      {
        kind: 'given',
        text: 'Given a stack with 9 options',
        expression: 'a stack with {int} option(s)',
        args: [9],
        table: [['field', 'value']],
      },
      { kind: 'then', text: 'Then it says "no 9"', args: ['no 9'] },
    ],
  });
});

test.each([
  ['no rule', '@id:x\n  Scenario: S\n    Given a stack with 1 option', 'stands under no Rule:'],
  [
    'two rules',
    '@RFC1-A @RFC1-B\n  Rule: R\n    @id:x\n    Scenario: S\n      Given a stack with 1 option',
    'exactly one rule id',
  ],
  ['no id', '@RFC1-A\n  Rule: R\n    Scenario: S\n      Given a stack with 1 option', 'has no @id: tag'],
  [
    'an unknown rule',
    '@RFC9-X\n  Rule: R\n    @id:x\n    Scenario: S\n      Given a stack with 1 option',
    'no rule RFC9-X',
  ],
  [
    'an unknown step',
    '@RFC1-A\n  Rule: R\n    @id:x\n    Scenario: S\n      Given nonsense',
    'no step definition fits "nonsense"',
  ],
  [
    'a step of another kind',
    '@RFC1-A\n  Rule: R\n    @id:x\n    Scenario: S\n      Then a stack with 1 option',
    'is defined as a given, used as a then',
  ],
  [
    'a row without a case',
    '@RFC1-A\n  Rule: R\n    @id:x\n    Scenario Outline: S\n      Given a stack with <n> options\n      Examples:\n        | n |\n        | 1 |',
    'needs a `case`',
  ],
  [
    'no Gherkin',
    '@RFC1-A\n  Rule: R\n    @id:x\n    Scenario: S\n      Given a stack with 1 option\n      nonsense',
    'f.feature',
  ],
  [
    'an outline without rows',
    '@RFC1-A\n  Rule: R\n    @id:x\n    Scenario Outline: S\n      Given a stack with 1 option\n      Examples:\n        | case |',
    'has no examples',
  ],
  ['a scenario that would never run', '@RFC1-A\n  Rule: R\n    @id:x\n    Scenario: S', 'has no steps'],
])('%s is a fault that names its place', (_, body, message) => {
  const { faults } = compile(body);
  expect(faults).toHaveLength(1);
  expect(faults[0]).toContain('f.feature');
  expect(faults[0]).toContain(message);
});
