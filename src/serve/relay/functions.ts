/** Functions that peers may call at a live node: enough to see that it works. Octets in, octets out. */
import { textOctets } from '../../reference/relay/text.ts';

export const FUNCTIONS: Readonly<Record<string, (argument: Uint8Array) => Uint8Array>> = {
  echo: (argument) => argument,
  reverse: (argument) => argument.slice().reverse(),
  length: (argument) => textOctets(String(argument.length)),
  time: () => textOctets(new Date().toISOString()),
};
