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

export const icmpColumns: readonly string[] = [...Object.keys(FIELDS), STATUS];

/** `messages`: the datagram's own, and behind it the start of one that it quotes. */
export function expectMessages(row: Row, messages: readonly Uint8Array[]): void {
  const observed = messages.map((octets) => icmpMessage.observe(octets));
  const ours = each(FIELDS, (of) => observed.map(({ value }) => of(value)).filter((value) => value !== undefined));
  expect(only(row, FIELDS, plain)).toEqual(ours);
  const isWrong = observed[0]?.faults.some(({ kind }) => kind === 'checksum');
  expect(row[STATUS]?.[0], STATUS).toBe(isWrong ? '0' : '1');
}
