/** Builds a submission inside its sandbox. What its build writes is kept for the report, never read for a verdict. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from '../../generated/meta/grade-record.ts';
import { ProcessGroup } from '../../harness/targets/process-group.ts';
import { StderrTail } from '../../harness/targets/stderr-tail.ts';
import type { Enclosure } from '../sandbox/enclosure.ts';
import { Warden } from '../sandbox/warden.ts';

/** Octets of what the build wrote that are kept. */
const LOG = 8 * 1024;
/** Milliseconds for what was written to come through. */
const DRAIN = 500;

export type Built = { readonly ok: true } | { readonly ok: false; readonly part: Part };

export async function build(command: string, enclosure: Omit<Enclosure, 'given'>): Promise<Built> {
  const seconds = enclosure.limits.buildSeconds;
  const group: { end?: () => void } = {};
  const warden = new Warden(enclosure, () => group.end?.());
  const process = new ProcessGroup(['sh', '-c', command], { keeper: warden });
  group.end = () => process.signal('SIGKILL');
  const { child } = process;
  const log = new StderrTail(LOG);
  child.stdin.on('error', () => {}).end();
  for (const pipe of [child.stdout, child.stderr]) pipe.on('data', (chunk: Buffer) => log.push(chunk));
  const exited = new Promise<string | undefined>((resolve) => {
    child.once('error', (cause) => resolve(cause.message));
    child.once('exit', (status, signal) => resolve(status === 0 ? undefined : process.end(status, signal).text));
  });
  const closed = new Promise<void>((resolve) => void child.once('close', () => resolve()));
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, seconds * 1000, `took more than ${seconds} s`);
  });
  const fault = await Promise.race([exited, late]);
  clearTimeout(timer);
  process.signal('SIGKILL');
  await Promise.race([closed, pause(DRAIN)]);
  for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.destroy();
  if (fault === undefined) return { ok: true };
  const text = `the build (${command}) ${fault}`;
  return { ok: false, part: { outcome: 'build-failed', text, log: log.since(0), results: [] } };
}
