/** Captures that are chosen or dropped: a list of their packets, each explained when it is chosen. */
import type { Captured } from '../../try/decode/captured.ts';
import { byId, el } from '../try/dom.ts';
import { load } from './load.ts';

interface Doings {
  say(words: string, isBad?: boolean): void;
  choose(octets: Uint8Array, isCut: boolean): void;
}

/** Octets of a file that are read: a capture as large as that has more packets than are shown. */
const MOST_OCTETS = 64 * 1024 * 1024;

export function bindFiles(doings: Doings): void {
  const form = byId('decode');
  const input = byId<HTMLInputElement>('file');
  input.addEventListener('change', () => void open(input.files?.[0], doings));
  addEventListener('dragover', (event) => {
    event.preventDefault();
    form.classList.add('over');
  });
  addEventListener('dragleave', () => form.classList.remove('over'));
  addEventListener('drop', (event) => {
    event.preventDefault();
    form.classList.remove('over');
    void open(event.dataTransfer?.files[0], doings);
  });
}

async function open(file: File | undefined, { say, choose }: Doings): Promise<void> {
  if (file === undefined) return;
  const octets = new Uint8Array(await file.slice(0, MOST_OCTETS).arrayBuffer());
  const list = byId('packets');
  list.hidden = true;
  await load('assets/decode-capture.js');
  const read = globalThis.assayCapture?.(octets);
  if (read?.ok !== true) {
    say(`${file.name}: ${read?.why ?? 'the reader of captures could not be loaded'}.`, true);
    return;
  }
  const { packets, notes } = read;
  const buttons = packets.map((packet, index) => packetButton(packet, index, packets[0]!.at));
  const pick = (index: number): void => {
    for (const [at, button] of buttons.entries()) button.setAttribute('aria-pressed', String(at === index));
    choose(packets[index]!.octets, packets[index]!.isCut);
  };
  for (const [index, button] of buttons.entries()) button.addEventListener('click', () => pick(index));
  list.replaceChildren(...buttons, ...notes.map((note) => el('p', { class: 'notice bad' }, `${note}.`)));
  list.hidden = false;
  if (packets.length > 0) pick(0);
  else say(`${file.name} holds no IPv4 datagram.`, true);
}

function packetButton({ at, octets, isCut }: Captured, index: number, first: number): HTMLButtonElement {
  return el(
    'button',
    { type: 'button', 'aria-pressed': 'false' },
    el('span', {}, `${index + 1}`),
    el('span', { class: 'at' }, `${((at - first) / 1e6).toFixed(6)} s`),
    el('span', { class: 'what' }, describe(octets)),
    isCut ? el('span', { class: 'bad' }, 'cut') : undefined,
  );
}

const PROTOCOLS: Readonly<Record<number, string>> = { 1: 'ICMP', 6: 'TCP', 17: 'UDP' };

/** In a few words, from fixed places: what is odd shows when it is decoded. */
function describe(octets: Uint8Array): string {
  if (octets.length < 20) return `${octets.length} octets`;
  const dotted = (at: number): string => octets.subarray(at, at + 4).join('.');
  const protocol = PROTOCOLS[octets[9]!] ?? `protocol ${octets[9]}`;
  return `${dotted(12)} > ${dotted(16)}  ${protocol}, ${octets.length} octets`;
}
