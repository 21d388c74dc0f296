/** Programs above streams behind the contract, opened, stepped and closed by id; what a scenario relies on says which. */
import { METHOD_NOT_FOUND, PortError } from '../contract/port.ts';
import { ClientErrands } from './client-errands.ts';
import { Opened } from './opened.ts';
import { OriginStreams } from './origin-streams.ts';
import {
  type HostAndPort,
  hostAndPortOf,
  integerOf,
  invalid,
  listOf,
  type Members,
  objectOf,
  octetsOf,
  textOf,
} from './params.ts';
import { Relay } from './relay.ts';

export type StreamInput =
  | { readonly errand: Members }
  | { readonly connection: number; readonly octets: Uint8Array }
  | { readonly connection: number; readonly event: 'opened' | 'ended' | 'reset' };

/** Outputs are as the contract has them. Times are microseconds. */
export interface StreamProgram {
  step(now: number, inputs: readonly StreamInput[]): { readonly outputs: readonly object[]; readonly wakeAt?: number };
}

export class Streams {
  readonly #open = new Opened<StreamProgram>();
  readonly #beginning: number;

  /** @param beginning of all programs' time, in milliseconds since 1970 */
  constructor(beginning: number) {
    this.#beginning = beginning;
  }

  /** @throws PortError */
  open(params: Members): object {
    this.#open.open(params, () => {
      const wanted = listOf(params.capabilities, 'capabilities');
      return programFor(wanted, hostAndPortOf(params.peer, 'peer'), this.#beginning);
    });
    return {};
  }

  /** @throws PortError */
  step(params: Members): object {
    return this.#open.step(params, (program, now) => {
      const inputs = listOf(params.inputs, 'inputs').map((input, index) => inputOf(input, `inputs[${index}]`));
      const { outputs, wakeAt } = program.step(now, inputs);
      return { outputs, wakeAt: wakeAt ?? null };
    });
  }

  /** @throws PortError */
  close(params: Members): object {
    return this.#open.close(params);
  }
}

function programFor(wanted: readonly unknown[], peer: HostAndPort, beginning: number): StreamProgram {
  if (wanted.includes('http.client')) return new ClientErrands(!wanted.includes('http.client.single'));
  if (wanted.includes('http.proxy')) return new Relay(undefined, beginning);
  if (wanted.includes('http.intermediary')) return new Relay(peer, beginning);
  if (wanted.includes('http.origin')) return new OriginStreams(beginning);
  throw new PortError(METHOD_NOT_FOUND, 'no program above streams that can do this');
}

function inputOf(input: unknown, at: string): StreamInput {
  const { errand, connection, octets, event } = objectOf(input, at);
  if (errand !== undefined) return { errand: objectOf(errand, `${at}.errand`) };
  const number = integerOf(connection, `${at}.connection`);
  if (octets !== undefined) return { connection: number, octets: octetsOf(octets, `${at}.octets`) };
  const name = textOf(event, `${at}.event`);
  if (name === 'opened' || name === 'ended' || name === 'reset') return { connection: number, event: name };
  throw invalid(`${at}.event`, '"opened", "ended" or "reset"');
}
