/** Three shells on one machine: a directory that is a supernode too, and two nodes that talk through it, over real UDP. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, expect, test } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';
import { command } from '../command.ts';

interface Shell {
  readonly child: ChildProcess;
  readonly lines: string[];
  say(line: string): void;
  /** The first line that matches, now or later. */
  line(pattern: RegExp): Promise<string>;
}

const shells: Shell[] = [];

afterEach(async () => {
  for (const { child } of shells.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue;
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }
});

function shell(...words: string[]): Shell {
  const args = [command, 'serve', '--relay', ...words];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines: string[] = [];
  const waiting: { readonly pattern: RegExp; readonly found: (line: string) => void }[] = [];
  createInterface({ input: child.stdout! }).on('line', (line) => {
    lines.push(line);
    for (const { pattern, found } of waiting) if (pattern.test(line)) found(line);
  });
  const made: Shell = {
    child,
    lines,
    say: (line) => void child.stdin!.write(`${line}\n`),
    line: (pattern) =>
      new Promise((found, failed) => {
        const known = lines.find((line) => pattern.test(line));
        if (known !== undefined) return found(known);
        waiting.push({ pattern, found });
        child.once('exit', () => failed(new Error(`ended without ${pattern}: ${lines.join('\n')}`)));
      }),
  };
  shells.push(made);
  return made;
}

const PLACE = /^\w+ at (\S+)$/;

async function placeOf(made: Shell): Promise<string> {
  return PLACE.exec(await made.line(PLACE))![1]!;
}

test('anna and bert talk through the third, ask, call and hand over a program', async () => {
  const third = shell('directory', '--supernode', '--account', 'anna:one:bert', '--account', 'bert:two:anna');
  const known = ['--directory', await placeOf(third)];
  const anna = shell('node', '--user', 'anna:one', ...known);
  const bert = shell('node', '--user', 'bert:two', ...known);
  await Promise.all([
    anna.line(/^\* presence name bert state online/),
    bert.line(/^\* presence name anna state online/),
  ]);

  anna.say('bert hello, is anybody there?');
  await bert.line(/^anna: hello, is anybody there\?$/);
  bert.say('anna grüß dich');
  await anna.line(/^bert: grüß dich$/);
  // Addresses of one machine are never dialled because a frame says so: it is the third that they talk through.
  await anna.line(/^\* path to bert kind relayed/);

  anna.say('/call bert reverse abc');
  await anna.line(/^\* call: cba$/);
  anna.say('/request bert what time is it?');
  const asked = await bert.line(/^\* anna asks, number \d+: what time is it\?$/);
  bert.say(`/answer ${/number (\d+)/.exec(asked)![1]} late`);
  await anna.line(/^\* request: late$/);

  anna.say(`/run bert ${projectPath('fixtures', 'relay', 'programs', 'answer.wasm')}`);
  await anna.line(/^\* run: 42$/);

  anna.say('/leave');
  await bert.line(/^\* presence name anna state offline/);
  await once(anna.child, 'exit');
  expect(anna.child.exitCode).toBe(0);
});

test('a wrong password is told as such', async () => {
  const directory = shell('directory', '--account', 'anna:one');
  const anna = shell('node', '--user', 'anna:two', '--directory', await placeOf(directory));
  await anna.line(/^\* login ok false error 401/);
});
