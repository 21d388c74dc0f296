/** Wire mutants of IPv4: codecs that err in one field, and hosts whose datagrams are tampered with. */
import { toHex } from '../../contract/hex.ts';
import { internetSum } from '../../wire/runtime/checksum.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import type { WireMutant } from '../mutant.ts';
import { misread, miswrite, onDecode, overlook, type Value } from './codec-wrap.ts';
import { messageIn, onTraffic, sealHeader, sealMessage } from './traffic-wrap.ts';

const HEADER = 'ipv4/header';
const UNREACHABLE = 3;
const TIME_EXCEEDED = 11;
const [TIMESTAMP, LOOSE_SOURCE_ROUTE, STRICT_SOURCE_ROUTE] = [68, 131, 137];

type Options = readonly Readonly<{ type: number; length?: number; pointer?: number }>[];

const optionsOf = ({ options = [] }: Value): Options => options as Options;
const octetsOfOptions = (options: Options): number => options.reduce((sum, { length = 1 }) => sum + length, 0);
const uint = (value: Value, field: string): number => Number(value[field] ?? 0);

/** The checksum as somebody works it out who brings the carries back in only once. */
function checksumFoldedOnce(header: Uint8Array): number {
  const view = viewOf(header.slice());
  view.setUint16(10, 0);
  const sum = internetSum(view, 0, view.byteLength, 0);
  return ~((sum & 0xffff) + (sum >>> 16)) & 0xffff;
}

