/**
 * What the text leaves open passes: the reference with a line changed to what others do, judged by the rule that could
 * take it amiss.
 */
import { expect, test } from 'vitest';
import { judgeChanged, tcpMutants } from './changed.ts';

interface Way {
  readonly about: string;
  readonly rule: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** The outcome that is to be recorded, where there is more than one. */
  readonly outcome?: string;
  /** Some scenarios of the rule cannot say anything then; none may accuse. */
  readonly isUnsure?: boolean;
}

const FORGETS_EARLY = {
  file: 'text.ts',
  find: '  const moved = received.put(data, seq, rcv.nxt);\n',
  replace: '  const moved = seq === rcv.nxt ? received.put(data, seq, rcv.nxt) : 0;\n',
};
const CHECKS_ACK_OF_RESETS = {
  file: 'synchronized.ts',
  find: '  if (segment.seq !== connection.rcv.nxt) {',
  replace:
    '  if (segment.seq !== connection.rcv.nxt || (segment.hasAck && seqDiff(segment.ack, connection.snd.max) > 0)) {',
};
/** A port that cannot be reached is told as soft errors are. */
const REPORTS_HARD_ERRORS = {
  file: 'problem.ts',
  find: '(code === PROTOCOL || code === PORT)) fail',
  replace: 'code === PROTOCOL) fail',
};
const HIDES_ROOM = {
  file: 'window.ts',
  find: 'const shown = Math.min(',
  replace: 'const shown = wanted < 1000 ? 0 : Math.min(',
};
const SHORT_TIME_WAIT = { file: 'config.ts', find: 'msl: 120 * SECOND', replace: 'msl: 0.75 * SECOND' };

