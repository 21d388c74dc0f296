/** Reads documents of our own formats and holds them to their schema. */
import { AssayError } from '../contract/assay-error.ts';
import type { Fixture } from '../generated/meta/fixture.ts';
import type { GradeRecord } from '../generated/meta/grade-record.ts';
import type { Grammar } from '../generated/meta/grammar.ts';
import type { HttpCases } from '../generated/meta/http-cases.ts';
import type { StateMachine } from '../generated/meta/machine.ts';
import type { MutantFile } from '../generated/meta/mutants.ts';
import type { Pics } from '../generated/meta/pics.ts';
import type { Profile } from '../generated/meta/profile.ts';
import type { Registry } from '../generated/meta/registry.ts';
import type { Report } from '../generated/meta/report.ts';
import type { Rubric } from '../generated/meta/rubric.ts';
import type { RuleCatalogue } from '../generated/meta/rules.ts';
import { validators } from '../generated/validators.js';
import { readJson } from './json.ts';

interface FixtureFile {
  readonly layer: string;
  readonly fixtures: readonly Fixture[];
}

interface Documents {
  readonly rules: RuleCatalogue;
  readonly profile: Profile;
  readonly fixture: FixtureFile;
  readonly grammar: Grammar;
  readonly 'http-cases': HttpCases;
  readonly machine: StateMachine;
  readonly mutants: MutantFile;
  readonly pics: Pics;
  readonly registry: Registry;
  readonly report: Report;
  readonly rubric: Rubric;
  readonly 'grade-record': GradeRecord;
}

/** @throws AssayError ERR_INPUT that names the file, the place in it and what is wrong there. */
export function readDocument<Kind extends keyof Documents>(kind: Kind, path: string): Documents[Kind] {
  return asDocument(kind, readJson(path), path);
}

/** The same for what has been read already; `path` is where, for the message. @throws AssayError ERR_INPUT */
export function asDocument<Kind extends keyof Documents>(kind: Kind, document: unknown, path: string): Documents[Kind] {
  const validate = validators[`meta/${kind}`];
  if (!validate(document)) {
    const fault = validate.errors?.[0];
    const where = fault?.instancePath || '/';
    const extra = fault?.params && 'additionalProperty' in fault.params ? ` "${fault.params.additionalProperty}"` : '';
    throw new AssayError('ERR_INPUT', `${path}: not a ${kind} file: ${where} ${fault?.message}${extra}`);
  }
  return document as Documents[Kind];
}
