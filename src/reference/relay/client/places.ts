/** Supernodes, met and to be met: over UDP, and where that has failed, over TCP at the same address and port. */
import type { Dialled } from '../session/dial.ts';
import type { Session } from '../session/sessions.ts';
import type { NodeState } from '../state.ts';

/** `failures`: how often it has been tried in vain. */
export function dialPlaces(known: Dialled, failures: number): Dialled {
  const transport = failures % 2 === 0 ? 'udp' : 'tcp';
  return { ...known, endpoint: { ...known.endpoint, transport } };
}

/** Sessions with supernodes that this node keeps. */
export function relaySessions(state: NodeState): Session[] {
  return state.sessions.all().filter(({ isRelay, isKept }) => isRelay && isKept);
}
