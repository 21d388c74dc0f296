/** The protocols that register. */
import type { Kit } from '../harness/kit.ts';
import { httpKit } from './http/index.ts';
import { ipv4Kit } from './ipv4/index.ts';
import { relayKit } from './relay/index.ts';
import { tcpKit } from './tcp/index.ts';
import { turnKit } from './turn/index.ts';
import { udpKit } from './udp/index.ts';

export const kits: readonly Kit[] = [
  ipv4Kit as Kit,
  udpKit as Kit,
  tcpKit as Kit,
  httpKit as Kit,
  relayKit as Kit,
  turnKit as Kit,
];
