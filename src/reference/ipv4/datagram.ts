/**
 * A received datagram, checked as far as its header goes (RFC 1122 sections 3.2.1.1, 3.2.1.2; RFC 1812 section 5.2.2).
 * What fails a check is no datagram, and nobody is told. Options are looked at by whom the datagram is for.
 */
import { type Ipv4HeaderStruct, ipv4Header } from '../../generated/ipv4/header.ts';
import { viewOf } from '../../wire/runtime/octets.ts';

export interface Datagram {
  readonly header: Ipv4HeaderStruct;
  readonly headerLength: number;
  /** Header and data, without what a link added behind them. */
  readonly octets: Uint8Array;
  /** Its end is missing. */
  readonly isTruncated: boolean;
  /** The interface that it came by. */
  readonly interface: number;
  /** The octets that an error about it quotes; of a reassembled one those of its first fragment. */
  readonly quotable: Uint8Array;
}

export function parse(octets: Uint8Array, port: number): Datagram | undefined {
  const header = ipv4Header.create();
  const fault = ipv4Header.read(header, viewOf(octets), 0, octets.length);
  if (fault !== 0 && ipv4Header.faults[fault - 1]!.kind !== 'list') return undefined;
  const whole = octets.subarray(0, header.totalLength);
  const isTruncated = whole.length < header.totalLength;
  return { header, headerLength: header.ihl * 4, octets: whole, isTruncated, interface: port, quotable: whole };
}

export function dataOf({ octets, headerLength }: Datagram): Uint8Array {
  return octets.subarray(headerLength);
}

export function isFragment({ header }: Datagram): boolean {
  return header.moreFragments === 1 || header.fragmentOffset > 0;
}
