/** `assay serve --tun` in a network namespace of its own, and other programs beside it there. Gone after the test. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';
import type { Ran } from '../assay.ts';
import { command } from '../command.ts';

export interface Started {
  readonly child: ChildProcess;
  /** Rejects when it ends before it has written one. */
  readonly firstLine: Promise<string>;
  readonly ended: Promise<Ran>;
}

export interface Stage extends Started {
  /** The line that it announced itself with. */
  readonly line: string;
  /** Starts a program in the same namespace. */
  beside(...words: string[]): Started;
  /** The same, to its end. */
  inside(...words: string[]): Promise<Ran>;
}

export const assayInside: readonly string[] = [process.execPath, command];

/** @throws Error when it ends before it serves */
export function serve(...words: string[]): Promise<Stage> {
  return open([...assayInside, 'serve', ...words]);
}

/** The reference on tun0, but for what `source` does to what it gets, as the function `change`. */
export function stack(source: string): Promise<Stage> {
  return onTun0(`
    let change;
    ${source}
    const { step } = host(config);
    const changed = (input) => ({ ...input, datagram: change(input.datagram) });
    const stack = { step: (now, inputs) => step(now, inputs.map(changed)) };
  `);
}

/**
 * The reference with its services, 198.18.0.1, and the kernel, 198.18.0.2, at the ends of a link with the impairments
 * that `list` names.
 */
export function farFrom(list: string, seed: number): Promise<Stage> {
  const body = `
    const { behind } = await import(${from('test/interop/behind.ts')});
    const { above } = await import(${from('src/serve/transports.ts')});
    const { delay, duplication, jitter, loss, reordering } = await import(${from('src/net/index.ts')});
    const stack = behind(host(config, above(${seed}).transports), [${list}], ${seed});
  `;
  return onTun0(body, { address: '198.18.0.2', prefix: 17 });
}

/** Whatever host `source` makes of `config` and calls `stack`. */
function onTun0(source: string, peer?: object): Promise<Stage> {
  const code = `
    const { host } = await import(${from('src/reference/ipv4/index.ts')});
    const { openDevice } = await import(${from('src/serve/tun/open-device.ts')});
    const { LiveHost } = await import(${from('src/serve/tun/live-host.ts')});
    const { file, mtu } = openDevice({ name: 'tun0', peer: ${JSON.stringify(peer)} });
    const interfaces = [{ address: 0xc6120001 | 0, prefix: 17, mtu }];
    const config = { seed: 1, role: 'host', interfaces, routes: [] };
    ${source}
    new LiveHost(stack, [file]);
    console.log('ready');
  `;
  return open(node(code));
}

function from(path: string): string {
  return JSON.stringify(projectPath(path));
}

/** Runs a module in a stage's namespace, to its end. */
export function runNode(stage: Stage, source: string): Promise<Ran> {
  return stage.inside(...node(source));
}

function node(source: string): string[] {
  return [process.execPath, '--import', 'tsx', '--input-type=module', '-e', source];
}

async function open(words: readonly string[]): Promise<Stage> {
  const started = start(['unshare', '-n', ...words]);
  const line = await started.firstLine;
  // unshare becomes the command that it is given: the same process.
  const within = ['nsenter', '-t', String(started.child.pid), '-n'];
  const beside = (...others: string[]): Started => start([...within, ...others]);
  return { ...started, line, beside, inside: (...others) => beside(...others).ended };
}

/** One that cannot serve: what it says. */
export function served(...words: string[]): Ran {
  const options = { cwd: projectPath(), encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } } as const;
  const { status, stdout, stderr } = spawnSync('unshare', ['-n', ...assayInside, 'serve', ...words], options);
  return { status, stdout, stderr };
}

function start(words: readonly string[]): Started {
  const child = spawn(words[0]!, words.slice(1), { cwd: projectPath(), env: { ...process.env, NO_COLOR: '1' } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let [stdout, stderr] = ['', ''];
  child.stdin.end();
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
  });
  const ended = new Promise<Ran>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, stdout, stderr }));
  });
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      if (stdout.includes('\n')) resolve(stdout.split('\n')[0]!);
    });
    void ended.then(() => reject(new Error(`it ended: ${stderr}`)));
  });
  // Whoever awaits it learns why it ended; a stage that nobody asks for its line fails no test by that.
  firstLine.catch(() => undefined);
  return { child, ended, firstLine };
}
