/** IPv4 and ICMP, as the harness sees them. */
import type { Kit } from '../../harness/kit.ts';
import { captions } from './captions.ts';
import { describe } from './describe.ts';
import { fences } from './fence.ts';
import { type Ipv4Peer, openPeer } from './peer.ts';

export { assertFromOwn, assertLeftBy } from './address-talk.ts';
export { assertToldApart, habitOf } from './identification.ts';
export { RECORD_ROUTE, TIMESTAMP } from './option-octets.ts';
export { assertQuotesData, assertQuotesHeader } from './quote.ts';
export { assertHasTimeToLive } from './report-talk.ts';
export { type Rows, readHeader, readHex, readOptions, readRows } from './words.ts';
export type { Ipv4Peer };

export const ipv4Kit: Kit<Ipv4Peer> = { protocol: 'ipv4', open: openPeer, describe, captions, fences };
