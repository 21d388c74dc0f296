import { expect, test } from 'vitest';
import { plan, type Selection } from '../../../src/harness/select.ts';
import type { Target } from '../../../src/harness/target.ts';
import type { Scenario } from '../../../src/spec/suite.ts';
import { fakeTarget, realClock, scenario, suiteOf } from './fake.ts';

function verdictOn(one: Scenario, selection: Selection = {}, target: Partial<Target> = {}): string {
  const { run, leftOut } = plan(suiteOf(one), fakeTarget(target), selection);
  return run.length === 1 ? 'run' : (leftOut[0]?.notRun ?? 'another shard');
}

const a = scenario('a');

test.each<[string, Scenario, Selection, Partial<Target>, string]>([
  ['nothing asked', a, {}, {}, 'run'],
  ['its protocol', a, { protocols: ['fake'] }, {}, 'run'],
  ['another protocol', a, { protocols: ['tcp'] }, {}, 'excluded'],
  ['its rule', a, { rules: ['RFC1-A'] }, {}, 'run'],
  ['another rule', a, { rules: ['RFC1-B'] }, {}, 'excluded'],
  ['its id', a, { scenarios: ['a'] }, {}, 'run'],
  ['its outline', { ...a, id: 'a/case' }, { scenarios: ['a'] }, {}, 'run'],
  ['an id that is only its beginning', { ...a, id: 'ab' }, { scenarios: ['a'] }, {}, 'excluded'],
  ['soak, not asked', { ...a, soak: true }, {}, {}, 'excluded'],
  ['soak, asked', { ...a, soak: true }, { soak: true }, {}, 'run'],
  ['patience in virtual time costs nothing', { ...a, patience: 130 }, {}, {}, 'run'],
  ['patience in real time', { ...a, patience: 130 }, {}, realClock, 'excluded'],
  ['patience enough', { ...a, patience: 130 }, { patience: 130 }, realClock, 'run'],
  [
    'patience that the target paces',
    { ...a, patience: 130, pacedBy: 'fake.pace' },
    { patience: 20 },
    { ...realClock, parameters: { 'fake.pace': 5 } },
    'run',
  ],
  ['patience that it does not', { ...a, patience: 130, pacedBy: 'fake.pace' }, { patience: 20 }, realClock, 'excluded'],
  ['a capability not declared', { ...a, needs: ['fake.x'] }, {}, {}, 'unsupported'],
  ['another role', { ...a, role: 'router' }, {}, { roles: ['host'] }, 'not-applicable'],
  ['its role', { ...a, role: 'host' }, {}, { roles: ['host'] }, 'run'],
  ['a protocol that the target does not speak', a, {}, { protocols: ['http'] }, 'not-applicable'],
])('%s', (_, one, selection, target, expected) => {
  expect(verdictOn(one, selection, target)).toBe(expected);
});

test('a condition that names a capability binds only who declares it', () => {
  const suite = suiteOf(a);
  const rules = [{ ...suite.rules[0]!, appliesWhen: { condition: 'has a clock', capability: 'fake.clock' } }];
  expect(plan({ ...suite, rules }, fakeTarget(), {}).leftOut).toMatchObject([{ notRun: 'unsupported' }]);
});

test('shards share out every scenario exactly once', () => {
  const scenarios = Array.from({ length: 10 }, (_, index) => scenario(`s${index}`));
  const shards = [1, 2, 3].map((index) => plan(suiteOf(...scenarios), fakeTarget(), { shard: { index, of: 3 } }));
  const ids = shards
    .flatMap(({ run, leftOut }) => [...run, ...leftOut.map((each) => each.scenario)])
    .map(({ id }) => id);
  expect(ids.sort()).toEqual(scenarios.map(({ id }) => id));
});
