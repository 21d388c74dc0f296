/** Feature files as their readers see them: see src/spec/feature-text.ts. Faults are the compiled suite's to find. */
import type * as messages from '@cucumber/messages';
import type { FeatureSource } from '../loader/sources.ts';
import type { CaseTable, FeatureText, RuleText, ScenarioText, StepText } from '../spec/feature-text.ts';
import { parseFeature, RULE_ID } from './gherkin.ts';

export function featureText({ path, protocol, text }: FeatureSource): FeatureText {
  const { feature } = parseFeature(text);
  const children = feature?.children ?? [];
  return {
    path,
    protocol,
    title: feature?.name ?? '',
    about: paragraph(feature?.description),
    background: children.flatMap(({ background }) => background?.steps ?? []).map(stepText),
    rules: children.flatMap(({ rule }) => (rule === undefined ? [] : [ruleText(rule)])),
  };
}

function ruleText({ tags, name, description, children }: messages.Rule): RuleText {
  return {
    rule: tags.flatMap((tag) => RULE_ID.exec(tag.name)?.[1] ?? [])[0] ?? '',
    title: name,
    about: paragraph(description),
    background: children.flatMap(({ background }) => background?.steps ?? []).map(stepText),
    scenarios: children.flatMap(({ scenario }) => (scenario === undefined ? [] : [scenarioText(scenario)])),
  };
}

function scenarioText({ tags, name, description, location, steps, examples }: messages.Scenario): ScenarioText {
  const tagged = (prefix: string): string[] =>
    tags.filter((tag) => tag.name.startsWith(prefix)).map((tag) => tag.name.slice(prefix.length));
  return {
    id: tagged('@id:')[0] ?? '',
    title: name,
    about: paragraph(description),
    needs: tagged('@needs:'),
    line: location.line,
    steps: steps.map(stepText),
    cases: examples.map(caseTable),
  };
}

function stepText({ keyword, text, dataTable, docString }: messages.Step): StepText {
  return {
    keyword: keyword.trim(),
    text,
    ...(dataTable && { table: dataTable.rows.map(values) }),
    ...(docString && { docString: docString.content }),
  };
}

function caseTable({ tableHeader, tableBody }: messages.Examples): CaseTable {
  return { header: tableHeader === undefined ? [] : values(tableHeader), rows: tableBody.map(values) };
}

function values({ cells }: messages.TableRow): string[] {
  return cells.map(({ value }) => value);
}

/** Lines that a file breaks for its own width. */
function paragraph(text = ''): string {
  return text.trim().replace(/\s*\n\s*/g, ' ');
}