const ways: readonly Way[] = [
  {
    about: 'a new SYN for a half-open connection is challenged',
    rule: 'RFC9293-SEG-SYN-1',
    file: 'synchronized.ts',
    find: '    // Back to LISTEN.\n    tcp.remove(connection);\n    return false;',
    replace: '    sendAck(tcp, connection);\n    return false;',
    outcome: 'turned away',
  },
  {
    about: 'an acknowledgement of what was not sent is challenged',
    rule: 'RFC9293-SEG-ACK-3',
    file: 'check-ack.ts',
    find: '      refuse(tcp, segment);\n      return false;',
    replace: '      sendAck(tcp, connection);\n      return false;',
    outcome: 'acknowledgement',
  },
  {
    about: 'data that comes with the answer to a SYN is left',
    rule: 'RFC9293-SEG-SYNSENT-7',
    file: 'syn-sent.ts',
    find: '  processText(tcp, connection, rest);\n',
    replace: '',
    outcome: 'left, and taken when it came again',
  },
  {
    about: 'a reset in SYN-RECEIVED acknowledges something',
    rule: 'RFC9293-SEG-RST-4',
    file: 'emit.ts',
    find: 'if (segment.hasAck) put(tcp, ends, { ...common, seq: segment.ack, ackNumber: seq(0) });',
    replace: 'if (segment.hasAck) put(tcp, ends, { ...common, ack: true, seq: segment.ack, ackNumber: segment.seq });',
  },
  {
    about: 'the clock of initial numbers is sixty times as fast',
    rule: 'RFC9293-MUST-8',
    file: 'isn.ts',
    find: 'const MICROSECONDS_A_TICK = 4;',
    replace: 'const MICROSECONDS_A_TICK = 0.064;',
  },
  {
    about: 'timestamps tick ten times a second',
    rule: 'RFC7323-4.1a',
    file: 'emit.ts',
    find: 'return (Math.floor(now / 1000) + offset) | 0;',
    replace: 'return (Math.floor(now / 100_000) + offset) | 0;',
  },
  {
    about: 'each segment is acknowledged at once',
    rule: 'RFC7323-4.3a',
    file: 'text.ts',
    find: 'const atOnce = moved === 0',
    replace: 'const atOnce = moved > 0 || moved === 0',
  },
  {
    about: 'less than the link carries is offered',
    rule: 'RFC9293-MUST-67',
    file: 'emit.ts',
    find: '      mss: rcv.mss,\n',
    replace: '      mss: 536,\n',
  },
  {
    about: 'an option with an illegal length is passed over, and its segment taken',
    rule: 'RFC9293-MUST-7',
    file: 'segment.ts',
    find: "  return typeof struct === 'number' ?",
    replace:
      "  const read = tcpSegment.create();\n  if (struct === 5) tcpSegment.read(read, view, 0, octets.length);\n  if (struct === 5) return segmentOf(read, octets, datagram);\n  return typeof struct === 'number' ?",
  },
  {
    about: 'the user is told late that its data is not acknowledged',
    rule: 'RFC9293-MUST-47',
    file: 'config.ts',
    find: 'export const R1 = 3;\nexport const R2 = 120 * SECOND;',
    replace: 'export const R1 = 8;\nexport const R2 = 900 * SECOND;',
  },
  {
    about: 'the user is told late that its data is not acknowledged',
    rule: 'RFC9293-SHLD-9',
    file: 'config.ts',
    find: 'export const R1 = 3;\nexport const R2 = 120 * SECOND;',
    replace: 'export const R1 = 8;\nexport const R2 = 900 * SECOND;',
  },
  {
    about: 'the user would be told after ten minutes, and the connection lasts',
    rule: 'RFC9293-SHLD-9',
    file: 'config.ts',
    find: 'export const R1 = 3;\nexport const R2 = 120 * SECOND;',
    replace: 'export const R1 = 80;\nexport const R2 = 9000 * SECOND;',
    isUnsure: true,
  },
  {
    about: 'data that comes too early is not kept',
    rule: 'RFC7323-4.3c',
    ...FORGETS_EARLY,
  },
  {
    about: 'data that comes too early is not kept',
    rule: 'RFC7323-5.3c',
    ...FORGETS_EARLY,
    isUnsure: true,
  },
  {
    about: 'there is room for a hundred connections',
    rule: 'RFC9293-CONN-1',
    file: 'config.ts',
    find: 'mostConnections: 65_536',
    replace: 'mostConnections: 100',
    isUnsure: true,
  },
  {
    about: 'data is sent again for two hours',
    rule: 'RFC9293-MUST-20',
    file: 'config.ts',
    find: 'R2 = 120 * SECOND',
    replace: 'R2 = 7200 * SECOND',
  },
  {
    about: 'a SYN is sent again for a quarter of an hour',
    rule: 'RFC9293-MUST-22',
    file: 'config.ts',
    find: 'R2_SYN = 200 * SECOND',
    replace: 'R2_SYN = 900 * SECOND',
  },
  {
    about: 'a hard error is reported, and the attempt goes on',
    rule: 'RFC9293-MUST-54',
    ...REPORTS_HARD_ERRORS,
    isUnsure: true,
  },
  {
    about: 'the window is of six hundred octets',
    rule: 'RFC5961-3.2a',
    file: 'config.ts',
    find: 'receiveBuffer: 65_535',
    replace: 'receiveBuffer: 600',
  },
  {
    about: 'a reset that acknowledges what was not sent is challenged',
    rule: 'RFC9293-SEG-RST-2',
    ...CHECKS_ACK_OF_RESETS,
    outcome: 'acknowledgement',
  },
  {
    about: 'a reset that acknowledges what was not sent is challenged',
    rule: 'RFC9293-SEG-RST-7',
    ...CHECKS_ACK_OF_RESETS,
    outcome: 'acknowledgement',
  },
  {
    about: 'room that is not shown is filled all the same',
    rule: 'RFC9293-SEG-SEQ-3',
    ...HIDES_ROOM,
  },
  {
    about: 'TIME-WAIT lasts for a second and a half',
    rule: 'RFC9293-MUST-13',
    ...SHORT_TIME_WAIT,
    isUnsure: true,
  },
  {
    about: 'TIME-WAIT lasts for a second and a half',
    rule: 'RFC9293-SEG-ACK-11',
    ...SHORT_TIME_WAIT,
  },
];

test.each(ways)('$rule: $about', async ({ rule, outcome, isUnsure = false, file, find, replace }) => {
  const ran = await judgeChanged([{ file: `src/reference/tcp/${file}`, find, replace }], [rule]);
  const isFine = (verdict: string): boolean => verdict === 'pass' || (isUnsure && verdict === 'inconclusive');
  expect(ran.filter(({ verdict }) => !isFine(verdict)).map(({ scenario, reason }) => [scenario, reason?.text])).toEqual(
    [],
  );
  expect(ran.some(({ verdict }) => verdict === 'inconclusive')).toBe(isUnsure);
  if (outcome) expect(ran.some(({ branch }) => branch?.outcome === outcome)).toBe(true);
});

const allowed = new Set(ways.filter(({ isUnsure }) => isUnsure).map(({ rule }) => rule));

test.each(tcpMutants.filter(({ rule }) => allowed.has(rule)))('$rule: $id is accused all the same', async (mutant) => {
  expect((await judgeChanged([mutant], [mutant.rule])).map(({ verdict }) => verdict)).toContain('fail');
});
