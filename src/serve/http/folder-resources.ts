/**
 * The files of a folder as resources. What is not in it, however it is reached, is not served: neither by `..`, nor by a
 * symbolic link that leads out, nor what is hidden, nor what is no file. A folder stands for its index.html.
 */
import { type BigIntStats, closeSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { Content, Resource, Resources } from '../../reference/http/index.ts';
import { mediaTypeOf } from './media-types.ts';

const INDEX = 'index.html';
const FORBIDDEN: Resource = { kind: 'forbidden' };
const MICROSECONDS = 1_000n;
const NANOSECONDS = 1_000_000n;

/** @throws the file system's fault when there is no such folder */
export function folderResources(folder: string): Resources {
  const root = realpathSync(folder);
  // A file would be a site on which nothing is found.
  readdirSync(root);
  return { get: (path) => find(root, path) };
}

function find(root: string, path: string): Resource | undefined {
  const segments = path.split('/').slice(1);
  if (!path.startsWith('/') || segments.some((segment) => /[\0\\]|^\.\.?$/.test(segment))) return FORBIDDEN;
  if (segments.some((segment) => segment.startsWith('.'))) return FORBIDDEN;
  const found = realOf(join(root, ...segments));
  if (found === undefined) return undefined;
  if (found !== root && !found.startsWith(root.endsWith(sep) ? root : root + sep)) return FORBIDDEN;
  const stats = statOf(found);
  if (stats?.isDirectory()) return inFolder(root, path, segments);
  // A file is no folder, however it is written.
  if (!stats?.isFile() || segments.at(-1) === '') return stats?.isFile() ? undefined : FORBIDDEN;
  return fileResource(found, stats);
}

/** RFC 9110 section 15.4.2: relative references in a page count from its folder, so the folder ends with a slash. */
function inFolder(root: string, path: string, segments: readonly string[]): Resource | undefined {
  if (segments.at(-1) === '') return find(root, `${path}${INDEX}`);
  const to = segments.filter((segment) => segment !== '').map(encodeURIComponent);
  return { kind: 'moved', to: `/${to.join('/')}/` };
}

function fileResource(path: string, { size, mtimeNs, ino }: BigIntStats): Resource {
  return {
    kind: 'static',
    content: fileContent(path, Number(size)),
    mediaType: mediaTypeOf(path),
    lastModified: Number(mtimeNs / NANOSECONDS),
    // What writes a file anew changes one of these.
    etag: `"${(mtimeNs / MICROSECONDS).toString(36)}-${size.toString(36)}-${ino.toString(36)}"`,
  };
}

/** Opened for each reading, so that nothing has to be closed when nobody reads on. */
function fileContent(path: string, length: number): Content {
  const read = (from: number, to: number): Uint8Array => {
    const octets = new Uint8Array(to - from);
    try {
      const file = openSync(path, 'r');
      try {
        return octets.subarray(0, readSync(file, octets, 0, to - from, from));
      } finally {
        closeSync(file);
      }
    } catch {
      return octets.subarray(0, 0);
    }
  };
  return { length, read };
}

function realOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function statOf(path: string): BigIntStats | undefined {
  try {
    return statSync(path, { bigint: true });
  } catch {
    return undefined;
  }
}
