/**
 * What a scenario sent and received, in order and with times: the record that a verdict rests on. Octets are copied, so
 * that nobody changes evidence afterwards.
 */
import { toHex } from '../contract/hex.ts';
import type { Exchanged } from '../generated/meta/report.ts';
import type { Interval } from './interval.ts';

export class EvidenceLog {
  readonly #entries: Exchanged[] = [];
  #start: number | undefined;
  #givenUpAt: number | undefined;

  /** Both return the entry's index, for a Difference to point at. `layer` names what the octets are, as in `ipv4/header`. */
  sent(layer: string, octets: Uint8Array, at: Interval): number {
    return this.#add('sent', layer, octets, at);
  }

  received(layer: string, octets: Uint8Array, at: Interval): number {
    return this.#add('received', layer, octets, at);
  }

  /** The scenario ends here; what follows only clears up. */
  giveUp(): void {
    this.#givenUpAt = this.#entries.length;
  }

  /** How many entries there were then. */
  get givenUpAt(): number {
    return this.#givenUpAt ?? this.#entries.length;
  }

  get entries(): readonly Exchanged[] {
    return this.#entries;
  }

  #add(direction: Exchanged['direction'], layer: string, octets: Uint8Array, at: Interval): number {
    this.#start ??= at.earliest;
    const since = [Math.round(at.earliest - this.#start), Math.round(at.latest - this.#start)] as [number, number];
    return this.#entries.push({ direction, layer, octets: toHex(octets), at: since }) - 1;
  }
}
