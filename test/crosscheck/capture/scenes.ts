/** What is captured: a name for each file, and the traffic in it. Programs and stacks are the system's own. */
import { writeFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import type { CapturedPacket } from '../../../src/net/pcap.ts';
import {
  badOption,
  foreignProtocol,
  looseRoute,
  oddOptions,
  strictRoute,
  timestampRequest,
  withoutChecksum,
} from './injected.ts';
import { BEYOND_THE_CLIENT, NO_ROUTE, Path, PROHIBITED, ROUTER, SERVER, UNREACHABLE } from './path.ts';
import { udpTalk } from './udp-talk.ts';

export const SCENES = { echo, options, fragments, errors, reassembly, udp };

/** Milliseconds for the answers to what was put on the wire. */
const WHILE = 100;

/** The traffic of one scene, in namespaces of its own. */
export async function capture(scene: keyof typeof SCENES): Promise<readonly CapturedPacket[]> {
  const path = new Path();
  try {
    await SCENES[scene](path);
    return path.seen;
  } finally {
    path.close();
  }
}

async function echo(path: Path): Promise<void> {
  await ping(path, '-c', '2', '-i', '0.2', SERVER);
  await ping(path, '-s', '0', SERVER);
  await ping(path, '-s', '13', '-Q', '0xb8', SERVER);
  await inject(path, [timestampRequest]);
}

async function options(path: Path): Promise<void> {
  await ping(path, '-R', SERVER);
  await ping(path, '-T', 'tsonly', SERVER);
  await ping(path, '-T', 'tsandaddr', SERVER);
  await ping(path, '-T', 'tsprespec', ROUTER, SERVER, SERVER);
  await inject(path, [looseRoute, ...oddOptions]);
}

async function fragments(path: Path): Promise<void> {
  await ping(path, '-M', 'dont', '-s', '1000', SERVER);
  await ping(path, '-M', 'dont', '-s', '3001', SERVER);
  await ping(path, '-M', 'dont', '-s', '900', '-R', SERVER);
}

async function errors(path: Path): Promise<void> {
  await ping(path, '-t', '1', SERVER);
  await ping(path, '-M', 'do', '-s', '1000', SERVER);
  for (const to of [NO_ROUTE, UNREACHABLE, PROHIBITED, BEYOND_THE_CLIENT]) await ping(path, '-W', '0.2', to);
  await inject(path, [foreignProtocol, strictRoute, ...badOption]);
}

/** All but the first fragment are lost, and the server waits for them for one second; by default it is 30. */
async function reassembly(path: Path): Promise<void> {
  path.within('server', () => writeFileSync('/proc/sys/net/ipv4/ipfrag_time', '1'));
  path.lose = (datagram) => (((datagram[6] ?? 0) & 0x1f) | (datagram[7] ?? 0)) !== 0;
  await ping(path, '-M', 'dont', '-s', '1000', '-W', '2.5', SERVER);
}

function udp(path: Path): Promise<void> {
  return udpTalk(path, withoutChecksum);
}

/** One echo request, unless `words` say otherwise. */
function ping(path: Path, ...words: readonly string[]): Promise<void> {
  return path.client('ping', '-n', '-c', '1', ...words);
}

async function inject(path: Path, datagrams: readonly Uint8Array[]): Promise<void> {
  for (const datagram of datagrams) path.inject(datagram);
  await after(WHILE);
}
