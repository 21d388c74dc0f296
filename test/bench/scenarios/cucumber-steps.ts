/** The phrases for cucumber-js. No hook: a world of its own is what it gives every scenario anyway. */
import { defineStep, setWorldConstructor } from '@cucumber/cucumber';
import { Counter, phrases } from './counter.ts';

setWorldConstructor(Counter);

for (const [expression, run] of Object.values(phrases).flatMap((table) => Object.entries(table))) {
  const step = function (this: Counter, ...args: unknown[]): void | Promise<void> {
    return run(this, ...args);
  };
  // cucumber-js holds a definition to the number of its parameters; ours come after the counter.
  defineStep(expression, Object.defineProperty(step, 'length', { value: run.length - 1 }));
}
