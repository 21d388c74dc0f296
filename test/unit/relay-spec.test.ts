/** The documents of HPR/1 hold together: machines, parameters, rules and the text that joins them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parameters } from '../../src/generated/relay/parameters.ts';
import { validators } from '../../src/generated/validators.ts';
import { readDocument } from '../../src/loader/document.ts';
import { projectPath } from '../../src/loader/project.ts';

const catalogue = readDocument('rules', projectPath('spec', 'relay', 'rules.json'));
const known = new Set<string>(catalogue.rules.map(({ id }) => id));
const text = readFileSync(projectPath('spec', 'relay', 'hpr-1.md'), 'utf8');

test('64 rules, each from a section that the text has', () => {
  expect(catalogue.rules).toHaveLength(64);
  const sections = catalogue.rules.flatMap(({ source }) => source.map(({ section }) => section));
  expect(sections.filter((section) => !text.includes(`<a id="section-${section}"></a>`))).toEqual([]);
});

test('parameters are of their form, and name rules that there are', () => {
  const table: unknown = JSON.parse(readFileSync(projectPath('spec', 'relay', 'parameters.json'), 'utf8'));
  if (!validators['meta/parameters'](table)) throw new Error(JSON.stringify(validators['meta/parameters'].errors));
  expect(table.parameters.flatMap(({ rules = [] }) => rules).filter((id) => !known.has(id))).toEqual([]);
  expect(Object.keys(parameters)).toEqual(table.parameters.map(({ name }) => name));
});
