/**
 * What a router at a narrow link says to the sender of a datagram that may not be cut: ICMP destination unreachable,
 * code 4, with the MTU (RFC 1191 section 4). Nobody is told about a later fragment, or about an ICMP error (RFC 1122
 * section 3.2.2), or about octets that are no datagram.
 */
import { ipv4Header } from '../generated/ipv4/header.ts';
import { icmpMessage } from '../generated/ipv4/icmp.ts';
import { hexOf, viewOf } from '../wire/runtime/octets.ts';
import type { TooLongReport } from './impairments/mtu.ts';

const ICMP = 1;
/** Echo, echo reply, timestamp and information: the ICMP messages that are no errors. */
const QUERIES: ReadonlySet<number | undefined> = new Set([0, 8, 13, 14, 15, 16]);
/** RFC 1812 section 4.3.2.3: as much as fits into 576 octets. */
const MOST_QUOTED = 576 - 20 - 8;

/** A report for `mtu`, from a router with this dotted address. */
export function fragmentationNeeded(from: string): TooLongReport {
  return (octets, most) => {
    const head = ipv4Header.decode(octets);
    if (!head.ok) return undefined;
    const { dontFragment, fragmentOffset, protocol, source: destination } = head.value;
    if (!dontFragment || fragmentOffset > 0) return undefined;
    if (protocol === ICMP && !QUERIES.has(octets[head.length])) return undefined;
    const quoted = octets.subarray(0, MOST_QUOTED);
    const data = hexOf(viewOf(quoted), 0, quoted.length);
    const message = icmpMessage.encode({ type: 3, code: 4, nextHopMtu: most, data });
    const header = ipv4Header.encode(
      { source: from, destination, protocol: ICMP, timeToLive: 64 },
      { payloadLength: message.length },
    );
    return Uint8Array.of(...header, ...message);
  };
}
