/** Where a host stands: which gateway is before it, by a name or by what its translator does. */
import type { NatBehaviour, NatConfig } from './behaviour.ts';
import { Firewall } from './firewall.ts';
import { type Gateway, openAccess } from './gateway.ts';
import { Translator } from './translator.ts';

/**
 * `public`: nothing is before it. `firewalled`: an address of its own, and only answers come in. `udp-blocked`: the same, and
 * nothing of UDP at all. `blocked`: nothing at all. Otherwise a translator.
 */
export type Place = 'public' | 'firewalled' | 'udp-blocked' | 'blocked' | (NatBehaviour & Partial<NatConfig>);

/** `addresses` are the outer ones, dotted. */
export function gatewayFor(place: Place, addresses: readonly string[], seed: number): Gateway {
  switch (place) {
    case 'public':
      return openAccess(addresses);
    case 'firewalled':
      return new Firewall({ addresses, filtering: 'address-and-port-dependent' });
    case 'udp-blocked':
      return new Firewall({ addresses, filtering: 'address-and-port-dependent', blocks: ['udp'] });
    case 'blocked':
      return openAccess(addresses, ['udp', 'tcp']);
    default:
      return new Translator({ addresses, seed, ...place });
  }
}

/** Whether hosts there have an address of their own, which is the outer one. */
export function hasOwnAddress(place: Place): boolean {
  return typeof place === 'string';
}
