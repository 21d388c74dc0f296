/** Users that nobody is: processes are counted by user, so each lane needs one of its own. */
import { readdirSync, statSync } from 'node:fs';

/** The range that systemd keeps for users who come and go. */
const [FIRST, LAST] = [61_184, 65_519];

/** One without a process now. Where many look at once, their process ids keep them apart. */
export function freeUser(): number {
  const taken = new Set(processUsers());
  const count = LAST - FIRST + 1;
  for (let step = 0; step < count; step += 1) {
    const user = FIRST + ((process.pid + step) % count);
    if (!taken.has(user)) return user;
  }
  return LAST;
}

/** Processes of a user now; 0 where nobody can tell. */
export function processesOf(user: number | undefined): number {
  return processUsers().filter((each) => each === user).length;
}

function processUsers(): number[] {
  let names: string[];
  try {
    names = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    try {
      return [statSync(`/proc/${name}`).uid];
    } catch {
      return [];
    }
  });
}
