/**
 * The surfaces codec and exchange over a Port, and how its errors are read: an unknown method is a capability not
 * offered; an encoder may refuse a value (invalid parameters), which is for the step to judge; any other error breaks
 * the contract, for a decoder says no with `ok: false` and a host with silence.
 */
import { toHex } from '../../contract/hex.ts';
import { INVALID_PARAMS, METHOD_NOT_FOUND, type Method, type Port, PortError } from '../../contract/port.ts';
import { point } from '../interval.ts';
import { IutFault, Unmet, Unsupported } from '../outcome.ts';
import type { CodecSurface, Exchanged, ExchangeSurface } from '../surface.ts';
import { readDecoded, readEncoded, readResponse } from './answers.ts';
import { excerpt } from './excerpt.ts';

/** As much of a Port as a surface needs. */
export type Asked = Pick<Port, 'request'>;

/** Virtual time of one seat, in microseconds from its beginning. */
export interface VirtualClock {
  now: number;
}

/** @throws Unsupported, IutFault */
export async function ask(port: Asked, method: Method, params: object): Promise<unknown> {
  try {
    return await port.request(method, params);
  } catch (thrown) {
    throw thrown instanceof PortError ? readError(thrown, method) : thrown;
  }
}

function readError({ code, message }: PortError, method: Method): Error {
  if (code === METHOD_NOT_FOUND) return new Unsupported(method);
  const said = `error ${code}: ${excerpt(message)}`;
  if (code === INVALID_PARAMS && method === 'codec/encode') {
    return new Unmet({ expected: ['the octets of the value'], actual: said });
  }
  return new IutFault('iut-breach', `${method} was answered by ${said}`);
}

export function codecOver(port: Asked): CodecSurface {
  return {
    decode: async (layer, octets, context) =>
      readDecoded(await ask(port, 'codec/decode', { layer, octets: toHex(octets), ...(context && { context }) })),
    encode: async (layer, value, payload, context) => {
      const around = { ...(payload && { payload: toHex(payload) }), ...(context && { context }) };
      return readEncoded(await ask(port, 'codec/encode', { layer, value, ...around }));
    },
  };
}

/** One call is one connection. Waiting for a close that does not come costs `hangLimit` of virtual time. */
export function exchangeOver(port: Asked, clock: VirtualClock, hangLimit: number): ExchangeSurface {
  return {
    exchange: async (sent, { enough, limit = hangLimit, finish } = {}): Promise<Exchanged> => {
      const sentAt = point(clock.now);
      const params = { octets: toHex(sent), ...(finish && { ended: true }) };
      const { octets, closed } = readResponse(await ask(port, 'http/respond', params));
      if (octets.length > 0 && enough?.(octets)) return { octets, end: 'enough', sentAt, endedAt: sentAt };
      if (closed) return { octets, end: 'closed', sentAt, endedAt: sentAt };
      if (Number.isFinite(limit)) clock.now += Math.ceil(limit);
      return { octets, end: 'silent', sentAt, endedAt: point(clock.now) };
    },
  };
}
