/**
 * A report by hand with every kind of result, and one of an implementation that conforms: what the golden reports under
 * fixtures/reports are made of.
 */
import type { Deviation, Report, Result } from '../../../src/generated/meta/report.ts';
import { assemble } from '../../../src/harness/assemble.ts';
import type { Captions, Describe } from '../../../src/report/index.ts';
import type { Scenario, Step, StepKind, Suite, SuiteRule } from '../../../src/spec/suite.ts';

function rule(protocol: string, id: string, level: SuiteRule['level'], statement: string, section = '3.1'): SuiteRule {
  const rfc = Number(/^RFC(\d+)/.exec(id)![1]);
  return { protocol, id, level, role: 'any', statement, source: [{ rfc, section }], reach: 'wire', profiles: ['core'] };
}

const RULES: readonly SuiteRule[] = [
  rule('ipv4', 'RFC791-HDR-1', 'FORMAT', 'Every field of the header stands at its own fixed bits.', 'appendix B'),
  rule(
    'ipv4',
    'RFC791-IHL-1',
    'FORMAT',
    'The header length counts 32-bit words, and is never below 5 in a correct header.',
  ),
  rule('ipv4', 'RFC791-FLAG-0', 'SHOULD', 'The reserved flag is sent as zero, & "nothing" <else>.'),
  rule('ipv4', 'RFC791-TTL-1', 'MUST', 'A datagram whose time to live has run out goes no further.', '3.2'),
  rule('ipv4', 'RFC792-ECHO-1', 'MUST', 'An echo request is answered with its own data.', 'message formats'),
  rule('ipv4', 'RFC815-REASM-1', 'MUST', 'Fragments are put together in whatever order they come.', '3'),
  rule('ipv4', 'RFC1122-OPT-1', 'MAY', 'A host may answer a timestamp request.', '3.2.2.8'),
  rule('ipv4', 'RFC1812-FWD-1', 'MUST', 'A router lowers the time to live by at least one.', '5.3.1'),
  rule('ipv4', 'RFC791-CSUM-1', 'MUST', 'A header whose checksum is wrong is dropped.'),
  rule('http', 'RFC9110-DATE-1', 'MUST', 'An origin server with a clock sends Date.', '6.6.1'),
  rule(
    'http',
    'RFC9112-LINE-1',
    'MUST',
    'A request line of three parts is read whatever its length up to 8000 octets.',
    '3',
  ),
  rule('http', 'RFC9110-HEAD-1', 'MUST', 'A response to HEAD has no content.', '9.3.2'),
];

function steps(...texts: [string, ...Partial<Step>[]][]): Step[] {
  let kind: StepKind = 'given';
  return texts.map(([text, extra]) => {
    const [keyword = ''] = text.split(' ');
    if (keyword === 'Given' || keyword === 'When' || keyword === 'Then') kind = keyword.toLowerCase() as StepKind;
    return { kind, text, expression: text.slice(keyword.length + 1), args: [], ...extra };
  });
}

function scenario(id: string, ruleId: string, title: string, how: Step[], changes: Partial<Scenario> = {}): Scenario {
  const { protocol, level, role } = RULES.find((each) => each.id === ruleId)!;
  const topic = id.replace(/^[a-z0-9]+-/, '').replace(/-.*$/, '');
  return {
    id,
    title,
    protocol,
    feature: `features/${protocol}/${topic}.feature`,
    line: 12,
    rules: [ruleId],
    level,
    role,
    needs: [],
    soak: false,
    exclusive: false,
    patience: 0,
    steps: how,
    ...changes,
  };
}

const SHORT = steps(
  ['Given the decoder accepts the header of fixture "balanced"'],
  [
    'When the decoder is given the same header with',
    {
      table: [
        ['field', 'value'],
        ['ihl', '4'],
      ],
    },
  ],
  ['Then the decoder refuses it'],
);
const ECHO = steps(['When the tester sends an echo request'], ['Then the host answers with an echo reply']);
const GET = steps(
  ['Given the server answers a request for its resource'],
  ['When the tester sends', { docString: 'GET / HTTP/1.1\nHost: example.com\n' }],
  ['Then the response has a Date'],
  ['And the response is complete'],
);

