/** What is kept of real implementations: a table of all, and a page for each. */

import { fromHex } from '../../contract/hex.ts';
import type { Content } from '../content.ts';
import { type Link, linkFrom, scenarioPath } from '../links.ts';
import type { Page } from '../page.ts';
import { Crumbs, FoundMark, plural, RuleLink, RuleLinks } from '../parts/marks.tsx';
import { MessageText } from '../parts/message.tsx';
import { Hex } from '../parts/octets.tsx';
import { ResultsTable } from '../parts/results-table.tsx';
import type { RuleStanding, Standing } from '../standings.ts';

const PATH = 'results.html';

export function resultPages(content: Content): Page[] {
  return [resultsPage(content), ...content.standings.map((standing) => resultPage(standing, content))];
}

function resultsPage({ standings }: Content): Page {
  const link = linkFrom(PATH);
  const statements = standings.filter(({ passed }) => passed === undefined);
  const body = (
    <>
      <h1>Results</h1>
      <p class="lead">
        Implementations that others wrote, judged. What each does otherwise than a rule asks was adjudicated, clause by
        clause: a rule counts as broken only where no clause allows what was seen.
      </p>
      <ResultsTable standings={standings} link={link} />
      <p>
        A rule has the worst verdict of its scenarios. What an implementation does not offer is not judged; advice
        (SHOULD) that is not taken breaks nothing. <code>npm run matrix</code> measures anew.
      </p>
      <h2>Adjudicated</h2>
      <p>
        Every one of these is still run, and must still fail; an entry that no longer does is an error. How to{' '}
        <a href={link('guide/contest.html')}>contest one</a>.
      </p>
      <ul>
        {statements.map(({ slug, name, version, rules }) => (
          <li>
            <a href={link(`result/${slug}.html`)}>
              {name} {version ?? ''}
            </a>
            : {plural(rules.length, 'entry', 'entries')}
          </li>
        ))}
      </ul>
    </>
  );
  return { path: PATH, title: 'Results', about: 'What implementations do, judged.', part: 'results', body };
}

function resultPage(standing: Standing, content: Content): Page {
  const path = `result/${standing.slug}.html`;
  const link = linkFrom(path);
  const { name, version, part, source, rules, passed, scenarios } = standing;
  const against = rules.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'observed');
  const obeyed = rules
    .filter(({ outcome, rule }) => outcome === 'pass' && content.index.rule(rule) !== undefined)
    .map(({ rule }) => rule);
  const body = (
    <>
      <Crumbs trail={[{ words: 'Results', href: link('results.html') }]} />
      <h1>
        {name} {version ?? ''}
      </h1>
      <p class="lead">
        {passed === undefined
          ? `${plural(rules.length, 'deviation')}, adjudicated.`
          : `As ${part}: ${plural(passed, 'rule')} passed in ${plural(scenarios ?? 0, 'scenario')}.`}
      </p>
      {against.length === 0 ? <p>Nothing stands against it.</p> : null}
      {against.map((found) => (
        <Found found={found} content={content} link={link} />
      ))}
      {obeyed.length === 0 ? null : (
        <>
          <h2>Obeyed</h2>
          <p>
            <RuleLinks ids={obeyed} link={link} />
          </p>
        </>
      )}
      <p class="faint small">
        Kept in <code>{source}</code>.
      </p>
    </>
  );
  return { path, title: `${name} ${version ?? ''}, ${part}`, part: 'results', body };
}

interface FoundProps {
  readonly found: RuleStanding;
  readonly content: Content;
  readonly link: Link;
}

/** Octets shown of what was seen; the file has all. */
const MOST_OCTETS = 512;

function Found({ found: { rule, outcome, why, clause, octets, scenario }, content, link }: FoundProps) {
  const known = content.index.rule(rule);
  const place = content.suite.scenarios.find(({ id }) => id === scenario || id.startsWith(`${scenario}/`));
  return (
    <section class="found">
      <h2>
        {known === undefined ? rule : <RuleLink id={rule} link={link} />} <FoundMark found={outcome} />
      </h2>
      {known === undefined ? (
        <p class="notice">This suite has no such rule: it was kept of another version.</p>
      ) : (
        <p class="faint">{known.statement}</p>
      )}
      {why === undefined ? null : <p>{why}</p>}
      {clause === undefined ? null : <p class="small faint">{clause}</p>}
      {place === undefined ? null : (
        <p class="ids">
          <a href={link(scenarioPath({ ...place, id: scenario ?? '' }))}>{scenario}</a>
        </p>
      )}
      {octets === undefined ? null : <Seen octets={fromHex(octets.replace(/\s+/g, '')).subarray(0, MOST_OCTETS)} />}
    </section>
  );
}

/** What begins as text is shown as text. */
function Seen({ octets }: { readonly octets: Uint8Array }) {
  const isText = octets.subarray(0, 4).every((octet) => octet >= 0x20 && octet < 0x7f);
  return isText ? <MessageText octets={octets} /> : <Hex octets={octets} />;
}
