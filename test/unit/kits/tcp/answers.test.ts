/**
 * What is the answer to a segment, and what only happens to come then: receivers may acknowledge at once, and may tell of a
 * larger window at any time.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { stepDefinitions } from '../../../../features/steps/index.ts';
import { compileSuite } from '../../../../src/build/compile-suite.ts';
import type { PatchMutant } from '../../../../src/generated/meta/mutants.ts';
import { run } from '../../../../src/harness/run.ts';
import { indexSteps } from '../../../../src/harness/step-index.ts';
import { portTarget } from '../../../../src/harness/targets/port-target.ts';
import { projectPath } from '../../../../src/loader/project.ts';
import { type Edit, patchedReference } from '../../../../src/proof/patch.ts';

const whole = compileSuite(stepDefinitions);
const suite = { ...whole, scenarios: whole.scenarios.filter(({ protocol }) => protocol === 'tcp') };
const ruleOf = (found: string): string | undefined =>
  suite.scenarios.find(({ id }) => found.endsWith(` ${id}`))?.rules[0];
const TCP = 'src/reference/tcp';

const AT_ONCE: Edit = {
  file: `${TCP}/text.ts`,
  find: 'const atOnce = moved === 0',
  replace: 'const atOnce = moved > 0 || moved === 0',
};
/** More follows with the next segment, or as soon as the user has read something. */
const SMALL_AT_FIRST: Edit = {
  file: `${TCP}/window.ts`,
  find: 'const shown = Math.min(WIDEST,',
  replace: 'const shown = Math.min(isSyn ? 16_384 : WIDEST,',
};
/** The third message of a handshake is acknowledged. */
const ACKNOWLEDGED: readonly Edit[] = [
  {
    file: `${TCP}/establish.ts`,
    find: '  updateWindow(connection, segment);\n  restartRetransmitting',
    replace:
      "  updateWindow(connection, segment);\n  if (connection.openedBy === 'passive') sendAck(tcp, connection);\n  restartRetransmitting",
  },
  {
    file: `${TCP}/establish.ts`,
    find: "import { timestampClock } from './emit.ts';",
    replace: "import { sendAck, timestampClock } from './emit.ts';",
  },
];
const UPDATED_AT_ONCE = [SMALL_AT_FIRST, ...ACKNOWLEDGED];

async function accused(edits: readonly Edit[], rules: readonly string[] = []): Promise<readonly string[]> {
  const target = await portTarget('changed', await patchedReference('changed', edits), {
    suite: suite.version,
    seed: 1,
  });
  const request = { suite, steps: indexSteps(stepDefinitions), target, selection: { rules }, seed: 1 };
  const { results } = await run({ ...request, level: 'all', repeat: 1 });
  await target.close();
  const bad = results.filter(({ verdict }) => !['pass', 'observed', 'none'].includes(verdict));
  return bad.map(({ scenario, verdict }) => `${verdict} ${scenario}`);
}

test.each([
  { about: 'all data is acknowledged at once', edits: [AT_ONCE], but: ['RFC9293-SHLD-18'] },
  { about: 'the window is larger once the user has read', edits: [SMALL_AT_FIRST], but: [] },
  { about: 'the window is larger once the handshake is over', edits: UPDATED_AT_ONCE, but: [] },
])(
  '$about: nobody is accused but by the rule that asks for something else',
  async ({ edits, but }) => {
    const found = await accused(edits);
    expect([...new Set(found.map(ruleOf))]).toEqual(but);
  },
  60_000,
);

test('an acknowledgement that brings no larger window is no update: three messages are enough', async () => {
  expect(await accused(ACKNOWLEDGED, ['RFC9293-SEG-ACK-2'])).toContain('fail tcp-half-open-003');
});

const { mutants } = JSON.parse(readFileSync(projectPath('fixtures/mutants/tcp.json'), 'utf8')) as {
  mutants: readonly PatchMutant[];
};
/** Rules whose scenarios tell silence, or one answer, from what happens to come. */
const TOLD_APART = new Set([
  'RFC5961-3.2b',
  'RFC7323-3.2f',
  'RFC7323-5.3b',
  'RFC9293-MUST-3',
  'RFC9293-MUST-66',
  'RFC9293-SEG-ACK-1',
  'RFC9293-SEG-RST-1',
  'RFC9293-SEG-SEQ-1',
  'RFC9293-SHLD-29',
]);

test.each(mutants.filter(({ rule }) => TOLD_APART.has(rule)))(
  '$rule: $id is found among acknowledgements and updates that come at any time',
  async ({ rule, file, find, replace }) => {
    const found = await accused([{ file, find, replace }, AT_ONCE, ...UPDATED_AT_ONCE], [rule]);
    expect(found.some((each) => each.startsWith('fail'))).toBe(true);
  },
);
