/**
 * Sizes, buffers, windows and gains that the text leaves open, and what a rule is not about: the reference with one of them changed is not failed, and
 * with a fault of the same kind beside it, it is.
 */
import { describe, expect, test } from 'vitest';
import type { Edit } from '../../../../src/proof/patch.ts';
import { judgeChanged, tcpMutants } from './changed.ts';

const edit = (file: string, find: string, replace: string): Edit => ({
  file: `src/reference/tcp/${file}`,
  find,
  replace,
});

const SEGMENTS = 'const segments = synWasLost ? 1 : mss > 2190 ? 2 : mss > 1095 ? 3 : 4;';
const firstWindow = (segments: number): Edit =>
  edit('congestion.ts', SEGMENTS, `const segments = synWasLost ? 1 : ${segments};`);
const sendBuffer = (octets: number): Edit => edit('config.ts', 'sendBuffer: 65_535', `sendBuffer: ${octets}`);
const receiveBuffer = (octets: number): Edit => edit('config.ts', 'receiveBuffer: 65_535', `receiveBuffer: ${octets}`);
const NEW_VARIATION = '0.75 * this.#variation + 0.25 *';
const gain = (beta: number): Edit => edit('rto.ts', NEW_VARIATION, `${1 - beta} * this.#variation + ${beta} *`);
const anySize = edit('negotiate.ts', 'Math.min(snd.mss, options.mss ?? DEFAULT_MSS)', 'snd.mss');
const PROBE = 'Math.min(LONGEST_BACKOFF, rto.value * 2 ** connection.persistBackoff)';

const TO_NEXT_ACK = "  if (reaction === 'retransmit-first') resend";
/** RFC 5682 section 3.1: two new segments first (step 2b), and what is missing once a duplicate came (3a). */
const frto: readonly Edit[] = [
  edit('check-ack.ts', "from './establish.ts';", "from './establish.ts';\nconst isAsking = new WeakSet<object>();"),
  edit(
    'check-ack.ts',
    '  const hadRoom = sent.room;',
    '  const wasTimedOut = connection.retransmissions > 0;\n  const hadRoom = sent.room;',
  ),
  edit(
    'check-ack.ts',
    TO_NEXT_ACK,
    [
      '  if (wasTimedOut && seqLt(snd.una, snd.max)) {',
      '    snd.nxt = snd.max;',
      '    for (let times = 0; times < 2; times += 1) resend(tcp, connection, snd.max, effectiveMss(connection));',
      '    snd.nxt = snd.max;',
      '    isAsking.add(connection);',
      '    return;',
      '  }',
      TO_NEXT_ACK,
    ].join('\n'),
  ),
  edit(
    'check-ack.ts',
    '  const isDuplicate = ',
    '  if (isAsking.delete(connection)) snd.nxt = snd.una;\n  const isDuplicate = ',
  ),
];

interface Way {
  readonly about: string;
  readonly rules: readonly string[];
  readonly legal: Edit | readonly Edit[];
  /** Where the way leaves nothing to judge. */
  readonly verdict?: 'inconclusive';
  /** The mutant at fault, by its identifier, for each of the rules. */
  readonly faults: readonly string[];
}

