/**
 * Layers for the eye: bits as a diagram, octets, and fields as a table. What is pointed at or focused in one of them is
 * marked in all three.
 */
import type { Fault } from '../../../wire/codec.ts';
import { type FieldRow, rowsOf } from '../../try/decode/field-rows.ts';
import type { LayerSeen } from '../../try/decode/walk.ts';
import { bitDiagram } from './bit-diagram.ts';
import { el } from './dom.ts';
import { fieldTable } from './field-table.ts';
import { octetDump } from './octet-dump.ts';

export function layerView(layer: LayerSeen, isOpen = true): HTMLElement {
  const { decoder, octets, observed } = layer;
  const rows = rowsOf(decoder.fields, observed);
  const own = octets.subarray(0, observed.length);
  const faults = observed.faults.length;
  const section = el(
    'details',
    { class: 'layer', open: isOpen, 'data-layer': decoder.layer },
    el(
      'summary',
      {},
      el('span', { class: 'layer-title' }, decoder.title),
      ` ${decoder.layer}, ${own.length} octets`,
      faults > 0 ? el('span', { class: 'badge v-fail' }, `${faults} fault${faults === 1 ? '' : 's'}`) : undefined,
    ),
    bitDiagram(rows),
    octetDump(rows, own),
    fieldTable(rows, unplaced(rows, layer)),
  );
  joinMarks(section);
  return section;
}

/** Faults of what is not there at all. */
function unplaced(rows: readonly FieldRow[], { observed }: LayerSeen): readonly Fault[] {
  const placed = new Set(rows.flatMap(({ faults, lapses }) => [...faults, ...lapses]));
  return [...observed.faults, ...observed.lapses].filter((fault) => !placed.has(fault));
}

function joinMarks(section: HTMLElement): void {
  const mark = (event: Event): void => {
    const from = (event.target as Element).closest<HTMLElement>('[data-f]');
    if (from === null && event.type !== 'pointerleave') return;
    const paths = new Set(from?.dataset.f?.split(' ') ?? []);
    for (const each of section.querySelectorAll<HTMLElement>('[data-f]')) {
      each.classList.toggle(
        'hot',
        each.dataset.f!.split(' ').some((path) => paths.has(path)),
      );
    }
  };
  for (const name of ['pointerover', 'focusin'] as const) section.addEventListener(name, mark);
  section.addEventListener('pointerleave', mark);
  section.addEventListener('keydown', (event) => step(event));
}

/** One stop for the tab key in a diagram or a dump; the arrow keys go on from there. */
function step(event: KeyboardEvent): void {
  const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
  const from = event.target as HTMLElement;
  const group = from.closest('.roving');
  if (by === undefined || group === null) return;
  event.preventDefault();
  const all = [...group.querySelectorAll<HTMLElement>('button')];
  const next = all[all.indexOf(from) + by];
  if (next === undefined) return;
  from.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}
