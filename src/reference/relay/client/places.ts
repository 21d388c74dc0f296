/** Where a node that serves can be dialled: over UDP, and where that has failed, over TCP at the same address and port. */
import type { Dialled } from '../session/dial.ts';

/** `failures`: how often it has been tried in vain. */
export function dialPlaces(known: Dialled, failures: number): Dialled {
  const transport = failures % 2 === 0 ? 'udp' : 'tcp';
  return { ...known, endpoint: { ...known.endpoint, transport } };
}
