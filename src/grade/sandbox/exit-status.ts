/** A shell, and bubblewrap like one, tells by its own exit status that a signal ended its command. */
import { constants } from 'node:os';

const SIGNALLED = 128;

export function signalOf(status: number | null): string | undefined {
  if (status === null || status <= SIGNALLED) return undefined;
  return Object.entries(constants.signals).find(([, number]) => number === status - SIGNALLED)?.[0];
}
