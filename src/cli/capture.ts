/** `--pcap`: the datagrams of all scenarios as one capture, in the order of their scenarios and their times. */
import { fromHex } from '../contract/hex.ts';
import type { Report } from '../generated/meta/report.ts';
import { writePcap } from '../net/pcap.ts';

/** Layer of a whole IPv4 datagram in evidence. */
const DATAGRAM = 'ipv4';

export function captureOf({ results }: Report): Uint8Array {
  const datagrams = results.flatMap(
    ({ evidence }) => evidence?.exchange.filter(({ layer }) => layer === DATAGRAM) ?? [],
  );
  // Times count from each scenario's start, and none is before it.
  return writePcap(datagrams.map(({ octets, at }) => ({ octets: fromHex(octets), at: Math.max(0, at?.[1] ?? 0) })));
}
