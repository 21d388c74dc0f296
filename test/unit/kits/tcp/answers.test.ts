/**
 * What is the answer to a segment, and what only happens to come then: receivers may acknowledge at once, and may tell of a
 * larger window at any time.
 */
import { expect, test } from 'vitest';
import type { Edit } from '../../../../src/proof/patch.ts';
import { judgeChanged, tcpMutants, tcpSuite } from './changed.ts';

const ruleOf = (found: string): string | undefined =>
  tcpSuite.scenarios.find(({ id }) => found.endsWith(` ${id}`))?.rules[0];
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
  const results = await judgeChanged(edits, rules);
  const bad = results.filter(({ verdict }) => !['pass', 'observed'].includes(verdict));
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

test.each(tcpMutants.filter(({ rule }) => TOLD_APART.has(rule)))(
  '$rule: $id is found among acknowledgements and updates that come at any time',
  async ({ rule, file, find, replace }) => {
    const found = await accused([{ file, find, replace }, AT_ONCE, ...UPDATED_AT_ONCE], [rule]);
    expect(found.some((each) => each.startsWith('fail'))).toBe(true);
  },
);
