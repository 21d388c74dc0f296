/** The tester's side of one scenario about HPR/1. */
import type { Scene } from '../../harness/scene.ts';
import { CircuitTalk } from './circuit-talk.ts';
import { ReservationTalk } from './reservation-talk.ts';
import { ServingTalk } from './serving-talk.ts';
import { StationTalk } from './station-talk.ts';

export interface RelayPeer {
  readonly stations: StationTalk;
  readonly serving: ServingTalk;
  readonly reservations: ReservationTalk;
  readonly circuits: CircuitTalk;
}

export function openRelayPeer(scene: Scene): RelayPeer {
  const stations = new StationTalk(scene);
  const serving = new ServingTalk(stations);
  const reservations = new ReservationTalk(stations, serving);
  return { stations, serving, reservations, circuits: new CircuitTalk(stations, serving, reservations) };
}
