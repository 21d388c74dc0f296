/**
 * Makes the suite out of spec/, features/ and fixtures/: the one place where they are checked against one another. As a
 * command it writes dist/suite.json, and dist/features.json for those who read.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AssayError } from '../contract/assay-error.ts';
import type { StepDefinition } from '../harness/kit.ts';
import { projectPath } from '../loader/project.ts';
import { readCatalogues, readFeatures, readFixtures, readProfiles } from '../loader/sources.ts';
import { featuresPath, suitePath } from '../loader/suite.ts';
import { checkSuite } from '../spec/check-suite.ts';
import type { Suite, SuiteRule } from '../spec/suite.ts';
import { featureText } from './feature-text.ts';
import { compileFeature, stepMatcher } from './gherkin.ts';

/** @throws AssayError ERR_INPUT that lists every fault, a line each. */
export function compileSuite(definitions: readonly StepDefinition[]): Suite {
  const catalogues = readCatalogues();
  const rules: SuiteRule[] = catalogues.flatMap(({ protocol, rules }) => rules.map((rule) => ({ ...rule, protocol })));
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const match = stepMatcher(definitions);
  const compiled = readFeatures().map((source) => compileFeature(source, byId, match));
  const content = {
    protocols: catalogues.map(({ protocol, title }) => ({ protocol, title })),
    rules,
    profiles: readProfiles(),
    scenarios: compiled.flatMap(({ scenarios }) => scenarios).sort((one, other) => (one.id < other.id ? -1 : 1)),
    fixtures: readFixtures(catalogues.map(({ protocol }) => protocol)),
  };
  const faults = [...compiled.flatMap((each) => each.faults), ...checkSuite(content)];
  if (faults.length > 0) throw new AssayError('ERR_INPUT', faults.join('\n'));
  const { version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as { version: string };
  const digest = createHash('sha256').update(JSON.stringify(content)).digest('hex');
  return { version, digest, ...content };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { stepDefinitions } = await import('../../features/steps/index.ts');
  try {
    mkdirSync(dirname(suitePath), { recursive: true });
    writeFileSync(suitePath, JSON.stringify(compileSuite(stepDefinitions)));
    writeFileSync(featuresPath, JSON.stringify(readFeatures().map(featureText)));
  } catch (fault) {
    if (!(fault instanceof AssayError)) throw fault;
    console.error(fault.message);
    process.exitCode = 1;
  }
}
