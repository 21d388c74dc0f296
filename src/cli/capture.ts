/** `--pcap`: the datagrams of all scenarios as one capture, in the order of their scenarios. */
import { writeFileSync } from 'node:fs';
import { fromHex } from '../contract/hex.ts';
import type { Report } from '../generated/meta/report.ts';
import { writePcap } from '../net/pcap.ts';

/** Layer of a whole IPv4 datagram in evidence. */
const DATAGRAM = 'ipv4';

export async function writeCapture(file: string, report: Report): Promise<void> {
  const packets = report.results.flatMap(({ evidence }) =>
    (evidence?.exchange ?? [])
      .filter(({ layer }) => layer === DATAGRAM)
      .map(({ octets, at }) => ({ octets: fromHex(octets), at: Math.max(0, at[1] ?? 0) })),
  );
  writeFileSync(file, writePcap(packets));
}
