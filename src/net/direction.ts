/** One direction of a link: what each impairment in turn does to a packet, and what the trace says of it. */
import { type Flight, type Impairment, openStages, type Stage } from './impairment.ts';
import { seedFor } from './random.ts';
import type { TraceEvent } from './trace.ts';

export interface Direction {
  readonly path: string;
  readonly stages: readonly Stage[];
  /** Names of the impairments, stage by stage. */
  readonly names: readonly string[];
}

/** How a packet's journey shows to the network. */
export interface Course<On extends Direction> {
  record(event: TraceEvent): void;
  /** The packet goes on at `at` with stage number `stage`; behind the last one it is there. */
  goOn(direction: On, at: number, flight: Flight, stage: number): void;
  answer(direction: On, flight: Flight, octets: Uint8Array): void;
}

export function openDirection(path: string, impairments: readonly Impairment[], seed: number): Direction {
  const names = impairments.map(({ name }) => name);
  return { path, names, stages: openStages(impairments, seedFor(seed, path)) };
}

/** Takes a packet through the stages from `stage` on, until it is lost or has to wait. */
export function travel<On extends Direction>(
  direction: On,
  start: Flight,
  stage: number,
  now: number,
  course: Course<On>,
): void {
  const { path, stages, names } = direction;
  let flight = start;
  for (let index = stage; index < stages.length; index += 1) {
    const { packet, copy } = flight;
    const by = names[index]!;
    const fate = stages[index]!(flight, now);
    switch (fate.kind) {
      case 'passed':
        break;
      case 'lost':
        course.record({ at: now, path, packet, copy, what: 'lost', by });
        if (fate.answer !== undefined) course.answer(direction, flight, fate.answer);
        return;
      case 'corrupted':
        flight = { ...flight, octets: invertBit(flight.octets, fate.bit) };
        course.record({ at: now, path, packet, copy, what: 'corrupted', bit: fate.bit });
        break;
      case 'duplicated':
        course.record({ at: now, path, packet, copy: fate.copy, what: 'duplicated', of: copy });
        travel(direction, flight, index + 1, now, course);
        travel(direction, { ...flight, copy: fate.copy }, index + 1, now, course);
        return;
      case 'delayed':
        if (fate.until === now) break;
        course.record({ at: now, path, packet, copy, what: 'delayed', by, until: fate.until });
        course.goOn(direction, fate.until, flight, index + 1);
        return;
      default:
        fate satisfies never;
    }
  }
  course.goOn(direction, now, flight, stages.length);
}

function invertBit(octets: Uint8Array, bit: number): Uint8Array {
  const copy = octets.slice();
  copy[bit >> 3] = copy[bit >> 3]! ^ (0x80 >> (bit & 7));
  return copy;
}
