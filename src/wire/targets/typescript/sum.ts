/**
 * The sum that a checksum is made of or held against: the words of the first segment as they are loaded or stored, then
 * the octets behind them, and before both a pseudo-header where there is one.
 */
import { isBitField, pseudoHeaderOf, type Segment, type StructLayout, segmentsOf } from '../../layout.ts';
import { wordsOf } from './bits.ts';
import { block } from './source.ts';

/** What comes before the octets [at, end) in the sum: nothing, or their pseudo-header with the addresses of `context`. */
export function startOfSum(struct: StructLayout, at: string, end: string): string {
  const checksum = pseudoHeaderOf(struct);
  if (!checksum) return '0';
  return `pseudoHeaderSum(context.source, context.destination, ${checksum.protocol ?? 0}, ${end} - ${at})`;
}

/** `sum`: what comes first, and the 16-bit words of octets [at, end), those of the first segment taken from its words. */
export function sumLines(struct: StructLayout, segments: readonly Segment[], at: string, end: string): string[] {
  const [first, ...rest] = segments;
  const before = startOfSum(struct, at, end);
  if (first?.kind !== 'bits' || !sumsWords(struct, 0)) {
    return [`const sum = internetSum(view, ${at}, ${end}, ${before});`];
  }
  const terms = wordsOf(first.bits, 'w').map(({ name, bits }) => {
    return bits === 32 ? `(${name} >>> 16) + (${name} & 0xffff)` : name;
  });
  const next = `${at} + ${first.bits / 8}`;
  const start = `${rest.length > 0 ? 'let' : 'const'} sum = ${[...terms, ...(before === '0' ? [] : [before])].join(' + ')};`;
  if (rest.length === 0) return [start];
  if (!isShortAndWhole(struct)) return [start, `if (${end} > ${next}) sum = internetSum(view, ${next}, ${end}, sum);`];
  // Two words a turn: half the turns, and a few percent of a header's time.
  const two = ['const a = view.getInt32(q);', 'const b = view.getInt32(q + 4);'];
  two.push('sum += (a >>> 16) + (a & 0xffff) + (b >>> 16) + (b & 0xffff);');
  const last = ['const word = view.getInt32(q);', 'sum += (word >>> 16) + (word & 0xffff);'];
  return [
    start,
    `let q = ${next};`,
    ...block(`for (; q < ${end} - 4; q += 8)`, two),
    ...block(`if (q < ${end})`, last),
  ];
}

/**
 * Whether the struct is known to take whole 32-bit words, and few: a field of up to 8 bits times 4. Then a loop in place
 * does; a call of internetSum costs half of a header's decoding (V8 does not set it into a function of this size).
 */
function isShortAndWhole({ length, fields }: StructLayout): boolean {
  const { octets } = length ?? {};
  if (octets?.op !== '*' || octets.left.op !== 'name' || octets.right.op !== 'number') return false;
  const { name } = octets.left;
  const counter = fields.find((field) => field.name === name);
  const later = fields.filter((field) => !isBitField(field) || field.presentWhen);
  const isAligned = later.every((field) => field.form === 'list' && (field.align?.octets ?? 0) % 4 === 0);
  return counter !== undefined && isBitField(counter) && counter.bits <= 8 && octets.right.value === 4 && isAligned;
}

/** Whether the words of the first segment are summed as they are loaded: there is a checksum, and they are whole. */
export function sumsWords(struct: StructLayout, index: number): boolean {
  const [first] = segmentsOf(struct);
  const hasChecksum = struct.fields.some((field) => isBitField(field) && field.checksum);
  return index === 0 && hasChecksum && first?.kind === 'bits' && first.bits % 16 === 0;
}
