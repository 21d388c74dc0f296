/** The tester's side of one scenario about IPv4. */
import type { Scene } from '../../harness/scene.ts';
import { AddressTalk } from './address-talk.ts';
import { CodecBench } from './codec-bench.ts';
import { CutTalk } from './cut-talk.ts';
import { EchoTalk } from './echo-talk.ts';
import { FragmentTalk } from './fragment-talk.ts';
import { HeaderChecks } from './header-checks.ts';
import { OptionsTalk } from './options-talk.ts';
import { PieceTalk } from './piece-talk.ts';
import { ProblemTalk } from './problem-talk.ts';
import { RedirectTalk } from './redirect-talk.ts';
import { ReportTalk } from './report-talk.ts';
import { RouterReports } from './router-reports.ts';
import { RouterTalk } from './router-talk.ts';
import { SourceRouteTalk } from './source-route-talk.ts';
import { TransitOptions } from './transit-options.ts';
import { UnseenHeaders } from './unseen-headers.ts';
import { Wire } from './wire.ts';

export interface Ipv4Peer {
  readonly scene: Scene;
  readonly codec: CodecBench;
  readonly unseen: UnseenHeaders;
  readonly echoes: EchoTalk;
  readonly fragments: FragmentTalk;
  readonly options: OptionsTalk;
  readonly sourceRoutes: SourceRouteTalk;
  readonly problems: ProblemTalk;
  readonly router: RouterTalk;
  readonly addresses: AddressTalk;
  readonly reports: ReportTalk;
  readonly pieces: PieceTalk;
  readonly checks: HeaderChecks;
  readonly cuts: CutTalk;
  readonly redirects: RedirectTalk;
  readonly routerReports: RouterReports;
  readonly transit: TransitOptions;
}

export function openPeer(scene: Scene): Ipv4Peer {
  const codec = new CodecBench(scene);
  const wire = new Wire(scene);
  const echoes = new EchoTalk(wire);
  const router = new RouterTalk(wire);
  return {
    scene,
    codec,
    unseen: new UnseenHeaders(scene, codec),
    echoes,
    fragments: new FragmentTalk(wire, echoes),
    options: new OptionsTalk(wire, echoes),
    sourceRoutes: new SourceRouteTalk(wire, echoes),
    problems: new ProblemTalk(wire, echoes),
    addresses: new AddressTalk(wire, echoes),
    reports: new ReportTalk(wire),
    pieces: new PieceTalk(wire, echoes),
    router,
    checks: new HeaderChecks(wire, router),
    cuts: new CutTalk(wire, router),
    redirects: new RedirectTalk(wire, router),
    routerReports: new RouterReports(wire, router),
    transit: new TransitOptions(wire, router),
  };
}
