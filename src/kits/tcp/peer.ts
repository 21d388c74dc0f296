/** The tester's side of one scenario about TCP. */
import type { Scene } from '../../harness/scene.ts';
import { Wire } from '../ipv4/wire.ts';
import { AcceptanceTalk } from './acceptance-talk.ts';
import { AddressTalk } from './address-talk.ts';
import { ClosingTalk } from './closing-talk.ts';
import { DataTalk } from './data-talk.ts';
import { SEGMENT } from './describe.ts';
import { EcnTalk } from './ecn-talk.ts';
import { FloodTalk } from './flood-talk.ts';
import { FlowChecks } from './flow-checks.ts';
import { FlowTalk } from './flow-talk.ts';
import { HandshakeTalk } from './handshake-talk.ts';
import { IcmpTalk } from './icmp-talk.ts';
import { KeepAliveTalk } from './keep-alive-talk.ts';
import { LinkTalk } from './link-talk.ts';
import { ManyTalk } from './many-talk.ts';
import { NumberTalk } from './number-talk.ts';
import { OpenTalk } from './open-talk.ts';
import { OptionTalk } from './option-talk.ts';
import { ProbeTalk } from './probe-talk.ts';
import { ReaderTalk } from './reader-talk.ts';
import { RouteTalk } from './route-talk.ts';
import { SackChecks } from './sack-checks.ts';
import { SegmentBench } from './segment-bench.ts';
import { SendingTalk } from './sending-talk.ts';
import { SettingTalk } from './setting-talk.ts';
import { StampTalk } from './stamp-talk.ts';
import { StateTalk } from './state-talk.ts';
import { StreamTalk } from './stream-talk.ts';
import { TcpTalk } from './talk.ts';
import { TimeWaitTalk } from './time-wait-talk.ts';
import { TimeoutChecks } from './timeout-checks.ts';
import { UrgentTalk } from './urgent-talk.ts';
import { TcpUser } from './user.ts';
import { WindowTalk } from './window-talk.ts';

export interface TcpPeer {
  readonly scene: Scene;
  readonly wire: Wire;
  readonly talk: TcpTalk;
  readonly user: TcpUser;
  readonly bench: SegmentBench;
  readonly opening: OpenTalk;
  readonly handshake: HandshakeTalk;
  readonly data: DataTalk;
  readonly many: ManyTalk;
  readonly numbers: NumberTalk;
  readonly options: OptionTalk;
  readonly flood: FloodTalk;
  readonly stamps: StampTalk;
  readonly addresses: AddressTalk;
  readonly states: StateTalk;
  readonly flow: FlowTalk;
  readonly flights: FlowChecks;
  readonly timeouts: TimeoutChecks;
  readonly stream: StreamTalk;
  readonly link: LinkTalk;
  readonly sacks: SackChecks;
  readonly sending: SendingTalk;
  readonly acceptance: AcceptanceTalk;
  readonly closing: ClosingTalk;
  readonly timeWait: TimeWaitTalk;
  readonly windows: WindowTalk;
  readonly probes: ProbeTalk;
  readonly keepAlives: KeepAliveTalk;
  readonly urgent: UrgentTalk;
  readonly icmp: IcmpTalk;
  readonly reader: ReaderTalk;
  readonly ecn: EcnTalk;
  readonly routes: RouteTalk;
  readonly settings: SettingTalk;
}

export function openPeer(scene: Scene): TcpPeer {
  const wire = new Wire(scene, SEGMENT);
  const [talk, user] = [new TcpTalk(wire), new TcpUser(scene)];
  const opening = new OpenTalk(wire, talk, user);
  const [flow, stream] = [new FlowTalk(talk), new StreamTalk(talk)];
  const states = new StateTalk(scene, talk, user);
  const windows = new WindowTalk(talk);
  return {
    scene,
    wire,
    talk,
    user,
    bench: new SegmentBench(scene),
    opening,
    handshake: new HandshakeTalk(talk, opening, user),
    data: new DataTalk(talk),
    many: new ManyTalk(talk),
    numbers: new NumberTalk(talk),
    options: new OptionTalk(talk),
    flood: new FloodTalk(talk),
    stamps: new StampTalk(talk),
    addresses: new AddressTalk(wire, talk),
    flow,
    flights: new FlowChecks(flow),
    timeouts: new TimeoutChecks(flow),
    stream,
    link: new LinkTalk(talk),
    sacks: new SackChecks(stream),
    sending: new SendingTalk(talk, user, opening, flow),
    states,
    acceptance: new AcceptanceTalk(scene, talk, user, states),
    closing: new ClosingTalk(scene, user, states),
    timeWait: new TimeWaitTalk(scene, wire, states),
    windows,
    probes: new ProbeTalk(windows),
    keepAlives: new KeepAliveTalk(scene, user, states),
    urgent: new UrgentTalk(user, states),
    icmp: new IcmpTalk(wire, windows, user, states),
    reader: new ReaderTalk(user, states),
    ecn: new EcnTalk(talk, windows),
    routes: new RouteTalk(wire),
    settings: new SettingTalk(talk, user, states),
  };
}
