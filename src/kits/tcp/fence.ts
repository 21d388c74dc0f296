/**
 * Proves silence on a connection: a later segment of the same connection must be answered, so what came before it has
 * been dealt with. On another connection or by an echo request nothing would be proved: stacks deal with those elsewhere.
 */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { locate } from '../ipv4/difference.ts';
import { describeSegment } from './describe.ts';
import type { TcpEnd } from './end.ts';
import type { SegmentFields, SegmentSeen } from './segment.ts';

/**
 * A state in which every segment outside of the window is answered by an acknowledgement (RFC 9293 section 3.10.7.4).
 * `fields`: what the old segment says; that it acknowledges all unless they state something else.
 */
export async function passOn(end: TcpEnd, fields: SegmentFields = {}): Promise<SegmentSeen> {
  await end.sendAside({ flags: 'ACK', seq: 'next-1' }, fields);
  const answer = await end.find(
    ({ fields, dataLength }) => fields.ack === true && !fields.syn && !fields.rst && dataLength === 0,
  );
  if (answer === undefined)
    throw new Inconclusive('fence', 'an old segment sent afterwards was not acknowledged either');
  await end.wire.settle();
  return answer;
}

/**
 * What was not to be taken is not acknowledged by what came after it: a user's answer may be on its way still.
 *
 * @throws Unmet
 */
export function assertNotTaken(end: TcpEnd, { fields, datagram, where }: SegmentSeen): void {
  const { acknowledgmentNumber = end.next } = fields;
  const taken = (acknowledgmentNumber - end.next) | 0;
  if (taken <= 0) return;
  const [expected, actual] = [String(end.next), String(acknowledgmentNumber)];
  throw new Unmet({
    expected: ['no acknowledgement of it'],
    actual: `${taken} numbers acknowledged: ${describeSegment(datagram.octets)}`,
    difference: locate('acknowledgmentNumber', expected, actual, { exchange: datagram.exchange, where }),
  });
}
