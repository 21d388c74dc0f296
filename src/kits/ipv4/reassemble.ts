/**
 * Puts together answers that come in fragments, as an implementation may send them. The tester's own, and simple: every
 * fragment is kept until they cover the datagram.
 */
import { ipv4Header } from '../../generated/ipv4/header.ts';
import type { Arrival } from '../../harness/surface.ts';
import { joined } from './datagram.ts';

interface Part {
  readonly from: number;
  readonly data: Uint8Array;
  readonly isLast: boolean;
  readonly octets: Uint8Array;
}

export class Gatherer {
  readonly #parts = new Map<string, Part[]>();

  /** The whole datagram that `arrival` is or completes; undefined while parts are missing. */
  take(arrival: Arrival): Arrival | undefined {
    const read = ipv4Header.decode(arrival.datagram);
    if (!read.ok || !(read.value.moreFragments || read.value.fragmentOffset > 0)) return arrival;
    const { source, destination, protocol, identification, fragmentOffset, moreFragments, totalLength } = read.value;
    const key = [source, destination, protocol, identification, arrival.interface].join();
    const parts = this.#parts.get(key) ?? [];
    const data = arrival.datagram.subarray(read.length, totalLength);
    parts.push({ from: fragmentOffset * 8, data, isLast: !moreFragments, octets: arrival.datagram });
    this.#parts.set(key, parts);
    const whole = assemble(parts);
    if (whole === undefined) return undefined;
    this.#parts.delete(key);
    return { ...arrival, datagram: whole };
  }
}

function assemble(parts: readonly Part[]): Uint8Array | undefined {
  const inOrder = parts.toSorted((one, other) => one.from - other.from);
  const last = inOrder.findLast(({ isLast }) => isLast);
  if (last === undefined) return undefined;
  const data = new Uint8Array(last.from + last.data.length);
  let covered = 0;
  for (const part of inOrder) {
    if (part.from > covered) return undefined;
    data.set(part.data.subarray(0, Math.max(0, data.length - part.from)), part.from);
    covered = Math.max(covered, part.from + part.data.length);
  }
  if (covered < data.length) return undefined;
  const { value } = ipv4Header.observe(inOrder[0]!.octets);
  const { totalLength: _, headerChecksum: __, ...kept } = value;
  const head = ipv4Header.encode({ ...kept, moreFragments: false }, { payloadLength: data.length });
  return joined(head, data);
}
