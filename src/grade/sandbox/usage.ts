/** What a process and everybody below it use now, as /proc tells it. A namespace's first process never loses its own. */
import { readFileSync } from 'node:fs';

export interface Usage {
  readonly processes: number;
  /** Octets in memory; what several share counts for each. */
  readonly memory: number;
  /** Seconds, those who have ended and were waited for included. */
  readonly cpu: number;
}

const PAGE = 4096;
/** Of times in /proc, a second. */
const TICKS = 100;
/** Fields of /proc/PID/stat behind the name, counted from `state`: proc(5). */
const [UTIME, CSTIME, RSS] = [11, 14, 21];

/** Octets in memory, what several share divided among them: exact, but slower to find out. */
export function sharedMemoryOf(pid: number): number {
  return [pid, ...descendantsOf(pid)].reduce((total, each) => total + proportionalSize(each), 0);
}

function proportionalSize(pid: number): number {
  try {
    const text = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0) * 1024;
  } catch {
    return Number(statOf(pid)?.[RSS] ?? 0) * PAGE;
  }
}

export function usageOf(pid: number): Usage {
  const all = [pid, ...descendantsOf(pid)];
  let [processes, memory, cpu] = [0, 0, 0];
  for (const each of all) {
    const stat = statOf(each);
    if (stat === undefined) continue;
    processes += 1;
    memory += Number(stat[RSS]) * PAGE;
    for (let field = UTIME; field <= CSTIME; field += 1) cpu += Number(stat[field]) / TICKS;
  }
  return { processes, memory, cpu };
}

function descendantsOf(pid: number): number[] {
  const found: number[] = [];
  const open = [pid];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const children = childrenOf(next);
    found.push(...children);
    open.push(...children);
  }
  return found;
}

function childrenOf(pid: number): number[] {
  try {
    const text = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8');
    return text.split(' ').filter(Boolean).map(Number);
  } catch {
    return [];
  }
}

function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name stands in brackets, and may hold anything.
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}
