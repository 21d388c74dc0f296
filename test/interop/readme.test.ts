/**
 * The README is a test: each `console` block is run as a newcomer would type it, and what follows a command is what it
 * prints. `UPDATE_GOLDENS=1 npm test -- test/interop/readme.test.ts` writes it anew. A line `...` stands for any lines.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { expect, test } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';

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
  const { stdout, stderr } = spawnSync('bash', ['-c', command], {
    cwd: projectPath(),
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', PATH: `${projectPath('node_modules', '.bin')}${delimiter}${process.env.PATH}` },
  });
  return `${stdout}${stderr}`.trim();
}

/** The README's output as a pattern: `...` on a line of its own for any lines. */
function patternOf(output: string): RegExp {
  const escaped = output.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replace(/^\\\.\\\.\\\.$/gm, '[\\s\\S]*')}$`);
}

test('the README has commands to try', () => {
  expect(blocks.length).toBeGreaterThan(3);
});

test.each(blocks.flatMap(sessionsOf).filter(({ output }) => output !== ''))('$command prints what the README says', ({ command, output }) => {
  const printed = type(command);
  if (process.env.UPDATE_GOLDENS) {
    if (!patternOf(output).test(printed)) writeFileSync(path, readFileSync(path, 'utf8').replace(`$ ${command}\n${output}`, `$ ${command}\n${printed}`));
    return;
  }
  expect(printed).toMatch(patternOf(output));
});
