/**
 * States of connections, in RFC 9293's words, as the kernel's table of them has it: also of those that no socket stands
 * for any more, because the user has closed it, or because they are in TIME-WAIT.
 */
import { readFileSync } from 'node:fs';
import type { Endpoint } from '../../../linux/stream-sockets.ts';

/** By the kernel's numbers, from 1 on (include/net/tcp_states.h). The last is a passive OPEN's half-open connection. */
const STATES = [
  'ESTABLISHED',
  'SYN-SENT',
  'SYN-RECEIVED',
  'FIN-WAIT-1',
  'FIN-WAIT-2',
  'TIME-WAIT',
  'CLOSED',
  'CLOSE-WAIT',
  'LAST-ACK',
  'LISTEN',
  'CLOSING',
  'SYN-RECEIVED',
] as const;

export type State = (typeof STATES)[number];

export function stateOf(number: number): State {
  return STATES[number - 1] ?? 'CLOSED';
}

/** In the namespace of the calling thread. CLOSED: nobody knows of it. */
export function stateBetween(own: Endpoint, other: Endpoint): State {
  const wanted = `${rowWord(own)} ${rowWord(other)}`;
  const rows = readFileSync('/proc/thread-self/net/tcp', 'latin1').split('\n').slice(1);
  const row = rows.map((text) => text.trim().split(/\s+/)).find(([, one, two]) => `${one} ${two}` === wanted);
  return row === undefined ? 'CLOSED' : stateOf(Number.parseInt(row[3]!, 16));
}

/** An address as one number in this machine's order, a port as it is read. */
function rowWord({ address, port }: Endpoint): string {
  const [number] = new Uint32Array(Uint8Array.from(address.split('.'), Number).buffer);
  const hex = (value: number, digits: number): string => value.toString(16).toUpperCase().padStart(digits, '0');
  return `${hex(number!, 8)}:${hex(port, 4)}`;
}
