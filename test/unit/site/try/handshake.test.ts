/** The playground's model: what lessons show, that going back and links repeat exactly, and that every segment has its reason. */
import { describe, expect, test } from 'vitest';
import { loadSuite } from '../../../../src/loader/suite.ts';
import { ladderOf } from '../../../../src/site/try/handshake/ladder.ts';
import { LESSONS, lessonById } from '../../../../src/site/try/handshake/lessons.ts';
import { Player } from '../../../../src/site/try/handshake/player.ts';
import { type Action, BUFFER, CALM, type Script } from '../../../../src/site/try/handshake/script.ts';
import { captionOf } from '../../../../src/site/try/handshake/segment.ts';
import { rulesNamed, whyOf } from '../../../../src/site/try/handshake/why.ts';
import type { World } from '../../../../src/site/try/handshake/world.ts';

const MOST_STEPS = 300;

function played(script: Script): Player {
  const player = new Player(script);
  for (let steps = 0; steps < MOST_STEPS && player.step(); steps += 1);
  return player;
}

/** Marks as lines: time in milliseconds, what, and of whom. */
function trace(world: World): string[] {
  return world.marks.map((mark) => {
    const at = mark.at / 1000;
    if ('sent' in mark) {
      const { id, segment, origins } = world.sent.get(mark.sent)!;
      return `${at} ${mark.kind} ${id} ${captionOf(segment, origins)}`;
    }
    return `${at} ${mark.kind} ${'side' in mark ? mark.side : ''} ${mark.kind === 'state' ? mark.state : ''}`.trim();
  });
}

const lesson = (id: string): Script => lessonById(id)!.script;

test('three segments open a connection', () => {
  expect(trace(played(lesson('handshake')).world)).toEqual([
    '0 call B',
    '0 state B LISTEN',
    '0 call A',
    '0 sent A0 SYN seq 0',
    '0 state A SYN-SENT',
    '50 arrived A0 SYN seq 0',
    '50 sent B0 SYN,ACK seq 0 ack 1',
    '50 state B SYN-RECEIVED',
    '100 arrived B0 SYN,ACK seq 0 ack 1',
    '100 sent A1 ACK seq 1 ack 1',
    '100 state A ESTABLISHED',
    '150 arrived A1 ACK seq 1 ack 1',
    '150 state B ESTABLISHED',
  ]);
});

test.each([
  ['syn-lost', ['25 lost A0 SYN seq 0', '1000 sent A1 SYN seq 0', '1150 state B ESTABLISHED']],
  ['simultaneous', ['50 state B SYN-RECEIVED', '60 state A SYN-RECEIVED', '160 state A ESTABLISHED']],
  ['zero-window', ['1550 sent B2 ACK seq 1 ack 4097, window 0', '2600 sent A5 ACK seq 4097 ack 1, 1 octet']],
  ['fin', ['250 state B CLOSE-WAIT', '550 state A TIME-WAIT', '240550 state A CLOSED']],
  ['both-close', ['250 state B CLOSING', '260 state A CLOSING', '300 state A TIME-WAIT', '310 state B TIME-WAIT']],
  ['half-open', ['450 sent B1 RST seq 1', '500 state A CLOSED']],
  [
    'last-ack-lost',
    ['475 lost A3 ACK seq 2 ack 2', '1400 sent B3 FIN,ACK seq 1 ack 2', '1450 sent A4 ACK seq 2 ack 2'],
  ],
] as const)('lesson %s shows what it is about', (id, lines) => {
  expect(trace(played(lesson(id)).world)).toEqual(expect.arrayContaining([...lines]));
});

test('a lost segment is sent again before any timer, and the reason says so', () => {
  const { world } = played(lesson('fast-retransmit'));
  const reasons = [...world.sent.values()].map(({ segment, cause, at }) => ({ at, ...whyOf(segment, cause) }));
  const fast = reasons.filter(({ rules }) => rules.includes('RFC5681-3.2c'));
  expect(fast.map(({ at }) => at)).toEqual([400_000]);
  expect(reasons.some(({ rules }) => rules.includes('RFC9293-SEG-TMO-2'))).toBe(false);
});

