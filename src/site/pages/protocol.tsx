/** A page per protocol: its bits, its states, its rules in the order of their RFCs. */
import { codecs, isLayerName } from '../../generated/codecs.ts';
import { sourceView } from '../../report/view/source.ts';
import type { SuiteRule } from '../../spec/suite.ts';
import type { Content } from '../content.ts';
import { groupBy } from '../group.ts';
import { featurePath, type Link, linkFrom, protocolPath, rulePath } from '../links.ts';
import type { Page } from '../page.ts';
import { BitPicture, FieldList } from '../parts/bits.tsx';
import { layerTitle } from '../parts/layer-title.ts';
import { MachinePicture, machinePath } from '../parts/machine.tsx';
import { Crumbs, LevelMark, plural } from '../parts/marks.tsx';

export function protocolPages(content: Content): Page[] {
  return content.suite.protocols.map(({ protocol, title }) => protocolPage(content, protocol, title));
}

function protocolPage(content: Content, protocol: string, title: string): Page {
  const path = protocolPath(protocol);
  const link = linkFrom(path);
  const { suite, layouts, machines, features } = content;
  const rules = suite.rules.filter((rule) => rule.protocol === protocol);
  const own = layouts.filter(({ layer }) => layer.startsWith(`${protocol}/`));
  const states = machines.filter((machine) => machine.protocol === protocol);
  const executed = rules.filter(({ id }) => content.index.scenarios(id) > 0).length;
  const body = (
    <>
      <Crumbs trail={[{ words: 'Protocols', href: link('protocols.html') }]} />
      <h1>{title}</h1>
      <p class="lead">
        {plural(rules.length, 'rule')}, {executed} of them tried by scenarios.
      </p>
      <nav class="contents" aria-label="On this page">
        {own.map((layout) => (
          <a href={`#${idOf(layout.layer)}`}>{layerTitle(layout)}</a>
        ))}
        {states.map((machine) => (
          <a href={`#machine-${machine.name}`}>{machine.title}</a>
        ))}
        <a href="#examples">Examples</a>
        <a href="#rules">Rules</a>
      </nav>
      {own.map((layout) => (
        <section aria-labelledby={idOf(layout.layer)}>
          <h2 id={idOf(layout.layer)}>{layerTitle(layout)}</h2>
          {layout.description === undefined ? null : <p>{layout.description}</p>}
          <BitPicture layout={layout} link={link} />
          <p class="small">
            <a href={link(`fixture/${layout.layer}.html`)}>Octets of it, explained</a>
          </p>
          <FieldList layout={layout} infos={isLayerName(layout.layer) ? codecs[layout.layer].fields : []} link={link} />
        </section>
      ))}
      {states.map((machine) => (
        <section aria-labelledby={`machine-${machine.name}`}>
          <h2 id={`machine-${machine.name}`}>{machine.title}</h2>
          <MachinePicture machine={machine} link={link} />
          <p class="small">
            <a href={link(machinePath(machine))}>
              {machine.states.length} states and {machine.transitions.length} transitions, each with its rules
            </a>
          </p>
        </section>
      ))}
      <section aria-labelledby="examples">
        <h2 id="examples">Examples</h2>
        <ul class="columns">
          {features
            .filter((feature) => feature.protocol === protocol)
            .map((feature) => (
              <li>
                <a href={link(featurePath(feature.path))}>{feature.title}</a>
              </li>
            ))}
        </ul>
      </section>
      <section aria-labelledby="rules">
        <h2 id="rules">Rules</h2>
        <RuleGroups rules={rules} content={content} link={link} />
      </section>
    </>
  );
  return { path, title, about: `${title}: its octets, states and rules.`, part: 'protocols', body };
}

function idOf(layer: string): string {
  return `layer-${layer.replace('/', '-')}`;
}

interface GroupsProps {
  readonly rules: readonly SuiteRule[];
  readonly content: Content;
  readonly link: Link;
}

/** By document, as the catalogue has them. */
function RuleGroups({ rules, content, link }: GroupsProps) {
  const groups = groupBy(rules, ({ source: [first] }) =>
    first !== undefined && 'rfc' in first ? `RFC ${first.rfc}` : (first?.document ?? ''),
  );
  return (
    <>
      {[...groups].map(([name, some]) => (
        <>
          <h3 id={name.toLowerCase().replace(/[^a-z0-9]+/g, '-')}>{name}</h3>
          <ul class="rules">
            {some.map((rule) => (
              <li id={rule.id}>
                <a href={link(rulePath(rule.id))}>{rule.id}</a> <LevelMark level={rule.level} />{' '}
                <i>{sectionOf(rule)}</i>
                {content.index.scenarios(rule.id) > 0 ? null : <b>not tried</b>}
                <br />
                {rule.statement}
              </li>
            ))}
          </ul>
        </>
      ))}
    </>
  );
}

function sectionOf({ source: [first] }: SuiteRule): string {
  return first === undefined ? '' : sourceView(first).text.replace(/^.*, (?:section )?/i, '');
}
