/**
 * `turn-server:COMMAND`: a TURN server that we start, on a free port of 127.0.0.1, and again when it has ended. Its command
 * is told the port, and who may use it.
 */
import { AssayError } from '../contract/assay-error.ts';
import type { Words } from '../harness/keeper.ts';
import type { TargetKind } from '../harness/target.ts';
import { startedSocketsTarget } from '../harness/targets/sockets/server-target.ts';
import { splitWords } from '../harness/targets/words.ts';
import { isThere } from '../kits/turn/alive.ts';
import { greet } from '../kits/turn/greet.ts';
import { HANG_LIMIT } from './turn-target.ts';

/** The users that our own scripts in fixtures/stacks/turn know; a command may be told them by {user} and {pass}. */
const USER = { username: 'alice', password: 'secret' };
const OTHER = { username: 'bob', password: 'hidden' };

export const turnServerKind: TargetKind = {
  /** @throws AssayError ERR_USAGE for a command that is none, IutFault iut-start for one that does not start */
  attach: async (command, { hangLimit = HANG_LIMIT }) => {
    const [program, ...args] = splitWords(command);
    if (!args.some((word) => word.includes('{port}'))) {
      throw new AssayError('ERR_USAGE', `--target turn-server:${command}: {port} must stand where the port belongs`);
    }
    const fill = (word: string): string => word.replaceAll('{user}', USER.username).replaceAll('{pass}', USER.password);
    const words: Words = [program, ...args.map(fill)];
    return startedSocketsTarget({
      spec: `turn-server:${command}`,
      words,
      protocols: ['turn'],
      parameters: {
        'turn.username': USER.username,
        'turn.password': USER.password,
        'turn.other-username': OTHER.username,
        'turn.other-password': OTHER.password,
      },
      hangLimit,
      listens: ({ host: address, port }) => isThere({ address, port }, 'udp'),
      greet: async (surface) => {
        const { name, version, capabilities } = await greet({
          surface,
          credentials: USER,
          transport: 'udp',
          hangLimit,
        });
        return { name, ...(version ? { version } : {}), capabilities: [...capabilities] };
      },
    });
  },
};
