import { expect, test } from 'vitest';
import type { Port } from '../../../src/contract/port.ts';
import { ipv4WireMutants } from '../../../src/proof/wire/ipv4.ts';
import { referencePort } from '../../../src/serve/reference-port.ts';
import { mutant, proveWith, RULE } from './workbench.ts';

const lenient = mutant('lenient', ipv4WireMutants.find(({ id }) => id === 'ihl-below-5-accepted')!.wrap);

/** Does what `does` says where a header is to be decoded. */
const decoding =
  (does: () => never) =>
  (port: Port): Port => ({
    ...port,
    request: async (method, params) => (method === 'codec/decode' ? does() : port.request(method, params)),
  });

test('a mutant that is failed at its rule proves it', async () => {
  const { summary, rules } = await proveWith([lenient]);
  expect(rules.find(({ id }) => id === RULE)!.mutants).toEqual([{ id: 'lenient', killed: true, atRule: true }]);
  expect(summary).toMatchObject({ proved: true, withoutMutant: [], mutants: 1, killed: 1, atRule: 1 });
});

test('a mutant that does nothing wrong is alive, and nothing is proved', async () => {
  const { summary, rules } = await proveWith([lenient, mutant('asleep')]);
  expect(rules.find(({ id }) => id === RULE)!.mutants).toContainEqual({ id: 'asleep', killed: false, atRule: false });
  expect(summary).toMatchObject({ proved: false, mutants: 2, killed: 1, atRule: 1 });
});

test('a rule without a mutant is named', async () => {
  const { summary } = await proveWith([]);
  expect(summary).toMatchObject({ proved: false, rules: 1, withoutMutant: [RULE] });
});

test('a reference that fails is named by its scenarios', async () => {
  const { summary } = await proveWith([lenient], () => ipv4WireMutants[1]!.wrap(referencePort()));
  expect(summary.proved).toBe(false);
  expect(summary.reference).toContain('ipv4-ihl-001/none');
});

test('a mutant that throws has failed', async () => {
  const broken = mutant(
    'broken',
    decoding(() => {
      throw new RangeError('beyond the end');
    }),
  );
  const { rules } = await proveWith([broken]);
  expect(rules.find(({ id }) => id === RULE)!.mutants).toEqual([{ id: 'broken', killed: true, atRule: true }]);
});

test('a mutant that cannot introduce itself is a fault of ours', async () => {
  const speechless = mutant('speechless', (port) => ({ ...port, request: async () => 'no' }));
  await expect(proveWith([speechless])).rejects.toThrow(/^speechless cannot be judged: /);
});

test('a mutant that cannot be made is a fault of ours', async () => {
  const unmade = { ...mutant('unmade'), open: () => Promise.reject(new Error('mutant unmade no longer applies')) };
  await expect(proveWith([lenient, unmade])).rejects.toThrow('mutant unmade no longer applies');
});

test('a mutant of a rule that nobody knows does not sleep on', async () => {
  const stray = { ...mutant('stray'), rule: 'RFC791-NO-1' };
  await expect(proveWith([stray])).rejects.toThrow('mutant stray: there is no rule RFC791-NO-1');
});

test('no two mutants share a name', async () => {
  await expect(proveWith([lenient, lenient])).rejects.toThrow('mutant lenient is there twice');
});
