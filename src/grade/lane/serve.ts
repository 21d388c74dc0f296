/** The inside of a lane: tries out what it is told to, one after another, until whoever started it is gone. */
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Machine } from '../sandbox/machine.ts';
import { unstage } from '../submission/stage.ts';
import type { Judge } from '../trial/judge-part.ts';
import { type Assignment, type Bench, tryOut } from '../trial/trial.ts';
import type { FromLane, ToLane } from './messages.ts';

export function serveLane(judge: Judge, machine: Machine, sharesNetwork: boolean): void {
  const place = mkdtempSync(join(tmpdir(), 'assay-grade-'));
  // The submission may run as somebody else, who must get through to its own folder.
  chmodSync(place, 0o711);
  process.on('exit', () => unstage(place));
  process.on('disconnect', () => process.exit());
  const say = (message: FromLane): void => void process.send?.(message);
  let assignment: Assignment | undefined;
  let live = false;
  process.on('message', (message: ToLane) => {
    if (message.say === 'begin') {
      ({ assignment, live } = message);
      say({ say: 'ready', machine });
    } else if (assignment !== undefined) {
      const bench: Bench = {
        judge,
        machine,
        sharesNetwork,
        place,
        ...(live ? { onResult: (result, part) => say({ say: 'result', part, result }) } : {}),
      };
      void one(message.folder, assignment, bench, say);
    }
  });
}

async function one(folder: string, assignment: Assignment, bench: Bench, say: (message: FromLane) => void) {
  const started = performance.now();
  try {
    const findings = await tryOut(folder, assignment, bench);
    say({ say: 'found', findings, milliseconds: Math.round(performance.now() - started) });
  } catch (fault) {
    say({ say: 'fault', text: (fault as Error).message });
  }
}
