/**
 * Search, loaded when a reader first asks: the list of what was found, by mouse and by keyboard. `/` and the button open it
 * (src/site/browser/page.ts).
 */
import MiniSearch from 'minisearch';
import { SEARCH_OPTIONS } from '../search-options.ts';

declare global {
  var assaySearchIndex: string | undefined;
}

const MOST = 12;
const root = document.documentElement.dataset.root ?? '';

function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const input = element('input', {
  type: 'search',
  placeholder: 'a rule, a field, a state, a word ...',
  'aria-label': 'Search',
  role: 'combobox',
  'aria-expanded': 'true',
  'aria-controls': 'found',
  'aria-autocomplete': 'list',
  autocomplete: 'off',
});
const list = element('ul', { id: 'found', role: 'listbox', 'aria-label': 'Found' });
const status = element('p', { class: 'faint small', role: 'status' });
const dialog = element('dialog', { class: 'search', 'aria-label': 'Search' }, input, list, status);
document.body.append(dialog);

const index =
  globalThis.assaySearchIndex === undefined
    ? undefined
    : MiniSearch.loadJSON(globalThis.assaySearchIndex, SEARCH_OPTIONS);
let chosen = 0;

function options(): HTMLElement[] {
  return [...list.querySelectorAll<HTMLElement>('[role="option"]')];
}

function choose(next: number): void {
  const all = options();
  if (all.length === 0) return;
  chosen = (next + all.length) % all.length;
  all.forEach((option, at) => {
    option.setAttribute('aria-selected', String(at === chosen));
  });
  input.setAttribute('aria-activedescendant', all[chosen]!.id);
  all[chosen]!.scrollIntoView({ block: 'nearest' });
}

function show(): void {
  const words = input.value.trim();
  const found = words === '' || index === undefined ? [] : index.search(words).slice(0, MOST);
  list.replaceChildren(
    ...found.map(({ kind, name, about, path }, at) => {
      const link = element(
        'a',
        { href: root + String(path), tabindex: '-1' },
        element('b', {}, String(name)),
        ' ',
        element('i', {}, String(kind)),
        element('span', {}, String(about)),
      );
      return element('li', { role: 'option', id: `found-${at}`, 'aria-selected': 'false' }, link);
    }),
  );
  status.textContent = index === undefined ? 'The index is not there.' : words === '' ? '' : `${found.length} shown`;
  choose(0);
}

input.addEventListener('input', show);
input.addEventListener('keydown', (event) => {
  if (event.key === 'ArrowDown') choose(chosen + 1);
  else if (event.key === 'ArrowUp') choose(chosen - 1);
  // In a field for searches it would only empty the field.
  else if (event.key === 'Escape') dialog.close();
  else if (event.key === 'Enter') options()[chosen]?.querySelector('a')?.click();
  else return;
  event.preventDefault();
});
list.addEventListener('click', () => dialog.close());
dialog.addEventListener('click', (event) => {
  if (event.target === dialog) dialog.close();
});
document.addEventListener('assay-search', () => {
  dialog.showModal();
  input.select();
});
dialog.showModal();
input.focus();
