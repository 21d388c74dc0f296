/** One batch at a time in one folder: its process id stands in a file, which is taken over from one that is gone. */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { AssayError } from '../../contract/assay-error.ts';

/** @throws AssayError ERR_INPUT when another batch runs there */
export function lock(path: string): () => void {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    while (!taken(own, path)) {
      const holder = Number(readFileSync(path, 'utf8'));
      if (isAlive(holder)) throw new AssayError('ERR_INPUT', `${path}: another batch (process ${holder}) runs there`);
      rmSync(path, { force: true });
    }
  } finally {
    rmSync(own, { force: true });
  }
  return () => rmSync(path, { force: true });
}

/** A link comes into being with its contents, so that nobody reads an empty one. */
function taken(own: string, path: string): boolean {
  try {
    linkSync(own, path);
    return true;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw cause;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === 'EPERM';
  }
}
