/** The submissions of a folder, each a folder in it with the student's name, and what each is known by: its contents. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssayError } from '../../contract/assay-error.ts';
import { filesOf, type SubmittedFiles } from './files.ts';

export interface Submission {
  readonly name: string;
  readonly folder: string;
  /** SHA-256 over paths and contents. */
  readonly hash: string;
  readonly files: SubmittedFiles;
  /** Why nothing of it can be run, if nothing can. */
  readonly refused?: string;
}

export interface SubmissionFolder {
  readonly submissions: readonly Submission[];
  /** What is there and no submission, one phrase each. */
  readonly passedOver: readonly string[];
}

/** @throws AssayError ERR_INPUT for a folder that is none or empty, or two submissions of one name */
export function submissionsOf(folder: string, mostOctets: number): SubmissionFolder {
  const submissions: Submission[] = [];
  const passedOver: string[] = [];
  for (const name of namesIn(folder)) {
    if (name.startsWith('.')) continue;
    const path = join(folder, name);
    // A name that is no UTF-8 comes as another, by which nothing is found.
    const stat = lstatSync(path, { throwIfNoEntry: false });
    if (stat === undefined) passedOver.push(`${JSON.stringify(name)} cannot be found by its name`);
    else if (stat.isDirectory()) submissions.push(submissionAt(name, path, mostOctets));
    else passedOver.push(`${JSON.stringify(name)} is ${stat.isSymbolicLink() ? 'a link' : 'a file'}, no folder`);
  }
  if (submissions.length === 0) {
    throw new AssayError('ERR_INPUT', `${folder}: no submission in it; each is a folder with its student's name`);
  }
  refuseTwins(submissions, folder);
  return { submissions, passedOver };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    const why = code === 'ENOENT' ? 'no such folder' : code === 'ENOTDIR' ? 'is a file, not a folder' : code;
    throw new AssayError('ERR_INPUT', `${folder}: ${why}`, { cause });
  }
}

export function submissionAt(name: string, folder: string, mostOctets: number): Submission {
  try {
    const files = filesOf(folder);
    const refused = files.size > mostOctets ? `holds ${files.size} octets; at most ${mostOctets} are taken` : undefined;
    const hash = hashOf(folder, files, refused === undefined);
    return { name, folder, hash, files, ...(refused === undefined ? {} : { refused }) };
  } catch (cause) {
    const refused = `cannot be read: ${(cause as NodeJS.ErrnoException).code ?? cause}`;
    const files = { files: [], leftOut: [], size: 0 };
    return { name, folder, hash: createHash('sha256').update(refused).digest('hex'), files, refused };
  }
}

/** Of what is too much only names and sizes are read. */
function hashOf(folder: string, { files, leftOut }: SubmittedFiles, whole: boolean): string {
  const hash = createHash('sha256');
  const tell = (text: string): void => void hash.update(`${Buffer.byteLength(text)}:${text}`);
  for (const { path, link, size, executable } of files) {
    tell(path);
    tell(link === undefined ? `${executable ? 'x' : 'f'} ${size}` : `l ${link}`);
    if (whole && link === undefined) hash.update(readFileSync(join(folder, path)));
  }
  for (const text of leftOut) tell(text);
  return hash.digest('hex');
}

/** Names that a file system or a gradebook would take for one. */
function refuseTwins(submissions: readonly Submission[], folder: string): void {
  const seen = new Map<string, string>();
  for (const { name } of submissions) {
    const plain = name.normalize('NFC').trim().toLowerCase();
    const other = seen.get(plain);
    if (other !== undefined) {
      const names = `${JSON.stringify(other)} and ${JSON.stringify(name)}`;
      throw new AssayError('ERR_INPUT', `${folder}: two submissions of one name, ${names}: rename one`);
    }
    seen.set(plain, name);
  }
}

/** Whether shard I of N is this submission's: by what it holds, so that a new one moves no other. */
export function inShard(hash: string, { index, of }: { readonly index: number; readonly of: number }): boolean {
  return Number(BigInt(`0x${hash.slice(0, 16)}`) % BigInt(of)) === index - 1;
}
