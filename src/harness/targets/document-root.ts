/**
 * A fresh folder of documents for a server that we start. Because it is ours, it is known what there is, what there is
 * not, how long it is, and when it changed.
 */
import { chmodSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Parameters } from '../target.ts';

export interface DocumentRoot {
  readonly path: string;
  readonly parameters: Parameters;
  remove(): void;
}

const HELLO = 'Hello, reader.\n';
/** Long past, so that no server takes it for the present. */
const CHANGED = new Date('2022-06-06T00:00:00Z');
/** Milliseconds, a day: the future for as long as any run takes. */
const AHEAD = 86_400_000;

const DOCUMENTS: readonly (readonly [name: string, content: string | Uint8Array])[] = [
  ['index.html', '<!DOCTYPE html>\n<title>Assay</title>\n<p>A document of the tester.\n'],
  ['hello.txt', HELLO],
  ['empty.txt', ''],
  ['octets.bin', Uint8Array.from({ length: 256 }, (_, octet) => octet)],
  ['future.txt', HELLO],
  ['spare.txt', HELLO],
];

/** @param seed makes the name of the document that is not there */
export function makeDocumentRoot(seed: number): DocumentRoot {
  const path = mkdtempSync(join(tmpdir(), 'assay-root-'));
  // The server may run as somebody else.
  chmodSync(path, 0o755);
  for (const [name, content] of DOCUMENTS) {
    const file = join(path, name);
    writeFileSync(file, content, { mode: 0o644 });
    const changed = name === 'future.txt' ? new Date(Date.now() + AHEAD) : CHANGED;
    utimesSync(file, changed, changed);
  }
  const remove = (): void => {
    process.off('exit', remove);
    rmSync(path, { recursive: true, force: true });
  };
  process.on('exit', remove);
  return { path, parameters: parametersOf(seed), remove };
}

function parametersOf(seed: number): Parameters {
  return {
    'http.resource': '/hello.txt',
    'http.absent': `/no-such-file-${(seed >>> 0).toString(16)}`,
    'http.future': '/future.txt',
    'http.spare': '/spare.txt',
    'http.content-length': HELLO.length,
    'http.media-type': 'text/plain',
    'http.last-modified': CHANGED.toUTCString(),
  };
}
