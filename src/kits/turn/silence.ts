/** That the server says nothing to something: proved by a later request on the same 5-tuple, which it must answer. */
import { Unmet } from '../../harness/outcome.ts';
import type { Client } from './client.ts';
import { describeMessage } from './describe.ts';
import { readMessage } from './read-message.ts';

/** @throws Unmet, Inconclusive */
export async function assertSilent(client: Client): Promise<void> {
  await client.fence();
  const said = client.log.unclaimed.find(({ octets }) => isReaction(octets));
  if (said === undefined) return;
  const actual = describeMessage(said.octets);
  const difference = { field: 'answer', expected: 'silence', actual, exchange: said.exchange };
  throw new Unmet({ expected: ['silence'], actual, difference });
}

/** Data that peers send may come at any time; answers may not. */
function isReaction(octets: Uint8Array): boolean {
  const read = readMessage(octets);
  return read.kind === 'other' || (read.kind === 'stun' && (read.of === 'success' || read.of === 'error'));
}
