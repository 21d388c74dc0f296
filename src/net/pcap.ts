/**
 * Writes captures in the classic pcap format (draft-ietf-opsawg-pcap), link type RAW: each packet begins with its IP
 * header. Every reader of captures takes it.
 */
const MAGIC = 0xa1b2c3d4;
const SNAPLEN = 65535;
const LINKTYPE_RAW = 101;
const FILE_HEADER = 24;
const PACKET_HEADER = 16;

export interface CapturedPacket {
  readonly octets: Uint8Array;
  /** Microseconds since 1970, or since any other beginning. */
  readonly at: number;
}

export function writePcap(packets: readonly CapturedPacket[]): Uint8Array {
  const length = packets.reduce((sum, { octets }) => sum + PACKET_HEADER + octets.length, FILE_HEADER);
  const file = new Uint8Array(length);
  const view = new DataView(file.buffer);
  view.setUint32(0, MAGIC);
  view.setUint16(4, 2); // version 2.4
  view.setUint16(6, 4);
  view.setUint32(16, SNAPLEN);
  view.setUint32(20, LINKTYPE_RAW);
  let at = FILE_HEADER;
  for (const packet of packets) {
    view.setUint32(at, Math.floor(packet.at / 1_000_000));
    view.setUint32(at + 4, packet.at % 1_000_000);
    view.setUint32(at + 8, packet.octets.length);
    view.setUint32(at + 12, packet.octets.length);
    file.set(packet.octets, at + PACKET_HEADER);
    at += PACKET_HEADER + packet.octets.length;
  }
  return file;
}
