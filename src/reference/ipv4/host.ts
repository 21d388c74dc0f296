/**
 * An IPv4 host or router without input and output: datagrams and the time go in, datagrams and the next deadline come
 * out. The same steps give the same outputs.
 */
import type { HostConfig, StepResult, Transfer } from './config.ts';
import { receive } from './receive.ts';
import { report, timeExceededInReassembly } from './report.ts';
import { openState, type Transport } from './state.ts';

export interface Host {
  /** `now` in microseconds, never less than before. Inputs are taken in their order. */
  step(now: number, inputs: readonly Transfer[]): StepResult;
}

/** `transports`: the protocols above; a datagram of any other but ICMP is reported as unreachable. */
export function host(config: HostConfig, transports: readonly Transport[] = []): Host {
  const state = openState(config, transports);
  return {
    step: (now, inputs) => {
      const outputs: Transfer[] = [];
      // RFC1122-REASM-6
      for (const first of state.reassembly.expire(now)) outputs.push(...report(state, first, timeExceededInReassembly));
      for (const input of inputs) outputs.push(...receive(state, input, now));
      return { outputs, wakeAt: state.reassembly.expiresAt };
    },
  };
}
