/**
 * Proves silence on a connection: a later segment of the same connection must be answered, so what came before it has
 * been dealt with. On another connection or by an echo request nothing would be proved: stacks deal with those elsewhere.
 */
import { Inconclusive } from '../../harness/outcome.ts';
import type { TcpEnd } from './end.ts';

/** A state in which every segment outside of the window is answered by an acknowledgement (RFC 9293 section 3.10.7.4). */
export async function passOn(end: TcpEnd): Promise<void> {
  await end.sendRow({ flags: 'ACK', seq: 'next-1' });
  const isAnswer = await end.find(
    ({ fields, dataLength }) => fields.ack === true && !fields.syn && !fields.rst && dataLength === 0,
  );
  if (isAnswer === undefined)
    throw new Inconclusive('fence', 'an old segment sent afterwards was not acknowledged either');
  await end.wire.settle();
}
