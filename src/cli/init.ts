/** `assay init`: an adapter and a conformance statement to start from. Overwrites nothing. */
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { AssayError } from '../contract/assay-error.ts';
import { projectPath } from '../loader/project.ts';

const STATEMENT = {
  pics: 1,
  name: 'my implementation',
  version: '0.1.0',
  capabilities: {},
  parameters: {},
  deviations: [],
};

export function command(): Command {
  return new Command('init')
    .description('an adapter and a conformance statement (pics) to start from')
    .argument('[folder]', 'where', '.')
    .action((folder: string) => {
      const files: readonly [string, (path: string) => void][] = [
        ['adapter.py', (path) => copyFileSync(projectPath('fixtures', 'adapters', 'python', 'ipv4.py'), path)],
        ['pics.json', (path) => writeFileSync(path, `${JSON.stringify(STATEMENT, null, 2)}\n`)],
      ];
      for (const [name] of files) {
        if (existsSync(join(folder, name)))
          throw new AssayError('ERR_INPUT', `${join(folder, name)}: is there already; name another folder`);
      }
      mkdirSync(folder, { recursive: true });
      for (const [name, write] of files) write(join(folder, name));
      process.stdout.write(
        `Made ${files.map(([name]) => join(folder, name)).join(' and ')}.\n\nJudge it:\n  assay run --target exec:"python3 ${join(folder, 'adapter.py')}" --pics ${join(folder, 'pics.json')}\n\nThe contract is spec/meta/adapter.schema.json: any language that reads and writes lines will do.\n`,
      );
    });
}
