/** A suite, a kit and a target that do as a test says: each scenario's steps are `does {string}`, looked up in a table. */
import type { Rule } from '../../../src/generated/meta/rules.ts';
import { defineSteps, type Kit } from '../../../src/harness/kit.ts';
import type { Scene } from '../../../src/harness/scene.ts';
import { indexSteps, type StepIndex } from '../../../src/harness/step-index.ts';
import type { Target } from '../../../src/harness/target.ts';
import type { Scenario, StepKind, Suite } from '../../../src/spec/suite.ts';

export type Deed = (scene: Scene) => void | Promise<void>;

/** Steps `given|when|then NAME` that run the deed of that name. */
export function stepsOf(deeds: Readonly<Record<string, Deed>>): StepIndex {
  const kit: Kit<Scene> = { protocol: 'fake', open: (scene) => scene, describe: () => undefined, fences: [] };
  const act = (scene: Scene, name: string): void | Promise<void> => deeds[name]?.(scene);
  return indexSteps(
    defineSteps(kit, { given: { 'given {word}': act }, when: { 'when {word}': act }, then: { 'then {word}': act } }),
  );
}

/** `scenario('one', 'given:a', 'then:b')` */
export function scenario(id: string, ...steps: string[]): Scenario {
  return {
    id,
    title: `scenario ${id}`,
    protocol: 'fake',
    feature: 'features/fake/fake.feature',
    line: 1,
    rules: [`RFC1-${id.toUpperCase()}`],
    level: 'MUST',
    role: 'any',
    needs: [],
    soak: false,
    exclusive: false,
    patience: 0,
    steps: steps.map((step) => {
      const [kind, name] = step.split(':') as [StepKind, string];
      return { kind, text: `${kind} ${name}`, expression: `${kind} {word}`, args: [name] };
    }),
  };
}

export function suiteOf(...scenarios: Scenario[]): Suite {
  const rules = scenarios.map(({ rules, level, role }) => ({
    id: rules[0],
    level,
    role,
    statement: 'something is asked',
    source: [{ rfc: 1, section: '1' }],
    reach: 'wire',
    profiles: [],
    protocol: 'fake',
  })) satisfies (Rule & { protocol: string })[];
  return {
    version: '0.0.0',
    digest: '0'.repeat(64),
    protocols: [{ protocol: 'fake', title: 'Fake' }],
    rules,
    profiles: [],
    scenarios,
    fixtures: [],
  };
}

export function fakeTarget(changes: Partial<Target> = {}): Target {
  return {
    info: { spec: 'fake', name: 'fake', capabilities: [], clock: 'virtual' },
    roles: 'any',
    protocols: 'any',
    parameters: {},
    concurrency: 4,
    hangLimit: 1000,
    seat: async () => ({
      surface: () => Promise.reject(new Error('a fake has no surfaces')),
      stderr: () => '',
      leave: async () => {},
    }),
    close: async () => {},
    ...changes,
  };
}

export const realClock: Partial<Target> = { info: { spec: 'fake', name: 'fake', capabilities: [], clock: 'real' } };
