/**
 * A mutant: an implementation that breaks one rule on purpose. A patch mutant is a change to the reference's source, made
 * while it is loaded; a wire mutant wraps a port and rewrites, withholds or repeats what passes. Both end as a Port.
 */
import type { Port } from '../contract/port.ts';

export interface Mutant {
  readonly id: string;
  readonly rule: string;
  /** What it does wrong. */
  readonly about: string;
  /** For a reader: the change as a diff, or nothing for a wire mutant. */
  readonly diff?: string;
  open(): Promise<Port>;
}

/** A wire mutant, as a table has it: what it wraps is given later, since the judge does not know the reference. */
export interface WireMutant {
  readonly id: string;
  readonly rule: string;
  readonly about: string;
  wrap(port: Port): Port;
}