const SCENARIOS: readonly Scenario[] = [
  scenario('http-date-001', 'RFC9110-DATE-1', 'A response tells when it was made', GET),
  scenario('http-head-001', 'RFC9110-HEAD-1', 'A response to HEAD is its head alone', GET, {
    rules: ['RFC9110-HEAD-1', 'RFC9110-DATE-1'],
  }),
  scenario('http-line-001', 'RFC9112-LINE-1', 'A long request line', GET),
  scenario('ipv4-csum-001', 'RFC791-CSUM-1', 'A header with one bit turned', ECHO),
  scenario('ipv4-echo-001', 'RFC792-ECHO-1', 'An echo request of 56 octets', ECHO),
  scenario('ipv4-flag-001', 'RFC791-FLAG-0', 'A header of its own making', ECHO),
  scenario('ipv4-fwd-001', 'RFC1812-FWD-1', 'A datagram that passes through', ECHO, { role: 'router' }),
  scenario('ipv4-hdr-001', 'RFC791-HDR-1', 'A header of twenty octets', ECHO),
  scenario('ipv4-ihl-001/four', 'RFC791-IHL-1', 'A header that claims to be shorter than its own fields', SHORT),
  scenario('ipv4-ihl-001/one', 'RFC791-IHL-1', 'A header that claims to be shorter than its own fields', SHORT),
  scenario('ipv4-opt-001', 'RFC1122-OPT-1', 'A timestamp request', ECHO),
  scenario('ipv4-reasm-001', 'RFC815-REASM-1', 'Two fragments, the last first', ECHO, { patience: 30 }),
  scenario('ipv4-reasm-002', 'RFC815-REASM-1', 'Fragments by the thousand', ECHO, { soak: true }),
  scenario('ipv4-ttl-001', 'RFC791-TTL-1', 'A datagram with no time left', ECHO),
];

export const suite: Suite = {
  version: '0.1.0',
  digest: '3f2a91c04d1e'.padEnd(64, '0'),
  protocols: [
    { protocol: 'ipv4', title: 'Internet Protocol version 4 and ICMP' },
    { protocol: 'http', title: 'HTTP/1.1' },
  ],
  rules: RULES,
  profiles: [{ name: 'core', title: 'Core', rules: RULES.map(({ id }) => id), requires: ['ipv4.decode'] }],
  scenarios: SCENARIOS,
  fixtures: [],
};

function result(id: string, verdict: Result['verdict'], more: Partial<Result> = {}): Result {
  const { title, rules, level } = SCENARIOS.find((each) => each.id === id)!;
  return { scenario: id, title, rules: [...rules], level, verdict, ...more };
}

const HEADER = '45000014000000004011af5ac6120001c6130203';
const SHORT_HEADER = `44${HEADER.slice(2)}`;

function exchanged(
  ...entries: [direction: 'sent' | 'received', layer: string, octets: string, from: number, to: number][]
) {
  return entries.map(([direction, layer, octets, from, to]) => ({ direction, layer, octets, at: [from, to] }));
}

function hexOf(text: string): string {
  return Buffer.from(text, 'latin1').toString('hex');
}

const RESPONSE = `HTTP/1.1 200 OK\r\nContent-Length: 600\r\nServer: tiny\r\n\r\n${'<p>octets</p>'.repeat(47).slice(0, 600)}`;

const FAILED: readonly Result[] = [
  result('ipv4-ihl-001/four', 'fail', {
    reason: { code: 'unmet', text: 'expected a refusal; got a value with ihl 4', step: 'Then the decoder refuses it' },
    evidence: {
      exchange: exchanged(['sent', 'ipv4/header', HEADER, 0, 0], ['sent', 'ipv4/header', SHORT_HEADER, 1204, 1310]),
      expected: ['a refusal'],
      actual: 'a value with ihl 4',
      difference: { field: 'ihl', expected: '5 to 15', actual: '4', exchange: 1, bit: 4, bits: 4 },
    },
  }),
  result('ipv4-ihl-001/one', 'fail', {
    reason: { code: 'unmet', text: 'expected a refusal; got a value with ihl 1', step: 'Then the decoder refuses it' },
    evidence: { exchange: [], expected: ['a refusal'], actual: 'a value with ihl 1' },
  }),
  result('ipv4-flag-001', 'fail', {
    reason: { code: 'unmet', text: 'expected 0; got 1', step: 'Then the host answers with an echo reply' },
    evidence: {
      exchange: exchanged(['received', 'ipv4/header', '45000014000080004011af5ac6120001c6130203', 10, 2_500_000]),
      expected: ['the reserved flag is 0'],
      actual: 'the reserved flag is 1',
      difference: { field: 'reserved', expected: '0', actual: '1', exchange: 0, bit: 48, bits: 1 },
    },
  }),
  result('ipv4-ttl-001', 'fail', {
    reason: {
      code: 'iut-exited',
      text: 'the process ended with status 139',
      step: 'When the tester sends an echo request',
    },
    evidence: {
      exchange: exchanged(['sent', 'ipv4', HEADER, 0, 40]),
      stderr:
        'starting\n\u001b[31mpanic\u001b[0m: index out of range <20> & "more" ]]> </script>\n  at decode (ip.c:42)\n',
    },
  }),
  result('http-date-001', 'fail', {
    reason: { code: 'unmet', text: 'expected a Date field; got none', step: 'Then the response has a Date' },
    evidence: {
      exchange: exchanged(
        ['sent', 'http', hexOf('GET / HTTP/1.1\r\nHost: example.com\r\n\r\n'), 0, 60],
        ['received', 'http', hexOf(RESPONSE), 900, 1600],
      ),
      expected: ['a Date field of one of three forms', 'no Date of a server without a clock'],
      actual: 'no Date field | among 2',
      difference: { field: 'date', expected: 'IMF-fixdate', actual: 'none', exchange: 1 },
    },
  }),
  result('ipv4-csum-001', 'fail', {
    reason: {
      code: 'unmet',
      text: 'expected silence; got an echo reply',
      step: 'Then the host answers with an echo reply',
    },
    evidence: { exchange: exchanged(['sent', 'ipv4', HEADER, 0, 0]), expected: ['silence'], actual: 'an echo reply' },
  }),
];

