/** Addresses as feature files call them: by what stands there, or dotted where every link has the same one. */

import type { LinkAddresses } from '../../harness/surface.ts';
import { INTERFACES } from '../../harness/topology.ts';

const PLACES: Readonly<Record<string, (addresses: LinkAddresses) => string>> = {
  'the host': ({ iut }) => iut,
  'its other address': ({ iutBeyond }) => iutBeyond,
  'the tester': ({ tester }) => tester,
  'the far side': ({ beyond }) => beyond,
  'where no route leads': ({ nowhere }) => nowhere,
  'all on the network': ({ broadcast }) => broadcast,
  'a neighbour': ({ broadcast }) => broadcast.replace(/255$/, '254'),
};

/** @throws TypeError for words that name no place. */
export function addressAt(place: string, addresses: LinkAddresses): string {
  const named = PLACES[place]?.(addresses);
  if (named === undefined && !/^\d+(?:\.\d+){3}$/.test(place)) throw new TypeError(`no such place: ${place}`);
  return named ?? place;
}

/** Whether an address is one that the implementation was given. */
export function isOwn(address: string | undefined): boolean {
  return INTERFACES.some((each) => each.address === address);
}

/** An address that stands for many: limited broadcast, broadcast on the tester's network, multicast. */
export function isForMany(address: string, { broadcast }: LinkAddresses): boolean {
  const first = Number.parseInt(address, 10);
  return address === broadcast || address === '255.255.255.255' || (first >= 224 && first < 240);
}
