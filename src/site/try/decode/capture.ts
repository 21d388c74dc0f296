/**
 * Reads captures: classic pcap in both orders of octets, of micro- or nanoseconds, and pcapng. Of each packet only where
 * its datagram lies is kept. What is cut off is said; nothing is read beyond the end, and only so many packets.
 */
import type { CaptureRead } from './captured.ts';
import { readClassic } from './pcap.ts';
import { readNextGeneration } from './pcapng.ts';

/** By the number at the beginning: whether the least octet comes first, and how many ticks are a microsecond. */
const KINDS: ReadonlyMap<number, readonly [little: boolean, ticks: number]> = new Map([
  [0xa1b2c3d4, [false, 1]],
  [0xd4c3b2a1, [true, 1]],
  [0xa1b23c4d, [false, 1000]],
  [0x4d3cb2a1, [true, 1000]],
]);
const NEXT_GENERATION = 0x0a0d0d0a;

export function readCapture(file: Uint8Array): CaptureRead {
  const magic = magicOf(file);
  if (magic === NEXT_GENERATION) return readNextGeneration(file);
  const kind = magic === undefined ? undefined : KINDS.get(magic);
  if (kind === undefined) return { ok: false, why: 'this is no capture: neither pcap nor pcapng' };
  return readClassic(file, ...kind);
}

function magicOf(file: Uint8Array): number | undefined {
  if (file.length < 4) return undefined;
  return new DataView(file.buffer, file.byteOffset, 4).getUint32(0);
}
