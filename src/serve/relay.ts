/** The reference's intermediary behind the contract: a gateway in front of the tester, or a proxy to wherever a request says. */
import { toHex } from '../contract/hex.ts';
import type { RelayInput, RelayOutput } from '../reference/http/intermediary/relay-events.ts';
import { Intermediary } from '../reference/http/intermediary.ts';
import type { StreamInput, StreamProgram } from './streams.ts';

/** The intermediary counts milliseconds, the contract microseconds. */
const MILLISECOND = 1_000;

export class Relay implements StreamProgram {
  readonly #intermediary: Intermediary;
  readonly #beginning: number;

  /**
   * @param gateway the server that it stands before, or undefined for a proxy
   * @param beginning of the contract's time, in milliseconds since 1970
   */
  constructor(gateway: { readonly host: string; readonly port: number } | undefined, beginning: number) {
    this.#intermediary = new Intermediary(gateway === undefined ? {} : { gateway });
    this.#beginning = beginning;
  }

  step(now: number, inputs: readonly StreamInput[]) {
    const taken = inputs.flatMap(takenOf);
    const { outputs, wakeAt } = this.#intermediary.step(this.#beginning + now / MILLISECOND, taken);
    const told = outputs.map(toldOf);
    if (wakeAt === undefined) return { outputs: told };
    return { outputs: told, wakeAt: Math.max(now, Math.ceil((wakeAt - this.#beginning) * MILLISECOND)) };
  }
}

/** Clients have even numbers in the contract, servers odd ones. */
function takenOf(input: StreamInput): RelayInput[] {
  if ('errand' in input) return [];
  const { connection } = input;
  const who = connection % 2 === 0 ? { client: connection / 2 } : { server: (connection + 1) / 2 };
  if ('octets' in input) return [{ ...who, octets: input.octets }];
  return [{ ...who, happened: input.event === 'reset' ? 'failed' : input.event }];
}

function toldOf(output: RelayOutput): object {
  const connection = 'client' in output ? 2 * output.client : 2 * output.server - 1;
  if ('open' in output) return { connect: connection, to: `${output.open.host}:${output.open.port}` };
  if ('octets' in output) return { connection, octets: toHex(output.octets) };
  return { connection, event: output.close === 'end' ? 'ended' : 'reset' };
}
