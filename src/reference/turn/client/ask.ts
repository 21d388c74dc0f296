/** The client's requests: RFC 8656 sections 7.1, 8.1, 10.1 and 12.1. */
import { toHex } from '../../../contract/hex.ts';
import { ATTRIBUTES, METHODS } from '../codes.ts';
import type { Endpoint } from '../endpoint.ts';
import { utf8 } from '../text.ts';
import { type AttributeValue, lifetimeAttribute, plain, writeMessage, xorAddress } from '../write-message.ts';
import { credentials, signatureOf } from './session.ts';
import { type ClientState, type Purpose, transmit } from './state.ts';
import { begin } from './transaction.ts';

/** IANA's number of UDP. */
const UDP = 17;

/** Sends a request for `purpose`, signed as soon as it is known how (AUTH-14). */
export function ask(state: ClientState, purpose: Purpose, now: number, attempt = 0): void {
  const { crypto, config, session, transactions } = state;
  const { method, attributes } = requestFor(state, purpose);
  // STUN-HDR-04
  const transactionId = toHex(crypto.random(12));
  const signature = session && signatureOf(crypto, config.user, session);
  const octets = writeMessage(crypto, {
    method,
    kind: 'request',
    transactionId,
    attributes: [...attributes, ...(session ? credentials(crypto, config.user, session) : [])],
    signature,
  });
  transactions.set(
    transactionId,
    begin({ purpose, method, octets, signature, attempt, transport: config.transport }, now),
  );
  transmit(state, octets);
}

function requestFor(
  { config, held }: ClientState,
  purpose: Purpose,
): { readonly method: number; readonly attributes: readonly AttributeValue[] } {
  // TURN-G-06
  const software = plain(ATTRIBUTES.SOFTWARE, utf8(config.software));
  switch (purpose.call) {
    case 'allocate':
      return { method: METHODS.Allocate, attributes: [software, ...wishes(purpose)] };
    case 'refresh':
      return { method: METHODS.Refresh, attributes: [software, ...lifetimeWish(held?.wishes.lifetime)] };
    case 'delete':
      // TURN-R-02
      return { method: METHODS.Refresh, attributes: [software, lifetimeAttribute(0)] };
    case 'permit':
      return {
        method: METHODS.CreatePermission,
        attributes: purpose.addresses.map((address) => peer({ address, port: 0 })),
      };
    case 'bind':
      return { method: METHODS.ChannelBind, attributes: [channelNumber(purpose.channel), peer(purpose.peer)] };
    default:
      return purpose satisfies never;
  }
}

/** TURN-A-01; one family at most, so that TURN-A-02 and TURN-A-03 hold. */
function wishes({ lifetime, family, evenPort }: Extract<Purpose, { call: 'allocate' }>): AttributeValue[] {
  return [
    { type: ATTRIBUTES.REQUESTED_TRANSPORT, length: 4, protocol: UDP, reserved: 0 },
    ...lifetimeWish(lifetime),
    ...(family === undefined
      ? []
      : [{ type: ATTRIBUTES.REQUESTED_ADDRESS_FAMILY, length: 4 as const, family, reserved: 0 }]),
    ...(evenPort ? [{ type: ATTRIBUTES.EVEN_PORT, length: 1 as const, reserve: false, reserved: 0 }] : []),
  ];
}

function lifetimeWish(seconds: number | undefined): AttributeValue[] {
  return seconds === undefined ? [] : [lifetimeAttribute(seconds)];
}

function peer(endpoint: Endpoint): AttributeValue {
  return xorAddress(ATTRIBUTES.XOR_PEER_ADDRESS, endpoint);
}

function channelNumber(channel: number): AttributeValue {
  return { type: ATTRIBUTES.CHANNEL_NUMBER, length: 4, channel, reserved: 0 };
}
