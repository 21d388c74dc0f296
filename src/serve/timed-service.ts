/** A service above TCP that has timers of its own: the host is woken for whichever comes first. */
import type { Transport } from '../reference/ipv4/index.ts';
import type { Tcp } from '../reference/tcp/index.ts';

export interface TimedService {
  /** In microseconds of the host. */
  readonly wakeAt: number | undefined;
  wake(): void;
}

export function withService(tcp: Tcp, service: TimedService): Transport {
  return {
    protocol: tcp.protocol,
    receive: (state, datagram, now) => tcp.receive(state, datagram, now),
    problem: (state, problem, now) => tcp.problem(state, problem, now),
    get wakeAt() {
      const times = [tcp.wakeAt, service.wakeAt].filter((time) => time !== undefined);
      return times.length === 0 ? undefined : Math.min(...times);
    },
    wake: (state, now) => [...tcp.wake(state, now), ...tcp.during(state, now, () => service.wake())],
  };
}
