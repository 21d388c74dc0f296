/**
 * What a module does to the options of a datagram that it hands on: its address into a record of the route, the time
 * into a timestamp (RFC 1812 sections 5.3.13.5 and 5.3.13.6). All other options go on as they came (RFC1812-OPT-2).
 */
import { fill, nextSlot } from './route.ts';
import { type Stamp, stamp } from './timestamp.ts';
import { isFault, type OptionFault, type OptionPlace, RECORD_ROUTE, TIMESTAMP } from './walk.ts';

/** Changes `view`, a copy of the datagram; the first fault ends it. */
export function mark(view: DataView, options: readonly OptionPlace[], by: Stamp): OptionFault | undefined {
  for (const option of options) {
    const fault = markOne(view, option, by);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function markOne(view: DataView, option: OptionPlace, by: Stamp): OptionFault | undefined {
  if (option.type === TIMESTAMP) return stamp(view, option, by);
  if (option.type !== RECORD_ROUTE) return undefined;
  const slot = nextSlot(view, option);
  if (slot === undefined) return undefined;
  if (isFault(slot)) return slot;
  fill(view, option, slot, by.address);
  return undefined;
}
