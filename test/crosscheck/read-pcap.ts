/** Reads a capture as src/net/pcap.ts writes it: the classic format, link type RAW, most significant octet first. */
import { readFileSync } from 'node:fs';
import { viewOf } from '../../src/wire/runtime/octets.ts';

const FILE_HEADER = 24;
const PACKET_HEADER = 16;

/** The octets of every packet, in order. */
export function readPcap(path: string): Uint8Array[] {
  const file = readFileSync(path);
  const view = viewOf(file);
  const packets: Uint8Array[] = [];
  for (let at = FILE_HEADER; at < file.length; ) {
    const length = view.getUint32(at + 8);
    packets.push(file.subarray(at + PACKET_HEADER, at + PACKET_HEADER + length));
    at += PACKET_HEADER + length;
  }
  return packets;
}
