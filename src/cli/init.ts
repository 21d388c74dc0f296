/** `assay init`: an adapter and a conformance statement to start from. Overwrites nothing. */
import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import { AssayError } from '../contract/assay-error.ts';
import { projectPath } from '../loader/project.ts';
import { quoted } from '../report/view/command.ts';
import { outFolder } from './files.ts';

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
      outFolder(`init ${folder}`, folder);
      for (const [name, write] of files) write(join(folder, name));
      process.stdout.write(
        `Made ${files.map(([name]) => join(folder, name)).join(' and ')}.\n\nJudge it:\n  ${commandOf(folder)}\n\nThe contract is spec/meta/adapter.schema.json: any language that reads and writes lines will do.\n`,
      );
    });
}

/** A blank in a name is quoted twice: once for the shell, once for the words of the target. */
function commandOf(folder: string): string {
  const [adapter, pics] = ['adapter.py', 'pics.json'].map((name) => quoted(join(folder, name)));
  return `assay run --target ${quoted(`exec:python3 ${adapter}`)} --pics ${pics}`;
}
