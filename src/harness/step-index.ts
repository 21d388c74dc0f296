/** Finds the definition of a compiled step. A step without one is a fault of ours, and is named. */
import type { Step } from '../spec/suite.ts';
import type { StepDefinition } from './kit.ts';

export interface StepIndex {
  /** @throws Error when no table defines the step. */
  find(step: Step): StepDefinition;
}

export function indexSteps(definitions: readonly StepDefinition[]): StepIndex {
  const byExpression = new Map(definitions.map((definition) => [definition.expression, definition]));
  return {
    find: (step) => {
      const definition = byExpression.get(step.expression);
      if (definition === undefined) throw new Error(`no step definition for "${step.expression}"; build again`);
      return definition;
    },
  };
}
