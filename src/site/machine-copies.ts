/** Copies for machines: the catalogue and its coverage as JSON, every schema, parsers of every layer, badges. */
import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '../loader/project.ts';
import { ascii } from '../wire/targets/ascii.ts';
import { kaitai } from '../wire/targets/kaitai.ts';
import { lua } from '../wire/targets/lua.ts';
import { svg } from '../wire/targets/svg.ts';
import { badge } from './badge.ts';
import type { Content } from './content.ts';
import { coverageOf } from './coverage.ts';
import { rulePath } from './links.ts';
import type { SiteFile } from './page.ts';

export function machineCopies(content: Content): SiteFile[] {
  return [
    { path: 'api/rules.json', content: json(rulesOf(content)) },
    { path: 'api/coverage.json', content: json(coverageOf(content)) },
    ...schemas(),
    ...content.layouts.flatMap((layout) => [
      { path: `layer/${layout.layer}.ksy`, content: kaitai(layout) },
      { path: `layer/${layout.layer}.lua`, content: lua(layout) },
      { path: `layer/${layout.layer}.svg`, content: svg(layout) },
      { path: `layer/${layout.layer}.txt`, content: ascii(layout) },
    ]),
    ...badges(content),
  ];
}

function json(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}

/** The catalogue with what belongs to each rule, by name. */
function rulesOf({ suite, index }: Content) {
  const { version, digest } = suite;
  return {
    suite: { version, digest },
    rules: suite.rules.map((rule) => ({
      ...rule,
      page: rulePath(rule.id),
      scenarios: index.examples(rule.id).flatMap(({ text }) => text.scenarios.map(({ id }) => id)),
      fixtures: index.fixtures(rule.id).map(({ layer, name }) => `${layer}/${name}`),
      mutants: index.mutants(rule.id).map(({ id }) => id),
    })),
  };
}

/** `urn:assay:ipv4:header` at `schema/ipv4/header.json`. */
export function schemaPath(id: string): string {
  return `schema/${id.replace(/^urn:assay:/, '').replaceAll(':', '/')}.json`;
}

export function schemaIds(): { readonly id: string; readonly file: string }[] {
  return readdirSync(projectPath('spec'), { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.schema.json'))
    .sort()
    .map((path) => {
      const file = `spec/${path}`;
      return { id: (JSON.parse(readFileSync(projectPath(file), 'utf8')) as { $id: string }).$id, file };
    });
}

function schemas(): SiteFile[] {
  return schemaIds().map(({ id, file }) => ({ path: schemaPath(id), content: readFileSync(projectPath(file)) }));
}

function badges({ suite, index, standings, record }: Content): SiteFile[] {
  const tried = suite.rules.filter(({ id }) => index.scenarios(id) > 0).length;
  const proved = record?.suite === suite.digest ? `${record.proof.killed.length} rules proved` : 'not measured';
  return [
    { path: 'badge/rules.svg', content: badge('assay', `${tried} of ${suite.rules.length} rules tried`, 'plain') },
    { path: 'badge/proof.svg', content: badge('assay', proved, 'plain') },
    ...standings.flatMap(({ slug, name, passed, rules }) => {
      if (passed === undefined) return [];
      const against = rules.filter(({ outcome }) => outcome === 'fail' || outcome === 'declared');
      const broken = new Set(against.map(({ rule }) => rule)).size;
      const words = broken === 0 ? `${passed} rules pass` : `${passed} rules pass, ${broken} do not`;
      return [{ path: `badge/${slug}.svg`, content: badge(name, words, broken === 0 ? 'good' : 'bad') }];
    }),
  ];
}
