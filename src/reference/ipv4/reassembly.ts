/**
 * Reassembly by holes (RFC 815): what is still missing tells when a datagram is whole, in whatever order its fragments
 * come. Bounded in datagrams; the oldest makes room. The timer is fixed (RFC 1122 section 3.3.2). Where fragments
 * overlap, what came last stands (spec/decisions/0008-overlapping-fragments.md).
 */
import { type Datagram, dataOf } from './datagram.ts';
import { Holes } from './holes.ts';

/** RFC1122-REASM-5: between 60 and 120 seconds. In the middle, so that neither end is near. */
const TIMEOUT = 90_000_000;
/** Incomplete datagrams at a time: at 64 KiB each no more than 4 MiB. */
const MOST = 64;
const LARGEST_DATAGRAM = 65535;

interface Incomplete {
  readonly expiresAt: number;
  readonly holes: Holes;
  /** At least as long as the data; it grows by doubling, so that many small fragments cost no more than a few long ones. */
  data: Uint8Array;
  /** Octets of data as far as they are known: all of them once the last fragment has come. */
  length: number;
  /** The fragment with offset zero, whose header the datagram gets. */
  first: Datagram | undefined;
}

export class Reassembly {
  readonly #incomplete = new Map<string, Incomplete>();

  /** The whole datagram, when this fragment completes it. */
  insert(fragment: Datagram, now: number): Datagram | undefined {
    const key = keyOf(fragment);
    const known = this.#incomplete.get(key);
    const incomplete = known ?? open(now);
    if (!fits(fragment, incomplete)) return undefined;
    if (known === undefined) this.#add(key, incomplete);
    fill(incomplete, fragment);
    if (!incomplete.holes.areFilled) return undefined;
    this.#incomplete.delete(key);
    return whole(incomplete);
  }

  /** Gives up what has waited too long; the first fragments, where they came, for a report each. */
  expire(now: number): readonly Datagram[] {
    const reports: Datagram[] = [];
    for (const [key, { expiresAt, first }] of this.#incomplete) {
      if (expiresAt > now) break;
      this.#incomplete.delete(key);
      if (first !== undefined) reports.push(first);
    }
    return reports;
  }

  /** When the next one has waited too long. The oldest stands first, for all wait as long. */
  get expiresAt(): number | undefined {
    return this.#incomplete.values().next().value?.expiresAt;
  }

  #add(key: string, incomplete: Incomplete): void {
    if (this.#incomplete.size >= MOST) {
      const [oldest] = this.#incomplete.keys();
      this.#incomplete.delete(oldest!);
    }
    this.#incomplete.set(key, incomplete);
  }
}

/** RFC791-REASM-1: what fragments of one datagram have in common. */
function keyOf({ header }: Datagram): string {
  return `${header.source} ${header.destination} ${header.protocol} ${header.identification}`;
}

function open(now: number): Incomplete {
  return {
    expiresAt: now + TIMEOUT,
    holes: new Holes(),
    data: new Uint8Array(),
    length: 0,
    first: undefined,
  };
}

/** A fragment that no sender can have cut, or that lies beyond a known end, is passed over. */
function fits(fragment: Datagram, { length, holes }: Incomplete): boolean {
  const { header, headerLength } = fragment;
  const octets = header.totalLength - headerLength;
  const end = header.fragmentOffset * 8 + octets;
  if (octets === 0 || end + headerLength > LARGEST_DATAGRAM) return false;
  if (header.moreFragments === 1) return octets % 8 === 0 && (!holes.endIsKnown || end <= length);
  return holes.endIsKnown ? end === length : end >= length;
}

function fill(incomplete: Incomplete, fragment: Datagram): void {
  const { header } = fragment;
  const data = dataOf(fragment);
  const first = header.fragmentOffset * 8;
  const last = first + data.length - 1;
  incomplete.holes.fill(first, last, header.moreFragments === 1);
  incomplete.length = Math.max(incomplete.length, last + 1);
  if (incomplete.data.length < incomplete.length) incomplete.data = grown(incomplete);
  // RFC 791 section 3.2: where fragments overlap, what came last stands.
  incomplete.data.set(data, first);
  if (first === 0) incomplete.first ??= fragment;
}

function grown({ data, length }: Incomplete): Uint8Array {
  const larger = new Uint8Array(Math.max(length, Math.min(2 * data.length, LARGEST_DATAGRAM)));
  larger.set(data);
  return larger;
}

function whole({ first, data, length }: Incomplete): Datagram | undefined {
  if (first === undefined) return undefined;
  const { headerLength } = first;
  if (headerLength + length > LARGEST_DATAGRAM) return undefined;
  const octets = new Uint8Array(headerLength + length);
  octets.set(first.octets.subarray(0, headerLength));
  octets.set(data.subarray(0, length), headerLength);
  const header = { ...first.header, totalLength: octets.length, moreFragments: 0 };
  return { ...first, header, octets };
}
