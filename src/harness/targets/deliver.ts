/**
 * Puts what an implementation sent into the mailbox of the scenario that it is for. What is for no scenario's address (a
 * broadcast, a group, an answer to an impossible source) concerns one of them all the same: all get it, as a stray.
 */
import type { Arrival } from '../surface.ts';
import { destinationKey } from './destination-key.ts';
import type { Mailbox } from './mailbox.ts';

export function deliver(arrival: Arrival, mailboxes: ReadonlyMap<number, Mailbox>): void {
  const key = destinationKey(arrival.datagram);
  if (key !== undefined) mailboxes.get(key)?.deliver(arrival);
  else for (const mailbox of mailboxes.values()) mailbox.deliver({ ...arrival, isStray: true });
}
