/**
 * Where states and arrows of a machine are drawn: layers by the number of steps from the initial state, each layer
 * ordered by what leads to it. Arrows to a state that most others lead to are told in the states that they leave: drawn,
 * they would hide all others.
 */
import type { MachineTransition, StateMachine } from '../../generated/meta/machine.ts';
import { groupBy } from '../group.ts';

export interface Node {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Transitions that are not drawn: `5 ways to CLOSED`. */
  readonly told: string;
}

export interface Arrow {
  readonly from: Node;
  readonly to: Node;
  readonly transitions: readonly MachineTransition[];
  /** There is one the other way, too. */
  readonly paired: boolean;
}

export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Node[];
  readonly arrows: readonly Arrow[];
}

export const [NODE_WIDTH, NODE_HEIGHT] = [150, 50];
export const LINE = 15;
export const WIDTH = 880;
const [TOP, GAP] = [40, 74];
/** Lines of text beside an arrow. */
export const MOST_LINES = 6;
/** Of a state that more others than these lead to, arrows are told and not drawn. */
const MANY = 3;

export function drawingOf({ states, transitions, initial }: StateMachine): Drawing {
  const goals = goalsOf(transitions);
  const ends = new Set([...goals].filter((goal) => transitions.every(({ from }) => from !== goal)));
  const names = states.map(({ name }) => name);
  const ranks = ranksOf(
    names,
    transitions.filter(({ to }) => !ends.has(to)),
    initial,
  );
  const isTold = ({ from, to }: MachineTransition): boolean =>
    from !== to && goals.has(to) && ranks.get(to)! !== ranks.get(from)! + 1;
  const drawn = transitions.filter((transition) => !isTold(transition));
  const groups = [...groupBy(drawn, ({ from, to }) => `${from}\n${to}`).values()];
  const nodes = new Map<string, Node>();
  let y = TOP;
  for (const [rank, layer] of layersOf(ranks, drawn).entries()) {
    layer.forEach((name, at) => {
      const x = ((at + 0.5) / layer.length) * WIDTH;
      nodes.set(name, { name, x, y, told: inWords(transitions.filter((each) => each.from === name && isTold(each))) });
    });
    const below = groups.filter(([first]) => Math.min(ranks.get(first!.from)!, ranks.get(first!.to)!) === rank);
    const lines = Math.max(1, ...below.map((group) => Math.min(MOST_LINES, group.length)));
    y += NODE_HEIGHT + GAP + lines * LINE;
  }
  const last = Math.max(...[...nodes.values()].map((node) => node.y));
  return {
    width: WIDTH,
    height: last + NODE_HEIGHT + TOP,
    nodes: [...nodes.values()],
    arrows: groups.map((group) => arrowOf(group, nodes, drawn)),
  };
}

function goalsOf(transitions: readonly MachineTransition[]): Set<string> {
  const sources = groupBy(
    transitions.filter(({ from, to }) => from !== to),
    ({ to }) => to,
  );
  const many = [...sources].filter(([, group]) => new Set(group.map(({ from }) => from)).size > MANY);
  return new Set(many.map(([to]) => to));
}

function inWords(told: readonly MachineTransition[]): string {
  const goals = [...groupBy(told, ({ to }) => to)];
  return goals.map(([to, { length }]) => `${length} ${length === 1 ? 'way' : 'ways'} to ${to}`).join(', ');
}

function arrowOf(
  group: readonly MachineTransition[],
  nodes: ReadonlyMap<string, Node>,
  drawn: readonly MachineTransition[],
): Arrow {
  const { from, to } = group[0]!;
  const paired = from !== to && drawn.some((other) => other.from === to && other.to === from);
  return { from: nodes.get(from)!, to: nodes.get(to)!, transitions: group, paired };
}

/** Steps from the initial state; what cannot be reached lies one layer below all else. */
function ranksOf(names: readonly string[], transitions: readonly MachineTransition[], initial: string) {
  const ranks = new Map([[initial, 0]]);
  for (let rank = 0, found = [initial]; found.length > 0; rank += 1) {
    const next = transitions.filter(({ from, to }) => found.includes(from) && !ranks.has(to)).map(({ to }) => to);
    found = [...new Set(next)];
    for (const name of found) ranks.set(name, rank + 1);
  }
  const deepest = Math.max(...ranks.values());
  for (const name of names) if (!ranks.has(name)) ranks.set(name, deepest + 1);
  return ranks;
}

/** Names by layer, each layer in the order of the middle of what leads there. */
function layersOf(ranks: ReadonlyMap<string, number>, transitions: readonly MachineTransition[]): string[][] {
  const layers: string[][] = [];
  for (const [name, rank] of ranks) {
    layers[rank] ??= [];
    layers[rank].push(name);
  }
  const place = new Map<string, number>();
  for (const layer of layers) {
    const middle = (name: string): number => {
      const above = transitions
        .filter(({ from, to }) => to === name && place.has(from))
        .map(({ from }) => place.get(from)!);
      return above.length === 0 ? 0.5 : above.reduce((sum, one) => sum + one, 0) / above.length;
    };
    const middles = new Map(layer.map((name) => [name, middle(name)]));
    layer.sort((one, other) => middles.get(one)! - middles.get(other)!);
    layer.forEach((name, at) => void place.set(name, (at + 0.5) / layer.length));
  }
  return layers;
}
