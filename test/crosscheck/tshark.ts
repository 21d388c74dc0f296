/** Wireshark's dissectors, as `tshark -T fields`: what others read in the octets that we read. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePcap } from '../../src/net/pcap.ts';

/** Each packet is read by itself, and every checksum is looked at. */
const SETTINGS = [
  'ip.defragment:FALSE',
  'ip.check_checksum:TRUE',
  'ip.security_flag:FALSE',
  'udp.check_checksum:TRUE',
  'tcp.check_checksum:TRUE',
  'tcp.relative_sequence_numbers:FALSE',
  'tcp.analyze_sequence_numbers:FALSE',
  'tcp.desegment_tcp_streams:FALSE',
].flatMap((setting) => ['-o', setting]);

/** What tshark says to root whatever it reads. */
const TO_ROOT = /^Running as user "root"/;

/** A column's texts by its name: one for each time that the field occurs in the packet, in order. */
export type Row = Readonly<Record<string, readonly string[]>>;

/** @throws Error when tshark complains of the capture, or reads more or fewer packets than there are */
export function dissect(packets: readonly Uint8Array[], columns: readonly string[]): Row[] {
  const folder = mkdtempSync(join(tmpdir(), 'assay-tshark-'));
  try {
    const file = join(folder, 'capture.pcap');
    writeFileSync(file, writePcap(packets.map((octets, at) => ({ octets, at }))));
    const rows = dissectFile(file, columns);
    if (rows.length !== packets.length) throw new Error(`tshark read ${rows.length} of ${packets.length} packets`);
    return rows;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** @throws Error when tshark complains */
export function dissectFile(file: string, columns: readonly string[]): Row[] {
  const wanted = columns.flatMap((column) => ['-e', column]);
  const { stdout, stderr, status } = spawnSync('tshark', ['-n', '-r', file, '-T', 'fields', ...SETTINGS, ...wanted], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const complaints = stderr.split('\n').filter((said) => said !== '' && !TO_ROOT.test(said));
  if (status !== 0 || complaints.length > 0) throw new Error(`tshark: status ${status}, ${complaints.join('; ')}`);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => {
      const texts = line.split('\t');
      return Object.fromEntries(columns.map((column, place) => [column, textsOf(texts[place])]));
    });
}

function textsOf(text = ''): string[] {
  return text === '' ? [] : text.split(',');
}

/** A number in decimal or after 0x, or a truth as 1 or 0; an address as it stands. */
export function plain(text: string): number | string {
  if (text === 'True') return 1;
  if (text === 'False') return 0;
  return /^(?:\d+|0x[0-9a-f]+)$/.test(text) ? Number(text) : text;
}

/** Those columns of a row that `table` has, their texts as values. */
export function only<Value>(row: Row, table: object, value: (text: string) => Value): Record<string, Value[]> {
  return Object.fromEntries(Object.keys(table).map((column) => [column, (row[column] ?? []).map(value)]));
}

/** The same columns, by what `table` has for each. */
export function each<Entry, Value>(
  table: Readonly<Record<string, Entry>>,
  values: (entry: Entry) => Value[],
): Record<string, Value[]> {
  return Object.fromEntries(Object.entries(table).map(([column, entry]) => [column, values(entry)]));
}
