/** The decode page: what is pasted, chosen or linked goes to the decoder, and what it finds onto the page. */
import { decodeLink, readDecodeLink } from '../try/decode/decode-link.ts';
import { decoderPath } from '../try/decode/decoder-path.ts';
import { MOST_TEXT, readHexText } from '../try/decode/hex-text.ts';
import { bindFiles } from './decode/files.ts';
import { load } from './decode/load.ts';
import { byId, el } from './try/dom.ts';

const text = byId<HTMLTextAreaElement>('hex');
const first = byId<HTMLSelectElement>('layer');

/** Text that is written is explained once the writer rests. */
const REST = 120;
let waiting = 0;
let asked = 0;

function say(words: string, isBad = false): void {
  byId('said').textContent = words;
  byId('said').classList.toggle('bad', isBad);
}

function decodeText(characters = text.value.length): void {
  const read = readHexText(text.value, characters);
  if (!read.ok) {
    byId('layers').replaceChildren();
    say(`${read.why[0]!.toUpperCase()}${read.why.slice(1)}.`, true);
    return;
  }
  const link = read.note === undefined ? decodeLink({ layer: first.value, hex: text.value }) : undefined;
  history.replaceState(null, '', `#${link ?? ''}`);
  const notes = [read.note, link === undefined ? 'this is too long for a link' : undefined];
  void show(
    read.octets,
    notes.filter((note) => note !== undefined),
  );
}

/** Explains octets; what was asked for later wins. */
async function show(octets: Uint8Array, notes: readonly string[]): Promise<void> {
  asked += 1;
  const own = asked;
  await load('assets/decode-layers.js');
  const decoder = globalThis.assayDecoder;
  if (decoder === undefined) {
    say('The decoder could not be loaded.', true);
    return;
  }
  let walked = decoder.walk(octets, first.value);
  for (let needs = walked.needs; needs !== undefined; needs = walked.needs) {
    await load(decoderPath(needs));
    if (!decoder.knows(needs)) {
      say(`The decoder of ${needs} could not be loaded.`, true);
      return;
    }
    walked = decoder.walk(octets, first.value);
  }
  if (own !== asked) return;
  const { layers, rest } = walked;
  byId('layers').replaceChildren(...(octets.length === 0 ? [] : decoder.view(walked)));
  if (rest !== undefined) byId('layers').append(el('p', { class: 'faint' }, `Behind it: ${rest}.`));
  const faults = layers.reduce((sum, { observed }) => sum + observed.faults.length, 0);
  say(octets.length === 0 ? '' : [outcome(octets.length, faults), ...notes.map((note) => ` Note: ${note}.`)].join(''));
}

function outcome(octets: number, faults: number): string {
  const found = faults === 0 ? 'well-formed' : `${faults} fault${faults === 1 ? '' : 's'}`;
  return `${octets} octets: ${found}.`;
}

function take(layer: string, hex: string): void {
  first.value = layer;
  text.value = (hex.match(/.{1,8}/g) ?? []).join(' ');
  decodeText();
}

function fromLink(): void {
  const hash = decodeURIComponent(location.hash.slice(1));
  const linked = readDecodeLink(hash);
  const isKnown = [...first.options].some(({ value }) => value === linked?.layer);
  if (linked !== undefined && isKnown) take(linked.layer, linked.hex);
  else if (hash !== '') say('The link holds no octets that could be decoded.', true);
}

text.addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => decodeText(), REST);
});
// More than could be shown does not get as far as the field, which would be long in drawing it.
text.addEventListener('paste', (event) => {
  const pasted = event.clipboardData?.getData('text') ?? '';
  if (pasted.length <= MOST_TEXT) return;
  event.preventDefault();
  text.value = pasted.slice(0, MOST_TEXT);
  decodeText(pasted.length);
});
first.addEventListener('change', () => decodeText());
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-hex]')) {
  button.addEventListener('click', () => take(button.dataset.layer!, button.dataset.hex!));
}
bindFiles({
  say,
  choose: (octets, isCut) => {
    first.value = 'ipv4/header';
    void show(octets, isCut ? ['it was captured in part'] : []);
  },
});
byId('decode').hidden = false;
addEventListener('hashchange', fromLink);
fromLink();