const decoders: readonly WireMutant[] = [
  {
    id: 'version-not-checked',
    rule: 'RFC791-VER',
    about: 'reads octets of any version as IPv4',
    wrap: overlook(HEADER, ({ kind, field }) => kind === 'const' && field === 'version'),
  },
  {
    id: 'ihl-below-5-accepted',
    rule: 'RFC791-IHL-1',
    about: 'accepts a header that claims to be shorter than its own fields',
    wrap: overlook(HEADER, ({ kind, field }) => kind === 'range' && field === 'ihl'),
  },
  {
    id: 'cut-header-accepted',
    rule: 'RFC791-IHL-2',
    about: 'accepts octets that end before the header does',
    wrap: overlook(HEADER, ({ kind }) => kind === 'truncated'),
  },
  {
    id: 'total-length-below-header-accepted',
    rule: 'RFC791-TL-1',
    about: 'accepts a total length that its own header does not fit into',
    wrap: overlook(HEADER, ({ kind, field }) => kind === 'require' && field === 'totalLength'),
  },
  {
    id: 'checksum-not-verified',
    rule: 'RFC791-CSUM-1',
    about: 'accepts any header checksum',
    wrap: overlook(HEADER, ({ kind }) => kind === 'checksum'),
  },
  {
    id: 'checksum-folded-once',
    rule: 'RFC791-CSUM-1',
    about: 'brings the carries of the sum back in once, though that may carry again, and refuses what is right',
    wrap: onDecode(HEADER, (decoded, octets) => {
      if (!decoded.ok) return decoded;
      const header = octets.subarray(0, 4 * uint(decoded.value, 'ihl'));
      const isSound = checksumFoldedOnce(header) === uint(decoded.value, 'headerChecksum');
      return isSound ? decoded : { ok: false, fault: 'checksum' };
    }),
  },
  {
    id: 'option-length-not-checked',
    rule: 'RFC791-OPT-3',
    about: 'takes an option of impossible length for one that fills the rest of the header',
    wrap: overlook(
      HEADER,
      ({ kind }) => kind === 'list',
      (value, octets) => {
        const sound = optionsOf(value);
        const [type, length, ...data] = octets.subarray(20 + octetsOfOptions(sound), 4 * uint(value, 'ihl'));
        return { ...value, options: [...sound, { type, length, data: toHex(Uint8Array.from(data)) }] };
      },
    ),
  },
  {
    id: 'padding-read-as-options',
    rule: 'RFC791-OPT-3',
    about: 'reads on past the end of the option list',
    wrap: misread(HEADER, (value) => {
      const options = optionsOf(value);
      const left = 4 * uint(value, 'ihl') - 20 - octetsOfOptions(options);
      return { options: [...options, ...Array.from({ length: left }, () => ({ type: 0 }))] };
    }),
  },
  {
    id: 'no-operation-taken-for-end',
    rule: 'RFC791-OPT-3',
    about: 'reads no option after a No Operation',
    wrap: misread(HEADER, (value) => {
      const options = optionsOf(value);
      const at = options.findIndex(({ type }) => type === 1);
      return { options: at < 0 ? options : options.slice(0, at) };
    }),
  },
  {
    id: 'pointer-counted-from-0',
    rule: 'RFC791-OPT-5',
    about: 'reads the pointer of an option as if octets were counted from 0',
    wrap: misread(HEADER, (value) => ({
      options: optionsOf(value).map((option) =>
        option.pointer === undefined ? option : { ...option, pointer: option.pointer - 1 },
      ),
    })),
  },
  {
    id: 'least-pointer-refused',
    rule: 'RFC791-OPT-5',
    about: 'refuses an option whose pointer is still at its first place',
    wrap: onDecode(HEADER, (decoded) => {
      if (!decoded.ok) return decoded;
      const isAtFirst = optionsOf(decoded.value).some(({ type, pointer }) => pointer === (type === TIMESTAMP ? 5 : 4));
      return isAtFirst ? { ok: false, fault: 'pointer' } : decoded;
    }),
  },
  {
    id: 'any-pointer-accepted',
    rule: 'RFC791-OPT-5',
    about: 'reads a pointer that points into the head of its own option',
    wrap: overlook(
      HEADER,
      ({ kind }) => kind === 'list',
      (value, octets) => {
        const [type, length, pointer] = octets.subarray(20 + octetsOfOptions(optionsOf(value)));
        return { ...value, options: [...optionsOf(value), { type, length, pointer, route: '' }] };
      },
    ),
  },
  {
    id: 'used-up-route-refused',
    rule: 'RFC791-OPT-6',
    about: 'refuses an option whose pointer points beyond it',
    wrap: onDecode(HEADER, (decoded) => {
      if (!decoded.ok) return decoded;
      const isUsedUp = optionsOf(decoded.value).some(({ length = 0, pointer = 0 }) => pointer > length);
      return isUsedUp ? { ok: false, fault: 'pointer' } : decoded;
    }),
  },
  {
    id: 'ecn-of-one-bit',
    rule: 'RFC791-HDR-1',
    about: 'takes ECN to be one bit wide',
    wrap: misread(HEADER, (value) => ({ ecn: uint(value, 'ecn') & 1 })),
  },
  {
    id: 'protocol-read-as-signed',
    rule: 'RFC791-HDR-1',
    about: 'reads the protocol as a signed octet',
    wrap: misread(HEADER, (value) => ({ protocol: (uint(value, 'protocol') << 24) >> 24 })),
  },
  {
    id: 'df-read-from-first-flag',
    rule: 'RFC791-FLAG-2',
    about: 'reads DF from the first bit of the flags, not the second',
    wrap: misread(HEADER, ({ reserved }) => ({ dontFragment: reserved })),
  },
  {
    id: 'offset-of-twelve-bits',
    rule: 'RFC791-FO-1',
    about: 'takes the fragment offset to be 12 bits wide when it reads it',
    wrap: misread(HEADER, (value) => ({ fragmentOffset: uint(value, 'fragmentOffset') & 0xfff })),
  },
];

