/**
 * What the namespace's stack is told to do: to route or not, to say nothing of its own accord, and to hold back no answer for
 * there having been many. A stack that limits its answers is within its rights, but looks silent to a busy tester.
 */
import { writeFileSync } from 'node:fs';

import { BACKLOG } from './tcp-services.ts';
import type { Part } from './wire.ts';

/** The capability that needs what is off by default. */
export const SOURCE_ROUTE = 'ipv4.source-route';

interface Setting {
  /** Below /proc/sys/net. */
  readonly name: string;
  readonly value: number | string;
  /** A judgement would be wrong without it; the others are not there on every kernel. */
  readonly needed?: true;
}

const INT_MAX = 0x7fff_ffff;

function settings(interfaces: readonly string[], { role, sourceRoutes }: Part): readonly Setting[] {
  const each = ['all', 'default', ...interfaces];
  return [
    { name: 'ipv6/conf/all/disable_ipv6', value: 1 },
    { name: 'ipv6/conf/default/disable_ipv6', value: 1 },
    // First of the IPv4 ones: it sets others to what suits a router.
    { name: 'ipv4/ip_forward', value: role === 'router' ? 1 : 0, needed: true },
    // No type of ICMP message is limited, neither for each destination nor in all. A rate limit of 0 would leave the
    // latter limit in force.
    { name: 'ipv4/icmp_ratemask', value: 0, needed: true },
    { name: 'ipv4/icmp_msgs_per_sec', value: INT_MAX },
    { name: 'ipv4/icmp_msgs_burst', value: INT_MAX },
    // RFC 5961 section 7 allows the first limit, and has it adjustable.
    { name: 'ipv4/tcp_challenge_ack_limit', value: INT_MAX },
    { name: 'ipv4/tcp_invalid_ratelimit', value: 0 },
    // Of the machine's choice are some that no standard has: RFC 5681's own is there on every kernel.
    { name: 'ipv4/tcp_congestion_control', value: 'reno', needed: true },
    // However many handshakes are left unfinished, none is dropped, and none answered by a cookie, which forgets options.
    { name: 'core/somaxconn', value: BACKLOG },
    { name: 'ipv4/tcp_max_syn_backlog', value: BACKLOG },
    // Validating source addresses is a router's option, off by default (RFC 1812 section 5.3.8).
    ...each.map((name) => ({ name: `ipv4/conf/${name}/rp_filter`, value: 0 })),
    ...each.map((name) => ({ name: `ipv4/conf/${name}/accept_source_route`, value: sourceRoutes ? 1 : 0 })),
  ];
}

/** For the namespace of the calling thread. @throws the error of node:fs for a setting that is needed */
export function applySysctls(interfaces: readonly string[], part: Part): void {
  for (const { name, value, needed } of settings(interfaces, part)) {
    try {
      writeFileSync(`/proc/sys/net/${name}`, String(value));
    } catch (fault) {
      if (needed) throw fault;
    }
  }
}
