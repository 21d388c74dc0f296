/** Circuits through a relay: between which two nodes, over which neighbours, and what has passed in each direction. */
import type { Timer } from '../timers.ts';
import type { Duplicates } from './duplicates.ts';

/** One direction of a circuit. */
export interface Lane {
  readonly source: string;
  readonly destination: string;
  /** Neighbours that its frames come from and go to, by identifier. */
  readonly from: string;
  readonly to: string;
  octets: number;
  /** Frames that wait for their turn. */
  readonly queue: Uint8Array[];
  queued: number;
  /** The last message that came, and octets since the last CREDIT. */
  upTo: string;
  sinceCredit: number;
}

export interface Circuit {
  /** Who opened it comes first. */
  readonly lanes: readonly [Lane, Lane];
  /** Whether the destination holds its reservation here, and not at another relay. */
  readonly isLast: boolean;
  isOpen: boolean;
  end: Timer | undefined;
}

export interface Circuits {
  /** By both directions. */
  readonly byLane: Map<string, Circuit>;
  readonly duplicates: Duplicates;
  /** Lanes that have something queued, in their turn. */
  readonly waiting: Lane[];
  sending: Timer | undefined;
}

function laneKey(source: string, destination: string): string {
  return source + destination;
}

export function circuitFor(circuits: Circuits, source: string, destination: string): Circuit | undefined {
  return circuits.byLane.get(laneKey(source, destination));
}

export function laneFrom(circuit: Circuit, source: string): Lane {
  return circuit.lanes[0].source === source ? circuit.lanes[0] : circuit.lanes[1];
}

export function newLane(source: string, destination: string, from: string, to: string): Lane {
  return { source, destination, from, to, octets: 0, queue: [], queued: 0, upTo: '0'.repeat(16), sinceCredit: 0 };
}

export function openedBy({ lanes: [first] }: Circuit): string {
  return first.source;
}

export function addCircuit(circuits: Circuits, circuit: Circuit): void {
  for (const { source, destination } of circuit.lanes) circuits.byLane.set(laneKey(source, destination), circuit);
}

export function removeCircuit(circuits: Circuits, circuit: Circuit): void {
  for (const lane of circuit.lanes) {
    circuits.byLane.delete(laneKey(lane.source, lane.destination));
    lane.queue.length = 0;
    lane.queued = 0;
  }
}
