/** Wire mutants of IPv4 that believe too much of what they are told, or see more in an identification than there is. */
import { toHex } from '../../contract/hex.ts';
import { internetChecksum } from '../../wire/runtime/checksum.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import type { WireMutant } from '../mutant.ts';
import { type Filter, messageIn, onTraffic } from './traffic-wrap.ts';

const [FLAGS_AT, IDENTIFICATION_AT, CHECKSUM_AT, DESTINATION_AT, HEADER_OCTETS] = [6, 4, 10, 16, 20];
const ICMP_HEADER_OCTETS = 8;
const [UNREACHABLE, SOURCE_QUENCH] = [3, 4];
const HINTS: ReadonlySet<number> = new Set([0, 1, 5]);
/** DF, MF and the offset. */
const [DONT_FRAGMENT, FRAGMENTATION] = [0x4000, 0x7fff];

const destinationOf = (datagram: Uint8Array): string => toHex(datagram.subarray(DESTINATION_AT, HEADER_OCTETS));

/** Sends nothing more to whom a message is about that `convinces` it. */
function givesUp(convinces: (message: Uint8Array) => boolean): () => Filter {
  return () => {
    const lost = new Set<string>();
    return {
      inward: (datagram) => {
        const message = messageIn(datagram);
        if (message && convinces(message)) lost.add(destinationOf(message.subarray(ICMP_HEADER_OCTETS)));
        return [datagram];
      },
      outward: (datagram) => (lost.has(destinationOf(datagram)) ? [] : [datagram]),
    };
  };
}

/** Lets only the first pass of the datagrams that have these flags and one identification. */
function dropsCopies(flags: number): () => Filter {
  return () => {
    const seen = new Set<string>();
    return {
      inward: (datagram) => {
        const view = viewOf(datagram);
        if ((view.getUint16(FLAGS_AT) & FRAGMENTATION) !== flags) return [datagram];
        const key = toHex(datagram.subarray(IDENTIFICATION_AT, FLAGS_AT)) + toHex(datagram.subarray(12, HEADER_OCTETS));
        if (seen.has(key)) return [];
        seen.add(key);
        return [datagram];
      },
    };
  };
}

/** Answers each datagram with the identification that it came with. */
function returnsIdentification(): Filter {
  let identification = 0;
  return {
    inward: (datagram) => {
      identification = viewOf(datagram).getUint16(IDENTIFICATION_AT);
      return [datagram];
    },
    outward: (datagram) => {
      const view = viewOf(datagram);
      view.setUint16(IDENTIFICATION_AT, identification);
      view.setUint16(CHECKSUM_AT, 0);
      view.setUint16(CHECKSUM_AT, internetChecksum(view, 0, 4 * (datagram[0]! & 0xf)));
      return [datagram];
    },
  };
}

export const ipv4HostWireMutants: readonly WireMutant[] = [
  {
    id: 'hint-taken-for-proof',
    rule: 'RFC1122-DU-4',
    about: 'sends nothing more to a destination that somebody has called unreachable',
    wrap: onTraffic(givesUp(([type, code]) => type === UNREACHABLE && HINTS.has(code!))),
  },
  {
    id: 'source-quench-obeyed',
    rule: 'RFC6633-2',
    about: 'forwards nothing more to a destination for which it was asked to slow down',
    wrap: onTraffic(givesUp(([type]) => type === SOURCE_QUENCH)),
  },
  {
    id: 'same-identification-taken-for-copy',
    rule: 'RFC6864-1',
    about: 'drops a datagram whose identification it has seen, as a copy',
    wrap: onTraffic(dropsCopies(0)),
  },
  {
    id: 'atomic-datagram-taken-for-copy',
    rule: 'RFC6864-3',
    about: 'drops a datagram that may not be cut when it has seen its identification, as a copy',
    wrap: onTraffic(dropsCopies(DONT_FRAGMENT)),
  },
  {
    id: 'identification-of-request-returned',
    rule: 'RFC6864-4',
    about: 'answers each request with the identification that it came with',
    wrap: onTraffic(returnsIdentification),
  },
];
