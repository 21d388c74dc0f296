/**
 * What can stand at the end of a link: anything that takes datagrams and the time in steps and says when it wants the
 * next one. The reference hosts and routers fit as they are.
 */
export interface Transfer {
  /** Whoever hands it over leaves its octets as they are from then on. */
  readonly datagram: Uint8Array;
  readonly interface: number;
}

export interface NodeResult {
  /** Transfers go onto the links; what else a node has to say goes to whoever listens. */
  readonly outputs: readonly object[];
  /** Microseconds; when the node wants its next step at the latest. */
  readonly wakeAt: number | undefined;
}

export interface Node {
  /** `now` in microseconds, never less than before. */
  step(now: number, inputs: readonly Transfer[]): NodeResult;
}

export function isTransfer(output: object): output is Transfer {
  return 'datagram' in output && 'interface' in output;
}