test('over a bad network all octets arrive once and in order', () => {
  const { world } = played(lesson('bad-network'));
  const [a, b] = [world.pictureOf('A').connection!, world.pictureOf('B').connection!];
  expect([a.snd.una - a.iss, b.snd.una - b.iss]).toEqual([12_001, 3001]);
  const [ofA, ofB] = [b.rcv.nxt - a.iss, a.rcv.nxt - b.iss];
  expect([ofA, ofB]).toEqual([12_001, 3001]);
  const fates = new Set([...world.sent.values()].flatMap(({ journeys }) => journeys.map(({ fate }) => fate)));
  expect(fates).toEqual(new Set(['arrived', 'lost']));
});

describe.each(LESSONS)('lesson $id', ({ script }) => {
  test('goes back step by step to just what was seen before', () => {
    const player = new Player(script);
    const seen = [trace(player.world)];
    while (seen.length < MOST_STEPS && player.step()) seen.push(trace(player.world));
    for (const before of seen.slice(0, -1).reverse()) {
      expect(player.back()).toBe(true);
      expect(trace(player.world)).toEqual(before);
    }
    expect(player.back()).toBe(false);
  });

  test('every segment has a reason, and stands in the ladder at its place', () => {
    const { world, nextAt } = played(script);
    for (const { segment, cause } of world.sent.values()) {
      const { words, rules } = whyOf(segment, cause);
      expect(words.length).toBeGreaterThan(20);
      expect(rules.length).toBeGreaterThan(0);
    }
    const { arrows, height, nowY } = ladderOf(world, nextAt);
    for (const { y, toY, journey } of arrows) {
      expect(toY, journey.fate).toBeGreaterThan(y);
      expect(Math.max(toY, nowY)).toBeLessThan(height);
    }
  });
});

test('every rule that a reason names is in the catalogue', () => {
  const known = new Set(loadSuite().rules.map(({ id }) => id));
  expect(rulesNamed().filter((id) => !known.has(id))).toEqual([]);
});

describe('a new call', () => {
  const call = (at: number, side: 'A' | 'B', name: 'listen' | 'open' | 'close'): Action => {
    return { at, kind: 'call', side, call: name };
  };
  const script: Script = {
    seed: 3,
    conditions: CALM,
    buffer: BUFFER.usual,
    actions: [call(0, 'B', 'listen'), call(0, 'A', 'open'), call(2_000_000, 'A', 'close')],
  };

  test('takes the place of what the script would have done later', () => {
    const player = new Player(script);
    while (player.world.pictureOf('B').state !== 'ESTABLISHED') player.step();
    player.act({ kind: 'call', side: 'B', call: 'abort' });
    while (player.step());
    expect(player.script.actions).toHaveLength(3);
    expect(player.world.pictureOf('A').state).toBe('CLOSED');
  });

  test('what is done to the network leaves the script be', () => {
    const player = new Player(script);
    player.step();
    player.step();
    player.passTo(20_000);
    player.act({ kind: 'lose', side: 'A', packet: 0, copy: 0 });
    expect(player.world.marks.at(-1)).toEqual({ at: 20_000, kind: 'lost', sent: 'A0', copy: 0 });
    while (player.world.pictureOf('A').state !== 'FIN-WAIT-2' && player.step());
    expect(player.world.pictureOf('A').state).toBe('FIN-WAIT-2');
  });

  test('what cannot be done is refused and changes nothing', () => {
    const player = new Player({ ...script, actions: [] });
    player.act({ kind: 'call', side: 'A', call: 'send', octets: 10 });
    expect(player.world.marks).toEqual([expect.objectContaining({ kind: 'call', refused: 'no connection' })]);
  });
});

test('a connection is refused where nobody listens', () => {
  const actions: Action[] = [{ at: 0, kind: 'call', side: 'A', call: 'open' }];
  const { world } = played({ seed: 1, conditions: CALM, buffer: BUFFER.usual, actions });
  expect(trace(world)).toContain('50 sent B0 RST,ACK seq 0 ack 1');
  expect(world.marks).toContainEqual({ at: 100_000, kind: 'told', side: 'A', what: 'refused' });
  const { segment, cause } = world.sent.get('B0')!;
  expect(whyOf(segment, cause).rules).toEqual(['RFC9293-SEG-CLOSED-2']);
});
