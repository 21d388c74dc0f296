/** The tester's side of one scenario about IPv4. */
import type { Scene } from '../../harness/scene.ts';
import { CodecBench } from './codec-bench.ts';
import { CutTalk } from './cut-talk.ts';
import { EchoTalk } from './echo-talk.ts';
import { FragmentTalk } from './fragment-talk.ts';
import { HeaderChecks } from './header-checks.ts';
import { OptionsTalk } from './options-talk.ts';
import { ProblemTalk } from './problem-talk.ts';
import { RouterReports } from './router-reports.ts';
import { RouterTalk } from './router-talk.ts';
import { SourceRouteTalk } from './source-route-talk.ts';
import { TransitOptions } from './transit-options.ts';
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
  readonly checks: HeaderChecks;
  readonly cuts: CutTalk;
  readonly reports: RouterReports;
  readonly transit: TransitOptions;
}

export function openPeer(scene: Scene): Ipv4Peer {
  const wire = new Wire(scene);
  const echoes = new EchoTalk(wire);
  const router = new RouterTalk(wire);
  return {
    scene,
    codec: new CodecBench(scene),
    echoes,
    fragments: new FragmentTalk(wire, echoes),
    options: new OptionsTalk(wire, echoes),
    sourceRoutes: new SourceRouteTalk(wire, echoes),
    problems: new ProblemTalk(wire, echoes),
    router,
    checks: new HeaderChecks(wire, router),
    cuts: new CutTalk(wire, router),
    reports: new RouterReports(wire, router),
    transit: new TransitOptions(wire, router),
  };
}
