/** `exec:COMMAND`: an adapter in any language, one process for all scenarios, JSON-RPC on its standard input and output. */
import type { TargetKind } from '../target.ts';
import { AdapterLives } from './adapter-lives.ts';
import { targetOver } from './port-target.ts';
import { splitWords } from './words.ts';

/** Milliseconds that a request may take: hundreds of times what an interpreter on a busy machine needs. */
const HANG_LIMIT = 2_000;
/** An interpreter's start takes longer than an answer. */
const START_FACTOR = 5;
/** Octets. The largest legal answer, a datagram of 64 KiB in hex, needs 128 KiB. */
const LINE_LIMIT = 16 * 2 ** 20;
const STDERR_LIMIT = 64 * 2 ** 20;

export const execKind: TargetKind = {
  /** @throws AssayError ERR_USAGE for a command that is none, IutFault for one that does not start */
  attach: async (command, options) => {
    const hang = options.answerLimit ?? (options.hangLimit === undefined ? HANG_LIMIT : options.hangLimit / 1000);
    const limits = { start: START_FACTOR * hang, hang, line: LINE_LIMIT, stderr: STDERR_LIMIT };
    const lives = new AdapterLives(splitWords(command), limits, options.suite, options.keeper);
    try {
      return targetOver(`exec:${command}`, await lives.start(), lives, options);
    } catch (thrown) {
      await lives.close();
      throw thrown;
    }
  },
};
