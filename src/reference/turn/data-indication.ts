/**
 * A Data indication straight into octets: the one message of which there is one for each datagram that is relayed, so it
 * does not take the way through the codec's value.
 */
import { fromHex } from '../../contract/hex.ts';
import { parseDotted } from '../../wire/runtime/address.ts';
import { freshOctets } from '../../wire/runtime/fresh.ts';
import { parseIp } from '../../wire/runtime/ip.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { ATTRIBUTES, IPV4 } from './codes.ts';
import { type Endpoint, familyOf } from './endpoint.ts';
import { HEADER_OCTETS, MAGIC_COOKIE } from './read-message.ts';

/** Method Data, class indication. */
const TYPE = 0x0017;
const ADDRESS_AT = HEADER_OCTETS + 8;

/** RFC 8656 section 11.3. The transaction ID has 12 octets. */
export function dataIndication(transactionId: Uint8Array, { address, port }: Endpoint, data: Uint8Array): Uint8Array {
  const family = familyOf(address);
  const dataAt = ADDRESS_AT + (family === IPV4 ? 4 : 16);
  const octets = freshOctets(dataAt + 4 + ((data.length + 3) & ~3));
  const view = viewOf(octets);
  view.setUint16(0, TYPE);
  view.setUint16(2, octets.length - HEADER_OCTETS);
  view.setInt32(4, MAGIC_COOKIE);
  octets.set(transactionId, 8);
  view.setUint16(HEADER_OCTETS, ATTRIBUTES.XOR_PEER_ADDRESS);
  view.setUint16(HEADER_OCTETS + 2, dataAt - HEADER_OCTETS - 4);
  view.setUint16(HEADER_OCTETS + 4, family);
  view.setUint16(HEADER_OCTETS + 6, port ^ (MAGIC_COOKIE >>> 16));
  if (family === IPV4) view.setInt32(ADDRESS_AT, parseDotted(address) ?? 0);
  else octets.set(fromHex(parseIp(address) ?? ''), ADDRESS_AT);
  // STUN-XOR-01: with the cookie, and behind it the transaction ID.
  for (let at = 4; at + ADDRESS_AT - 4 < dataAt; at++) octets[ADDRESS_AT - 4 + at]! ^= octets[at]!;
  view.setUint16(dataAt, ATTRIBUTES.DATA);
  view.setUint16(dataAt + 2, data.length);
  octets.set(data, dataAt + 4);
  return octets;
}
