/** What is not tried, and why: rule by rule. Nothing is left out in silence. */
import type { SuiteRule } from '../../spec/suite.ts';
import type { Content } from '../content.ts';
import { type Link, linkFrom } from '../links.ts';
import type { Page } from '../page.ts';
import { LevelMark, plural, RuleLink } from '../parts/marks.tsx';

const PATH = 'uncovered.html';

export function uncoveredPage({ suite, index }: Content): Page {
  const link = linkFrom(PATH);
  const left = suite.rules.filter(({ id }) => index.scenarios(id) === 0);
  const body = (
    <>
      <h1>What is not covered</h1>
      <p class="lead">
        {plural(left.length, 'rule')} of {suite.rules.length} have no scenario. Here they all are, each with the reason.
      </p>
      {suite.protocols.map(({ protocol, title }) => {
        const some = left.filter((rule) => rule.protocol === protocol);
        return some.length === 0 ? null : (
          <section>
            <h2 id={protocol}>{title}</h2>
            <ul class="rules">
              {some.map((rule) => (
                <Left rule={rule} link={link} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
  return { path: PATH, title: 'What is not covered', body };
}

function Left({ rule, link }: { readonly rule: SuiteRule; readonly link: Link }) {
  return (
    <li>
      <RuleLink id={rule.id} link={link} /> <LevelMark level={rule.level} />
      <p>
        {rule.untestable ?? (
          <>
            {rule.supersededBy === undefined ? 'No scenario yet.' : 'Superseded by '}
            {rule.supersededBy === undefined ? null : <RuleLink id={rule.supersededBy} link={link} />}
          </>
        )}
      </p>
    </li>
  );
}
