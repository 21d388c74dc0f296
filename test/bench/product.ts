/** What is shipped: the modules under dist, as `npm run build` leaves them. */
import { existsSync } from 'node:fs';
import { projectPath } from '../../src/loader/project.ts';
import { Unmeasured } from './row.ts';

/** The folder of the compiled modules of src. @throws Unmeasured when there is none */
export function shippedModules(): string {
  if (!existsSync(command)) throw new Unmeasured('the project is not built: run npm run build');
  return projectPath('dist', 'src');
}

const command = projectPath('dist', 'src', 'cli', 'main.js');

/** The file of the command. @throws Unmeasured when there is none */
export function shippedCommand(): string {
  shippedModules();
  return command;
}
