/** A page per feature file: its rules, and the scenarios of each. */
import type { FeatureText } from '../../spec/feature-text.ts';
import type { Content } from '../content.ts';
import { featurePath, linkFrom, protocolPath } from '../links.ts';
import type { Page } from '../page.ts';
import { Crumbs, RuleLink } from '../parts/marks.tsx';
import { Scenario } from '../parts/scenario.tsx';

export function featurePages(content: Content): Page[] {
  const titles = new Map(content.suite.protocols.map(({ protocol, title }) => [protocol, title]));
  return content.features.map((feature) =>
    featurePage(feature, titles.get(feature.protocol) ?? feature.protocol, content),
  );
}

function featurePage(feature: FeatureText, protocol: string, { runs }: Content): Page {
  const path = featurePath(feature.path);
  const link = linkFrom(path);
  const body = (
    <>
      <Crumbs
        trail={[{ words: protocol, href: link(`${protocolPath(feature.protocol)}#examples`) }, { words: 'Examples' }]}
      />
      <h1>{feature.title}</h1>
      {feature.about === '' ? null : <p class="lead">{feature.about}</p>}
      {feature.rules.map((rule) => (
        <section class="of-rule">
          <h2>{rule.title}</h2>
          <p class="ids">
            <RuleLink id={rule.rule} link={link} />
          </p>
          {rule.about === '' ? null : <p>{rule.about}</p>}
          {rule.scenarios.map((scenario) => (
            <Scenario
              run={runs.get(scenario.id)}
              id={scenario.id}
              scenario={scenario}
              background={[...feature.background, ...rule.background]}
            />
          ))}
        </section>
      ))}
      <p class="faint small">
        This page is <code>{feature.path}</code>, which runs.
      </p>
    </>
  );
  return { path, title: feature.title, about: feature.about || feature.title, part: 'protocols', body };
}
