import { expect, test } from 'vitest';
import type { Result } from '../../../src/generated/meta/report.ts';
import { IutFault, Unmet } from '../../../src/harness/outcome.ts';
import { type ScheduleOptions, schedule } from '../../../src/harness/scheduler.ts';
import type { Target } from '../../../src/harness/target.ts';
import type { Scenario } from '../../../src/spec/suite.ts';
import { type Deed, fakeTarget, realClock, scenario, stepsOf, suiteOf } from './fake.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

function scheduleAll(
  scenarios: Scenario[],
  deeds: Record<string, Deed>,
  target: Target,
  options: ScheduleOptions = {},
): Promise<Result[]> {
  return schedule(scenarios, { suite: suiteOf(...scenarios), target, steps: stepsOf(deeds), seed: 1 }, options);
}

function gauge(): { deed: Deed; most: () => number } {
  let now = 0;
  let most = 0;
  const deed: Deed = async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setImmediate(resolve));
    now -= 1;
  };
  return { deed, most: () => most };
}

test.each([
  [{ concurrency: 3 }, {}, 3],
  [{ concurrency: 3 }, { jobs: 2 }, 2],
  [{ concurrency: 1 }, { jobs: 9 }, 1],
])('target %o, options %o: %d at once', async (changes, options, expected) => {
  const { deed, most } = gauge();
  const results = await scheduleAll(
    ids.map((id) => scenario(id, 'then:work')),
    { work: deed },
    fakeTarget(changes),
    options,
  );
  expect(most()).toBe(expected);
  expect(results.map((result) => result.scenario).sort()).toEqual(ids);
});

test('an exclusive scenario has no company', async () => {
  const { deed, most } = gauge();
  await scheduleAll(
    ids.map((id) => ({ ...scenario(id, 'then:work'), exclusive: true })),
    { work: deed },
    fakeTarget(),
  );
  expect(most()).toBe(1);
});

test('a missing answer in real time is claimed only when it is missing twice', async () => {
  let tries = 0;
  const once: Deed = () => {
    if (tries++ === 0) throw new Unmet({ expected: ['x'], actual: 'nothing', missing: true });
  };
  const always: Deed = () => {
    throw new Unmet({ expected: ['x'], actual: 'nothing', missing: true });
  };
  const target = fakeTarget(realClock);
  expect(await scheduleAll([scenario('a', 'then:once')], { once }, target)).toMatchObject([{ verdict: 'pass' }]);
  expect(await scheduleAll([scenario('a', 'then:always')], { always }, target)).toMatchObject([{ verdict: 'fail' }]);
  const exclusive = { ...scenario('a', 'then:once'), exclusive: true };
  tries = 0;
  expect(await scheduleAll([exclusive], { once }, target)).toMatchObject([{ verdict: 'pass' }]);
});

test('what is declared is believed at the first look, what crashes in company is not', async () => {
  let tries = 0;
  const missing: Deed = () => {
    tries += 1;
    throw new Unmet({ expected: ['x'], actual: 'nothing', missing: true });
  };
  const isDeclared = ({ scenario }: Result): boolean => scenario === 'a';
  await scheduleAll([scenario('a', 'then:missing')], { missing }, fakeTarget(realClock), { isDeclared });
  expect(tries).toBe(1);
  await scheduleAll([scenario('b', 'then:missing')], { missing }, fakeTarget(realClock), { isDeclared });
  expect(tries).toBe(3);
  const crash: Deed = () => {
    tries += 1;
    throw new IutFault('iut-exited', 'ended', { shared: true });
  };
  await scheduleAll([scenario('a', 'then:crash')], { crash }, fakeTarget(), { isDeclared });
  expect(tries).toBeGreaterThan(4);
});

test('a shared crash is put on the one that also crashes alone', async () => {
  let inFlight = 0;
  const work =
    (guilty: boolean): Deed =>
    async () => {
      inFlight += 1;
      await new Promise((resolve) => setImmediate(resolve));
      const shared = inFlight-- > 1;
      if (guilty || shared) throw new IutFault('iut-exited', 'ended', { shared });
    };
  const scenarios = [scenario('a', 'then:innocent'), scenario('b', 'then:guilty'), scenario('c', 'then:innocent')];
  const results = await scheduleAll(scenarios, { innocent: work(false), guilty: work(true) }, fakeTarget());
  const verdicts = Object.fromEntries(results.map(({ scenario, verdict }) => [scenario, verdict]));
  expect(verdicts).toEqual({ a: 'pass', b: 'fail', c: 'pass' });
});

test('after a stop nothing new begins', async () => {
  const stop = new AbortController();
  const results = await scheduleAll(
    ids.map((id) => scenario(id, 'then:work')),
    { work: () => stop.abort() },
    fakeTarget({ concurrency: 1 }),
    { signal: stop.signal },
  );
  expect(results).toHaveLength(1);
});
