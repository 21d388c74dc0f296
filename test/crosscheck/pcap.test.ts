/** tshark reads a capture of the seeded network: every packet, its time and its octets, and has nothing to say about it. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { toHex } from '../../src/contract/hex.ts';
import { captured, corruption, delay, duplication, jitter, loss, reordering } from '../../src/net/index.ts';
import { type CapturedPacket, writePcap } from '../../src/net/pcap.ts';
import { testWith } from '../requires.ts';
import { request, twoHosts } from '../unit/net/pings.ts';

/** What tshark says to root whatever it reads. */
const TO_ROOT = /^Running as user "root"/;

interface Frame {
  readonly _source: { readonly layers: Readonly<Record<string, unknown>> };
}

function tshark(packets: readonly CapturedPacket[], ...options: string[]): { stdout: string; complaints: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'assay-pcap-'));
  try {
    const file = join(folder, 'capture.pcap');
    writeFileSync(file, writePcap(packets));
    const { stdout, stderr, status } = spawnSync('tshark', ['-n', '-r', file, ...options], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    });
    const complaints = stderr.split('\n').filter((said) => said !== '' && !TO_ROOT.test(said));
    return { stdout, complaints: status === 0 ? complaints : [`exit ${status}`, ...complaints] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function capture(corrupted: number): CapturedPacket[] {
  const impairments = [loss(0.1), duplication(0.1), corruption(corrupted), reordering(0.2, 3000), jitter(700)];
  const network = twoHosts(791, [...impairments, delay(999_000)]);
  for (let number = 0; number < 200; number += 1) {
    network.send('a', { datagram: request(number, 2 * number), interface: 0 }, number * 10_000);
  }
  network.run();
  return captured(network.trace, 'delivered');
}

testWith('tshark')('tshark reads the octets of every packet, also of those that were corrupted', () => {
  const packets = capture(0.2);
  const { stdout, complaints } = tshark(packets, '-T', 'jsonraw');
  expect(complaints).toEqual([]);
  const frames = JSON.parse(stdout) as Frame[];
  const octets = frames.map(({ _source: { layers } }) => (layers.frame_raw as [string])[0]);
  expect(octets).toEqual(packets.map((packet) => toHex(packet.octets)));
  expect(octets.length).toBeGreaterThan(200);
});

testWith('tshark')('tshark reads the time of every packet, finds none malformed and every checksum right', () => {
  const packets = capture(0);
  const fields = ['frame.time_epoch', '_ws.malformed', 'ip.checksum.status', 'icmp.checksum.status'];
  const columns = fields.flatMap((field) => ['-e', field]);
  const { stdout, complaints } = tshark(packets, '-T', 'fields', '-o', 'ip.check_checksum:TRUE', ...columns);
  expect(complaints).toEqual([]);
  const rows = stdout.split('\n').slice(0, -1);
  const wanted = packets.map(({ at }) => {
    const seconds = `${Math.floor(at / 1_000_000)}.${String(at % 1_000_000).padStart(6, '0')}000`;
    return [seconds, '', '1', '1'].join('\t');
  });
  expect(rows).toEqual(wanted);
  expect(rows.length).toBeGreaterThan(200);
});
