/** The UDP datagram in what came back, whatever is wrong with it, and what an answer is known by. */
import { type UdpDatagram, udpDatagram } from '../../generated/udp/datagram.ts';
import { ICMP } from '../ipv4/datagram.ts';
import type { Located } from '../ipv4/difference.ts';
import { isReportAbout, type Matches, type Seen } from '../ipv4/seen.ts';
import { HEADER_OCTETS, type UdpProbe } from './datagram.ts';

export interface UdpSeen extends Located, Omit<UdpDatagram, 'data'> {
  /** All that IP carries behind the header. */
  readonly data: Uint8Array;
  /** Header and data. */
  readonly octets: Uint8Array;
  /** First bit of the data in the datagram that carries it. */
  readonly dataAt: number;
}

/** Fewer octets of data may be the same by chance. */
const ENOUGH_DATA = 8;

/** Undefined when not even the header is there. */
export function udpIn(seen: Seen): UdpSeen | undefined {
  const { data: octets, exchange } = seen;
  if (octets.length < HEADER_OCTETS) return undefined;
  const observed = udpDatagram.observe(octets);
  const { sourcePort = 0, destinationPort = 0, length = 0, checksum = 0 } = observed.value;
  const at = 8 * (seen.octets.length - octets.length);
  const where = Object.entries(observed.where).map(([field, { bit, bits }]) => [field, { bit: at + bit, bits }]);
  return {
    sourcePort,
    destinationPort,
    length,
    checksum,
    data: octets.subarray(HEADER_OCTETS),
    octets,
    dataAt: at + 8 * HEADER_OCTETS,
    exchange,
    where: Object.fromEntries(where),
  };
}

/**
 * An answer is known by the port that it goes to or, if that is another, by its data; whatever else is wrong with it is for its own rule
 * to say. The request itself, sent back, is none.
 */
export function isAnswerTo(request: UdpProbe): Matches {
  return (seen) => {
    const { source, protocol } = seen.header;
    if (source === request.header.source || protocol === ICMP) return false;
    const answer = udpIn(seen);
    if (answer === undefined) return false;
    const { sourcePort, destinationPort, data } = answer;
    if (destinationPort === request.sourcePort) return true;
    // Not exchanged: its own rule says so.
    if (sourcePort === request.sourcePort && destinationPort === request.destinationPort) return true;
    return request.data.length >= ENOUGH_DATA && request.data.every((octet, at) => octet === data[at]);
  };
}

/** An answer, or an error about it. */
export function isReactionTo(request: UdpProbe): Matches {
  const [isAnswer, isReport] = [isAnswerTo(request), isReportAbout(request)];
  return (seen) => isAnswer(seen) || isReport(seen);
}
