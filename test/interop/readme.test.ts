/**
 * The README is a test: each `console` block is run as a newcomer would type it, and what follows a command is what it
 * prints. `UPDATE_GOLDENS=1 npm test -- test/interop/readme.test.ts` writes it anew. A line `...` stands for any lines.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';
import { command as built } from '../command.ts';
import { testWith } from '../requires.ts';

const path = projectPath('README.md');
const readme = readFileSync(path, 'utf8');
const blocks = [...readme.matchAll(/^```console\n([\s\S]*?)^```$/gm)].map(([, body]) => body!);

interface Session {
  readonly command: string;
  readonly output: string;
}

function sessionsOf(block: string): Session[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((session) => {
      const [command = '', ...output] = session.split('\n');
      return { command, output: output.join('\n').trim() };
    });
}

function type(command: string): string {
  // Without npm in between: the command that was built is what npx finds in a checkout.
  const { stdout, stderr } = spawnSync('bash', ['-c', command.replace(/^npx assay/, `node ${built}`)], {
    cwd: projectPath(),
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return `${stdout}${stderr}`.trim();
}

/** What differs from run to run, or with every change of the suite, said alike. */
function settled(output: string): string {
  return output.replace(/ in [0-9.]+ m?s\./g, ' in N ms.').replace(/digest [0-9a-f]{12}/g, 'digest N');
}

/** The README's output as a pattern: `...` on a line of its own for any lines. */
function patternOf(output: string): RegExp {
  const escaped = settled(output).replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/^\\\.\\\.\\\.$/gm, '[\\s\\S]*')}$`);
}

test('the README has commands to try', () => {
  expect(blocks.length).toBeGreaterThan(3);
});

function check({ command, output }: Session): void {
  const printed = type(command);
  if (process.env.UPDATE_GOLDENS) {
    if (!patternOf(output).test(settled(printed)))
      writeFileSync(path, readFileSync(path, 'utf8').replace(`$ ${command}\n${output}`, `$ ${command}\n${printed}`));
    return;
  }
  expect(settled(printed)).toMatch(patternOf(output));
}

// A command that prints nothing makes what the next one needs.
const sessions = blocks.flatMap(sessionsOf);
const inPython = sessions.filter(({ command }) => command.includes('python3'));

/** One of them proves the whole suite. */
const timeout = 900_000;

test.each(sessions.filter((each) => !inPython.includes(each)))(
  '$command prints what the README says',
  { timeout },
  check,
);
testWith('python3').each(inPython)('$command prints what the README says', { timeout }, check);
