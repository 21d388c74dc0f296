/** Files and folders that the command writes. Each is tried before the work, so that no long run ends in a lost report. */
import { closeSync, existsSync, mkdirSync, openSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AssayError } from '../contract/assay-error.ts';

export interface OutFile {
  /** @throws AssayError ERR_TESTER when the disk is full, or the like */
  write(content: string | Uint8Array): void;
  /** Nothing will be written: takes away what was only tried. */
  drop(): void;
}

/** @param option as it was given. @throws AssayError ERR_INPUT for a file that cannot be written */
export function outFile(option: string, path: string): OutFile {
  const wasThere = existsSync(path);
  attempt('ERR_INPUT', option, () => closeSync(openSync(path, 'a')));
  return {
    write: (content) => attempt('ERR_TESTER', option, () => writeFileSync(path, content)),
    drop: () => {
      // Another process of this run may have written it.
      if (!wasThere && existsSync(path) && statSync(path).size === 0) rmSync(path);
    },
  };
}

/** Makes the folder and those that it lies in. @throws AssayError ERR_INPUT for one that cannot be made */
export function outFolder(option: string, path: string): void {
  if (path === '') throw new AssayError('ERR_USAGE', `${option}: it takes the name of a folder`);
  attempt('ERR_INPUT', option, () => makeFolders(path));
}

/** One by one: Node's own way never ends where a file system, as /proc does, says that there is no such place. */
function makeFolders(path: string): void {
  if (existsSync(path) && statSync(path).isDirectory()) return;
  const above = dirname(path);
  if (above !== path) makeFolders(above);
  mkdirSync(path);
}

function attempt(code: 'ERR_INPUT' | 'ERR_TESTER', option: string, work: () => void): void {
  try {
    work();
  } catch (cause) {
    const { code: why = String(cause) } = cause as NodeJS.ErrnoException;
    throw new AssayError(code, `${option}: cannot be written: ${why}`, { cause });
  }
}
