/** A layer's title as people write it: `Ipv4Header` as `IPv4 header`. */
import type { Layout } from '../../wire/layout.ts';

const NAMES: Readonly<Record<string, string>> = { Ipv4: 'IPv4', Icmp: 'ICMP', Tcp: 'TCP', Udp: 'UDP', Stun: 'STUN' };

export function layerTitle({ title }: Pick<Layout, 'title'>): string {
  const [first = '', ...rest] = title.split(/(?<=[a-z0-9])(?=[A-Z])/);
  return [NAMES[first] ?? first, ...rest.map((word) => word.toLowerCase())].join(' ');
}
