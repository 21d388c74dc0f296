/** What is for the host itself, once it is whole: handed to the protocol that it names. */
import { type IcmpMessageStruct, icmpMessage } from '../../generated/ipv4/icmp.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import type { Transfer } from './config.ts';
import { type Datagram, dataOf } from './datagram.ts';
import { protocolUnreachable, report } from './report.ts';
import { ICMP, sendIcmp } from './send.ts';
import { type HostState, isOwn } from './state.ts';

const ECHO_REPLY = 0;
const ECHO = 8;

export function deliver(state: HostState, datagram: Datagram): readonly Transfer[] {
  switch (datagram.header.protocol) {
    case ICMP:
      return receiveIcmp(state, datagram);
    default:
      return report(state, datagram, protocolUnreachable);
  }
}

/** RFC1122-ICMP-1: a message of another type is passed over; errors and replies have nobody here to go to yet. */
function receiveIcmp(state: HostState, datagram: Datagram): readonly Transfer[] {
  const data = dataOf(datagram);
  const message = icmpMessage.decodeStruct(viewOf(data), 0, data.length);
  if (typeof message === 'number' || message.type !== ECHO) return [];
  return answerEcho(state, datagram, message, data);
}

function answerEcho(
  state: HostState,
  { header }: Datagram,
  { identifier, sequenceNumber, dataAt, dataLength }: IcmpMessageStruct,
  octets: Uint8Array,
): readonly Transfer[] {
  // RFC1122-ECHO-4: a request to many may go unanswered.
  if (!isOwn(state, header.destination)) return [];
  // RFC1122-ECHO-2: the address that was asked answers.
  const addressing = { source: header.destination, destination: header.source, dscp: header.dscp };
  const data = octets.subarray(dataAt, dataAt + dataLength);
  return sendIcmp(state, addressing, { type: ECHO_REPLY, code: 0, identifier, sequenceNumber }, data);
}
