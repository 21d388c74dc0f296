/** A folder of pages on this machine's loopback, to be read: `assay site --serve`. */
import { readFile } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { portRefused } from '../serve/port-refused.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};

const HOST = '127.0.0.1';
const TEXT = 'text/plain; charset=utf-8';
/** Errors of a path that leads to no file. */
const NO_FILE: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/** The address; the server lives for as long as the process. @throws AssayError for a port that is taken */
export function serveFolder(folder: string, port: number): Promise<string> {
  const server = createServer(({ url = '/', method }, response) => {
    if (method !== 'GET' && method !== 'HEAD') return void response.writeHead(405, { allow: 'GET, HEAD' }).end();
    void answer(folder, url, response);
  });
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(portRefused('site --serve', HOST, port, cause));
    });
    server.listen(port, HOST, () => {
      const address = server.address();
      resolve(`http://${HOST}:${typeof address === 'object' ? address?.port : port}/`);
    });
  });
}

async function answer(folder: string, url: string, response: ServerResponse): Promise<void> {
  const file = fileOf(folder, url);
  try {
    if (file === undefined) return refuse(response, 404, 'There is no such page.');
    const content = await readFile(file);
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? TEXT }).end(content);
  } catch (cause) {
    const { code = '' } = cause as NodeJS.ErrnoException;
    if (NO_FILE.has(code)) refuse(response, 404, 'There is no such page.');
    else refuse(response, 500, `The page cannot be read: ${code}.`);
  }
}

function refuse(response: ServerResponse, status: number, why: string): void {
  response.writeHead(status, { 'content-type': TEXT }).end(`${why}\n`);
}

/** Undefined for what is no path, or leads out of the folder. */
function fileOf(folder: string, url: string): string | undefined {
  let path: string;
  try {
    path = decodeURIComponent(url.replace(/[?#].*$/, ''));
  } catch {
    return undefined;
  }
  const inside = normalize(join(sep, path));
  return join(folder, inside.endsWith(sep) ? join(inside, 'index.html') : inside);
}
