/** A state machine as a picture and as a table, both from its data. */
import type { MachineTransition } from '../../generated/meta/machine.ts';
import type { Machine } from '../content.ts';
import type { Link } from '../links.ts';
import {
  type Arrow,
  drawingOf,
  LINE,
  MOST_LINES,
  NODE_HEIGHT,
  NODE_WIDTH,
  type Node,
  WIDTH,
} from './machine-layout.ts';
import { RuleLinks, Scroll } from './marks.tsx';

interface MachineProps {
  readonly machine: Machine;
  readonly link: Link;
}

export function machinePath({ protocol, name }: Machine): string {
  return `states/${protocol}-${name}.html`;
}

/** The drawing: each state leads to its transitions. */
export function MachinePicture({ machine, link }: MachineProps) {
  return (
    <Scroll label={`States of: ${machine.title}`}>
      <Picture machine={machine} link={link} />
    </Scroll>
  );
}

export function MachineTable({ machine, link }: MachineProps) {
  return (
    <Scroll label={`Transitions of: ${machine.title}`}>
      <table class="transitions">
        <thead>
          <tr>
            {['from', 'event', 'to', 'sends', 'when', 'rules'].map((head) => (
              <th scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {machine.states.flatMap(({ name }) =>
            machine.transitions
              .filter(({ from }) => from === name)
              .map((transition) => <Row {...{ transition, link }} />),
          )}
        </tbody>
      </table>
    </Scroll>
  );
}

export function stateId(state: string): string {
  return `state-${state.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
}

interface RowProps {
  readonly transition: MachineTransition;
  readonly link: Link;
}

function Row({ transition: { from, event, to, sends, when, rules }, link }: RowProps) {
  return (
    <tr>
      <th scope="row">{from}</th>
      <td>{event}</td>
      <td>{to}</td>
      <td>{sends ?? ''}</td>
      <td>{when ?? ''}</td>
      <td>
        <RuleLinks ids={rules} link={link} />
      </td>
    </tr>
  );
}

function Picture({ machine, link }: MachineProps) {
  const { width, height, nodes, arrows } = drawingOf(machine);
  const { initial, title } = machine;
  const abouts = new Map(machine.states.map(({ name, about }) => [name, about]));
  return (
    // biome-ignore lint/a11y/useSemanticElements: it is drawn
    <svg
      class="machine"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={`${title}: states and transitions`}
    >
      {arrows.map((arrow) => (
        <ArrowShape arrow={arrow} />
      ))}
      {arrows.map((arrow) => (
        <ArrowWords arrow={arrow} />
      ))}
      {nodes.map((node) => (
        <a href={link(`${machinePath(machine)}#${stateId(node.name)}`)}>
          <State node={node} initial={initial} about={abouts.get(node.name) ?? ''} />
        </a>
      ))}
    </svg>
  );
}

function State({ node: { name, x, y, told }, initial, about }: { node: Node; initial: string; about: string }) {
  return (
    <g class={name === initial ? 'state initial' : 'state'}>
      <title>{`${name}: ${about}`}</title>
      <rect x={x - NODE_WIDTH / 2} y={y} width={NODE_WIDTH} height={NODE_HEIGHT} rx="8" />
      <text x={x} y={y + NODE_HEIGHT / 2 + (told === '' ? 5 : -3)}>
        {name}
      </text>
      {told === '' ? null : (
        <text class="back" x={x} y={y + NODE_HEIGHT / 2 + 15}>
          {told}
        </text>
      )}
    </g>
  );
}

interface Course {
  readonly path: string;
  readonly head: string;
  /** Where its words stand, and on which side of that. */
  readonly words: readonly [x: number, y: number];
  readonly anchor: 'start' | 'middle' | 'end';
  /** Where lines stand to it; in the middle when not given. */
  readonly side?: 'above' | 'below';
}

const HEAD = 7;
/** Half the distance of two arrows between the same states. */
const PAIR = 16;

function courseOf({ from, to, paired }: Arrow): Course {
  if (from === to) return loop(from);
  if (from.y === to.y) return across(from, to);
  const isDown = to.y > from.y;
  const shift = paired ? (isDown ? -PAIR : PAIR) : 0;
  const [x1, x2] = [from.x + shift, to.x + shift];
  const [y1, y2] = isDown ? [from.y + NODE_HEIGHT, to.y] : [from.y, to.y + NODE_HEIGHT];
  if (!isDown && from.y - to.y > 2.5 * NODE_HEIGHT + 150) return aside(from, to);
  const bend = (y2 - y1) / 2;
  // Nearer to where they start, words of arrows that cross lie apart.
  const near = x1 === x2 ? 0.5 : 0.38;
  const away = isDown ? -HEAD : HEAD;
  return {
    path: `M${x1} ${y1}C${x1} ${y1 + bend} ${x2} ${y2 - bend} ${x2} ${y2 + away}`,
    head: `M${x2} ${y2}l${-HEAD / 2} ${away}h${HEAD}z`,
    words: [along(x1, x2, near) + (paired && x1 === x2 ? (isDown ? -8 : 8) : 0), y1 + (y2 - y1) * near],
    anchor: paired && x1 === x2 ? (isDown ? 'end' : 'start') : 'middle',
  };
}

