/**
 * The compiled suite: rules, profiles, fixtures and scenarios in the one form that harness, reports and site read. It is
 * made from spec/, features/ and fixtures/ by src/build/compile-suite.ts; no Gherkin is parsed when the suite runs.
 */
import type { Fixture } from '../generated/meta/fixture.ts';
import type { Profile } from '../generated/meta/profile.ts';
import type { Level, Rule } from '../generated/meta/rules.ts';

export interface SuiteRule extends Rule {
  readonly protocol: string;
}

export interface SuiteFixture extends Fixture {
  readonly layer: string;
}

export type StepKind = 'given' | 'when' | 'then';

export interface Step {
  readonly kind: StepKind;
  /** As the feature file has it, keyword included. */
  readonly text: string;
  /** The cucumber expression that it matched: the key of its definition. */
  readonly expression: string;
  /** What the expression's parameters took: {int} numbers, {string} and {word} strings. */
  readonly args: readonly (string | number)[];
  readonly table?: readonly (readonly string[])[];
  readonly docString?: string;
}

export interface Scenario {
  /** Stable for ever, for instance `ipv4-ihl-001` or `ipv4-ihl-002/case`. */
  readonly id: string;
  readonly title: string;
  readonly protocol: string;
  /** Path of the feature file, from the project's folder, and the line there. */
  readonly feature: string;
  readonly line: number;
  /** The primary rule first. */
  readonly rules: readonly [string, ...string[]];
  readonly level: Level;
  /** Who is bound by the primary rule. */
  readonly role: string;
  /** Capabilities that an implementation must declare: tags `@needs:...`. */
  readonly needs: readonly string[];
  readonly soak: boolean;
  readonly exclusive: boolean;
  /** Seconds that it waits in real time: tag `@patience:N`. */
  readonly patience: number;
  /** The parameter by which an implementation tells that it was made quicker, in seconds: tag `@paced-by:NAME`. */
  readonly pacedBy?: string;
  readonly steps: readonly Step[];
}

export interface Suite {
  readonly version: string;
  /** SHA-256 over everything below, lowercase hex. */
  readonly digest: string;
  readonly protocols: readonly { readonly protocol: string; readonly title: string }[];
  readonly rules: readonly SuiteRule[];
  readonly profiles: readonly Profile[];
  readonly scenarios: readonly Scenario[];
  readonly fixtures: readonly SuiteFixture[];
}
