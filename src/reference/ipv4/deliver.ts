/** What is for the host itself, once it is whole: handed to the protocol that it names. */
import { type IcmpMessageStruct, icmpMessage } from '../../generated/ipv4/icmp.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import type { Transfer } from './config.ts';
import { type Datagram, dataOf } from './datagram.ts';
import { replyOptions } from './options/reply.ts';
import { isFault, type OptionPlace } from './options/walk.ts';
import { ERROR_TYPES, parameterProblem, protocolUnreachable, report } from './report.ts';
import { ICMP, sendIcmp } from './send.ts';
import { type HostState, isOwn } from './state.ts';

const ECHO_REPLY = 0;
const UNREACHABLE = 3;
const ECHO = 8;
const FRAGMENTATION_NEEDED = 4;

export function deliver(
  state: HostState,
  datagram: Datagram,
  options: readonly OptionPlace[],
  now: number,
): readonly Transfer[] {
  const { protocol } = datagram.header;
  if (protocol === ICMP) return receiveIcmp(state, datagram, options, now);
  const transport = state.transports.get(protocol);
  return transport?.receive(state, datagram, now) ?? report(state, datagram, protocolUnreachable);
}

/** RFC1122-ICMP-1: a message of another type is passed over, and so is an error that concerns nobody here. */
function receiveIcmp(
  state: HostState,
  datagram: Datagram,
  options: readonly OptionPlace[],
  now: number,
): readonly Transfer[] {
  const data = dataOf(datagram);
  const message = icmpMessage.decodeStruct(viewOf(data), 0, data.length);
  if (typeof message === 'number') return [];
  if (message.type === ECHO) return answerEcho(state, datagram, options, message, now);
  return ERROR_TYPES.has(message.type) ? meetProblem(state, message, data, now) : [];
}

function answerEcho(
  state: HostState,
  datagram: Datagram,
  options: readonly OptionPlace[],
  { identifier, sequenceNumber, dataAt, dataLength }: IcmpMessageStruct,
  now: number,
): readonly Transfer[] {
  const { destination: source, dscp } = datagram.header;
  // RFC1122-ECHO-4: a request to many may go unanswered.
  if (!isOwn(state, source)) return [];
  const by = { address: source, isOwn: (each: number) => isOwn(state, each), now };
  const back = replyOptions(datagram, options, by);
  // RFC1122-PP-1
  if (isFault(back)) return report(state, datagram, parameterProblem(back));
  // RFC1122-ECHO-2: the address that was asked answers.
  const addressing = { source, destination: back.towards, dscp, options: back.octets };
  const data = dataOf(datagram).subarray(dataAt, dataAt + dataLength);
  return sendIcmp(state, addressing, { type: ECHO_REPLY, code: 0, identifier, sequenceNumber }, data);
}

const [LENGTH_AT, PROTOCOL_AT, SOURCE_AT, DESTINATION_AT, LEAST_QUOTED] = [2, 9, 12, 16, 20];

/** An error about what we sent: IP learns of the path (RFC1191-1), the protocol above of all else. */
function meetProblem(
  state: HostState,
  { type, code, pointer, nextHopMtu, dataAt, dataLength }: IcmpMessageStruct,
  octets: Uint8Array,
  now: number,
): readonly Transfer[] {
  // Who quotes nothing of ours has met nothing of ours.
  if (dataLength < LEAST_QUOTED) return [];
  const quote = octets.subarray(dataAt, dataAt + dataLength);
  const view = viewOf(quote);
  const [source, destination] = [view.getInt32(SOURCE_AT), view.getInt32(DESTINATION_AT)];
  if (!isOwn(state, source)) return [];
  if (type === UNREACHABLE && code === FRAGMENTATION_NEEDED) {
    state.pathMtu.lower(destination, view.getUint16(LENGTH_AT), nextHopMtu, now);
  }
  const data = quote.subarray((view.getUint8(0) & 0xf) * 4);
  const transport = state.transports.get(view.getUint8(PROTOCOL_AT));
  return transport?.problem?.(state, { type, code, pointer, source, destination, data }, now) ?? [];
}
