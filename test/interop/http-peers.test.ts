/** Real implementations of HTTP: what is declared of each fails, and nothing else that binds does. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import type { Pics } from '../../src/generated/meta/pics.ts';
import type { Report } from '../../src/generated/meta/report.ts';
import { projectPath } from '../../src/loader/project.ts';
import { assay, temporaryFolder } from '../assay.ts';
import { httpPeers } from '../matrix/http.ts';
import { type Peer, statementOf } from '../matrix/peer.ts';
import { testWith } from '../requires.ts';

/** Servers are judged by all there is; a client is a process an errand, so that only a part is asked of it here. */
const OF_CLIENTS = ['RFC9112-2.2-05', 'RFC9112-3.2-03', 'RFC9112-3.2-04', 'RFC9112-3.2.1-01', 'RFC9112-6.3-13'];

function declaredOf({ pics }: Peer): readonly string[] {
  const path = projectPath('fixtures', 'deviations', `${pics}.json`);
  return ((JSON.parse(readFileSync(path, 'utf8')) as Pics).deviations ?? []).map(({ rule }) => rule);
}

describe.each(httpPeers.map((peer) => ({ ...peer, title: `${peer.name} as a ${peer.part}` })))('$title', (peer) => {
  testWith(...peer.needs)('is what is declared of it', async () => {
    const report = join(temporaryFolder(), 'report.json');
    const declared = declaredOf(peer);
    const rules = peer.part === 'client' ? [...new Set([...OF_CLIENTS, ...declared])] : [];
    const words = [...statementOf(peer), '--protocol', 'http', ...rules.flatMap((rule) => ['--rule', rule])];
    const ran = await assay(['run', '--target', peer.target, ...words, '--report', `json=${report}`]);
    const { results, summary, stale } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    const undeclared = results.filter(({ verdict, level, deviation }) => {
      return verdict === 'fail' && deviation === undefined && !level.startsWith('SHOULD');
    });
    expect(undeclared.map(({ scenario, reason }) => `${scenario}: ${reason?.text}`)).toEqual([]);
    expect(stale ?? []).toEqual([]);
    expect(summary.scenarios.error).toBe(0);
    expect(summary.scenarios.pass).toBeGreaterThan(10);
    expect(ran.status).toBe(0);
  });
});
