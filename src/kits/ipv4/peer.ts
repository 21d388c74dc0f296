/** The tester's side of one scenario about IPv4. */
import type { Scene } from '../../harness/scene.ts';
import { AddressTalk } from './address-talk.ts';
import { CodecBench } from './codec-bench.ts';
import { EchoTalk } from './echo-talk.ts';
import { FragmentTalk } from './fragment-talk.ts';
import { OptionsTalk } from './options-talk.ts';
import { PieceTalk } from './piece-talk.ts';
import { ProblemTalk } from './problem-talk.ts';
import { ReportTalk } from './report-talk.ts';
import { RouterTalk } from './router-talk.ts';
import { SourceRouteTalk } from './source-route-talk.ts';
import { Wire } from './wire.ts';

export interface Ipv4Peer {
  readonly scene: Scene;
  readonly codec: CodecBench;
  readonly echoes: EchoTalk;
  readonly fragments: FragmentTalk;
  readonly options: OptionsTalk;
  readonly sourceRoutes: SourceRouteTalk;
  readonly problems: ProblemTalk;
  readonly router: RouterTalk;
  readonly addresses: AddressTalk;
  readonly reports: ReportTalk;
  readonly pieces: PieceTalk;
}

export function openPeer(scene: Scene): Ipv4Peer {
  const wire = new Wire(scene);
  const echoes = new EchoTalk(wire);
  return {
    scene,
    codec: new CodecBench(scene),
    echoes,
    fragments: new FragmentTalk(wire, echoes),
    options: new OptionsTalk(wire, echoes),
    sourceRoutes: new SourceRouteTalk(wire, echoes),
    problems: new ProblemTalk(wire, echoes),
    router: new RouterTalk(wire),
    addresses: new AddressTalk(wire, echoes),
    reports: new ReportTalk(wire),
    pieces: new PieceTalk(wire, echoes),
  };
}
