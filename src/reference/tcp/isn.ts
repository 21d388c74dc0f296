/**
 * Initial sequence numbers (RFC 9293 section 3.4.1): a clock that ticks every 4 microseconds, and a keyed hash of the
 * four numbers that name a connection, so that each has a number space of its own and nobody outside can tell it. The
 * hash is HalfSipHash-2-4 (Aumasson and Bernstein), over four words.
 */
import { type SeqNumber, seq } from './seq.ts';

const MICROSECONDS_A_TICK = 4;

export interface FourTuple {
  /** Addresses as int32. */
  readonly localAddress: number;
  readonly localPort: number;
  readonly remoteAddress: number;
  readonly remotePort: number;
}

export function initialSequenceNumber(tuple: FourTuple, secret: number, now: number): SeqNumber {
  return seq(Math.floor(now / MICROSECONDS_A_TICK) + keyedHash(tuple, secret));
}

/** Where a connection's timestamps start (RFC 7323 section 5.4), so that they tell nothing of the machine. */
export function timestampOffset(tuple: FourTuple, secret: number): number {
  return keyedHash(tuple, ~secret);
}

function keyedHash({ localAddress, localPort, remoteAddress, remotePort }: FourTuple, secret: number): number {
  const key = [secret | 0, Math.imul(secret ^ 0x9e3779b9, 0x85ebca6b)] as const;
  const state = { v0: key[0], v1: key[1], v2: 0x6c796765 ^ key[0], v3: 0x74656462 ^ key[1] };
  for (const word of [localAddress, remoteAddress, (localPort << 16) | remotePort, 12 << 24]) {
    state.v3 ^= word;
    rounds(state, 2);
    state.v0 ^= word;
  }
  state.v2 ^= 0xff;
  rounds(state, 4);
  return state.v1 ^ state.v3;
}

interface State {
  v0: number;
  v1: number;
  v2: number;
  v3: number;
}

function rounds(state: State, count: number): void {
  for (let round = 0; round < count; round += 1) {
    state.v0 = (state.v0 + state.v1) | 0;
    state.v1 = rotate(state.v1, 5) ^ state.v0;
    state.v0 = rotate(state.v0, 16);
    state.v2 = (state.v2 + state.v3) | 0;
    state.v3 = rotate(state.v3, 8) ^ state.v2;
    state.v0 = (state.v0 + state.v3) | 0;
    state.v3 = rotate(state.v3, 7) ^ state.v0;
    state.v2 = (state.v2 + state.v1) | 0;
    state.v1 = rotate(state.v1, 13) ^ state.v2;
    state.v2 = rotate(state.v2, 16);
  }
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