const ways: readonly Way[] = [
  {
    about: 'a first window of three segments: what fast recovery lets go',
    rules: ['RFC5681-3.2f', 'RFC5681-3.2g', 'RFC5681-3.1e'],
    legal: firstWindow(3),
    faults: ['window-kept-at-fast-retransmit', 'window-not-blown-up', 'low-first-threshold'],
  },
  {
    about: 'a first window of one segment',
    rules: ['RFC5681-3.1e', 'RFC5681-3.2f', 'RFC6675-4b', 'RFC6675-4d', 'RFC6675-5b', 'RFC6675-5d'],
    legal: firstWindow(1),
    faults: [
      'low-first-threshold',
      'window-kept-at-fast-retransmit',
      'lost-by-duplicates-alone',
      'new-data-before-holes',
      'whole-window-in-recovery',
      'no-new-data-in-recovery',
    ],
  },
  {
    about: 'a first window of ten segments (RFC 6928)',
    rules: ['RFC6675-4c', 'RFC6675-4d', 'RFC6675-5c', 'RFC6675-5d'],
    legal: firstWindow(10),
    faults: ['pipe-of-nothing', 'new-data-before-holes', 'recovery-ends-at-once', 'no-new-data-in-recovery'],
  },
  {
    about: 'a first window of two segments: a window taken back',
    rules: ['RFC9293-SHLD-15'],
    legal: firstWindow(2),
    faults: ['window-held-to-its-promise'],
  },
  {
    about: 'a first window of one segment: no window was taken back',
    rules: ['RFC9293-SHLD-15'],
    legal: firstWindow(1),
    verdict: 'inconclusive',
    faults: ['window-held-to-its-promise'],
  },
  {
    about: 'no more segments of inflation than were on their way',
    rules: ['RFC5681-3.2g'],
    legal: edit(
      'congestion.ts',
      '      this.#window += mss;\n',
      '      if (this.#duplicates * mss <= this.#flightBefore) this.#window += mss;\n',
    ),
    faults: ['window-not-blown-up'],
  },
  {
    about: 'no limited transmit, which is a SHOULD of another rule: the window has more room later',
    rules: ['RFC5681-3.2f'],
    legal: edit('output.ts', 'Math.min(2, congestion.duplicates) * effectiveMss(connection);', '0;'),
    faults: ['window-kept-at-fast-retransmit'],
  },
  {
    about: 'a send buffer that holds no more than was on its way',
    rules: ['RFC5681-3.1e', 'RFC5681-3.2g', 'RFC6675-5d'],
    legal: sendBuffer(4000),
    verdict: 'inconclusive',
    faults: ['low-first-threshold', 'window-not-blown-up', 'no-new-data-in-recovery'],
  },
  {
    about: 'a send buffer of two segments',
    rules: ['RFC5681-3.2d', 'RFC9293-SHLD-28', 'RFC9293-SEG-CALL-3'],
    legal: sendBuffer(1072),
    verdict: 'inconclusive',
    faults: ['limited-transmit-left-out', 'half-segments', 'close-drops-what-is-queued'],
  },
  {
    about: 'a receive buffer of two segments: what is outside the window is answered at once',
    rules: ['RFC9293-SHLD-18', 'RFC9293-MUST-31'],
    legal: receiveBuffer(1072),
    faults: ['every-segment-acknowledged', 'first-octet-alone-urgent'],
  },
  {
    about: 'a receive buffer of 600 octets: half of it is a step',
    rules: ['RFC9293-MUST-39', 'RFC9293-MUST-31'],
    legal: receiveBuffer(600),
    faults: ['window-opened-by-crumbs', 'first-octet-alone-urgent'],
  },
  {
    about: 'segments that came together are answered together',
    rules: ['RFC5681-3.2a', 'RFC2018-4b'],
    legal: edit(
      'text.ts',
      '  if (atOnce) connection.owesAck',
      '  if (moved === 0) connection.timers.delayedAck = tcp.now + 1000;\n  else if (atOnce) connection.owesAck',
    ),
    faults: ['out-of-order-acknowledged-late', 'sack-of-two-runs-alone'],
  },
  {
    about: 'segments of 8960 octets are taken',
    rules: ['RFC9293-SHLD-19', 'RFC5681-4.2b'],
    legal: edit(
      'new-connection.ts',
      'rcv: { nxt: seq(0), edge: seq(0), scale, up: undefined, mss }',
      'rcv: { nxt: seq(0), edge: seq(0), scale, up: undefined, mss: 8960 }',
    ),
    verdict: 'inconclusive',
    faults: ['rfc2525-stretch-acknowledgements', 'only-full-segments-counted'],
  },
  {
    about: 'no SACK option is sent',
    rules: ['RFC2018-4c', 'RFC2018-4d'],
    legal: edit(
      'emit.ts',
      'sackPermitted && received.hasEarly && {',
      'sackPermitted && received.early.length > 9 && {',
    ),
    verdict: 'inconclusive',
    faults: ['oldest-block-first', 'one-block-only'],
  },
  {
    about: 'after a timeout new data comes first (RFC 5682)',
    rules: ['RFC2018-5b', 'RFC9293-MUST-19'],
    legal: frto,
    faults: ['only-first-after-timeout', 'timeouts-are-no-congestion'],
  },
  ...[1 / 2, 1 / 8, 1 / 32].map(
    (beta): Way => ({
      about: `a round trip counts for ${beta} in the variation`,
      rules: ['RFC9293-MUST-18', 'RFC6298-2.2', 'RFC6298-3b', 'RFC6298-5', 'RFC6298-5.2', 'RFC6298-5.3'],
      legal: gain(beta),
      faults: [
        'timeout-never-computed',
        'variation-forgotten-at-first',
        'measured-once',
        'timer-runs-fast',
        'timer-never-stopped',
        'timer-not-started-anew',
      ],
    }),
  ),
  {
    about: 'a timeout of four seconds at least',
    rules: ['RFC5681-4.1'],
    legal: edit('rto.ts', 'const LEAST = 1_000_000;', 'const LEAST = 4_000_000;'),
    verdict: 'inconclusive',
    faults: ['rest-forgotten'],
  },
  {
    about: 'probes of a closed window are five seconds apart at least',
    rules: ['RFC9293-SHLD-30'],
    legal: edit('timers.ts', PROBE, `Math.max(5_000_000, ${PROBE})`),
    faults: ['closed-window-probed-evenly'],
  },
  {
    about: 'a mark is told of until data comes after the word that the sender has slowed down',
    rules: ['RFC9293-SHLD-8'],
    legal: edit(
      'ecn.ts',
      '  if (cwr) ecn.echoes = false;\n',
      '  const state = ecn as { wasCwr?: boolean };\n  if (state.wasCwr) ecn.echoes = false;\n  state.wasCwr = cwr;\n',
    ),
    faults: ['ecn-told-for-ever'],
  },
  {
    about: 'data that came with a SYN waits for the connection to open',
    rules: ['RFC9293-SEG-LISTEN-3'],
    legal: [
      edit(
        'listen.ts',
        '  tcp.add(connection);\n',
        '  tcp.add(connection);\n  Object.assign(connection, { first: segment });\n',
      ),
      edit(
        'synchronized.ts',
        '    noteCongestion(',
        [
          '    const { first } = connection as { first?: Segment };',
          '    if (first !== undefined) processText(tcp, connection, { ...first, seq: seqAdd(first.seq, 1) });',
          '    Object.assign(connection, { first: undefined });',
          '    noteCongestion(',
        ].join('\n'),
      ),
    ],
    faults: ['syn-not-counted'],
  },
  {
    about: 'as in BSD, a FIN comes again with every acknowledgement until it is acknowledged',
    rules: ['RFC9293-SEG-SEQ-4', 'RFC9293-SEG-SEQ-5', 'RFC9293-SEG-SYN-2', 'RFC9293-SEG-ACK-6'],
    legal: edit(
      'emit.ts',
      '  sendSegment(tcp, connection, numberOf(connection), {});',
      [
        '  const { finAt, finSent, snd } = connection;',
        '  const fin = finSent && finAt !== undefined && snd.una !== snd.max;',
        '  sendSegment(tcp, connection, fin ? finAt : numberOf(connection), { fin });',
      ].join('\n'),
    ),
    faults: [
      'data-beyond-the-window-taken-for-good',
      'unacceptable-segment-not-answered',
      'syn-in-window-goes-on',
      'acknowledgement-of-the-unsent-dropped',
    ],
  },
  {
    about: 'segments are larger than the tester takes: how many there are is another matter',
    rules: [
      'RFC5681-3.1a',
      'RFC5681-3.1c',
      'RFC5681-3.1d',
      'RFC5681-3.1g',
      'RFC5681-3.1h',
      'RFC9293-MUST-19',
      'RFC5681-3.2e',
      'RFC5681-3.2f',
      'RFC5681-3.2h',
    ],
    legal: anySize,
    faults: [
      'slow-start-left-out',
      'handshake-counts',
      'lost-syn-costs-nothing',
      'rfc2525-extra-additive-constant',
      'threshold-not-halved',
      'timeouts-are-no-congestion',
      'threshold-kept-at-fast-retransmit',
      'window-kept-at-fast-retransmit',
      'rfc2525-no-deflation',
    ],
  },
  {
    about: 'what is no SYN is refused in LISTEN: the next SYN opens a connection all the same',
    rules: ['RFC9293-SEG-FIN-1'],
    legal: edit('listen.ts', '  if (!segment.syn) return;\n', '  if (!segment.syn) return refuse(tcp, segment);\n'),
    faults: ['fin-begins-a-connection'],
  },
  {
    about: 'no segment size is heeded, wherever it stands',
    rules: ['RFC9293-MUST-6', 'RFC9293-MUST-64'],
    legal: anySize,
    verdict: 'inconclusive',
    faults: ['unknown-option-ends-the-list', 'options-on-word-boundaries-only'],
  },
];

describe.each(ways)('$about', ({ rules, legal, verdict, faults }) => {
  test.each(rules)('%s does not fail it', async (rule) => {
    const ran = await judgeChanged([legal].flat(), [rule]);
    const wrong = ran.filter((result) => result.verdict !== 'pass' && result.verdict !== verdict);
    expect(wrong.map(({ scenario, reason }) => `${scenario}: ${reason?.text}`)).toEqual([]);
    expect(ran.some((result) => result.verdict === (verdict ?? 'pass'))).toBe(true);
  });

  test.each(rules.map((rule, index) => [rule, faults[index]!] as const))('%s fails %s', async (rule, id) => {
    const fault = tcpMutants.find((each) => each.id === id);
    const ran = await judgeChanged([fault!], [rule]);
    expect(ran.some((result) => result.verdict === 'fail')).toBe(true);
  });
});
