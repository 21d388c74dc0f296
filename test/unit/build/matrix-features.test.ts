/** A matrix as a feature file: small ones, written into a folder of their own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { matrixFeatures } from '../../../src/build/matrix-features.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

const RULE = { id: 'RFC9293-SEG-RST-2', statement: 'A reset at the very next number ends the connection.' };
const PROBES = {
  exact: { flags: 'RST', seq: 'next' },
  'with-ack': { flags: 'RST,ACK', seq: 'next', ack: 'good' },
  unsent: { flags: 'RST,ACK', seq: 'next', ack: 'unsent' },
};
const END = { rule: RULE.id, answer: 'nothing', afterwards: 'CLOSED' };

function write(outcomes: object, kind = 'RST'): string {
  const spec = mkdtempSync(join(tmpdir(), 'matrix-'));
  folders.push(spec);
  mkdirSync(join(spec, 'tcp'));
  const kinds = [{ kind: 'RST', title: 'RST', probes: PROBES }];
  const states = [{ state: 'FIN-WAIT-1', needs: 'tcp.daytime', good: 'next-1', cells: [{ kind, outcomes }] }];
  writeFileSync(join(spec, 'tcp/matrix.json'), JSON.stringify({ protocol: 'tcp', title: 'States', kinds, states }));
  writeFileSync(join(spec, 'tcp/rules.json'), JSON.stringify({ rules: [RULE] }));
  return spec;
}

test('a cell is an outline under its rule, a probe a row of it', () => {
  const files = matrixFeatures(write({ exact: END, 'with-ack': END, unsent: { ...END, takes: 1 } }));
  expect([...files.keys()]).toEqual(['features/tcp/matrix-fin-wait-1.feature']);
  const [text] = files.values();
  expect(text?.split('\n').slice(6)).toEqual([
    '  @RFC9293-SEG-RST-2',
    '  Rule: A reset at the very next number ends the connection',
    '',
    '    @id:tcp-matrix-fin-wait-1-rst-seg-rst-2 @needs:tcp.daytime',
    '    Scenario Outline: RST in FIN-WAIT-1',
    '      Given a connection of the implementation is in FIN-WAIT-1',
    '      When this segment arrives',
    '        | flags   | seq   | ack   |',
    '        | <flags> | <seq> | <ack> |',
    '      Then the answer is "<answer>", <taken> octets being taken',
    '      And the connection is in <afterwards> afterwards',
    '',
    '      Examples:',
    '        | case     | flags   | seq  | ack       | answer  | taken | afterwards |',
    '        | exact    | RST     | next |           | nothing | 0     | CLOSED     |',
    '        | with-ack | RST,ACK | next | next-1    | nothing | 0     | CLOSED     |',
    '        | unsent   | RST,ACK | next | next+1000 | nothing | 1     | CLOSED     |',
    '',
  ]);
});

test('a column that no probe of a cell fills is left out', () => {
  const [text] = matrixFeatures(write({ exact: END })).values();
  expect(text).not.toMatch(/<ack>|<data>|<urgent>/);
});

test('a cell of no kind, and a probe that its kind does not have, are named', () => {
  expect(() => matrixFeatures(write({ exact: END }, 'URG'))).toThrow('FIN-WAIT-1: no kind URG');
  expect(() => matrixFeatures(write({ elsewhere: END }))).toThrow('FIN-WAIT-1, RST: no probe elsewhere');
});

test('a protocol without a matrix has no such files', () => {
  const spec = mkdtempSync(join(tmpdir(), 'matrix-'));
  folders.push(spec);
  mkdirSync(join(spec, 'udp'));
  expect(matrixFeatures(spec).size).toBe(0);
});
