/**
 * `http-client:COMMAND`: a client that is run once an errand, against an origin of the tester's. What the command has a
 * place for it can be told: {url} or {urls}, {method}, {file} with the content to send, {field} with one more field line,
 * {proxy}. What else it does is found out by a few ordinary answers when it is attached.
 */
import { AssayError } from '../../contract/assay-error.ts';
import type { TargetInfo } from '../../generated/meta/report.ts';
import type { Words } from '../keeper.ts';
import type { Errand } from '../surface.ts';
import type { TargetKind } from '../target.ts';
import { learnClient } from './http-client-habits.ts';
import { placesIn } from './streams/errand-command.ts';
import { ErrandSeat } from './streams/errand-seat.ts';
import { splitWords } from './words.ts';

/** Microseconds for one errand: an interpreter may have to start, on a busy machine. */
const HANG_LIMIT = 10_000_000;
/** Each seat has a process of its own. */
const CONCURRENCY = 4;

/** What an errand says when it says nothing: a GET without content. */
const SILENT: Errand = { method: 'GET', file: '', field: '', proxy: '' };

const OFFERED: readonly (readonly [place: string, capability: string])[] = [
  ['method', 'http.client.method'],
  ['file', 'http.client.content'],
  ['field', 'http.client.field'],
  ['urls', 'http.client.sequence'],
  ['proxy', 'http.client.proxy'],
];

export const httpClientKind: TargetKind = {
  /** @throws AssayError ERR_USAGE for a command that is none, IutFault iut-start for one that asks for nothing */
  attach: async (command, { hangLimit = HANG_LIMIT, keeper }) => {
    const spec = `http-client:${command}`;
    const words = splitWords(command);
    const places = placesIn(words);
    if (!places.has('url') && !places.has('urls')) {
      throw new AssayError('ERR_USAGE', `--target ${spec}: {url} must stand where the address belongs`);
    }
    const seat = (): Promise<ErrandSeat> => ErrandSeat.take(words, { silent: SILENT, keeper });
    const habits = await learnClient(seat, places, hangLimit);
    const told = OFFERED.flatMap(([place, capability]) => (places.has(place) ? [capability] : []));
    const info: TargetInfo = {
      spec,
      ...(habits.name ?? { name: nameOf(words) }),
      capabilities: ['http.client', ...told, ...habits.capabilities],
      clock: 'real',
    };
    return {
      info,
      roles: ['client'],
      protocols: ['http'],
      parameters: {},
      concurrency: CONCURRENCY,
      hangLimit,
      seat,
      close: async () => {},
    };
  },
};

function nameOf([program]: Words): string {
  return program.split(/[/\\]/).at(-1) ?? program;
}
