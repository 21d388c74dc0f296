/** Datagrams that no program at hand sends, put on the wire in the client's name; the kernel's answers are what counts. */
import { type Ipv4Header, ipv4Header } from '../../../src/generated/ipv4/header.ts';
import { icmpMessage } from '../../../src/generated/ipv4/icmp.ts';
import { udpDatagram } from '../../../src/generated/udp/datagram.ts';
import { contextOf } from '../../../src/wire/context.ts';
import { BEYOND_THE_SERVER, CLIENT, ROUTER, SERVER } from './path.ts';

const ICMP = 1;
const UDP = 17;
/** RFC 3692: for experiments, so that no stack speaks it. */
const EXPERIMENT = 253;
const ECHO_PORT = 7;
const MILLISECONDS_AT_NOON = 43_200_000;

function fromClient(body: Uint8Array, header: Partial<Ipv4Header> = {}): Uint8Array {
  const addressed = { source: CLIENT, destination: SERVER, protocol: ICMP, identification: 1, ...header };
  return Buffer.concat([ipv4Header.encode(addressed, { payloadLength: body.length }), body]);
}

const echo = icmpMessage.encode({ type: 8, identifier: 0x1234, sequenceNumber: 1, data: '6173736179' });

export const timestampRequest = fromClient(
  icmpMessage.encode({
    type: 13,
    identifier: 0x1234,
    sequenceNumber: 1,
    originateTimestamp: MILLISECONDS_AT_NOON,
    data: '',
  }),
);

/** Options that a stack passes over: stream, router alert, one without a name, a basic security marking. */
export const oddOptions: readonly Uint8Array[] = [
  [{ type: 136, streamId: 0x1234 }],
  [{ type: 148, value: 0 }],
  [{ type: 222, data: 'abcdef' }, { type: 1 }, { type: 222, data: '' }, { type: 0 }],
  [{ type: 130, marking: 'ab80' }],
].map((options) => fromClient(echo, { options: options as Ipv4Header['options'] }));

/** Routes and timestamps whose length or pointer cannot be, in the form that takes any octets. */
export const badOption: readonly Uint8Array[] = [
  { type: 7, length: 6, data: '0400000000' },
  { type: 7, length: 7, data: '0300000000' },
  { type: 68, length: 7, data: '0900000000' },
].map((option) => fromClient(echo, { options: [option, { type: 0 }] }));

/** By way of the router to the server, and recorded back. */
export const looseRoute = fromClient(echo, {
  destination: ROUTER,
  options: [{ type: 131, length: 7, pointer: 4, route: hexOf(SERVER) }, { type: 0 }],
});

/** It names a router that is no neighbour. */
export const strictRoute = fromClient(echo, {
  destination: ROUTER,
  options: [{ type: 137, length: 7, pointer: 4, route: hexOf(BEYOND_THE_SERVER) }, { type: 0 }],
});

export const foreignProtocol = fromClient(Buffer.from('assay'), { protocol: EXPERIMENT });

export const withoutChecksum = fromClient(
  udpDatagram.encode(
    { sourcePort: 49_152, destinationPort: ECHO_PORT, checksum: 0, data: '6173736179' },
    contextOf({ source: CLIENT, destination: SERVER }),
  ),
  { protocol: UDP },
);

function hexOf(address: string): string {
  return Buffer.from(address.split('.').map(Number)).toString('hex');
}
