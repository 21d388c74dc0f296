// Written by `npm run generate` from spec: change that, not this.
import type { Codec } from '../wire/codec.ts';
import { ipv4Header } from './ipv4/header.ts';
import { icmpMessage } from './ipv4/icmp.ts';
import { relayContent } from './relay/content.ts';
import { relayFrame } from './relay/frame.ts';
import { tcpSegment } from './tcp/segment.ts';
import { channelData } from './turn/channel-data.ts';
import { stunMessage } from './turn/message.ts';
import { udpDatagram } from './udp/datagram.ts';

export type LayerName = 'ipv4/header' | 'ipv4/icmp' | 'relay/content' | 'relay/frame' | 'tcp/segment' | 'turn/channel-data' | 'turn/message' | 'udp/datagram';

/** The codec of every layer, for code that knows none by name. Code that does imports it from its own module. */
export const codecs: Readonly<Record<LayerName, Codec>> = {
  'ipv4/header': ipv4Header as unknown as Codec,
  'ipv4/icmp': icmpMessage as unknown as Codec,
  'relay/content': relayContent as unknown as Codec,
  'relay/frame': relayFrame as unknown as Codec,
  'tcp/segment': tcpSegment as unknown as Codec,
  'turn/channel-data': channelData as unknown as Codec,
  'turn/message': stunMessage as unknown as Codec,
  'udp/datagram': udpDatagram as unknown as Codec,
};

export function isLayerName(name: string): name is LayerName {
  return Object.hasOwn(codecs, name);
}
