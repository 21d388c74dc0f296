/**
 * The matrix of states and segments: how much it holds, and that nobody is accused who does otherwise where the text
 * lets him. Each of those is the reference, changed at one place.
 */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { stepDefinitions } from '../../../../features/steps/index.ts';
import { compileSuite } from '../../../../src/build/compile-suite.ts';
import type { StateMatrix } from '../../../../src/generated/meta/matrix.ts';
import { validate } from '../../../../src/generated/validators/meta/matrix.ts';
import { run } from '../../../../src/harness/run.ts';
import { indexSteps } from '../../../../src/harness/step-index.ts';
import { portTarget } from '../../../../src/harness/targets/port-target.ts';
import { projectPath } from '../../../../src/loader/project.ts';
import { patchMutant } from '../../../../src/proof/patch.ts';
import type { Suite } from '../../../../src/spec/suite.ts';

const matrix = JSON.parse(readFileSync(projectPath('spec/tcp/matrix.json'), 'utf8')) as StateMatrix;

test('eleven states meet eight kinds of segments, in 316 probes or more', () => {
  expect(validate(matrix)).toBe(true);
  const cells = matrix.states.flatMap(({ state, cells }) => cells.map(({ kind }) => `${state} ${kind}`));
  expect(new Set(cells).size).toBe(11 * 8);
  const probes = matrix.states.flatMap(({ cells }) => cells.flatMap(({ outcomes }) => Object.keys(outcomes)));
  expect(probes.length).toBeGreaterThanOrEqual(316);
});

test('every probe of a kind is put to some state', () => {
  const used = new Set(
    matrix.states.flatMap(({ cells }) =>
      cells.flatMap(({ kind, outcomes }) => Object.keys(outcomes).map((name) => `${kind} ${name}`)),
    ),
  );
  const all = matrix.kinds.flatMap(({ kind, probes }) => Object.keys(probes).map((name) => `${kind} ${name}`));
  expect(all.filter((each) => !used.has(each))).toEqual([]);
});

interface Otherwise {
  readonly about: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const TCP = 'src/reference/tcp';
const EXACT = '  if (segment.seq !== connection.rcv.nxt) {';
const IN_WINDOW = '((segment.seq - connection.rcv.nxt) | 0) >= 0 && ((segment.seq - connection.rcv.edge) | 0) < 0';

const otherwise: readonly Otherwise[] = [
  {
    about: 'takes any reset in the window, as RFC 793 has it',
    file: `${TCP}/synchronized.ts`,
    find: EXACT,
    replace: '  if (connection.state === undefined) {',
  },
  {
    about: 'resets for a SYN in the window, as RFC 793 has it',
    file: `${TCP}/segment-arrives.ts`,
    find: '  else arriveSynchronized(tcp, connection, segment);\n',
    replace: [
      `  else if (segment.syn && connection.state !== 'SYN-RECEIVED' && ${IN_WINDOW}) {`,
      '    refuse(tcp, segment);',
      '    tcp.remove(connection);',
      '  } else arriveSynchronized(tcp, connection, segment);\n',
    ].join('\n'),
  },
  {
    about: 'passes over resets in TIME-WAIT',
    file: `${TCP}/synchronized.ts`,
    find: EXACT,
    replace: `  if (connection.state === 'TIME-WAIT') return false;\n${EXACT}`,
  },
  {
    about: 'lets no SYN shorten TIME-WAIT',
    file: `${TCP}/time-wait.ts`,
    find: '  if (segment.hasAck || !isOfLater(connection, segment)) return false;\n',
    replace: '  if (connection.state === "TIME-WAIT") return false;\n',
  },
  {
    about: 'still takes data once its user has closed',
    file: `${TCP}/text.ts`,
    find: 'if (moved > 0 && connection.deaf) {',
    replace: 'if (moved > 0 && connection.state === "CLOSED") {',
  },
  {
    about: 'keeps no data that comes too early',
    file: `${TCP}/text.ts`,
    find: '  const moved = received.put(data, seq, rcv.nxt);\n',
    replace: '  const moved = seq === rcv.nxt ? received.put(data, seq, rcv.nxt) : 0;\n',
  },
  {
    about: 'challenges who acknowledges a SYN wrongly',
    file: `${TCP}/check-ack.ts`,
    find: '      refuse(tcp, segment);\n      return false;\n',
    replace: '      sendAck(tcp, connection);\n      return false;\n',
  },
  {
    about: 'acknowledges acknowledgements of nothing new',
    file: `${TCP}/check-ack.ts`,
    find: '  else noteDuplicate(tcp, connection, segment);\n',
    // But not the third message of the handshake: three are enough.
    replace:
      '  else {\n    noteDuplicate(tcp, connection, segment);\n    if (segment.ack !== seqAdd(connection.iss, 1)) connection.owesAck = true;\n  }\n',
  },
];

describe('who may do otherwise passes all of it', () => {
  let suite: Suite;
  beforeAll(() => {
    const whole = compileSuite(stepDefinitions);
    suite = { ...whole, scenarios: whole.scenarios.filter(({ id }) => id.startsWith('tcp-matrix-')) };
  });

  test.each(otherwise)(
    '$about',
    async ({ about, file, find, replace }) => {
      const port = await patchMutant({ id: 'otherwise', rule: 'RFC9293-SEG-SEQ-5', about, file, find, replace }).open();
      const target = await portTarget('otherwise', port, { suite: suite.version, seed: 1 });
      const request = { suite, steps: indexSteps(stepDefinitions), target, selection: {}, seed: 1 };
      const { results } = await run({ ...request, level: 'all', repeat: 1 });
      await target.close();
      const accused = results.filter(({ verdict }) => verdict !== 'pass');
      expect(accused.map(({ scenario, reason }) => `${scenario}: ${reason?.text}`)).toEqual([]);
    },
    60_000,
  );
});
