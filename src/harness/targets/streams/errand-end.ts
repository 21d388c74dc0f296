/** The end of an errand's program, told in the order of what else happens at its seat. */
import { setTimeout as pause } from 'node:timers/promises';
import { microseconds } from '../../interval.ts';
import type { StreamEvent } from '../../surface.ts';
import type { ProcessEnd } from './errand-process.ts';

/** Milliseconds in which what the program has sent or opened may still be taken after its end. */
const LATE = 30;

type Done = Extract<StreamEvent, { kind: 'done' }>;

interface Line {
  tell(event: Done): void;
  fail(fault: Error): void;
}

/** `settled`: what must be over before the errand is. */
export async function tellEnd(ended: Promise<ProcessEnd>, line: Line, settled?: () => Promise<void>): Promise<void> {
  const { ok, output, fate, fault } = await ended;
  if (fault !== undefined) line.fail(fault);
  await pause(LATE);
  await settled?.();
  const now = microseconds();
  line.tell({ kind: 'done', ok, output, fate, at: { earliest: now, latest: now } });
}
