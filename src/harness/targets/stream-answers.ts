/** Reads what an implementation answered to stream/step, as answers.ts does. Connections that it opens have odd numbers. */
import { fromHex } from '../../contract/hex.ts';
import type { Method } from '../../contract/port.ts';
import { breach, isCount, listOf, type Members, objectOf, octetsOf, textOf } from './answers.ts';

/** How an errand ended. */
export interface ErrandDone {
  readonly kind: 'done';
  readonly ok: boolean;
  readonly output: Uint8Array;
  readonly fate: string;
}

export type StreamOutput =
  | { readonly kind: 'connect'; readonly connection: number; readonly to: string }
  | { readonly kind: 'octets'; readonly connection: number; readonly octets: Uint8Array }
  | { readonly kind: 'ended' | 'reset'; readonly connection: number }
  | ErrandDone;

export interface StreamAnswer {
  readonly outputs: readonly StreamOutput[];
  readonly wakeAt: number | undefined;
}

const METHOD: Method = 'stream/step';

export function readStreamStep(answer: unknown): StreamAnswer {
  const { outputs, wakeAt } = objectOf(answer, METHOD, 'the result');
  const read = listOf(outputs, METHOD, 'outputs').map((output, index) => {
    const at = `outputs[${index}]`;
    return readOutput(objectOf(output, METHOD, at), at);
  });
  if (wakeAt === undefined || wakeAt === null) return { outputs: read, wakeAt: undefined };
  if (!isCount(wakeAt)) throw breach(METHOD, 'wakeAt', 'microseconds, a whole number, or null', wakeAt);
  return { outputs: read, wakeAt };
}

function readOutput(output: Members, at: string): StreamOutput {
  if (output.done !== undefined) return readDone(METHOD, output, at);
  const { connection, connect, octets, event } = output;
  if (connect !== undefined) {
    if (isCount(connect) && connect % 2 === 1) {
      return { kind: 'connect', connection: connect, to: textOf(output.to, METHOD, `${at}.to`) };
    }
    throw breach(METHOD, `${at}.connect`, 'an odd number', connect);
  }
  if (!isCount(connection)) throw breach(METHOD, `${at}.connection`, 'the number of a connection', connection);
  if (event === 'ended' || event === 'reset') return { kind: event, connection };
  if (octets === undefined) throw breach(METHOD, at, 'a connect, octets, an event of a connection, or done', output);
  return { kind: 'octets', connection, octets: octetsOf(octets, METHOD, `${at}.octets`) };
}

/** @throws IutFault for a `done` that is not of its form */
export function readDone(method: Method, { done }: Members, at: string): ErrandDone {
  const { ok, output = '', fate } = objectOf(done, method, `${at}.done`);
  if (typeof ok !== 'boolean') throw breach(method, `${at}.done.ok`, 'true or false', ok);
  const octets = output === '' ? fromHex('') : octetsOf(output, method, `${at}.done.output`);
  const words = fate === undefined ? (ok ? 'succeeded' : 'failed') : textOf(fate, method, `${at}.done.fate`);
  return { kind: 'done', ok, output: octets, fate: words };
}
