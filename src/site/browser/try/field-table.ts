/** Fields as a table: bits, name, value, rules; and below a field what is wrong with it, and by which rule. */
import type { Fault } from '../../../wire/codec.ts';
import type { FieldRow } from '../../try/decode/field-rows.ts';
import { el } from './dom.ts';
import { ruleLink } from './rule-link.ts';

/** Of a layer; who sends thousands of options is told so. */
const MOST_ROWS = 400;

export function fieldTable(rows: readonly FieldRow[], elsewhere: readonly Fault[]): HTMLElement {
  const shown = rows.slice(0, MOST_ROWS);
  const head = ['Bits', 'Field', 'Value', 'Rules'].map((word) => el('th', { scope: 'col' }, word));
  const body = shown.flatMap((row) => [
    fieldLine(row),
    ...[...row.faults, ...row.lapses].map((fault) => faultLine(fault, row.lapses.includes(fault))),
  ]);
  const more = rows.length - shown.length;
  return el(
    'div',
    { class: 'scroll' },
    el(
      'table',
      { class: 'fields' },
      el('thead', {}, el('tr', {}, ...head)),
      el('tbody', {}, ...body, ...elsewhere.map((fault) => faultLine(fault, false))),
    ),
    more > 0 ? el('p', { class: 'faint' }, `${more} fields more are not shown.`) : undefined,
  );
}

function fieldLine({ path, label, description, bit, bits, value, depth, rules, faults }: FieldRow): HTMLElement {
  const button = el('button', { type: 'button', class: 'name', title: description }, label);
  const name = el('th', { scope: 'row' }, button);
  name.style.paddingLeft = `${depth * 0.9}rem`;
  const place = bits === 0 ? '-' : bits === 1 ? `${bit}` : `${bit}-${bit + bits - 1}`;
  return el(
    'tr',
    { 'data-f': path, class: faults.length > 0 ? 'wrong' : '' },
    el('td', { class: 'number' }, place),
    name,
    el('td', { class: 'value' }, value),
    el('td', { class: 'rules' }, ...rules.flatMap((id) => [ruleLink(id), ' '])),
  );
}

function faultLine({ field, bit, expected, actual, rule }: Fault, isLapse: boolean): HTMLElement {
  const whose = isLapse ? 'A sender should not have sent this: ' : '';
  const words = `${whose}${field}, bit ${bit}: expected ${expected}, got ${actual}. `;
  return el(
    'tr',
    { class: isLapse ? 'fault lapse' : 'fault' },
    el('td'),
    el('td', { colspan: 3 }, words, rule === undefined ? undefined : ruleLink(rule)),
  );
}
