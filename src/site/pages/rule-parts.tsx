/** The parts of a rule's page that come from elsewhere: scenarios, fixtures, mutants, implementations. */
import { featurePath, fixturePath } from '../links.ts';
import { FoundMark, plural, Scroll } from '../parts/marks.tsx';
import { Hex, octetsOf, readFixture } from '../parts/octets.tsx';
import { Scenario } from '../parts/scenario.tsx';
import type { RuleProps } from './rule.tsx';

/** Fixtures shown whole; the others are a click away. */
const MOST_FIXTURES = 6;

export function RuleExamples({ content: { index, runs }, rule, link }: RuleProps) {
  const examples = index.examples(rule.id);
  if (examples.length === 0) return null;
  return (
    <section aria-labelledby="scenarios">
      <h2 id="scenarios">How it is tried</h2>
      {examples.map(({ feature, text }) => (
        <>
          <p>
            <strong>{text.title}</strong> <span class="faint">in {feature.title}</span>
          </p>
          {text.scenarios.map((scenario) => (
            <Scenario
              scenario={scenario}
              background={[...feature.background, ...text.background]}
              run={runs.get(scenario.id)}
              href={link(`${featurePath(feature.path)}#${scenario.id}`)}
            />
          ))}
        </>
      ))}
    </section>
  );
}

export function RuleFixtures({ content: { index }, rule, link }: RuleProps) {
  const fixtures = index.fixtures(rule.id);
  if (fixtures.length === 0) return null;
  const more = fixtures.slice(MOST_FIXTURES);
  return (
    <section aria-labelledby="fixtures">
      <h2 id="fixtures">Octets</h2>
      {fixtures.slice(0, MOST_FIXTURES).map((fixture) => {
        const read = readFixture(fixture);
        const faulty = new Set(read?.observed.faults.map(({ field }) => field));
        return (
          <figure>
            <figcaption>
              <a href={link(fixturePath(fixture.layer, fixture.name))}>{fixture.name}</a> {fixture.about}
            </figcaption>
            <Hex octets={read?.octets ?? octetsOf(fixture)} leaves={read?.leaves ?? []} faulty={faulty} />
          </figure>
        );
      })}
      {more.length === 0 ? null : (
        <p>
          And {plural(more.length, 'more', 'more')}:{' '}
          {more.map(({ layer, name }, at) => (
            <>
              {at > 0 ? ', ' : ''}
              <a href={link(fixturePath(layer, name))}>{name}</a>
            </>
          ))}
        </p>
      )}
    </section>
  );
}

export function RuleMutants({ content: { index, record, suite }, rule }: RuleProps) {
  const mutants = index.mutants(rule.id);
  if (mutants.length === 0) return null;
  const killed = new Set(record?.suite === suite.digest ? record.proof.killed : []);
  return (
    <section aria-labelledby="mutants">
      <h2 id="mutants">What breaks it</h2>
      <p class="faint">
        Implementations that are wrong on purpose, to prove the judge.{' '}
        {killed.has(rule.id) ? 'All of them fail at this rule.' : null}
      </p>
      {mutants.map(({ id, about, diff }) => (
        <figure>
          <figcaption>
            <code>{id}</code> {about}
          </figcaption>
          {diff === undefined ? null : <Diff diff={diff} />}
        </figure>
      ))}
    </section>
  );
}

const MARKS: Readonly<Record<string, string>> = { '+': 'plus', '-': 'minus' };

function Diff({ diff }: { readonly diff: string }) {
  const lines = diff.split('\n');
  return (
    <pre class="diff" tabIndex={0}>
      {lines.map((line, at) => (
        <span class={at === 0 ? 'file' : MARKS[line[0] ?? '']}>{`${line}\n`}</span>
      ))}
    </pre>
  );
}

export function RuleStandings({ content: { index }, rule, link }: RuleProps) {
  const standings = index.standings(rule.id);
  if (standings.length === 0) return null;
  return (
    <section aria-labelledby="obeying">
      <h2 id="obeying">What implementations do</h2>
      <Scroll label="Implementations">
        <table>
          <tbody>
            {standings.map(({ standing, outcome, why, clause }) => (
              <tr>
                <th scope="row">
                  <a href={link(`result/${standing.slug}.html`)}>
                    {standing.name} {standing.version ?? ''}
                  </a>
                  <br />
                  <span class="faint small">{standing.part}</span>
                </th>
                <td>
                  <FoundMark found={outcome} />
                </td>
                <td>
                  {why ?? ''}
                  {clause === undefined ? null : <div class="faint small">{clause}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
