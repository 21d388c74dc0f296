/**
 * What chance does to single packets on their way, each by a name of its own: so the same history can be had again with a part
 * of it alone. What befalls every packet alike, as a delay does, is the way itself, and no misfortune.
 */
import { type Flight, type Impairment, PASSED, type Stage } from './impairment.ts';

/** Impairments that leave nothing to chance. */
const STEADY: ReadonlySet<string> = new Set(['delay', 'bandwidth', 'mtu', 'partition']);

export class Misfortunes {
  /** All that befell anybody, in order: `FROM>TO:PACKET:WHAT`. */
  readonly met: string[] = [];
  readonly #only: ReadonlySet<string> | undefined;

  /** `only`: these alone befall anybody; all of them when left out. */
  constructor(only?: ReadonlySet<string>) {
    this.#only = only;
  }

  /** The same impairments, told of and held back; packets of a way count from 0. */
  over(path: string, impairments: readonly Impairment[]): readonly Impairment[] {
    return impairments.map((one) => (STEADY.has(one.name) ? one : this.#told(path, one)));
  }

  #told(path: string, { name, open }: Impairment): Impairment {
    const told = (stage: Stage, occurrence: number): Stage => {
      const what = occurrence === 0 ? name : `${name}.${occurrence}`;
      return (flight, now) => {
        const fate = stage(flight, now);
        if (fate.kind === 'passed') return fate;
        const misfortune = `${path}:${numberOf(flight)}:${what}`;
        if (this.#only !== undefined && !this.#only.has(misfortune)) return PASSED;
        this.met.push(misfortune);
        return fate;
      };
    };
    return { name, open: (draws, occurrence) => told(open(draws, occurrence), occurrence) };
  }
}

/** A copy goes by the number of its original, and its own. */
function numberOf({ packet, copy }: Flight): string {
  return copy === 0 ? String(packet) : `${packet}.${copy}`;
}
