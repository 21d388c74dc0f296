/** A datagram with a segment in it, in one line of words, for evidence. Reads whatever the octets hold. */
import { ipv4Header } from '../../generated/ipv4/header.ts';
import { tcpSegment } from '../../generated/tcp/segment.ts';
import { contextOf } from '../../wire/context.ts';
import { describeDatagram } from '../ipv4/describe.ts';
import { lastStop } from './last-stop.ts';
import { flagsOf, TCP } from './segment.ts';

export const SEGMENT = 'tcp';

export function describe(layer: string, octets: Uint8Array): string | undefined {
  return layer === SEGMENT ? describeSegment(octets) : undefined;
}

export function describeSegment(octets: Uint8Array): string {
  const { value: header, length } = ipv4Header.observe(octets);
  const { source, destination, protocol, fragmentOffset, totalLength } = header;
  if (source === undefined || destination === undefined || protocol !== TCP || fragmentOffset !== 0) {
    return describeDatagram(octets);
  }
  const payload = octets.subarray(length, Math.max(length, totalLength ?? octets.length));
  const { value, faults } = tcpSegment.observe(
    payload,
    contextOf({ source, destination: lastStop(octets, destination) }),
  );
  const { sourcePort, destinationPort, sequenceNumber, acknowledgmentNumber, window, options = [], data = '' } = value;
  const parts = [
    `TCP ${source}:${sourcePort} > ${destination}:${destinationPort}`,
    flagsOf(value),
    `seq ${sequenceNumber}`,
    ...(value.ack ? [`ack ${acknowledgmentNumber}`] : []),
    `window ${window}`,
    ...(value.urg ? [`urgent ${value.urgentPointer}`] : []),
    ...(options.length > 0 ? [`options ${options.map(({ kind }) => kind).join(' ')}`] : []),
    ...(data === '' ? [] : [`${data.length / 2} octets of data`]),
    ...faults.map(({ field, actual, expected }) => `${field} ${actual}, not ${expected}`),
  ];
  return parts.join(', ');
}