/** The x of the curve from x1 to x2 where so much of its height is done, near enough. */
function along(x1: number, x2: number, done: number): number {
  const t = done;
  return x1 * ((1 - t) ** 3 + 3 * t * (1 - t) ** 2) + x2 * (t ** 3 + 3 * t ** 2 * (1 - t));
}

/** Past other layers: around them, on the side that is nearer. */
function aside(from: Node, to: Node): Course {
  const side = from.x < WIDTH / 2 - 1 ? -1 : 1;
  const [x1, y1] = [from.x + (side * NODE_WIDTH) / 2, from.y + NODE_HEIGHT / 2];
  const [x2, y2] = [to.x + (side * NODE_WIDTH) / 2, to.y + NODE_HEIGHT / 2 + 6];
  const out = side < 0 ? 12 : WIDTH - 12;
  return {
    path: `M${x1} ${y1}C${out} ${y1} ${out} ${y1} ${out} ${(y1 + y2) / 2}S${out} ${y2 + 54} ${x2 + side * HEAD} ${y2}`,
    head: `M${x2} ${y2}l${side * HEAD} ${-HEAD / 2}v${HEAD}z`,
    words: [x1 + side * 12, to.y < NODE_HEIGHT ? y1 - 8 : y1 + 18],
    anchor: side < 0 ? 'end' : 'start',
    side: to.y < NODE_HEIGHT ? 'above' : 'below',
  };
}

function across(from: Node, to: Node): Course {
  const right = to.x > from.x;
  const [x1, x2] = right
    ? [from.x + NODE_WIDTH / 2, to.x - NODE_WIDTH / 2]
    : [from.x - NODE_WIDTH / 2, to.x + NODE_WIDTH / 2];
  const y = from.y + NODE_HEIGHT / 2 + (right ? -8 : 8);
  const away = right ? -HEAD : HEAD;
  return {
    path: `M${x1} ${y}H${x2 + away}`,
    head: `M${x2} ${y}l${away} ${-HEAD / 2}v${HEAD}z`,
    words: [(x1 + x2) / 2, right ? y - 6 : y + 16],
    anchor: 'middle',
    side: right ? 'above' : 'below',
  };
}

function loop({ x, y }: Node): Course {
  const [edge, top, low] = [x + NODE_WIDTH / 2, y + 14, y + NODE_HEIGHT - 14];
  return {
    path: `M${edge} ${top}C${edge + 44} ${top - 14} ${edge + 44} ${low + 14} ${edge + HEAD} ${low}`,
    head: `M${edge} ${low}l${HEAD} ${-HEAD / 2}v${HEAD}z`,
    words: [edge + 40, y + NODE_HEIGHT / 2],
    anchor: 'start',
  };
}

function ArrowShape({ arrow }: { readonly arrow: Arrow }) {
  const { path, head } = courseOf(arrow);
  return (
    <g class="arrow">
      <path class="shaft" d={path} />
      <path class="head" d={head} />
    </g>
  );
}

function ArrowWords({ arrow }: { readonly arrow: Arrow }) {
  const {
    words: [x, y],
    anchor,
    side,
  } = courseOf(arrow);
  const lines = linesOf(arrow.transitions);
  const height = (lines.length - 1) * LINE;
  const top = side === undefined ? y - height / 2 + 4 : side === 'above' ? y - height : y;
  return (
    <text class="event" text-anchor={anchor}>
      {lines.map((line, at) => (
        <tspan x={x} y={top + at * LINE}>
          {line}
        </tspan>
      ))}
    </text>
  );
}

/** `rcv FIN / ACK`: what happens, and what is sent with it. */
function linesOf(transitions: readonly MachineTransition[]): string[] {
  const words = transitions.map(({ event, sends }) =>
    sends === undefined || sends.length > 16 ? event : `${event} / ${sends}`,
  );
  const all = [...new Set(words)];
  if (all.length <= MOST_LINES) return all;
  return [...all.slice(0, MOST_LINES - 1), `and ${all.length - MOST_LINES + 1} more`];
}
