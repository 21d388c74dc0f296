/** Programs of others: what runs, and what becomes of those that ask for too much. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { projectPath } from '../../../../src/loader/project.ts';
import { runProgram } from '../../../../src/serve/relay/run-program.ts';

const program = (name: string) =>
  Uint8Array.from(readFileSync(projectPath('fixtures', 'relay', 'programs', `${name}.wasm`)));

test('a module that exports memory and run gives its outcome', async () => {
  const outcome = await runProgram(program('answer'), { deadline: 30_000 });
  expect(outcome.ok && Buffer.from(outcome.octets).toString()).toBe('42');
});

test.each([
  ['imports', 'it has imports'],
  ['unlimited', 'it may take more than 16777216 octets of memory'],
  ['greedy', 'it may take more than 16777216 octets of memory'],
  ['outside', 'its outcome is out of bounds'],
  ['traps', 'unreachable'],
])('%s: %s', async (name, error) => {
  expect(await runProgram(program(name), { deadline: 30_000 })).toEqual({ ok: false, error });
});

test('one that never ends is ended', async () => {
  expect(await runProgram(program('endless'), { deadline: 300 })).toEqual({ ok: false, error: 'its time is over' });
});

test('what is no module, or is cut off anywhere, is refused or fails, and nothing else', async () => {
  expect(await runProgram(new Uint8Array(0))).toEqual({ ok: false, error: 'no WebAssembly module' });
  const whole = program('answer');
  for (let length = 1; length < whole.length; length += 9) {
    expect((await runProgram(whole.slice(0, length), { deadline: 30_000 })).ok).toBe(false);
  }
});
