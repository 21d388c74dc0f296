/** Streams that err: what passes between a program and the tester is changed on its way. Knows no protocol. */
import { fromHex, toHex } from '../../contract/hex.ts';
import type { Port } from '../../contract/port.ts';
import { wrapPort } from './port-wrap.ts';

export const textOf = (hex: string): string => String.fromCharCode(...fromHex(hex));
export const hexOf = (text: string): string => toHex(Uint8Array.from(text, (character) => character.charCodeAt(0)));

export interface Happening {
  readonly connection?: number;
  readonly octets?: string;
  readonly done?: { readonly ok: boolean; readonly output?: string };
}

interface Step {
  readonly inputs: readonly Happening[];
}

interface Answer {
  readonly outputs: readonly Happening[];
}

type Ask = (inputs: readonly Happening[]) => Promise<readonly Happening[]>;

/** `open` makes, for every port anew, what stands between: it may ask more or less than what came in. */
export function between(open: () => (inputs: readonly Happening[], ask: Ask) => Promise<readonly Happening[]>) {
  return wrapPort(() => {
    const change = open();
    return {
      'stream/step': async (params: Step, ask) => {
        let last: Answer = { outputs: [] };
        const outputs = await change(params.inputs, async (inputs) => {
          last = (await ask({ ...params, inputs })) as Answer;
          return last.outputs;
        });
        return { ...last, outputs };
      },
    };
  });
}

/** Changes the text of octets that come in or go out. */
export function rewriting(rewrite: {
  readonly incoming?: (text: string) => string;
  readonly outgoing?: (text: string) => string;
}): (port: Port) => Port {
  const all = (happenings: readonly Happening[], change: (text: string) => string = (text) => text) =>
    happenings.map((each) =>
      each.octets === undefined ? each : { ...each, octets: hexOf(change(textOf(each.octets))) },
    );
  return between(() => async (inputs, ask) => all(await ask(all(inputs, rewrite.incoming)), rewrite.outgoing));
}
