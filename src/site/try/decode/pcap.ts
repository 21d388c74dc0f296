/** Classic pcap (draft-ietf-opsawg-pcap): a header, then packets one after another. */
import { type Captured, type CaptureRead, cutOff, datagramIn, MOST_PACKETS, notIp, tooMany } from './captured.ts';

const [FILE_HEADER, PACKET_HEADER] = [24, 16];

/** `little`: the least octet of a number comes first; `ticks` of its clock are a microsecond. */
export function readClassic(file: Uint8Array, little: boolean, ticks: number): CaptureRead {
  if (file.length < FILE_HEADER) return { ok: false, why: 'the capture ends within its first header' };
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const link = view.getUint32(20, little) & 0xffff;
  const packets: Captured[] = [];
  const notes: string[] = [];
  let passed = 0;
  for (let at = FILE_HEADER; at < file.length; ) {
    if (packets.length === MOST_PACKETS) return { ok: true, packets, notes: [...notes, tooMany(file.length - at)] };
    if (file.length - at < PACKET_HEADER) return { ok: true, packets, notes: [...notes, cutOff(packets.length)] };
    const [held, whole] = [view.getUint32(at + 8, little), view.getUint32(at + 12, little)];
    const from = at + PACKET_HEADER;
    const octets = datagramIn(file.subarray(from, from + held), link);
    const time = view.getUint32(at, little) * 1e6 + view.getUint32(at + 4, little) / ticks;
    if (octets === undefined) passed += 1;
    else packets.push({ at: time, octets, isCut: held < whole || from + held > file.length });
    if (from + held > file.length) return { ok: true, packets, notes: [...notes, cutOff(packets.length)] };
    at = from + held;
  }
  if (passed > 0) notes.push(notIp(passed, link));
  return { ok: true, packets, notes };
}
