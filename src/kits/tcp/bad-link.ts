/**
 * A link of the tester's own that harms what it carries: between the reliable peer and the implementation, one seed, two
 * directions. It carries segments, not datagrams: what it spoils is for TCP's checksum to find, and not for IP's.
 */
import { type Course, type Direction, openDirection, travel } from '../../net/direction.ts';
import { EventQueue } from '../../net/event-queue.ts';
import type { Flight, Impairment } from '../../net/impairment.ts';
import { corruption, duplication, loss, reordering } from '../../net/index.ts';

/** Long enough for a few segments to overtake one. Microseconds. */
const HOLD = 5000;

export type Way = 'there' | 'back';

/** Of 100 segments each, one way. */
export interface Harm {
  readonly lost: number;
  readonly doubled: number;
  readonly held: number;
  readonly spoilt: number;
}

interface Path extends Direction {
  readonly way: Way;
}

interface Step {
  readonly path: Path;
  readonly flight: Flight;
  readonly stage: number;
}

/** What has got through. */
export interface Through {
  readonly way: Way;
  readonly octets: Uint8Array;
}

export class BadLink {
  /** Does what comes back depend on its being sent again? */
  readonly losesBack: boolean;
  readonly #paths: Readonly<Record<Way, Path>>;
  readonly #carried: Record<Way, number> = { there: 0, back: 0 };
  readonly #queue = new EventQueue<Step>();
  readonly #course: Course<Path> = {
    record: () => {},
    answer: () => {},
    goOn: (path, at, flight, stage) => this.#queue.push(at, { path, flight, stage }),
  };

  constructor(seed: number, harms: Readonly<Record<Way, Harm>>) {
    const open = (way: Way): Path => ({ ...openDirection(way, impairmentsOf(harms[way]), seed), way });
    this.losesBack = harms.back.lost > 0 || harms.back.spoilt > 0;
    this.#paths = { there: open('there'), back: open('back') };
  }

  /** Times in microseconds, never less than the last. */
  carry(way: Way, octets: Uint8Array, now: number): void {
    const packet = this.#carried[way];
    this.#carried[way] += 1;
    const sentAt = Math.floor(now);
    travel(this.#paths[way], { packet, copy: 0, octets, sentAt }, 0, sentAt, this.#course);
  }

  /** When the next one may come out. */
  get nextAt(): number {
    return this.#queue.first?.at ?? Infinity;
  }

  /** What comes out by now, the next of them; undefined when nothing does. */
  take(now: number): Through | undefined {
    for (let next = this.#queue.first; next !== undefined && next.at <= now; next = this.#queue.first) {
      const { path, flight, stage } = next.event;
      this.#queue.pop();
      if (stage === path.stages.length) return { way: path.way, octets: flight.octets };
      travel(path, flight, stage, next.at, this.#course);
    }
    return undefined;
  }
}

function impairmentsOf({ lost, doubled, held, spoilt }: Harm): readonly Impairment[] {
  return [loss(lost / 100), duplication(doubled / 100), reordering(held / 100, HOLD), corruption(spoilt / 100)];
}
