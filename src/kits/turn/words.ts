/**
 * Tables of attributes as features write them: a name or a number, and a value in words. The optional columns `length`
 * and `padding` say what is wrong about an attribute.
 */
import { fromHex } from '../../contract/hex.ts';
import type { TransportAddress } from '../../harness/surface.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { FAMILIES, xorAddress } from './addresses.ts';
import { attributeType } from './attribute-types.ts';
import type { Attribute } from './message.ts';

export type Rows = readonly (readonly string[])[];

/** What words may name. */
export interface Named {
  /** Transport address of `peer P`, or where `client A` is relayed. */
  address(name: string): TransportAddress;
  token(): Uint8Array;
  /** So many octets that were never sent before. */
  data(octets: number): Uint8Array;
}

/** The columns by name, a row each. @throws TypeError for a row without an attribute */
export function readAttributes(rows: Rows, named: Named, transaction: Uint8Array): readonly Attribute[] {
  const [head = [], ...body] = rows;
  return body.map((cells) => {
    const cell = (column: string): string | undefined => cells[head.indexOf(column)];
    const name = cell('attribute') ?? '';
    const [length, padding] = [cell('length'), cell('padding')];
    return {
      type: attributeType(name),
      value: readValue(name, cell('value') ?? '', named, transaction),
      ...(length ? { length: Number(length) } : {}),
      ...(padding ? { padding: Number(padding) } : {}),
    };
  });
}

const WRITERS: Readonly<Record<string, (words: string) => Uint8Array>> = {
  'CHANNEL-NUMBER': (words) => Uint8Array.of(Number(words) >> 8, Number(words) & 0xff, 0, 0),
  LIFETIME: (words) => fourOctets(Number(words)),
  'REQUESTED-TRANSPORT': (words) => Uint8Array.of(Number(words), 0, 0, 0),
  'REQUESTED-ADDRESS-FAMILY': writeFamily,
  'ADDITIONAL-ADDRESS-FAMILY': writeFamily,
  'EVEN-PORT': (words) => Uint8Array.of(words === 'and the next' ? 0x80 : 0),
};

function readValue(name: string, words: string, named: Named, transaction: Uint8Array): Uint8Array {
  if (words === '') return new Uint8Array();
  if (words.startsWith('hex ')) return fromHex(words.slice(4).replaceAll(' ', ''));
  if (name.startsWith('XOR-')) return xorAddress(readAddress(words, named), transaction);
  if (words === 'the token') return named.token();
  const [, octets] = /^(\d+) octets$/.exec(words) ?? [];
  if (octets !== undefined) return named.data(Number(octets));
  return WRITERS[name]?.(words) ?? new TextEncoder().encode(words);
}

/** `peer P`, `peer P at port 9`, `192.0.2.1:9`, `[2001:db8::1]:9`. */
function readAddress(words: string, named: Named): TransportAddress {
  const [, bracketed, dotted, port] = /^(?:\[(.*)\]|([\d.]+)):(\d+)$/.exec(words) ?? [];
  if (port !== undefined) return { address: (bracketed ?? dotted)!, port: Number(port) };
  const [, name, other] = /^(.*?)(?: at port (\d+))?$/.exec(words)!;
  const address = named.address(name!);
  return other === undefined ? address : { ...address, port: Number(other) };
}

function writeFamily(words: string): Uint8Array {
  return Uint8Array.of(FAMILIES[words as keyof typeof FAMILIES] ?? Number(words), 0, 0, 0);
}

function fourOctets(value: number): Uint8Array {
  const octets = new Uint8Array(4);
  viewOf(octets).setUint32(0, value);
  return octets;
}
