/** The tester among streams, with an implementation that does what a test says: a client, or who stands between. */
import type { Branch } from '../../../../src/generated/meta/report.ts';
import { EvidenceLog } from '../../../../src/harness/evidence.ts';
import { point } from '../../../../src/harness/interval.ts';
import type { Scene } from '../../../../src/harness/scene.ts';
import type { StreamEvent, StreamsSurface } from '../../../../src/harness/surface.ts';
import { octets, text } from './octets.ts';

/** What happens next, where `heard` is all that was said on each connection; undefined for silence. */
export type Script = (heard: ReadonlyMap<number, string>, turn: number) => StreamEvent | undefined;

export interface StreamStage {
  readonly scene: Scene;
  readonly branches: Branch[];
  /** How long the tester has waited for something, in microseconds. */
  readonly waited: number[];
}

const AT = point(0);

export const said = (connection: number, words: string): StreamEvent => ({
  kind: 'octets',
  connection,
  octets: octets(words),
  at: AT,
});
export const done = (ok: boolean, output = ''): StreamEvent => ({
  kind: 'done',
  ok,
  output: octets(output),
  fate: ok ? 'ended with 0' : 'ended with 1',
  at: AT,
});

export function streamStage(script: Script, clock: Scene['clock'] = 'virtual'): StreamStage {
  const heard = new Map<number, string>();
  const branches: Branch[] = [];
  const waited: number[] = [];
  let turn = 0;
  let connections = 100;
  const streams: StreamsSurface = {
    authority: 'tester.test:8080',
    start: async () => undefined,
    connect: async () => ++connections * 2,
    send: async (connection, sent) => {
      heard.set(connection, (heard.get(connection) ?? '') + text(sent));
      return AT;
    },
    finish: async () => AT,
    reset: async () => AT,
    next: async (within) => {
      waited.push(within);
      return script(heard, turn++);
    },
  };
  const scene = {
    scenario: { id: 'http-test-001', needs: [] },
    evidence: new EvidenceLog(),
    parameters: {},
    hangLimit: 5_000_000,
    clock,
    surface: async () => streams,
    took: (branch: Branch) => void branches.push(branch),
  } as unknown as Scene;
  return { scene, branches, waited };
}
