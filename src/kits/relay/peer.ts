/** The tester's side of one scenario about HPR/1. */
import type { Scene } from '../../harness/scene.ts';
import { AgainTalk } from './again-talk.ts';
import { Chat } from './chat.ts';
import { CircuitTalk } from './circuit-talk.ts';
import { CodecTalk } from './codec-talk.ts';
import { ContactTalk } from './contact-talk.ts';
import { Crowd } from './crowd.ts';
import { FateTalk } from './fate-talk.ts';
import { FrameTalk } from './frame-talk.ts';
import { LoadTalk } from './load-talk.ts';
import { LoginTalk } from './login-talk.ts';
import { OutageTalk } from './outage-talk.ts';
import { PathTalk } from './path-talk.ts';
import { ProbeTalk } from './probe-talk.ts';
import { PurposeTalk } from './purpose-talk.ts';
import { ReachTalk } from './reach-talk.ts';
import { RecordTalk } from './record-talk.ts';
import { ReservationTalk } from './reservation-talk.ts';
import { SecrecyTalk } from './secrecy-talk.ts';
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
  readonly crowd: Crowd;
  readonly chat: Chat;
  readonly paths: PathTalk;
  readonly fates: FateTalk;
  readonly outage: OutageTalk;
  readonly secrecy: SecrecyTalk;
  readonly reach: ReachTalk;
  readonly codec: CodecTalk;
  readonly purposes: PurposeTalk;
  readonly again: AgainTalk;
}

export function openRelayPeer(scene: Scene): RelayPeer {
  const stations = new StationTalk(scene);
  const serving = new ServingTalk(stations);
  const reservations = new ReservationTalk(stations, serving);
  const circuits = new CircuitTalk(stations, serving, reservations);
  const crowd = new Crowd(scene);
  const chat = new Chat(crowd);
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
    crowd,
    chat,
    paths: new PathTalk(crowd, chat),
    fates: new FateTalk(crowd, chat),
    outage: new OutageTalk(crowd, chat),
    secrecy: new SecrecyTalk(crowd, chat, stations),
    reach: new ReachTalk(stations, serving),
    codec: new CodecTalk(scene),
    purposes: new PurposeTalk(crowd),
    again: new AgainTalk(scene),
  };
}
