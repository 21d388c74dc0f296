/** pcapng: sections, interfaces, and the packets in enhanced or simple blocks; blocks of other kinds are passed over. */
import { type Captured, type CaptureRead, cutOff, datagramIn, MOST_PACKETS, notIp, tooMany } from './captured.ts';

const [SECTION, INTERFACE, SIMPLE, ENHANCED] = [0x0a0d0d0a, 1, 3, 6];
const BYTE_ORDER = 0x1a2b3c4d;
const LEAST_BLOCK = 12;

export function readNextGeneration(file: Uint8Array): CaptureRead {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const packets: Captured[] = [];
  const notes: string[] = [];
  let little = false;
  let links: number[] = [];
  let passed = 0;
  for (let at = 0; at < file.length; ) {
    if (packets.length === MOST_PACKETS) return { ok: true, packets, notes: [tooMany(file.length - at)] };
    if (file.length - at < LEAST_BLOCK) return { ok: true, packets, notes: [cutOff(packets.length)] };
    const isSection = view.getUint32(at) === SECTION;
    if (isSection) [little, links] = [view.getUint32(at + 8) !== BYTE_ORDER, []];
    const length = view.getUint32(at + 4, little);
    if (length < LEAST_BLOCK || length > file.length - at) {
      return { ok: true, packets, notes: [cutOff(packets.length)] };
    }
    const kind = isSection ? SECTION : view.getUint32(at, little);
    if (kind === INTERFACE) links.push(view.getUint16(at + 8, little));
    const place = placeOf(kind, view, at, length, little);
    if (place !== undefined) {
      const { from, held, whole, time } = place;
      const octets = datagramIn(file.subarray(from, Math.min(from + held, at + length)), links[place.interface] ?? -1);
      if (octets === undefined) passed += 1;
      else packets.push({ at: time, octets, isCut: held < whole });
    }
    at += length;
  }
  if (passed > 0) notes.push(notIp(passed, links[0] ?? -1));
  return { ok: true, packets, notes };
}

interface Place {
  readonly interface: number;
  readonly from: number;
  readonly held: number;
  readonly whole: number;
  readonly time: number;
}

/** Undefined for a block that holds no packet. */
function placeOf(kind: number, view: DataView, at: number, length: number, little: boolean): Place | undefined {
  const number = (offset: number): number => view.getUint32(at + offset, little);
  if (kind === ENHANCED && length >= 32) {
    const time = number(12) * 2 ** 32 + number(16);
    return { interface: number(8), from: at + 28, held: number(20), whole: number(24), time };
  }
  if (kind === SIMPLE && length >= 16) {
    const whole = number(8);
    return { interface: 0, from: at + 12, held: Math.min(whole, length - 16), whole, time: 0 };
  }
  return undefined;
}
