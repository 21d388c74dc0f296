/** An ICMP message by tshark and by us: the fields that its type has, none that it has not, the verdict on its checksum. */
import { expect } from 'vitest';
import { type IcmpMessage, icmpMessage } from '../../src/generated/ipv4/icmp.ts';
import { each, only, plain, type Row } from './tshark.ts';

const FIELDS: Readonly<Record<string, (message: Partial<IcmpMessage>) => number | string | undefined>> = {
  'icmp.type': ({ type }) => type,
  'icmp.code': ({ code }) => code,
  'icmp.checksum': ({ checksum }) => checksum,
  'icmp.ident': ({ identifier }) => identifier,
  'icmp.seq': ({ sequenceNumber }) => sequenceNumber,
  'icmp.mtu': ({ nextHopMtu }) => nextHopMtu,
  'icmp.pointer': ({ pointer }) => pointer,
  'icmp.redir_gw': ({ gatewayAddress }) => gatewayAddress,
  'icmp.originate_timestamp': ({ originateTimestamp }) => originateTimestamp,
  'icmp.receive_timestamp': ({ receiveTimestamp }) => receiveTimestamp,
  'icmp.transmit_timestamp': ({ transmitTimestamp }) => transmitTimestamp,
};

const STATUS = 'icmp.checksum.status';
/** What tshark says of a checksum. */
const [BAD, GOOD, UNCHECKED] = ['0', '1', '2'];

/** Of types that we take for data tshark may know more. */
const ALWAYS = ['icmp.type', 'icmp.code', 'icmp.checksum'];
const TYPES_WITH_FIELDS = [0, 3, 4, 5, 8, 11, 12, 13, 14];

export const icmpColumns: readonly string[] = [...Object.keys(FIELDS), STATUS];

/**
 * `messages`: the datagram's own, and behind it the start of one that it quotes. Of a fragment that holds but a part of
 * it tshark does not look at the checksum.
 */
export function expectMessages(row: Row, messages: readonly Uint8Array[], isWhole = true): void {
  const observed = messages.map((octets) => icmpMessage.observe(octets));
  const isOurs = observed.every(({ value: { type = 0 } }) => TYPES_WITH_FIELDS.includes(type));
  const fields = Object.fromEntries(Object.entries(FIELDS).filter(([column]) => isOurs || ALWAYS.includes(column)));
  const ours = each(fields, (of) => observed.map(({ value }) => of(value)).filter((value) => value !== undefined));
  expect(only(row, fields, plain)).toEqual(ours);
  const isWrong = observed[0]?.faults.some(({ kind }) => kind === 'checksum');
  expect(row[STATUS]?.[0], STATUS).toBe(!isWhole ? UNCHECKED : isWrong ? BAD : GOOD);
}
