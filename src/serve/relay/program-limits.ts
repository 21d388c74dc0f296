/**
 * What a program must be like before it is run: a WebAssembly module that says itself how much memory it takes at most. Looked
 * for in its octets, since the engine tells of limits only once it has given the memory.
 */
const [MAGIC, VERSION] = ['\0asm', 1];
const SECTION = { tables: 4, memories: 5 } as const;
const HAS_MOST = 1;
const PAGE = 65_536;

export interface Limits {
  readonly octets: number;
  readonly tableEntries: number;
}

class Malformed extends Error {}

/** What is wrong with it, or nothing. */
export function programFault(program: Uint8Array, limits: Limits): string | undefined {
  try {
    return faultOf(program, limits);
  } catch (thrown) {
    if (thrown instanceof Malformed) return 'no WebAssembly module';
    throw thrown;
  }
}

function faultOf(program: Uint8Array, { octets, tableEntries }: Limits): string | undefined {
  if (String.fromCharCode(...program.subarray(0, 4)) !== MAGIC || program[4] !== VERSION)
    return 'no WebAssembly module';
  let memories = 0;
  for (let at = 8; at < program.length; ) {
    const id = program[at]!;
    const size = leb(program, at + 1);
    const end = size.next + size.value;
    if (end > program.length) throw new Malformed();
    if (id === SECTION.memories) {
      memories += leb(program, size.next).value;
      if (mostOf(program, size.next, 0) * PAGE > octets) return `it may take more than ${octets} octets of memory`;
    }
    if (id === SECTION.tables && mostOf(program, size.next, 1) > tableEntries) return 'its table is too large';
    at = end;
  }
  return memories === 1 ? undefined : 'it needs one memory, with a limit';
}

/** The upper limit of the first entry of a section; infinite where it has none. `before`: octets before the limits. */
function mostOf(program: Uint8Array, start: number, before: number): number {
  const count = leb(program, start);
  if (count.value === 0) return 0;
  if (count.value > 1) return Number.POSITIVE_INFINITY;
  const flags = program[count.next + before];
  const least = leb(program, count.next + before + 1);
  return flags === HAS_MOST ? leb(program, least.next).value : Number.POSITIVE_INFINITY;
}

/** An unsigned number of at most 32 bits, seven bits an octet. */
function leb(octets: Uint8Array, start: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let at = start, factor = 1; at < start + 5; at += 1, factor *= 128) {
    const octet = octets[at];
    if (octet === undefined) break;
    value += (octet & 127) * factor;
    if (octet < 128) return { value, next: at + 1 };
  }
  throw new Malformed();
}
