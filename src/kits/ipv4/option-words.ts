/**
 * Routes and timestamps as feature files write them: `beyond tester >> free`, a word for each 32 bits of the option, and
 * `>>` where the pointer points. RFC 1122 section 3.2.1.8 (c) draws them so.
 */
import type { LinkAddresses } from '../../harness/surface.ts';
import { parseDotted } from '../../wire/runtime/address.ts';
import { TIMESTAMP } from './option-octets.ts';

const POINTER_MARK = '>>';
const WORD_OCTETS = 4;

/** Places of the scenario, by the words that features have for them. */
const PLACES: Readonly<Record<string, keyof LinkAddresses>> = {
  host: 'iut',
  outlet: 'iutBeyond',
  tester: 'tester',
  beyond: 'beyond',
  narrow: 'narrow',
  nowhere: 'nowhere',
};
const NUMBERS: Readonly<Record<string, number>> = { free: 0, time: 1000 };

/** @throws TypeError for a word that no feature may hold */
export function placeOf(word: string, addresses: LinkAddresses): string {
  const place = PLACES[word];
  if (place === undefined) throw new TypeError(`no place: ${word}`);
  return addresses[place];
}

/** Octets of the option; `flag` is that of timestamps. @throws TypeError */
export function optionOctets(type: number, words: string, addresses: LinkAddresses, flag = 0): Uint8Array {
  const list = words.split(' ');
  const mark = list.indexOf(POINTER_MARK);
  if (mark < 0) throw new TypeError(`no pointer in the option: ${words}`);
  const values = list.filter((word) => word !== POINTER_MARK);
  const head = type === TIMESTAMP ? [flag] : [];
  const start = 3 + head.length;
  const octets = new Uint8Array(start + WORD_OCTETS * values.length);
  octets.set([type, octets.length, start + 1 + WORD_OCTETS * mark, ...head]);
  const view = new DataView(octets.buffer);
  for (const [index, word] of values.entries()) {
    view.setInt32(start + WORD_OCTETS * index, NUMBERS[word] ?? addressOf(word, addresses));
  }
  return octets;
}

function addressOf(word: string, addresses: LinkAddresses): number {
  return parseDotted(placeOf(word, addresses))!;
}
