/** The documents of HPR/1 hold together: machines, parameters, rules and the text that joins them. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parameters } from '../../src/generated/relay/parameters.ts';
import { validators } from '../../src/generated/validators.ts';
import { readDocument } from '../../src/loader/document.ts';
import { projectPath } from '../../src/loader/project.ts';

const folder = projectPath('spec', 'relay');
const catalogue = readDocument('rules', projectPath('spec', 'relay', 'rules.json'));
const known = new Set<string>(catalogue.rules.map(({ id }) => id));
const text = readFileSync(projectPath('spec', 'relay', 'hpr-1.md'), 'utf8');

test('62 rules, each from a section that the text has', () => {
  expect(catalogue.rules).toHaveLength(62);
  const sections = catalogue.rules.flatMap(({ source }) => source.map(({ section }) => section));
  expect(sections.filter((section) => !text.includes(`<a id="section-${section}"></a>`))).toEqual([]);
});

test('parameters are of their form, and name rules that there are', () => {
  const table: unknown = JSON.parse(readFileSync(projectPath('spec', 'relay', 'parameters.json'), 'utf8'));
  if (!validators['meta/parameters'](table)) throw new Error(JSON.stringify(validators['meta/parameters'].errors));
  expect(table.parameters.flatMap(({ rules = [] }) => rules).filter((id) => !known.has(id))).toEqual([]);
  expect(Object.keys(parameters)).toEqual(table.parameters.map(({ name }) => name));
});

const machines = readdirSync(folder).filter((name) => name.endsWith('.machine.json'));

describe.each(machines)('%s', (file) => {
  const machine = readDocument('machine', projectPath('spec', 'relay', file));
  const states = new Set(machine.states.map(({ name }) => name));
  const events = new Set(machine.events.map(({ name }) => name));

  test('goes from states that there are, by events that there are, for rules that there are', () => {
    expect(states).toContain(machine.initial);
    expect(machine.transitions.filter(({ from, to }) => !states.has(from) || !states.has(to))).toEqual([]);
    expect(machine.transitions.filter(({ event }) => !events.has(event))).toEqual([]);
    expect(machine.transitions.flatMap(({ rules }) => rules).filter((id) => !known.has(id))).toEqual([]);
  });

  test('every state can be reached, and every event does something somewhere', () => {
    const reached = new Set([machine.initial]);
    for (let before = 0; before < reached.size; ) {
      before = reached.size;
      for (const { from, to } of machine.transitions) if (reached.has(from)) reached.add(to);
    }
    expect([...states].filter((state) => !reached.has(state))).toEqual([]);
    expect([...events].filter((event) => !machine.transitions.some((each) => each.event === event))).toEqual([]);
  });
});
