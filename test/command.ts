/** The file of the command, as `npm run build` leaves it. */
import { projectPath } from '../src/loader/project.ts';

export const command: string = projectPath('dist', 'src', 'cli', 'main.js');
