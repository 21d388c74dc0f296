/** State machines as data hold together, whichever protocol's. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readDocument } from '../../src/loader/document.ts';
import { projectPath } from '../../src/loader/project.ts';

const machines = readdirSync(projectPath('spec'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.machine.json'))
  .sort();

test('there are some', () => {
  expect(machines).toContain('tcp/connection.machine.json');
});

describe.each(machines)('%s', (file) => {
  const machine = readDocument('machine', projectPath('spec', file));
  const { rules } = readDocument('rules', projectPath('spec', machine.protocol, 'rules.json'));
  const known = new Set<string>(rules.map(({ id }) => id));
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
