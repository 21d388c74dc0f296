/**
 * The index behind `/`: rules, fields, scenarios, states, terms and guides, made when the site is, so that a page only
 * looks up. It is a classic script, for a page from disk may load nothing else; a page loads it when a reader first asks.
 */
import MiniSearch from 'minisearch';
import type { Content } from './content.ts';
import { featurePath, fieldId, protocolPath, rulePath } from './links.ts';
import type { Page } from './page.ts';
import { readGlossary, termsOf } from './pages/glossary.tsx';
import { layerTitle } from './parts/layer-title.ts';
import { machinePath, stateId } from './parts/machine.tsx';
import { SEARCH_OPTIONS } from './search-options.ts';

/** What is found: its kind, its name, a line about it, and where it is. */
interface Finding {
  readonly kind: string;
  readonly name: string;
  readonly about: string;
  readonly path: string;
}

export function searchIndex(content: Content, pages: readonly Page[]): string {
  const index = new MiniSearch<Finding & { id: number }>(SEARCH_OPTIONS);
  index.addAll(findings(content, pages).map((finding, id) => ({ id, ...finding })));
  return `globalThis.assaySearchIndex=${JSON.stringify(JSON.stringify(index))};`;
}

function findings(content: Content, pages: readonly Page[]): Finding[] {
  return [
    ...content.suite.rules.map(({ id, statement }) => ({
      kind: 'rule',
      name: id,
      about: statement,
      path: rulePath(id),
    })),
    ...fields(content),
    ...states(content),
    ...scenarios(content),
    ...termsOf(readGlossary()).map(({ term, id, about }) => ({
      kind: 'term',
      name: term,
      about: about.slice(0, 120),
      path: `glossary.html#${id}`,
    })),
    ...pages
      .filter(({ path }) => /^(guide|decision|try|text)\/|^[a-z]+\.html$|^protocol\//.test(path))
      .map(({ title, about = '', path }) => ({ kind: 'page', name: title, about, path })),
  ];
}

function fields({ layouts }: Content): Finding[] {
  return layouts.flatMap((layout) =>
    layout.fields.map(({ name, label, description }) => ({
      kind: 'field',
      name: `${label}, ${layerTitle(layout)}`,
      about: description ?? name,
      path: `${protocolPath(layout.layer.split('/')[0]!)}#${fieldId(layout.layer, name)}`,
    })),
  );
}

function states({ machines }: Content): Finding[] {
  return machines.flatMap((machine) =>
    machine.states.map(({ name, about }) => ({
      kind: 'state',
      name: `${name}, ${machine.title}`,
      about,
      path: `${machinePath(machine)}#${stateId(name)}`,
    })),
  );
}

function scenarios({ features }: Content): Finding[] {
  return features.flatMap(({ path, title, rules }) =>
    rules.flatMap(({ scenarios: some }) =>
      some.map((scenario) => ({
        kind: 'scenario',
        name: scenario.title,
        about: `${scenario.id} in ${title}`,
        path: `${featurePath(path)}#${scenario.id}`,
      })),
    ),
  );
}
