/** Which outer port a new mapping gets: RFC 4787 section 4.2. */
import type { Random } from '../random.ts';
import type { PortAssignment } from './behaviour.ts';

/** REQ-3 a: an inside port below 1024 is mapped to one below it, any other to one above. */
const WELL_KNOWN = { first: 1, last: 1023 };
const OTHER = { first: 1024, last: 65_535 };

export class OuterPorts {
  readonly #assignment: PortAssignment;
  readonly #random: Random;
  #next = OTHER.first;

  constructor(assignment: PortAssignment, random: Random) {
    this.#assignment = assignment;
    this.#random = random;
  }

  /** Undefined when all are taken. */
  choose(inside: number, isTaken: (port: number) => boolean): number | undefined {
    switch (this.#assignment) {
      case 'overloading':
        return inside;
      case 'preserving':
        return isTaken(inside) ? this.#another(inside, isTaken) : inside;
      case 'sequential':
        return this.#inTurn(isTaken);
      case 'random':
        return this.#another(inside, isTaken);
      default:
        return this.#assignment satisfies never;
    }
  }

  /** From a place at random onwards. */
  #another(inside: number, isTaken: (port: number) => boolean): number | undefined {
    const { first, last } = inside <= WELL_KNOWN.last ? WELL_KNOWN : OTHER;
    const count = last - first + 1;
    const start = this.#random.below(count);
    for (let tried = 0; tried < count; tried += 1) {
      const port = first + ((start + tried) % count);
      if (!isTaken(port)) return port;
    }
    return undefined;
  }

  #inTurn(isTaken: (port: number) => boolean): number | undefined {
    const count = OTHER.last - OTHER.first + 1;
    for (let tried = 0; tried < count; tried += 1) {
      const port = this.#next;
      this.#next = port === OTHER.last ? OTHER.first : port + 1;
      if (!isTaken(port)) return port;
    }
    return undefined;
  }
}
