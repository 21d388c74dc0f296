/** What is shipped: the command, as `npm run build` leaves it. */
import { existsSync } from 'node:fs';
import { command } from '../command.ts';
import { Unmeasured } from './row.ts';

/** The file of the command. @throws Unmeasured when there is none */
export function shippedCommand(): string {
  if (!existsSync(command)) throw new Unmeasured('the project is not built: run npm run build');
  return command;
}
