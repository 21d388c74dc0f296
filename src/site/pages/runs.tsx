/** Sequence diagrams of real runs. */
import type { Content } from '../content.ts';
import { linkFrom, scenarioPath } from '../links.ts';
import type { Page } from '../page.ts';
import { Raw, Scroll } from '../parts/marks.tsx';

const PATH = 'runs.html';

export function runsPage({ runs, suite }: Content): Page {
  const link = linkFrom(PATH);
  const features = new Map(suite.scenarios.map(({ id, feature }) => [id, feature]));
  const body = (
    <>
      <h1>What passes between them</h1>
      <p class="lead">
        Each diagram is a real run: the scenario was judged of the reference when this site was made, and these are the
        octets that passed, in virtual time.
      </p>
      {[...runs.values()].map(({ scenario, title, ladder }) => (
        <section>
          <h2>{title}</h2>
          <p class="ids">
            <a href={link(scenarioPath({ id: scenario, feature: features.get(scenario) ?? '' }))}>{scenario}</a>
          </p>
          <Scroll label={title}>
            <Raw markup={ladder} />
          </Scroll>
        </section>
      ))}
    </>
  );
  return { path: PATH, title: 'Sequence diagrams of real runs', part: 'protocols', body };
}
