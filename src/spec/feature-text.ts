/**
 * A feature file as its reader sees it: outlines with their placeholders and cases, not scenario by scenario as the suite
 * runs them. Made beside the suite by src/build/compile-suite.ts, so that no page parses Gherkin.
 */
export interface StepText {
  /** `Given`, `When`, `Then`, `And`, as it is written. */
  readonly keyword: string;
  readonly text: string;
  readonly table?: readonly (readonly string[])[];
  readonly docString?: string;
}

export interface CaseTable {
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ScenarioText {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Capabilities that an implementation must declare. */
  readonly needs: readonly string[];
  readonly line: number;
  readonly steps: readonly StepText[];
  /** Of an outline. */
  readonly cases: readonly CaseTable[];
}

export interface RuleText {
  readonly rule: string;
  readonly title: string;
  readonly about: string;
  readonly background: readonly StepText[];
  readonly scenarios: readonly ScenarioText[];
}

export interface FeatureText {
  /** From the project's folder, with forward slashes. */
  readonly path: string;
  readonly protocol: string;
  readonly title: string;
  readonly about: string;
  readonly background: readonly StepText[];
  readonly rules: readonly RuleText[];
}
