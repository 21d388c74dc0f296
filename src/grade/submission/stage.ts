/** A submission's own copy to be built and run in: the original is never written, and only what was listed is copied. */
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { SubmittedFiles } from './files.ts';

/** @param user who is to own it */
export function stage(folder: string, { files }: SubmittedFiles, copy: string, user: number | undefined): void {
  mkdirSync(copy, { recursive: true });
  for (const { path, link, executable } of files) {
    const goal = join(copy, path);
    mkdirSync(dirname(goal), { recursive: true });
    if (link !== undefined) symlinkSync(link, goal);
    else {
      copyFileSync(join(folder, path), goal);
      chmodSync(goal, executable ? 0o755 : 0o644);
    }
  }
  handOver(copy, user);
}

/** Another copy, with what a build has left there. */
export function copyStage(from: string, to: string, user: number | undefined): void {
  cpSync(from, to, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  handOver(to, user);
}

/** Takes a copy away, whatever the submission has made of it: what it lets nobody read is opened first. Never throws. */
export function unstage(copy: string): void {
  try {
    rmSync(copy, { recursive: true, force: true });
  } catch {
    try {
      openAll(copy);
      rmSync(copy, { recursive: true, force: true });
    } catch {
      // It lies in the lane's own folder, and is in nobody's way there.
    }
  }
}

function openAll(folder: string): void {
  chmodSync(folder, 0o700);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) openAll(join(folder, entry.name));
  }
}

/** Links are handed over themselves, and never followed. */
function handOver(folder: string, user: number | undefined): void {
  if (user === undefined) return;
  chownSync(folder, user, user);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) handOver(path, user);
    else lchownSync(path, user, user);
  }
}
