/**
 * Makes fixtures/captures anew: traffic of this machine's own stack and programs, in network namespaces. Needs Linux,
 * root (or `unshare -Urn` around it), iproute2 and iputils-ping.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { projectPath } from '../../src/loader/project.ts';
import { writePcap } from '../../src/net/pcap.ts';
import { capture, SCENES } from './capture/scenes.ts';

mkdirSync(projectPath('fixtures', 'captures'), { recursive: true });
for (const scene of Object.keys(SCENES) as (keyof typeof SCENES)[]) {
  const packets = await capture(scene);
  const file = writePcap(packets);
  writeFileSync(projectPath('fixtures', 'captures', `${scene}.pcap`), file);
  console.log(`${scene}.pcap: ${packets.length} packets, ${file.length} octets`);
}
