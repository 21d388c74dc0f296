/**
 * Seeded randomness (sfc32, seeded by splitmix32): the same seed gives the same numbers on every machine. Not for
 * secrets.
 */
export interface Random {
  /** An integer in [0, 2^32). */
  uint32(): number;
  /** An integer in [0, below). */
  below(below: number): number;
  octets(length: number): Uint8Array;
}

export function random(seed: number): Random {
  let state = seed >>> 0;
  const split = (): number => {
    state = (state + 0x9e3779b9) | 0;
    return mix(state);
  };
  return sfc32(split(), split(), split());
}

/** Numbers for one thing among many: neither how many are drawn for the others nor their order changes them. */
export function keyedRandom(seed: number, key: number, part: number): Random {
  const stream = mix((seed + 0x9e3779b9) | 0);
  const whole = mix(stream ^ key);
  return sfc32(mix(whole ^ part), whole, stream);
}

function mix(state: number): number {
  let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return mixed ^ (mixed >>> 15);
}

function sfc32(first: number, second: number, third: number): Random {
  let [a, b, c, counter] = [first, second, third, 1];
  const uint32 = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  const below = (limit: number): number => Math.floor((uint32() / 2 ** 32) * limit);
  return { uint32, below, octets: (length) => Uint8Array.from({ length }, () => below(256)) };
}

/** A seed of its own for each name, so that one more scenario changes no other's numbers (FNV-1a). */
export function seedFor(seed: number, name: string): number {
  let hash = 0x811c9dc5 ^ seed;
  for (let at = 0; at < name.length; at += 1) hash = Math.imul(hash ^ name.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
