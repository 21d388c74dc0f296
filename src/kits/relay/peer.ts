/** The tester's side of one scenario about HPR/1. */
import type { Scene } from '../../harness/scene.ts';
import { CircuitTalk } from './circuit-talk.ts';
import { ContactTalk } from './contact-talk.ts';
import { FrameTalk } from './frame-talk.ts';
import { LoadTalk } from './load-talk.ts';
import { LoginTalk } from './login-talk.ts';
import { ProbeTalk } from './probe-talk.ts';
import { RecordTalk } from './record-talk.ts';
import { ReservationTalk } from './reservation-talk.ts';
import { ServingTalk } from './serving-talk.ts';
import { StationTalk } from './station-talk.ts';
import { StrangerTalk } from './stranger-talk.ts';

export interface RelayPeer {
  readonly stations: StationTalk;
  readonly serving: ServingTalk;
  readonly reservations: ReservationTalk;
  readonly circuits: CircuitTalk;
  readonly frames: FrameTalk;
  readonly strangers: StrangerTalk;
  readonly records: RecordTalk;
  readonly probes: ProbeTalk;
  readonly load: LoadTalk;
  readonly logins: LoginTalk;
  readonly contacts: ContactTalk;
}

export function openRelayPeer(scene: Scene): RelayPeer {
  const stations = new StationTalk(scene);
  const serving = new ServingTalk(stations);
  const reservations = new ReservationTalk(stations, serving);
  const circuits = new CircuitTalk(stations, serving, reservations);
  return {
    stations,
    serving,
    reservations,
    circuits,
    frames: new FrameTalk(stations, serving),
    strangers: new StrangerTalk(stations, serving),
    records: new RecordTalk(stations, serving),
    probes: new ProbeTalk(stations, serving),
    load: new LoadTalk(stations, serving, reservations, circuits),
    logins: new LoginTalk(stations, serving),
    contacts: new ContactTalk(stations, serving),
  };
}
