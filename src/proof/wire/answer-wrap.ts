/** A connection that errs: what a server answers is rewritten as text, one character an octet. Knows no protocol. */
import { fromHex, toHex } from '../../contract/hex.ts';
import type { Port } from '../../contract/port.ts';
import { wrapPort } from './port-wrap.ts';

const textOf = (hex: string): string => String.fromCharCode(...fromHex(hex));
const hexOf = (text: string): string => toHex(Uint8Array.from(text, (character) => character.charCodeAt(0)));

/** `change` gets all that was answered on a connection, and all that was asked. */
export function onAnswer(change: (answered: string, asked: string) => string): (port: Port) => Port {
  return wrapPort(() => ({
    'http/respond': async (params: { octets: string }, ask) => {
      const answer = (await ask(params)) as { readonly octets: string };
      return { ...answer, octets: hexOf(change(textOf(answer.octets), textOf(params.octets))) };
    },
  }));
}
