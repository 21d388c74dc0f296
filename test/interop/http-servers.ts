/** Servers for tests: nginx with a configuration of its own, and small ones that do as they are told. */
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Seat } from '../../src/harness/target.ts';

/** Everything that nginx writes goes into a folder of this test; `root` may be a placeholder. */
export function nginxConfiguration(folder: string, port: string, root: string): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (each) => `${each}_temp_path ${folder}/${each};`,
  );
  return `daemon off;
pid ${folder}/nginx.pid;
error_log stderr;
worker_processes 1;
events { worker_connections 64; }
http {
  access_log off;
  default_type text/plain;
  ${temporary.join('\n  ')}
  server { listen 127.0.0.1:${port}; root ${root}; }
}
`;
}

export interface Nginx {
  readonly port: number;
  stop(): Promise<void>;
}

/** nginx on a free port of 127.0.0.1, with one document, hello.txt. */
export async function startNginx(): Promise<Nginx> {
  const folder = newFolder();
  writeFileSync(join(folder, 'hello.txt'), 'Hello, reader.\n');
  const port = await freePort();
  const configuration = join(folder, 'nginx.conf');
  writeFileSync(configuration, nginxConfiguration(folder, String(port), folder));
  const child = spawn('nginx', ['-c', configuration, '-p', folder, '-e', 'stderr'], {
    detached: true,
    stdio: 'ignore',
  });
  const exited = new Promise((resolve) => child.once('exit', resolve));
  const stop = async (): Promise<void> => {
    killGroup(child);
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  const answers = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
  for (let turn = 0; turn < 250; turn += 1) {
    if (await answers()) return { port, stop };
    await pause(20);
  }
  await stop();
  throw new Error('nginx does not answer');
}

/** A script that starts nginx: its arguments are the port and the document root. */
export function nginxScript(): { readonly path: string; remove(): void } {
  const folder = newFolder();
  const path = join(folder, 'start.sh');
  const configuration = nginxConfiguration(folder, '$1', '$2');
  const lines = ['#!/bin/sh', `cat > ${folder}/nginx.conf <<END`, `${configuration}END`];
  writeFileSync(path, [...lines, `exec nginx -c ${folder}/nginx.conf -p ${folder} -e stderr`, ''].join('\n'));
  chmodSync(path, 0o755);
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A server that treats each connection as it is told, until it is closed. */
export async function serve(treat: (socket: Socket) => void): Promise<{ readonly port: number; close(): void }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    treat(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = (): void => {
    server.close();
    for (const socket of sockets) socket.destroy();
  };
  return { port: (server.address() as AddressInfo).port, close };
}

export async function ask(seat: Seat, text: string, limit?: number) {
  const surface = await seat.surface('exchange');
  const { octets, ...others } = await surface.exchange(
    Buffer.from(text, 'latin1'),
    limit === undefined ? {} : { limit },
  );
  return { ...others, text: Buffer.from(octets).toString('latin1') };
}

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'assay-test-'));
  // The workers of nginx run as somebody else.
  chmodSync(folder, 0o755);
  return folder;
}

async function freePort(): Promise<number> {
  const { port, close } = await serve(() => {});
  close();
  return port;
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
}
