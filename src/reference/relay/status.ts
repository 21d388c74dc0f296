/** What a node says of itself: for its user, and for who checks that its tables are bounded. */
import { relaySessions } from './client/places.ts';
import type { NodeState } from './state.ts';

export function statusOf(state: NodeState): Readonly<Record<string, unknown>> {
  const { login, reachability, service, view, conversations, reservations, circuits, held, contacts } = state;
  return {
    node: state.identity.id,
    login: login?.state ?? 'OUT',
    verdict: reachability.verdict,
    role: service.isServing ? 'supernode' : 'client',
    records: view.records.size,
    neighbours: relaySessions(state).length,
    sessions: state.sessions.size,
    reservations: reservations.byNumber.size,
    circuits: circuits.byLane.size / 2,
    held: [...held.values()].flatMap(({ relay, number }) =>
      number === undefined ? [] : [{ relay, reservation: number }],
    ),
    contacts: [...contacts.byName.values()].map(({ name, standing, isOnline }) => ({
      name,
      standing,
      state: isOnline ? 'online' : 'offline',
    })),
    conversations: [...conversations.byPeer.values()].map(({ name, state: now, active, generation, paths }) => ({
      to: name,
      state: now,
      path: active === undefined ? 'none' : active.isDirect ? 'direct' : 'relayed',
      via: active?.via ?? null,
      roundTrip: active?.roundTrip === undefined ? null : Math.round(active.roundTrip * 1_000_000),
      generation,
      paths: paths.size,
    })),
  };
}
