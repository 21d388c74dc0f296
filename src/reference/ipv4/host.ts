/**
 * An IPv4 host or router without input and output: datagrams and the time go in, datagrams and the next deadline come
 * out. The same steps give the same outputs.
 */
import type { HostConfig, StepResult, Transfer } from './config.ts';
import { receive } from './receive.ts';
import { report, timeExceededInReassembly } from './report.ts';
import { type HostState, openState, type Transport } from './state.ts';

export interface Host {
  /** `now` in microseconds, never less than before. Inputs are taken in their order. */
  step(now: number, inputs: readonly (Transfer | Work)[]): StepResult;
}

/** What a user above asks for: done at its place among the inputs, with what it makes the host send. */
export type Work = (state: HostState, now: number) => readonly Transfer[];

/** `transports`: the protocols above; a datagram of any other but ICMP is reported as unreachable. */
export function host(config: HostConfig, transports: readonly Transport[] = []): Host {
  const state = openState(config, transports);
  return {
    step: (now, inputs) => {
      const outputs: Transfer[] = [];
      // RFC1122-REASM-6
      for (const first of state.reassembly.expire(now)) outputs.push(...report(state, first, timeExceededInReassembly));
      for (const transport of transports) outputs.push(...(transport.wake?.(state, now) ?? []));
      for (const input of inputs) {
        const made = typeof input === 'function' ? input(state, now) : receive(state, input, now);
        for (const transfer of made) outputs.push(transfer);
      }
      return { outputs, wakeAt: earliest([state.reassembly.expiresAt, ...transports.map(({ wakeAt }) => wakeAt)]) };
    },
  };
}

function earliest(times: readonly (number | undefined)[]): number | undefined {
  const known = times.filter((time) => time !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