const OTHERS: readonly Result[] = [
  result('ipv4-hdr-001', 'pass', {
    branch: { outcome: 'an answer' },
    evidence: { exchange: exchanged(['sent', 'ipv4', HEADER, 0, 0], ['received', 'ipv4', '', 5, 9]) },
  }),
  result('ipv4-opt-001', 'observed', {
    branch: { outcome: 'no answer', clause: 'RFC 1122 section 3.2.2.8', level: 'MAY' },
    evidence: { exchange: [] },
  }),
  result('ipv4-echo-001', 'inconclusive', {
    reason: { code: 'fence', text: 'the fence was not answered', step: 'When the tester sends an echo request' },
    evidence: { exchange: exchanged(['sent', 'ipv4', HEADER, 0, 0]) },
  }),
  result('ipv4-fwd-001', 'none', {
    notRun: 'not-applicable',
    reason: { code: 'role', text: 'the rule binds a router' },
  }),
  result('ipv4-reasm-001', 'none', {
    notRun: 'excluded',
    reason: { code: 'patience', text: 'waits up to 30 s: ask with --patience 30' },
  }),
  result('ipv4-reasm-002', 'none', {
    notRun: 'unavailable',
    reason: { code: 'machine', text: 'no TUN device can be made here' },
  }),
  result('http-head-001', 'none', {
    notRun: 'unsupported',
    reason: { code: 'capability', text: 'not declared: http.origin' },
  }),
];

const DEVIATIONS: readonly Deviation[] = [
  { rule: 'RFC791-CSUM-1', why: 'The checksum is left to the network card.', clause: 'RFC 1122 section 3.2.1.2' },
  { rule: 'RFC9112-LINE-1', scenario: 'http-line-001', why: 'Request lines end at 1024 octets here.' },
];

export const report: Report = assemble({
  suite,
  target: {
    spec: 'exec:"python3 decoder.py"',
    name: 'My decoder <b>&',
    version: '1.2',
    language: 'Python',
    capabilities: ['ipv4.decode', 'ipv4.host'],
    clock: 'real',
  },
  options: { seed: 7, level: 'must', repeat: 3, profile: 'core' },
  deviations: DEVIATIONS,
  rounds: [[...FAILED, ...OTHERS, result('http-line-001', 'pass')], [result('ipv4-hdr-001', 'pass')]],
  interrupted: false,
  timings: {
    startedAt: '2026-03-04T05:06:07.089Z',
    duration: 3_210_456,
    scenarios: { 'http-date-001': 1700, 'http-line-001': 900, 'ipv4-ihl-001/four': 1400, 'ipv4-ttl-001': 2_000_000 },
  },
});
report.results.find(({ scenario }) => scenario === 'ipv4-flag-001')!.runs = ['pass', 'fail', 'pass'];
report.summary.flips = 1;

/** An implementation that conforms, in virtual time. */
export const calm: Report = assemble({
  suite,
  target: { spec: 'reference', name: 'the reference', capabilities: ['ipv4.decode'], clock: 'virtual' },
  options: { seed: 1, level: 'must', repeat: 1 },
  deviations: [],
  rounds: [
    SCENARIOS.map(({ id, level, role }) =>
      role === 'router'
        ? result(id, 'none', {
            notRun: 'unsupported',
            reason: { code: 'capability', text: 'not declared: ipv4.router' },
          })
        : level === 'MAY'
          ? result(id, 'observed', { branch: { outcome: 'no answer' } })
          : result(id, 'pass'),
    ),
  ],
  interrupted: false,
  timings: { startedAt: '2026-03-04T05:06:07.089Z', duration: 41_200, scenarios: {} },
});

export const describeOctets: Describe = (layer, octets) =>
  layer.startsWith('ipv4') && octets.length >= 20
    ? `IPv4 header of ${(octets[0]! & 15) * 4} octets, protocol ${octets[9]}`
    : undefined;

/** The first line of each message; what is asked of a decoder travels nowhere. */
export const captionOctets: Captions = (exchange) =>
  exchange.map(({ layer, octets }) =>
    layer === 'http' ? Buffer.from(octets).toString('latin1').split('\r\n')[0] : undefined,
  );
