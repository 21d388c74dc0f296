/** Octets in words, by whichever kit knows their layer: what reports and pages are given. */
import type { Passed } from '../harness/kit.ts';
import { kits } from './index.ts';

export function describe(layer: string, octets: Uint8Array): string | undefined {
  for (const kit of kits) {
    const words = kit.describe(layer, octets);
    if (words !== undefined) return words;
  }
  return undefined;
}

/** Each by the kit whose it is. */
export function captions(exchange: readonly Passed[]): readonly (string | undefined)[] {
  const told = kits.flatMap((kit) => (kit.captions === undefined ? [] : [kit.captions(exchange)]));
  return exchange.map((_, index) => told.map((each) => each[index]).find((caption) => caption !== undefined));
}
