/**
 * What a host knows of the largest datagram that a path carries (RFC 1191): for each destination an estimate that only
 * falls, and is forgotten after a while. Bounded; the oldest makes room.
 */

/** RFC1191-2: no path carries less. */
const LEAST = 68;
/** RFC 1191 section 6.3: not before five minutes, recommended are ten. */
const FORGOTTEN_AFTER = 600_000_000;
const MOST = 4096;
/** RFC 1191 section 7.1: sizes that links have, for routers that do not say their own. */
const PLATEAUS = [32000, 17914, 8166, 4352, 2002, 1492, 1006, 508, 296, LEAST];

export class PathMtu {
  readonly #estimates = new Map<number, { readonly mtu: number; readonly until: number }>();

  /** Infinity for a destination of which nothing is known. */
  get(destination: number, now: number): number {
    const known = this.#estimates.get(destination);
    return known === undefined || known.until <= now ? Infinity : known.mtu;
  }

  /** A router could not hand on a datagram of `length` octets; `nextHop` is 0 from one that does not say (RFC1191-4). */
  lower(destination: number, length: number, nextHop: number, now: number): void {
    const told = nextHop === 0 ? PLATEAUS.find((plateau) => plateau < length) : nextHop;
    const mtu = Math.max(LEAST, told ?? LEAST);
    // RFC1191-3: a message never raises the estimate.
    if (mtu >= Math.min(length, this.get(destination, now))) return;
    this.#estimates.delete(destination);
    if (this.#estimates.size >= MOST) {
      const [oldest] = this.#estimates.keys();
      this.#estimates.delete(oldest!);
    }
    this.#estimates.set(destination, { mtu, until: now + FORGOTTEN_AFTER });
  }
}
