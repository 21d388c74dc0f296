import { expect, test } from 'vitest';
import { AssayError } from '../../../src/contract/assay-error.ts';
import { point } from '../../../src/harness/interval.ts';
import { Inconclusive, IutFault, Unmet, Unsupported } from '../../../src/harness/outcome.ts';
import { runScenario } from '../../../src/harness/run-scenario.ts';
import type { Target } from '../../../src/harness/target.ts';
import type { Scenario } from '../../../src/spec/suite.ts';
import { type Deed, fakeTarget, realClock, scenario, stepsOf, suiteOf } from './fake.ts';

const unmet: Deed = () => {
  throw new Unmet({ expected: ['an answer'], actual: 'none', missing: true });
};

function trial(one: Scenario, deeds: Record<string, Deed>, target: Target = fakeTarget()) {
  return runScenario(one, { suite: suiteOf(one), target, steps: stepsOf(deeds), seed: 1 });
}

test('steps that all hold pass', async () => {
  const { result } = await trial(scenario('a', 'given:x', 'when:x', 'then:x'), {});
  expect(result).toMatchObject({ verdict: 'pass', rules: ['RFC1-A'], level: 'MUST' });
  expect(result.reason).toBeUndefined();
});

test.each([
  ['given', 'inconclusive', 'precondition'],
  ['when', 'inconclusive', 'precondition'],
  ['then', 'fail', 'unmet'],
])('unmet in a %s: %s', async (kind, verdict, code) => {
  const { result } = await trial(scenario('a', `${kind}:bad`, 'then:x'), { bad: unmet });
  expect(result).toMatchObject({ verdict, reason: { code, step: `${kind} bad` } });
  expect(result.evidence).toMatchObject({ expected: ['an answer'], actual: 'none' });
});

test.each([
  ['a fence in a Then', new Inconclusive('fence', 'no fence'), 'inconclusive', 'fence'],
  ['no such capability', new Unsupported('x.y'), 'none', 'capability'],
  ['a crash in mid-case', new IutFault('iut-exited', 'ended by SIGSEGV'), 'fail', 'iut-exited'],
  ['never started', new IutFault('iut-start', 'no such program'), 'inconclusive', 'iut-start'],
  ['the machine lacks something', new AssayError('ERR_TARGET_UNAVAILABLE', 'no tun'), 'none', 'machine'],
  ['a fault of ours', new TypeError('x is not a function'), 'error', 'tester'],
])('%s', async (_, thrown, verdict, code) => {
  const { result } = await trial(scenario('a', 'then:bad'), {
    bad: () => {
      throw thrown;
    },
  });
  expect(result).toMatchObject({ verdict, reason: { code } });
});

test('a MAY is observed, and never fails', async () => {
  const may = { ...scenario('a', 'then:look'), level: 'MAY' as const };
  const took = await trial(may, { look: (scene) => scene.took({ outcome: 'refuses' }) });
  expect(took.result).toMatchObject({ verdict: 'observed', branch: { outcome: 'refuses' } });
  expect((await trial(may, { look: unmet })).result.verdict).toBe('inconclusive');
});

test('what is missing or unclear in real time is looked at again; in virtual time nothing is', async () => {
  const one = scenario('a', 'then:bad');
  expect((await trial(one, { bad: unmet }, fakeTarget(realClock))).looks).toBe(2);
  expect((await trial(one, { bad: unmet })).looks).toBe(1);
  const wrong: Deed = () => {
    throw new Unmet({ expected: ['4'], actual: '5' });
  };
  expect((await trial(one, { bad: wrong }, fakeTarget(realClock))).looks).toBe(1);
});

test('what never came is missing where it was given up, whatever is cleared up afterwards', async () => {
  const one = scenario('a', 'when:talk', 'then:bad');
  const talk: Deed = ({ evidence }) => void evidence.sent('layer', Uint8Array.of(1), point(5));
  const bad: Deed = (scene) => {
    talk(scene);
    return unmet(scene);
  };
  expect((await trial(one, { talk, bad })).result.evidence?.missing).toBe(2);
  const wrong: Deed = () => {
    throw new Unmet({ expected: ['4'], actual: '5' });
  };
  expect((await trial(one, { talk, bad: wrong })).result.evidence).not.toHaveProperty('missing');
});

test('octets sent and received are the evidence, with times from the first', async () => {
  const { result } = await trial(scenario('a', 'when:talk'), {
    talk: ({ evidence }) => {
      evidence.sent('x/y', Uint8Array.of(1, 0xab), point(100));
      evidence.received('x/y', Uint8Array.of(2), { earliest: 105, latest: 110 });
    },
  });
  expect(result.evidence?.exchange).toEqual([
    { direction: 'sent', layer: 'x/y', octets: '01ab', at: [0, 0] },
    { direction: 'received', layer: 'x/y', octets: '02', at: [5, 10] },
  ]);
});

test('the seat is left however the scenario ends', async () => {
  let left = 0;
  const target = fakeTarget({
    seat: async () => ({
      surface: () => Promise.reject(new Error()),
      stderr: () => 'last words',
      leave: async () => void left++,
    }),
  });
  const { result } = await trial(scenario('a', 'then:bad'), { bad: unmet }, target);
  expect(left).toBe(1);
  expect(result.evidence?.stderr).toBe('last words');
});

test('a process that ends after its last answer is found out all the same', async () => {
  const target = fakeTarget({
    seat: async () => ({
      surface: () => Promise.reject(new Error()),
      stderr: () => '',
      leave: async () => {},
      fault: () => new IutFault('iut-exited', 'ended by SIGSEGV', { shared: true }),
    }),
  });
  const { result, looks } = await trial(scenario('a', 'then:x'), {}, target);
  expect(result).toMatchObject({ verdict: 'fail', reason: { code: 'iut-exited' } });
  expect(looks).toBe(3);
});
