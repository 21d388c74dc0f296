/** Which transport addresses the server relays at: RFC 8656 section 7.2. */
import { toHex } from '../../contract/hex.ts';
import type { Crypto } from './crypto.ts';
import { type Endpoint, keyOf } from './endpoint.ts';
import { expireBy, type ServerState } from './state.ts';

/** What a client asks of the port. */
export type PortWish = 'any' | 'even' | 'pair';

/** A free one at `address`; of a pair the lower, whose neighbour is free, too. Undefined when there is none. */
export function choosePort(state: ServerState, address: string, wish: PortWish): Endpoint | undefined {
  const [first, last] = state.options.ports;
  const step = wish === 'any' ? 1 : 2;
  const start = first + (step === 2 ? first % 2 : 0);
  // TURN-A-21: of a pair the upper one must be there as well.
  const count = Math.floor((last - start - (wish === 'pair' ? 1 : 0)) / step) + 1;
  if (count <= 0) return undefined;
  // TURN-A-24: anywhere by chance, then on from there (RFC 6056 section 3.3.1).
  const offset = below(state.guard.crypto, count);
  for (let tried = 0; tried < count; tried++) {
    const port = start + ((offset + tried) % count) * step;
    const isFit = isFree(state, { address, port }) && (wish !== 'pair' || isFree(state, { address, port: port + 1 }));
    if (isFit) return { address, port };
  }
  return undefined;
}

/** Keeps `endpoint` for who has the token that comes back: 8 octets. */
export function reserve(state: ServerState, endpoint: Endpoint, expiresAt: number): Uint8Array {
  const token = state.guard.crypto.random(8);
  state.reservations.set(keyOf(endpoint), { endpoint, token: toHex(token), expiresAt });
  expireBy(state, expiresAt);
  return token;
}

/** TURN-G-08: a relayed address belongs to one allocation. */
function isFree({ relays, reservations, config }: ServerState, endpoint: Endpoint): boolean {
  const key = keyOf(endpoint);
  return !relays.has(key) && !reservations.has(key) && !config.served.some((each) => keyOf(each) === key);
}

function below({ random }: Crypto, limit: number): number {
  const [a = 0, b = 0, c = 0, d = 0] = random(4);
  return (((a << 24) | (b << 16) | (c << 8) | d) >>> 0) % limit;
}
