/** Colours where a terminal shows them and nobody asked for none (NO_COLOR). */
import { createColors } from 'picocolors';

export function colours(): ReturnType<typeof createColors> {
  return createColors(process.stdout.isTTY === true && !process.env.NO_COLOR);
}
