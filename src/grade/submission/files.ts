/**
 * The files of a submission: plain ones and links between them. What leads out of the folder, or is neither file nor folder,
 * is left out and named; what is too much is not read.
 */
import { lstatSync, readdirSync, readlinkSync, realpathSync } from 'node:fs';
import { join, sep } from 'node:path';

interface SubmittedFile {
  /** From the folder, with forward slashes. */
  readonly path: string;
  readonly link?: string;
  readonly size: number;
  readonly executable: boolean;
}

export interface SubmittedFiles {
  /** By path. */
  readonly files: readonly SubmittedFile[];
  /** What was left out, one phrase each. */
  readonly leftOut: readonly string[];
  readonly size: number;
}

const MOST_FILES = 20_000;

/** @throws Error for a folder that cannot be read */
export function filesOf(folder: string): SubmittedFiles {
  const files: SubmittedFile[] = [];
  const leftOut: string[] = [];
  const root = realpathSync(folder);
  const walk = (below: string): void => {
    for (const entry of readdirSync(join(root, below), { withFileTypes: true })) {
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      if (files.length >= MOST_FILES) return;
      if (entry.isDirectory()) walk(path);
      else if (entry.isFile()) files.push(plainFile(root, path));
      else if (entry.isSymbolicLink()) linkOrNot(root, path, files, leftOut);
      else leftOut.push(`${path} is neither a file nor a folder`);
    }
  };
  walk('');
  files.sort((one, other) => (one.path < other.path ? -1 : 1));
  if (files.length >= MOST_FILES) leftOut.push(`there are more than ${MOST_FILES} files`);
  return { files, leftOut: leftOut.sort(), size: files.reduce((total, { size }) => total + size, 0) };
}

function plainFile(root: string, path: string): SubmittedFile {
  const { size, mode } = lstatSync(join(root, path));
  return { path, size, executable: (mode & 0o100) !== 0 };
}

function linkOrNot(root: string, path: string, files: SubmittedFile[], leftOut: string[]): void {
  const link = readlinkSync(join(root, path));
  const at = goal(join(root, path));
  if (at?.startsWith(root + sep) && !link.startsWith('/')) files.push({ path, link, size: 0, executable: false });
  else leftOut.push(`${path} is a link ${at === undefined ? 'to nothing' : 'out of the folder'}`);
}

function goal(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}
