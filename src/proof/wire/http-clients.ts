/** Wire mutants of HTTP clients: what passes between a client and the tester's origin, changed on its way. */
import { fromHex, toHex } from '../../contract/hex.ts';
import type { Port } from '../../contract/port.ts';
import type { WireMutant } from '../mutant.ts';
import { wrapPort } from './port-wrap.ts';

const textOf = (hex: string): string => String.fromCharCode(...fromHex(hex));
const hexOf = (text: string): string => toHex(Uint8Array.from(text, (character) => character.charCodeAt(0)));

interface Happening {
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
function between(open: () => (inputs: readonly Happening[], ask: Ask) => Promise<readonly Happening[]>) {
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
function rewriting(rewrite: {
  readonly incoming?: (text: string) => string;
  readonly outgoing?: (text: string) => string;
}): (port: Port) => Port {
  const all = (happenings: readonly Happening[], change: (text: string) => string = (text) => text) =>
    happenings.map((each) =>
      each.octets === undefined ? each : { ...each, octets: hexOf(change(textOf(each.octets))) },
    );
  return between(() => async (inputs, ask) => all(await ask(all(inputs, rewrite.incoming)), rewrite.outgoing));
}

/** Where a second response begins among octets, or -1. */
const secondResponse = (text: string): number => text.indexOf('HTTP/1.1 ', 1);

/** Keeps what comes too early, and reads it as the answer to the next request on the connection. */
function keepingWhatIsEarly(port: Port): Port {
  return between(() => {
    const early = new Map<number, string>();
    return async (inputs, ask) => {
      const outputs: Happening[] = [];
      const taken = inputs.map((input) => {
        const { connection = 0, octets } = input;
        const text = octets === undefined ? '' : textOf(octets);
        const cut = secondResponse(text);
        if (cut < 0) return input;
        early.set(connection, text.slice(cut));
        return { ...input, octets: hexOf(text.slice(0, cut)) };
      });
      outputs.push(...(await ask(taken)));
      for (const { connection = 0, octets } of [...outputs]) {
        const kept = early.get(connection);
        if (octets === undefined || kept === undefined) continue;
        early.delete(connection);
        outputs.push(...(await ask([{ connection, octets: hexOf(kept) }])));
      }
      return outputs;
    };
  })(port);
}

const BEGUN = /\r\nContent-Length: (\d+)\r\n\r\n([\s\S]*)$/;

/** Takes a response for whole as soon as its head is there, and passes over the rest when it comes. */
function notWaitingForTheRest(port: Port): Port {
  return between(() => {
    const owed = new Map<number, number>();
    return async (inputs, ask) => {
      const taken = inputs.map((input) => {
        const { connection = 0, octets } = input;
        if (octets === undefined) return input;
        const text = textOf(octets);
        const rest = owed.get(connection) ?? 0;
        owed.set(connection, 0);
        if (rest > 0) return { ...input, octets: hexOf(text.slice(rest)) };
        const [, length, content = ''] = BEGUN.exec(text) ?? [];
        const missing = length === undefined ? 0 : Math.max(0, Number(length) - content.length);
        owed.set(connection, missing);
        return { ...input, octets: hexOf(text + ' '.repeat(missing)) };
      });
      return ask(taken);
    };
  })(port);
}

export const httpClientWireMutants: readonly WireMutant[] = [
  {
    id: 'unknown-coding-taken-for-chunked',
    rule: 'RFC9112-6.3-06',
    about: 'takes every transfer coding for chunked',
    wrap: rewriting({
      incoming: (text) => text.replace(/^Transfer-Encoding: .*?\r$/m, 'Transfer-Encoding: chunked\r'),
    }),
  },
  {
    id: 'early-response-kept',
    rule: 'RFC9112-9.2-02',
    about: 'keeps what comes unasked for the next request',
    wrap: keepingWhatIsEarly,
  },
  {
    id: 'next-request-within-a-response',
    rule: 'RFC9112-9.3-06',
    about: 'sends the next request as soon as a response has begun',
    wrap: notWaitingForTheRest,
  },
  {
    id: 'trace-with-content',
    rule: 'RFC9110-9.3.8-02',
    about: 'sends something along with TRACE, to see it come back',
    wrap: rewriting({
      outgoing: (text) =>
        text.startsWith('TRACE ') ? text.replace('\r\n\r\n', '\r\nContent-Length: 4\r\n\r\nping') : text,
    }),
  },
];
