/** Wire mutants of UDP: hosts whose datagrams are tampered with on their way in or out. */
import { foldSum, internetChecksum, internetSum, pseudoHeaderSum } from '../../wire/runtime/checksum.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import type { WireMutant } from '../mutant.ts';
import { type Filter, onTraffic } from './traffic-wrap.ts';

const UDP = 17;
const UDP_LITE = 136;
const HEADER_OCTETS = 8;
const ECHO_PORT = 7;
const [LENGTH_AT, CHECKSUM_AT] = [4, 6];
const ALL_ONES = 0xffff;

/** UDP in a datagram that is no fragment: a window upon its octets, and its addresses. */
interface Udp {
  readonly view: DataView;
  readonly addresses: readonly [source: number, destination: number];
}

/** Only of the echo service: what a router forwards is not its own to get wrong. */
function udpIn(datagram: Uint8Array): Udp | undefined {
  const head = viewOf(datagram);
  const isFragment = (head.getUint16(6) & 0x3fff) !== 0;
  if (datagram[9] !== UDP || isFragment) return undefined;
  const view = viewOf(datagram.subarray(4 * (datagram[0]! & 0xf)));
  if (view.byteLength < HEADER_OCTETS) return undefined;
  const isEcho = view.getUint16(0) === ECHO_PORT || view.getUint16(2) === ECHO_PORT;
  return isEcho ? { view, addresses: [head.getInt32(12), head.getInt32(16)] } : undefined;
}

/** Over the first `covered` octets, carries brought back in; all ones where the checksum is right. */
function sumOf({ view, addresses }: Udp, covered: number): number {
  const pseudo = pseudoHeaderSum(...addresses, UDP, view.getUint16(LENGTH_AT));
  return foldSum(internetSum(view, 0, covered, pseudo));
}

function seal(udp: Udp, covered: number = udp.view.byteLength): void {
  udp.view.setUint16(CHECKSUM_AT, 0);
  udp.view.setUint16(CHECKSUM_AT, ~sumOf(udp, covered) & ALL_ONES || ALL_ONES);
}

type Half = Pick<WireMutant, 'wrap'>;

/** Changes the octets of each UDP datagram that passes. */
function rewriting(direction: keyof Filter, tamper: (udp: Udp, datagram: Uint8Array) => void): Half {
  const filter = (datagram: Uint8Array): readonly Uint8Array[] => {
    const udp = udpIn(datagram);
    if (udp !== undefined) tamper(udp, datagram);
    return [datagram];
  };
  return { wrap: onTraffic(() => ({ [direction]: filter })) };
}

/** Lets no UDP datagram pass that `isRefused`. */
function withholding(direction: keyof Filter, isRefused: (udp: Udp) => boolean): Half {
  const filter = (datagram: Uint8Array): readonly Uint8Array[] => {
    const udp = udpIn(datagram);
    return udp !== undefined && isRefused(udp) ? [] : [datagram];
  };
  return { wrap: onTraffic(() => ({ [direction]: filter })) };
}

export const udpWireMutants: readonly WireMutant[] = [
  {
    id: 'udp-length-of-data-only',
    rule: 'RFC768-LEN-1',
    about: 'leaves the header out of the length',
    ...rewriting('outward', (udp) => {
      udp.view.setUint16(LENGTH_AT, udp.view.byteLength - HEADER_OCTETS);
      seal(udp);
    }),
  },
  {
    id: 'impossible-length-overlooked',
    rule: 'RFC768-LEN-3',
    about: 'takes what came for the datagram where its length cannot be right',
    ...rewriting('inward', ({ view }) => {
      const length = view.getUint16(LENGTH_AT);
      if (length < HEADER_OCTETS || length > view.byteLength) view.setUint16(LENGTH_AT, view.byteLength);
    }),
  },
  {
    id: 'odd-octet-left-out-of-udp-checksum',
    rule: 'RFC768-CSUM-1',
    about: 'leaves the last octet of a datagram of odd length out of the checksum that it makes',
    ...rewriting('outward', (udp) => seal(udp, udp.view.byteLength & ~1)),
  },
  {
    id: 'zero-checksum-sent',
    rule: 'RFC768-CSUM-2',
    about: 'sends a checksum that comes to zero as it is',
    ...rewriting('outward', ({ view }) => {
      if (view.getUint16(CHECKSUM_AT) === ALL_ONES) view.setUint16(CHECKSUM_AT, 0);
    }),
  },
  {
    id: 'zero-checksum-verified',
    rule: 'RFC768-CSUM-3',
    about: 'takes a checksum field of zero for a wrong checksum',
    ...withholding('inward', ({ view }) => view.getUint16(CHECKSUM_AT) === 0),
  },
  {
    id: 'answers-as-udp-lite',
    rule: 'RFC768-PROTO',
    about: 'writes another protocol into the header of what it sends',
    ...rewriting('outward', (_, datagram) => {
      datagram[9] = UDP_LITE;
      const head = viewOf(datagram);
      head.setUint16(10, 0);
      head.setUint16(10, internetChecksum(head, 0, 4 * (datagram[0]! & 0xf)));
    }),
  },
  {
    id: 'odd-octet-not-summed-up',
    rule: 'RFC1122-UDP-CSUM-1',
    about: 'leaves the last octet of a datagram of odd length out when it verifies the checksum',
    ...withholding('inward', (udp) => {
      const isChecked = udp.view.getUint16(CHECKSUM_AT) !== 0;
      return isChecked && sumOf(udp, udp.view.byteLength & ~1) !== ALL_ONES;
    }),
  },
  {
    id: 'all-ones-taken-for-wrong',
    rule: 'RFC1122-UDP-CSUM-1',
    about: 'works the checksum out anew and compares, and so refuses all ones where it comes to zero',
    ...withholding('inward', ({ view }) => view.getUint16(CHECKSUM_AT) === ALL_ONES),
  },
];
