/** `assay serve --turn` as a process of its own, on a port that was free. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { command } from '../command.ts';

export interface TurnProcess {
  readonly port: number;
  stop(): Promise<void>;
}

/** It has the user `user` with the password `pass` in the realm `realm`, and relays to loopback. */
export async function servedTurn(...more: readonly string[]): Promise<TurnProcess> {
  const words = ['serve', '--turn', '0', '--user', 'user:pass', '--realm', 'realm', '--allow-loopback-peers', ...more];
  const child = spawn(process.execPath, [command, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const [line] = (await Promise.race([once(child.stdout, 'data'), ended])) as [unknown];
  const port = Number(/:([0-9]+) over UDP and TCP, realm realm;/.exec(String(line))?.[1]);
  if (Number.isNaN(port)) throw new Error(`no server: ${String(line)}`);
  return {
    port,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
