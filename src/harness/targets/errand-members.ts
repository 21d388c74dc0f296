/** An errand as contract 1 has it. */
import { toHex } from '../../contract/hex.ts';
import type { Errand } from '../surface.ts';

export function errandMembers(errand: Errand): Readonly<Record<string, unknown>> {
  const items = Object.entries(errand).map(([name, item]) => [
    name,
    item instanceof Uint8Array ? { octets: toHex(item) } : item,
  ]);
  return Object.fromEntries(items);
}
