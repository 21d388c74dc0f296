/**
 * Proves silence on a connection: a later segment of the same connection must be answered, so what came before it has
 * been dealt with. On another connection or by an echo request nothing would be proved: stacks deal with those elsewhere.
 */
import { Inconclusive, Unmet } from '../../harness/outcome.ts';
import { locate } from '../ipv4/difference.ts';
import { describeSegment } from './describe.ts';
import type { TcpEnd } from './end.ts';
import type { SegmentFields, SegmentSeen } from './segment.ts';
import { seqBefore } from './sequence.ts';
import type { SegmentRow } from './words.ts';

/**
 * A state in which every segment outside of the window is answered by an acknowledgement (RFC 9293 section 3.10.7.4).
 * `fields`: what the old segment says; that it acknowledges all unless they state something else.
 */
export async function passOn(end: TcpEnd, fields: SegmentFields = {}): Promise<SegmentSeen> {
  return passOnBy(end, () => end.sendAside({ flags: 'ACK', seq: 'next-1' }, fields));
}

/** As `passOn`, the old segment being sent by the caller. @throws Inconclusive */
export async function passOnBy(end: TcpEnd, send: () => Promise<unknown>): Promise<SegmentSeen> {
  const since = await end.present();
  await send();
  const answer = await end.findAnswer(
    ({ fields, dataLength }) => fields.ack === true && !fields.syn && !fields.rst && dataLength === 0,
    since,
  );
  if (answer === undefined)
    throw new Inconclusive('fence', 'an old segment sent afterwards was not acknowledged either');
  await end.wire.settle();
  return answer;
}

/**
 * What was sent last, if anything, drew no answer. The fence is an octet of data: only what was sent after it can
 * acknowledge it, while the answer to an old segment looks like any other acknowledgement. `send`: how it is sent.
 *
 * @throws Unmet, Inconclusive
 */
export async function assertSilent(
  end: TcpEnd,
  send: (row: SegmentRow) => Promise<unknown> = (row) => end.sendRow(row),
): Promise<void> {
  await end.wire.settle();
  const before = end.next;
  await send({ flags: 'PSH,ACK', data: '1 octet' });
  const isBehind = ({ fields }: SegmentSeen): boolean =>
    fields.ack === true && !fields.syn && !fields.rst && seqBefore(before, fields.acknowledgmentNumber ?? before);
  const answer = await end.find(isBehind);
  if (answer === undefined) throw new Inconclusive('fence', 'data sent afterwards was not acknowledged either');
  assertNotTaken(end, answer);
  const seen = end.already((segment) => end.isLater(segment) && !isBehind(segment) && !end.isWindowUpdate(segment));
  if (seen !== undefined) throw unasked(seen);
}

/** A segment where there should be none. */
export function unasked({ datagram }: SegmentSeen): Unmet {
  const actual = describeSegment(datagram.octets);
  const difference = { field: 'segment', expected: 'none', actual, exchange: datagram.exchange };
  return new Unmet({ expected: ['no segment'], actual, difference });
}

/** What was not to be taken is not acknowledged by what came after it. @throws Unmet */
function assertNotTaken(end: TcpEnd, { fields, datagram, where }: SegmentSeen): void {
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
