/** Wire mutants of HTTP clients: what passes between a client and the tester's origin, changed on its way. */
import type { Port } from '../../contract/port.ts';
import type { WireMutant } from '../mutant.ts';
import { between, type Happening, hexOf, rewriting, textOf } from './stream-wrap.ts';

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
