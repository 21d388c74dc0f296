/** The HTTP page: what is written is judged and read, at every stroke. */
import { findingsOf, type Given } from '../try/http/findings.ts';
import { octetsOfText } from '../try/http/octet-text.ts';
import { PRESETS } from '../try/http/presets.ts';
import { bindReturn, insertCr } from './http/editing.ts';
import { showFindings } from './http/findings-view.ts';
import { httpLink, readHttpLink } from './http/link.ts';
import { readingView } from './http/reading-view.ts';
import { byId } from './try/dom.ts';

const text = byId<HTMLTextAreaElement>('octets');
const preset = byId<HTMLSelectElement>('preset');
const method = byId<HTMLSelectElement>('method');
const closed = byId<HTMLInputElement>('closed');

/** Longer ones are judged as far as this. */
const MOST_CHARACTERS = 200_000;

function judge(): void {
  const { octets, places } = octetsOfText(text.value.slice(0, MOST_CHARACTERS));
  const given: Given = { octets, method: method.value, isClosed: closed.checked };
  showFindings(findingsOf(given), (place) => {
    text.focus();
    text.setSelectionRange(places[place.at] ?? 0, places[place.at + place.octets] ?? text.value.length);
  });
  byId('reading').replaceChildren(...readingView(given));
  const cut = text.value.length > MOST_CHARACTERS ? `; only the first ${MOST_CHARACTERS} characters are judged` : '';
  byId('size').textContent = `${octets.length} octets${cut}`;
  const known = PRESETS.find(({ id }) => id === preset.value);
  history.replaceState(null, '', `#${known?.text === text.value ? known.id : httpLink(text.value, given)}`);
}

function show(id: string): void {
  const chosen = PRESETS.find((each) => each.id === id) ?? PRESETS[0]!;
  preset.value = chosen.id;
  text.value = chosen.text;
  method.value = chosen.method ?? 'GET';
  closed.checked = true;
  judge();
}

function begin(): void {
  const hash = location.hash.slice(1);
  const linked = readHttpLink(hash);
  if (linked === undefined) {
    show(hash);
    return;
  }
  preset.value = 'own';
  text.value = linked.text;
  method.value = linked.method;
  closed.checked = linked.isClosed;
  judge();
}

preset.addEventListener('change', () => {
  if (preset.value === 'own') {
    text.focus();
    return;
  }
  show(preset.value);
});
text.addEventListener('input', () => {
  preset.value = 'own';
  judge();
});
for (const each of [method, closed]) each.addEventListener('change', judge);
byId('cr').addEventListener('click', () => insertCr(text));
bindReturn(text);
byId('http').hidden = false;
addEventListener('hashchange', begin);
begin();
