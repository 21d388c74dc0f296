/** Data indications at the client: RFC 8656 sections 11.4 and 11.6. */
import { ATTRIBUTES, METHODS } from '../codes.ts';
import { addressOf, find, type Message, octetsIn } from '../read-message.ts';
import { unknownTypes } from '../unknown-types.ts';
import { isHeld } from './outcome.ts';
import type { ClientState } from './state.ts';

export function receiveIndication(state: ClientState, message: Message, now: number): void {
  if (message.method !== METHODS.Data || unknownTypes(message).length > 0) return;
  const from = find(message, ATTRIBUTES.XOR_PEER_ADDRESS);
  const peer = from && addressOf(message, from);
  // TURN-S-08, TURN-S-09
  if (peer === undefined || !isHeld(state, peer, now)) return;
  const [data, icmp] = [find(message, ATTRIBUTES.DATA), find(message, ATTRIBUTES.ICMP)];
  if (data) state.outputs.push({ event: 'data', from: peer, octets: octetsIn(message, data) });
  else if (icmp?.length === 8) {
    const word = message.view.getUint16(icmp.at + 2);
    state.outputs.push({ event: 'icmp', about: peer, type: word >> 9, code: word & 0x1ff });
  }
}
