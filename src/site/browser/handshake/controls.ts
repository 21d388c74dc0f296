/** Buttons, fields and keys of the playground, each bound to what it does. */
import { lessonById } from '../../try/handshake/lessons.ts';
import { Player } from '../../try/handshake/player.ts';
import {
  BOUNDS,
  BUFFER,
  CALM,
  type CallName,
  type Conditions,
  MOST_OCTETS,
  type SideName,
} from '../../try/handshake/script.ts';
import { byId } from '../try/dom.ts';
import type { Playground } from './playground.ts';

export function bindControls(playground: Playground): void {
  byId('start').addEventListener('click', () => playground.toStart());
  byId('back').addEventListener('click', () => playground.back());
  byId('toggle').addEventListener('click', () => playground.toggle());
  byId('step').addEventListener('click', () => playground.step());
  byId('copy').addEventListener('click', () => copyLink(playground));
  const speed = byId<HTMLSelectElement>('speed');
  speed.addEventListener('change', () => {
    playground.speed = Number(speed.value);
  });
  const numbers = byId<HTMLSelectElement>('numbers');
  numbers.addEventListener('change', () => {
    playground.numbers = numbers.value === 'absolute' ? 'absolute' : 'relative';
  });
  bindLessons(playground);
  bindCalls(playground);
  bindNetwork(playground);
  document.addEventListener('keydown', (event) => pressed(event, playground));
}

function bindLessons(playground: Playground): void {
  const lessons = byId<HTMLSelectElement>('lesson');
  lessons.addEventListener('change', () => {
    const lesson = lessonById(lessons.value);
    const own = { seed: 1, conditions: CALM, buffer: BUFFER.usual, actions: [] };
    playground.show(new Player(lesson?.script ?? own), lessons.value);
    history.replaceState(null, '', lesson === undefined ? '#' : `#${lesson.id}`);
  });
}

function bindCalls(playground: Playground): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-call]')) {
    const side = button.dataset.side as SideName;
    const call = button.dataset.call as CallName;
    button.addEventListener('click', () => {
      const octets =
        call === 'send' ? { octets: within(byId<HTMLInputElement>(`octets-${side}`), 1, MOST_OCTETS) } : {};
      playground.act({ kind: 'call', side, call, ...octets });
    });
  }
  for (const side of ['A', 'B'] as const) {
    const box = byId<HTMLInputElement>(`reads-${side}`);
    box.addEventListener('change', () => playground.act({ kind: 'call', side, call: box.checked ? 'reads' : 'waits' }));
  }
}

function bindNetwork(playground: Playground): void {
  const names = Object.keys(BOUNDS) as (keyof Conditions)[];
  const input = (name: string): HTMLInputElement => byId<HTMLInputElement>(`net-${name}`);
  for (const name of names) {
    input(name).addEventListener('change', () => {
      const values = names.map((each) => [each, within(input(each), BOUNDS[each][0], BOUNDS[each][1])]);
      playground.act({ kind: 'conditions', conditions: Object.fromEntries(values) as unknown as Conditions });
    });
  }
  const seed = byId<HTMLInputElement>('seed');
  seed.addEventListener('change', () => playground.beginAnew({ seed: within(seed, 0, 0xffffffff) }));
  const buffer = byId<HTMLInputElement>('buffer');
  buffer.addEventListener('change', () => playground.beginAnew({ buffer: within(buffer, BUFFER.least, BUFFER.most) }));
}

/** What a field says, brought within its bounds. */
function within(input: HTMLInputElement, least: number, most: number): number {
  const value = Math.round(Number(input.value));
  const bounded = Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : least;
  input.value = String(bounded);
  return bounded;
}

function pressed(event: KeyboardEvent, playground: Playground): void {
  const from = event.target as HTMLElement;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (from.matches('input, select, textarea')) return;
  const isInPanel = from.closest('.segment') !== null;
  const deeds: Readonly<Record<string, (() => void) | undefined>> = {
    // On a button the space bar presses it.
    ' ': from.matches('button, summary') ? undefined : () => playground.toggle(),
    ArrowRight: isInPanel ? undefined : () => playground.step(),
    ArrowLeft: isInPanel ? undefined : () => playground.back(),
    Home: () => playground.toStart(),
    ArrowDown: from.closest('.ladder-box') === null ? undefined : () => playground.choose(1),
    ArrowUp: from.closest('.ladder-box') === null ? undefined : () => playground.choose(-1),
    l: () => playground.loseChosen(),
  };
  const deed = deeds[event.key];
  if (deed === undefined) return;
  event.preventDefault();
  deed();
}

function copyLink(playground: Playground): void {
  const copied = (): void => playground.say('The link is copied: it shows just this.');
  const failed = (): void => playground.say('The link stands in the address bar.');
  if (navigator.clipboard === undefined) failed();
  else navigator.clipboard.writeText(location.href).then(copied, failed);
}
