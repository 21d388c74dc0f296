/**
 * `turn-client:COMMAND`: a TURN client that is run once an errand, against a server of the tester's. Of that it is told {url}
 * (turn:HOST:PORT?transport=udp) or {host} and {port}, {transport}, {user} and {pass}; of its errand what the command has a
 * place for: {peer} or {peers}, {way} (send or channel), {text}, {seconds}, {family}, {parity}.
 */
import { AssayError } from '../contract/assay-error.ts';
import type { TargetInfo } from '../generated/meta/report.ts';
import type { Errand } from '../harness/surface.ts';
import type { TargetKind } from '../harness/target.ts';
import { ServiceSeat } from '../harness/targets/services/service-seat.ts';
import { placesIn } from '../harness/targets/streams/errand-command.ts';
import { splitWords } from '../harness/targets/words.ts';
import { learnTurnClient } from '../kits/turn/clients/learn.ts';

/** Microseconds for one errand: an interpreter may have to start, on a busy machine, and a request to be sent again. */
const HANG_LIMIT = 10_000_000;
/** Each seat has a process of its own. */
const CONCURRENCY = 4;

/** What an errand says when it says nothing: an allocation, and no more. */
const SILENT: Errand = { peers: [], peer: '', way: 'send', seconds: '0', family: '', parity: '', transport: 'udp' };
/** Where the server is may be told in several ways; the text matters only to who can be told it. */
const OPTIONAL = ['url', 'host', 'port', 'user', 'pass', 'text'];

export const turnClientKind: TargetKind = {
  /** @throws AssayError ERR_USAGE for a command that is none, IutFault iut-start for one that asks for nothing */
  attach: async (command, { hangLimit = HANG_LIMIT, keeper }) => {
    const spec = `turn-client:${command}`;
    const words = splitWords(command);
    const places = placesIn(words);
    if (!places.has('url') && !places.has('port')) {
      throw new AssayError(
        'ERR_USAGE',
        `--target ${spec}: {url}, or {host} and {port}, must stand where the server belongs`,
      );
    }
    // Who is told an address without a word for the transport can be told nothing but UDP.
    const optional = places.has('url') ? [...OPTIONAL, 'transport'] : OPTIONAL;
    const seat = async (): Promise<ServiceSeat> => new ServiceSeat(words, { silent: SILENT, optional, keeper });
    const { software, capabilities } = await learnTurnClient({ seat, places, hangLimit });
    const [program] = words;
    const name = software ?? { name: program.split(/[/\\]/).at(-1) ?? program };
    const info: TargetInfo = { spec, ...name, capabilities: [...capabilities], clock: 'real' };
    return {
      info,
      roles: ['client'],
      protocols: ['turn'],
      parameters: {},
      concurrency: CONCURRENCY,
      hangLimit,
      seat,
      close: async () => {},
    };
  },
};
