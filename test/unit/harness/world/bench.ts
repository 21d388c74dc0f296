/** A world with an implementation that the test makes up: nodes that answer each packet, and count what they are told. */
import { fromHex } from '../../../../src/contract/hex.ts';
import type { Method } from '../../../../src/contract/port.ts';
import { World } from '../../../../src/harness/world/world.ts';
import type { Endpoint } from '../../../../src/net/nat/packet.ts';

export interface Told {
  readonly method: Method;
  readonly params: Readonly<Record<string, unknown>>;
}

interface Input {
  readonly datagram?: string;
  readonly from?: Endpoint;
  readonly to?: Endpoint;
  readonly call?: string;
  readonly ref?: number;
}

export type Step = (now: number, inputs: readonly Input[]) => object;

/** Sends each datagram back to where it came from; answers each call at once. */
export const mirror: Step = (_, inputs) => ({
  outputs: inputs.map(({ datagram, from, to, call, ref }) =>
    call === undefined ? { datagram, from: to, to: from } : { ref, result: { ok: true, call } },
  ),
  wakeAt: null,
});

export function world(step: Step = mirror, seed = 1) {
  const told: Told[] = [];
  const request = async (method: Method, params: object): Promise<unknown> => {
    const { now = 0, inputs = [], ...rest } = params as { now?: number; inputs?: Input[] };
    told.push({ method, params: { ...rest, now, inputs } });
    if (method === 'node/open') return { node: '00'.repeat(16), key: '00'.repeat(32) };
    return method === 'node/step' ? step(now, inputs) : {};
  };
  return { told, world: new World({ port: { request }, seed, firstId: 700, clock: { now: 0 } }) };
}

export function udp(from: Endpoint, to: Endpoint, hex: string) {
  return { from, to, transport: 'udp' as const, octets: fromHex(hex) };
}
