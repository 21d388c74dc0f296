/**
 * What happened to each packet, as plain data in the order of time: the same configuration and seed give the same
 * trace, octet for octet, on every machine.
 */
import type { CapturedPacket } from './pcap.ts';

interface Place {
  /** Microseconds. */
  readonly at: number;
  /** The direction of a link, `node.interface>node.interface`. */
  readonly path: string;
  /** Counts from 0 what was sent on this path. */
  readonly packet: number;
  /** 0 is the original. */
  readonly copy: number;
}

export type TraceEvent = Place &
  (
    | { readonly what: 'sent'; readonly octets: Uint8Array }
    /** `by` names the impairment, or is `no link`. */
    | { readonly what: 'lost'; readonly by: string }
    /** The copy of this number came to be. */
    | { readonly what: 'duplicated'; readonly of: number }
    /** Bit 0 is the highest of the first octet. */
    | { readonly what: 'corrupted'; readonly bit: number }
    | { readonly what: 'delayed'; readonly by: string; readonly until: number }
    | { readonly what: 'delivered'; readonly octets: Uint8Array }
    /** The sender of a lost packet got these octets about it. */
    | { readonly what: 'reported'; readonly octets: Uint8Array }
  );

/** Packets as they were sent, or as they were delivered, for `writePcap`; of one path or of all. */
export function captured(
  trace: readonly TraceEvent[],
  what: 'sent' | 'delivered' | 'reported',
  path?: string,
): CapturedPacket[] {
  return trace.flatMap((event) =>
    event.what === what && (path === undefined || event.path === path)
      ? [{ octets: (event as { octets: Uint8Array }).octets, at: event.at }]
      : [],
  );
}
