/**
 * What the text leaves open passes: the reference with a line changed to what others do, judged by the rule that could
 * take it amiss.
 */
import { expect, test } from 'vitest';
import { stepDefinitions } from '../../../../features/steps/index.ts';
import { compileSuite } from '../../../../src/build/compile-suite.ts';
import { run } from '../../../../src/harness/run.ts';
import { indexSteps } from '../../../../src/harness/step-index.ts';
import { portTarget } from '../../../../src/harness/targets/port-target.ts';
import { patchMutant } from '../../../../src/proof/patch.ts';

const suite = compileSuite(stepDefinitions);
const steps = indexSteps(stepDefinitions);

interface Way {
  readonly about: string;
  readonly rule: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  /** The outcome that is to be recorded, where there is more than one. */
  readonly outcome?: string;
}

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
];

test.each(ways)('$rule: $about', async ({ about, rule, file, find, replace, outcome }) => {
  const patch = { id: 'legal', rule, about, file: `src/reference/tcp/${file}`, find, replace };
  const target = await portTarget('legal', await patchMutant(patch).open(), { suite: suite.version, seed: 1 });
  const report = await run({ suite, steps, target, selection: { rules: [rule] }, seed: 1, level: 'should', repeat: 1 });
  await target.close();
  const ran = report.results.filter(({ verdict }) => verdict !== 'none');
  expect(
    ran.filter(({ verdict }) => verdict !== 'pass').map(({ scenario, reason }) => [scenario, reason?.text]),
  ).toEqual([]);
  if (outcome) expect(ran.some(({ branch }) => branch?.outcome === outcome)).toBe(true);
});