const encoders: readonly WireMutant[] = [
  {
    id: 'dscp-written-as-precedence',
    rule: 'RFC791-HDR-1',
    about: 'writes the upper three bits of DSCP, as if they were still the precedence',
    wrap: miswrite(HEADER, (value) => ({ dscp: uint(value, 'dscp') & 0x38 })),
  },
  {
    id: 'mf-left-out-of-first-fragment',
    rule: 'RFC791-FLAG-2',
    about: 'takes what stands at offset 0 for no fragment, and leaves MF clear',
    wrap: miswrite(HEADER, (value) => (uint(value, 'fragmentOffset') === 0 ? { moreFragments: false } : {})),
  },
  {
    id: 'offset-cut-to-twelve-bits',
    rule: 'RFC791-FO-1',
    about: 'drops the highest bit of the fragment offset when it writes it',
    wrap: miswrite(HEADER, (value) => ({ fragmentOffset: uint(value, 'fragmentOffset') & 0xfff })),
  },
  {
    id: 'total-length-of-data-only',
    rule: 'RFC791-TL-1',
    about: 'leaves the header out of the total length that it works out',
    wrap: miswrite(HEADER, ({ totalLength }, payloadLength) => ({ totalLength: totalLength ?? payloadLength })),
  },
  {
    id: 'checksum-not-worked-out',
    rule: 'RFC791-CSUM-1',
    about: 'writes zero where it was told no checksum',
    wrap: miswrite(HEADER, ({ headerChecksum }) => ({ headerChecksum: headerChecksum ?? 0 })),
  },
  {
    id: 'padding-of-no-operations',
    rule: 'RFC791-PAD-1',
    about: 'fills the last word of the header with No Operation',
    wrap: miswrite(HEADER, (value) => {
      const options = optionsOf(value);
      const left = -octetsOfOptions(options) & 3;
      return { options: [...options, ...Array.from({ length: left }, () => ({ type: 1 }))] };
    }),
  },
  {
    id: 'strict-routes-written-as-loose',
    rule: 'RFC791-OPT-5',
    about: 'has one type for source routes, and writes every strict one as loose',
    wrap: miswrite(HEADER, (value) => ({
      options: optionsOf(value).map((option) =>
        option.type === STRICT_SOURCE_ROUTE ? { ...option, type: LOOSE_SOURCE_ROUTE } : option,
      ),
    })),
  },
];

const hosts: readonly WireMutant[] = [
  {
    id: 'odd-octet-left-out-of-checksum',
    rule: 'RFC792-2',
    about: 'leaves the last octet of a message of odd length out of its checksum',
    wrap: onTraffic(() => ({
      outward: (datagram) => {
        const message = messageIn(datagram);
        if (message !== undefined) sealMessage(message, message.length & ~1);
        return [datagram];
      },
    })),
  },
  {
    id: 'quoted-length-in-host-order',
    rule: 'RFC1122-ICMP-2',
    about: 'quotes the header of a datagram after it has turned its total length to the order of its own machine',
    wrap: onTraffic(() => ({
      outward: (datagram) => {
        const message = messageIn(datagram);
        if (message?.[0] === TIME_EXCEEDED) {
          message.subarray(10, 12).reverse();
          sealMessage(message);
        }
        return [datagram];
      },
    })),
  },
  {
    id: 'time-to-live-of-report-copied',
    rule: 'RFC1812-ICMP-3',
    about: 'sends an ICMP error with the time to live of the datagram that it quotes',
    wrap: onTraffic(() => ({
      outward: (datagram) => {
        const message = messageIn(datagram);
        if (message?.[0] === UNREACHABLE) {
          datagram[8] = message[16]!;
          sealHeader(datagram);
        }
        return [datagram];
      },
    })),
  },
  {
    id: 'early-last-fragment-lost',
    rule: 'RFC1122-REASM-0',
    about: 'loses a last fragment that comes before all others',
    wrap: onTraffic(() => {
      const begun = new Set<string>();
      return {
        inward: (datagram) => {
          const flags = viewOf(datagram).getUint16(6);
          const [hasMore, offset] = [(flags & 0x2000) !== 0, flags & 0x1fff];
          const key = toHex(datagram.subarray(4, 6));
          if (offset > 0 && !hasMore && !begun.has(key)) return [];
          begun.add(key);
          return [datagram];
        },
      };
    }),
  },
  {
    id: 'hangs-on-option-length-0',
    rule: 'RFC1122-OPT-4',
    about: 'goes round for ever over an option of length 0, and hears nothing any more',
    wrap: onTraffic(() => {
      let hangs = false;
      return {
        inward: (datagram) => {
          hangs ||= (datagram[0]! & 0xf) > 5 && datagram[20]! > 1 && datagram[21] === 0;
          return hangs ? [] : [datagram];
        },
      };
    }),
  },
  {
    id: 'reserved-bit-kills',
    rule: 'RFC1812-RSV',
    about: 'drops every datagram that has the reserved bit set',
    wrap: onTraffic(() => ({ inward: (datagram) => ((datagram[6]! & 0x80) === 0 ? [datagram] : []) })),
  },
];

export const ipv4WireMutants: readonly WireMutant[] = [...decoders, ...encoders, ...hosts];
