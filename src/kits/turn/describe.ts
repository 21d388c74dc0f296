/** Messages in one line of words, for reports. */
import { addressInWords, readXorAddress } from './addresses.ts';
import { attributeName, methodName } from './attribute-types.ts';
import { errorCode, numberIn, readMessage, type SeenAttribute, type StunMessage, textIn } from './read-message.ts';

/** Between a client and the server. */
export const MESSAGE_LAYER = 'turn/message';
/** Between a peer and a relayed transport address. */
export const DATA_LAYER = 'turn/peer-data';

export function describeTurn(layer: string, octets: Uint8Array): string | undefined {
  if (layer === DATA_LAYER) return `${octets.length} octets between peer and relayed address`;
  return layer === MESSAGE_LAYER ? describeMessage(octets) : undefined;
}

export function captionTurn(layer: string, octets: Uint8Array): string | undefined {
  if (layer === DATA_LAYER) return `${octets.length} octets to or from the peer`;
  if (layer !== MESSAGE_LAYER) return undefined;
  const read = readMessage(octets);
  if (read.kind === 'stun') return headline(read);
  return describeMessage(octets);
}

export function describeMessage(octets: Uint8Array): string {
  const read = readMessage(octets);
  if (read.kind === 'other') return `${octets.length} octets that are neither STUN nor ChannelData`;
  if (read.kind === 'channel') {
    return `ChannelData on 0x${read.channel.toString(16)}, ${read.data.length} of ${read.length} octets`;
  }
  const attributes = read.attributes.map((each) => inWords(each, read)).join(', ');
  return `${headline(read)}: ${attributes || 'no attributes'}`;
}

export function headline(message: StunMessage): string {
  const code = message.of === 'error' ? ` ${errorCode(message) ?? 'without a code'}` : '';
  return `${methodName(message.method)} ${message.of}${code}`;
}

function inWords(attribute: SeenAttribute, message: StunMessage): string {
  const name = attributeName(attribute.type);
  if (name.startsWith('XOR-')) {
    const address = readXorAddress(attribute.value, message.transaction);
    return address === undefined ? `${name} unreadable` : `${name} ${addressInWords(address)}`;
  }
  if (name === 'LIFETIME') return `${name} ${numberIn(message, 'LIFETIME')}`;
  if (name === 'REALM' || name === 'NONCE' || name === 'USERNAME') return `${name} "${textIn(message, name)}"`;
  return name;
}
