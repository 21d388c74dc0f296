/**
 * What an ICMP error quotes of the datagram that it is about: the header and at least 8 octets of data, unchanged
 * (RFC 1122 section 3.2.2).
 */
import type { Probe } from './datagram.ts';
import { compareOctets, throwIf } from './difference.ts';
import { quoteOf, type Seen } from './seen.ts';

const ICMP_HEADER_OCTETS = 8;
const [TIME_TO_LIVE, CHECKSUM] = [8, 10];

/** `inTransit`: time to live and checksum may be those that forwarding has made (RFC 1812 section 4.3.2.3). @throws Unmet */
export function assertQuotesHeader(report: Seen, sent: Probe, inTransit: boolean): void {
  const header = quoteOf(report.icmp).slice(0, sent.headerLength);
  if (inTransit && header.length === sent.headerLength) {
    if (header[TIME_TO_LIVE]! < sent.octets[TIME_TO_LIVE]!) header[TIME_TO_LIVE] = sent.octets[TIME_TO_LIVE]!;
    header.set(sent.octets.subarray(CHECKSUM, CHECKSUM + 2), CHECKSUM);
  }
  throwIf(
    compareOctets('quoted header', sent.octets.subarray(0, sent.headerLength), header, report.exchange, bitOf(report)),
  );
}

/** @throws Unmet */
export function assertQuotesData(report: Seen, sent: Probe, atLeast: number): void {
  const quoted = dataOf(report, sent.headerLength);
  const length = Math.min(sent.payload.length, Math.max(atLeast, quoted.length));
  const at = bitOf(report) + 8 * sent.headerLength;
  throwIf(
    compareOctets('quoted data', sent.payload.subarray(0, length), quoted.subarray(0, length), report.exchange, at),
  );
}

/** Without an extension, which stands behind as many 32-bit words as the message says (RFC 4884 section 4). */
function dataOf({ icmp }: Seen, headerLength: number): Uint8Array {
  const words = ((icmp?.unused ?? 0) >>> 16) & 0xff;
  return quoteOf(icmp).subarray(headerLength, words === 0 ? undefined : 4 * words);
}

/** First bit of the quote in the datagram that carries it. */
function bitOf({ octets, data }: Seen): number {
  return 8 * (octets.length - data.length + ICMP_HEADER_OCTETS);
}
