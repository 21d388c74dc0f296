/** Finds processes by a mark among their arguments, whoever their parent is: for tests that none is left behind. */

import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export function newMark(): string {
  return `mark-${randomUUID()}`;
}

/** Command lines of the processes that carry `mark`; one that has ended and waits to be reaped has none. */
export function processesWith(mark: string): string[] {
  return commandLines().filter((line) => line.includes(mark));
}

/** The same, once they have had time to go: at most two seconds. */
export async function leftWith(mark: string): Promise<string[]> {
  for (let turn = 0; turn < 100 && processesWith(mark).length > 0; turn += 1) await pause(20);
  return processesWith(mark);
}

function commandLines(): string[] {
  if (!existsSync('/proc/self/cmdline')) {
    return spawnSync('ps', ['-axo', 'args='], { encoding: 'utf8' }).stdout.split('\n');
  }
  const numbers = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return numbers.flatMap((number) => {
    try {
      return [readFileSync(`/proc/${number}/cmdline`, 'utf8').replaceAll('\0', ' ')];
    } catch {
      return [];
    }
  });
}
