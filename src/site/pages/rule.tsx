/** A page per rule, under its id for ever: what is asked, where it is written, how it is tried, what breaks it, who obeys. */
import { sourceView } from '../../report/view/source.ts';
import type { SuiteRule } from '../../spec/suite.ts';
import type { Content } from '../content.ts';
import { groupBy } from '../group.ts';
import { type Link, linkFrom, protocolPath, rulePath } from '../links.ts';
import type { Page } from '../page.ts';
import { BitPicture, fieldPath } from '../parts/bits.tsx';
import { Crumbs, LevelMark, plural, RuleLinks } from '../parts/marks.tsx';
import { sourceHref } from '../parts/source.ts';
import { RuleExamples, RuleFixtures, RuleMutants, RuleStandings } from './rule-parts.tsx';

export function rulePages(content: Content): Page[] {
  const titles = new Map(content.suite.protocols.map(({ protocol, title }) => [protocol, title]));
  const byProtocol = groupBy(content.suite.rules, ({ protocol }) => protocol);
  return [...byProtocol].flatMap(([protocol, rules]) =>
    rules.map((rule, at) =>
      rulePage(content, rule, { title: titles.get(protocol)!, before: rules[at - 1], after: rules[at + 1] }),
    ),
  );
}

interface Place {
  readonly title: string;
  readonly before: SuiteRule | undefined;
  readonly after: SuiteRule | undefined;
}

function rulePage(content: Content, rule: SuiteRule, place: Place): Page {
  const path = rulePath(rule.id);
  const link = linkFrom(path);
  const props = { content, rule, link };
  const body = (
    <>
      <Crumbs
        trail={[
          { words: place.title, href: link(protocolPath(rule.protocol)) },
          { words: rule.id, href: link(`${protocolPath(rule.protocol)}#${rule.id}`) },
        ]}
      />
      <h1 class="rule">
        {rule.id} <LevelMark level={rule.level} />
      </h1>
      <p class="lead">{rule.statement}</p>
      <Facts {...props} />
      <Untested {...props} />
      <Where {...props} />
      <RuleExamples {...props} />
      <RuleFixtures {...props} />
      <RuleMutants {...props} />
      <RuleStandings {...props} />
      <Cite {...props} />
      <nav class="turn" aria-label="Rules in their order">
        {place.before === undefined ? <span /> : <a href={link(rulePath(place.before.id))}>← {place.before.id}</a>}
        {place.after === undefined ? <span /> : <a href={link(rulePath(place.after.id))}>{place.after.id} →</a>}
      </nav>
    </>
  );
  return { path, title: rule.id, about: rule.statement, part: 'protocols', body };
}

export interface RuleProps {
  readonly content: Content;
  readonly rule: SuiteRule;
  readonly link: Link;
}

const ROLES: Readonly<Record<string, string>> = { any: 'every implementation' };

function Facts({ content: { index }, rule, link }: RuleProps) {
  const { role, source, appliesWhen, note, supersededBy } = rule;
  const [counterparts, supersedes] = [index.counterparts(rule.id), index.supersedes(rule.id)];
  return (
    <dl class="facts">
      <dt>Written in</dt>
      <dd>
        {source.map((each, at) => (
          <>
            {at > 0 ? '; ' : ''}
            <a href={sourceHref(each, link)}>{sourceView(each).text}</a>
          </>
        ))}
      </dd>
      <dt>Binds</dt>
      <dd>{ROLES[role] ?? role}</dd>
      {appliesWhen === undefined ? null : <Fact name="Applies when">{appliesWhen.condition}</Fact>}
      {counterparts.length === 0 ? null : (
        <Fact name="Counterparts">
          <RuleLinks ids={counterparts} link={link} />
        </Fact>
      )}
      {supersedes.length === 0 ? null : (
        <Fact name="Takes the place of">
          <RuleLinks ids={supersedes} link={link} />
        </Fact>
      )}
      {supersededBy === undefined ? null : (
        <Fact name="Superseded by">
          <RuleLinks ids={[supersededBy]} link={link} />
        </Fact>
      )}
      {note === undefined ? null : <Fact name="Reading">{note}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: preact.ComponentChildren }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}

function Untested({ content: { index }, rule }: RuleProps) {
  if (index.scenarios(rule.id) > 0) return null;
  if (rule.untestable !== undefined) {
    return (
      <p class="notice">
        <strong>No scenario.</strong> {rule.untestable}
      </p>
    );
  }
  if (rule.supersededBy !== undefined) return <p class="notice">Not judged: another rule has taken its place.</p>;
  return <p class="notice">No scenario yet.</p>;
}

/** Where it lies in octets, and what it moves in a state machine. */
function Where({ content, rule, link }: RuleProps) {
  const fields = content.index.fields(rule.id);
  const moves = content.index.transitions(rule.id);
  const layout = content.layouts.find(({ layer }) => layer === fields[0]?.layer);
  return (
    <>
      {layout === undefined ? null : (
        <section aria-labelledby="where">
          <h2 id="where">Where it lies</h2>
          <p>
            {fields.map(({ layer, field }, at) => (
              <>
                {at > 0 ? ', ' : ''}
                <a href={link(fieldPath(layer, field.name))}>{field.label}</a>
              </>
            ))}
          </p>
          <BitPicture layout={layout} link={link} hot={fields.map(({ field }) => field.name)} />
        </section>
      )}
      {moves.length === 0 ? null : (
        <section aria-labelledby="moves">
          <h2 id="moves">Transitions that it rules</h2>
          <ul>
            {moves.map(({ machine, from, event, to }) => (
              <li>
                <a href={link(`${protocolPath(machine.protocol)}#machine-${machine.name}`)}>{machine.title}</a>: {from}{' '}
                → {to} on {event}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Cite({ content: { suite, index }, rule }: RuleProps) {
  const scenarios = index.scenarios(rule.id);
  return (
    <section aria-labelledby="cite">
      <h2 id="cite">Cite it, repeat it</h2>
      <p>
        This page is <code>{rulePath(rule.id)}</code> for ever; the id is never used again for anything else. In a text:
      </p>
      <pre tabIndex={0}>{`Assay ${suite.version}, rule ${rule.id} (suite digest ${suite.digest.slice(0, 12)})`}</pre>
      {scenarios === 0 ? null : (
        <>
          <p>{plural(scenarios, 'scenario')} judged of an implementation of your own by</p>
          <pre tabIndex={0}>{`npx assay run --target TARGET --rule ${rule.id}`}</pre>
        </>
      )}
    </section>
  );
}
