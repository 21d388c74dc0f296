/** Every transition of every machine is drawn or told in the state that it leaves, and no two states lie on one another. */
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readDocument } from '../../../src/loader/document.ts';
import { projectPath } from '../../../src/loader/project.ts';
import { drawingOf, NODE_HEIGHT, NODE_WIDTH } from '../../../src/site/parts/machine-layout.ts';

const machines = readdirSync(projectPath('spec'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.machine.json'))
  .map((path) => ({ path, machine: readDocument('machine', projectPath('spec', path)) }));

function toldIn(text: string): number {
  return [...text.matchAll(/(\d+) ways? to/g)].reduce((sum, [, count]) => sum + Number(count), 0);
}

test.each(machines)('$path: no transition is lost', ({ machine }) => {
  const { nodes, arrows } = drawingOf(machine);
  const drawn = arrows.reduce((sum, { transitions }) => sum + transitions.length, 0);
  const told = nodes.reduce((sum, { told: text }) => sum + toldIn(text), 0);
  expect(drawn + told).toBe(machine.transitions.length);
  expect(nodes.map(({ name }) => name).sort()).toEqual(machine.states.map(({ name }) => name).sort());
});

test.each(machines)('$path: states lie inside the drawing, and apart', ({ machine }) => {
  const { nodes, width, height } = drawingOf(machine);
  for (const { x, y } of nodes) {
    expect(x - NODE_WIDTH / 2).toBeGreaterThanOrEqual(0);
    expect(x + NODE_WIDTH / 2).toBeLessThanOrEqual(width);
    expect(y + NODE_HEIGHT).toBeLessThanOrEqual(height);
  }
  const close = nodes.filter((one) =>
    nodes.some((two) => one !== two && one.y === two.y && Math.abs(one.x - two.x) < NODE_WIDTH),
  );
  expect(close).toEqual([]);
});
