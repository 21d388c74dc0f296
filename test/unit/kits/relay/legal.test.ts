/**
 * What spec/relay/hpr-1.md leaves open passes: the reference with a line or two changed to what others may do, judged by the
 * rule that could take it amiss; and what the rule is there for is accused all the same.
 */
import { expect, test } from 'vitest';
import { judgeChanged, mutantsOf, suiteOf } from '../changed.ts';

interface Way {
  readonly about: string;
  readonly rules: readonly string[];
  /** File under the reference, text, and what stands there instead. */
  readonly edits: readonly (readonly [file: string, find: string, replace: string])[];
  /** Some scenarios of the rule cannot say anything then; none may accuse. */
  readonly isUnsure?: boolean;
}

const suite = suiteOf('relay');

const ways: readonly Way[] = [
  {
    about: 'clocks may differ, so a record lives for five seconds more',
    rules: ['HPR-VIEW-03'],
    edits: [
      ['supernode/view.ts', 'return expires > now && expires', 'return expires > now - LEEWAY && expires'],
      ['supernode/view.ts', 'record.expires <= seconds(state)', 'record.expires <= seconds(state) - LEEWAY'],
    ],
  },
  {
    about: 'seconds are rounded up',
    rules: ['HPR-LOGIN-01', 'HPR-LOGIN-02', 'HPR-LOGIN-03', 'HPR-RES-03', 'HPR-RES-05', 'HPR-PRES-01'],
    edits: [['state.ts', 'return Math.floor(state.now / 1_000_000);', 'return Math.ceil(state.now / 1_000_000);']],
  },
  {
    about: 'a helper is asked before the second address is used',
    rules: ['HPR-REACH-02'],
    edits: [
      [
        'reach/prober.ts',
        'if (state.endpoints.length > 1)',
        'if (state.endpoints.length > 1 && helpersFor(state, session).length === 0)',
      ],
    ],
  },
  {
    about: 'three neighbours are enough',
    rules: ['HPR-REACH-01', 'HPR-REACH-03'],
    edits: [['client/neighbours.ts', 'const WANTED = 4;', 'const WANTED = 3;']],
  },
  {
    about: 'who does not serve says nothing to RESERVE',
    rules: ['HPR-REACH-01', 'HPR-ELECT-01'],
    edits: [
      [
        'supernode/reservations.ts',
        '    refuse(state, session, header, ERROR.unavailable);\n    return;',
        '    return;',
      ],
    ],
  },
  {
    about: 'a presence that is ignored is not answered',
    rules: ['HPR-PRES-01'],
    edits: [
      ['directory/contacts.ts', '    refuse(state, session, header, ERROR.badRequest);\n    return;', '    return;'],
      ['directory/contacts.ts', '  reply(state, session, header, TYPE.OK);\n', ''],
      [
        'directory/contacts.ts',
        '  const wasThere = isThere',
        '  reply(state, session, header, TYPE.OK);\n  const wasThere = isThere',
      ],
    ],
  },
  {
    about: 'credit is counted without headers',
    rules: ['HPR-FLOW-01'],
    edits: [['supernode/relay.ts', 'lane.queued + octets.length >', '((lane.queued + octets.length) * 1200) / 1256 >']],
  },
  {
    about: 'a tenth more than the bandwidth of ten seconds goes at once',
    rules: ['HPR-FLOW-01'],
    edits: [
      ['supernode/lanes.ts', 'if (state.bandwidth === 0) {', 'if (state.bandwidth === 0 || lane.octets < 20_000) {'],
    ],
  },
  {
    about: 'half the credit is granted',
    rules: ['HPR-FLOW-01'],
    edits: [['settings.ts', '{ ...parameters, ...changes }', '{ ...parameters, credit: 32_768, ...changes }']],
    isUnsure: true,
  },
  {
    about: 'a conversation is opened before there is anything to say',
    rules: ['HPR-CONF-04'],
    edits: [
      [
        'told.ts',
        '      if (conversation?.isOpener) seek(state, conversation);',
        '      if (conversation?.isOpener) seek(state, conversation);\n' +
          '      else if (conversation === undefined && contact.isOnline) conversationWith(state, contact.name);',
      ],
      ['told.ts', 'import { announceTo,', "import { conversationWith } from './calls.ts';\nimport { announceTo,"],
      ['calls.ts', 'function conversationWith', 'export function conversationWith'],
    ],
    isUnsure: true,
  },
  {
    about: 'a program that is none is not handed over',
    rules: ['HPR-DELIV-01'],
    edits: [
      [
        'conversation/deliver.ts',
        '    case PURPOSE.program:\n',
        '    case PURPOSE.program:\n      if (!WebAssembly.validate(message.body)) return;\n',
      ],
    ],
  },
  {
    about: 'WELCOME is taken only by who has returned a cookie',
    rules: ['HPR-ELECT-01', 'HPR-CONF-02'],
    edits: [
      [
        'session/dial.ts',
        'if (one === undefined || !isSameHost',
        'if (one === undefined || one.cookie === undefined || !isSameHost',
      ],
    ],
  },
  {
    about: 'a relay is met over TCP first',
    rules: ['HPR-CONF-02', 'HPR-CONF-03'],
    edits: [['client/neighbours.ts', 'dialPlaces(known, count)', 'dialPlaces(known, count + 1)']],
  },
  {
    about: 'no PONG is longer than its PING',
    rules: ['HPR-FRAME-03', 'HPR-FRAME-04', 'HPR-HOP-06'],
    edits: [
      [
        'receive.ts',
        '[TYPE.PING, takePing]',
        "[TYPE.PING, (state, session, header, attributes) => {\n    const padding = attributes.find((each) => 'padding' in each) as { padding?: string } | undefined;\n    if ((padding?.padding ?? '').length >= 58) takePing(state, session, header);\n  }]",
      ],
    ],
  },
  {
    about: 'a path is left while something is under way on it',
    rules: ['HPR-PATH-03'],
    edits: [
      [
        'calls.ts',
        '  pump(state, conversation);\n}\n\nfunction conversationWith',
        '  pump(state, conversation);\n  if (conversation.isOpener) considerPaths(state, conversation);\n}\n\nfunction conversationWith',
      ],
      ['calls.ts', 'import { lookUp,', "import { considerPaths } from './conversation/paths.ts';\nimport { lookUp,"],
      ['conversation/paths.ts', 'function considerPaths', 'export function considerPaths'],
      ['conversation/paths.ts', '  if (conversation.isOpener) considerPaths(state, conversation);\n', ''],
    ],
  },
  {
    about: 'a supernode says again that it is one',
    rules: ['HPR-ELECT-05'],
    edits: [
      [
        'told.ts',
        'if (session.isRelay) tendNeighbours(state);',
        "if (session.isRelay) tendNeighbours(state);\n  if (state.service.isServing) state.outputs.push({ event: 'role', value: 'supernode' });",
      ],
    ],
  },
  {
    about: 'a direct path is tried by a single HELLO a second',
    rules: ['HPR-PATH-01', 'HPR-PATH-04'],
    edits: [['session/dial.ts', 'PUNCHING = { every: 0.25', 'PUNCHING = { every: 1']],
  },
  {
    about: 'answers, acknowledgements and what is relayed take their time',
    rules: ['HPR-DELIV-03', 'HPR-DELIV-05', 'HPR-FAIL-01', 'HPR-RES-06', 'HPR-FRAME-03'],
    edits: [
      [
        'session/send.ts',
        '  pass(state, session, lowerTimeToLive(octets));',
        '  const lower = lowerTimeToLive(octets);\n  state.timers.at(state.now + 30_000, () => pass(state, session, lower));',
      ],
      [
        'session/send.ts',
        "  send(state, session, type, [attribute('Request', { messageId: asked.messageId }), ...payload]);",
        "  const words = [attribute('Request', { messageId: asked.messageId }), ...payload];\n  state.timers.at(state.now + 100_000, () => send(state, session, type, words));",
      ],
    ],
  },
];

test.each(ways)('$rules: $about', { timeout: 30_000 }, async ({ rules, edits, isUnsure = false }) => {
  const changes = edits.map(([file, find, replace]) => ({ file: `src/reference/relay/${file}`, find, replace }));
  const ran = await judgeChanged(suite, changes, rules);
  const isFine = (verdict: string): boolean => verdict === 'pass' || (isUnsure && verdict === 'inconclusive');
  expect(ran.filter(({ verdict }) => !isFine(verdict)).map(({ scenario, reason }) => [scenario, reason?.text])).toEqual(
    [],
  );
  expect(ran.some(({ verdict }) => verdict === 'inconclusive')).toBe(isUnsure);
});

const allowed = new Set(ways.flatMap(({ rules, isUnsure }) => (isUnsure ? rules : [])));

test.each(mutantsOf('relay').filter(({ rule }) => allowed.has(rule)))(
  '$rule: $id is accused all the same',
  async (mutant) => {
    expect((await judgeChanged(suite, [mutant], [mutant.rule])).map(({ verdict }) => verdict)).toContain('fail');
  },
);
