/** A page per fixture, and a list of them per layer: golden octets, field by field, digits and fields lit together. */
import type { SuiteFixture } from '../../spec/suite.ts';
import type { Fault } from '../../wire/codec.ts';
import type { Content } from '../content.ts';
import { groupBy } from '../group.ts';
import { fixturePath, type Link, linkFrom, protocolPath } from '../links.ts';
import type { Page } from '../page.ts';
import { layerTitle } from '../parts/layer-title.ts';
import { Crumbs, RuleLink, RuleLinks, Scroll } from '../parts/marks.tsx';
import { MessageText } from '../parts/message.tsx';
import { Hex, octetsOf, type Read, readFixture } from '../parts/octets.tsx';
import { valueRows } from '../parts/value-rows.ts';

export function fixturePages({ suite, layouts }: Content): Page[] {
  const titles = new Map(layouts.map((layout) => [layout.layer, layerTitle(layout)]));
  const byLayer = groupBy(suite.fixtures, ({ layer }) => layer);
  return [...byLayer].flatMap(([layer, fixtures]) => [
    listPage(layer, titles.get(layer) ?? layer, fixtures),
    ...fixtures.map(fixturePage),
  ]);
}

function trailOf(layer: string, link: Link) {
  return [
    { words: layer.split('/')[0]!, href: link(protocolPath(layer.split('/')[0]!)) },
    { words: layer, href: link(`fixture/${layer}.html`) },
  ];
}

function listPage(layer: string, title: string, fixtures: readonly SuiteFixture[]): Page {
  const path = `fixture/${layer}.html`;
  const link = linkFrom(path);
  const body = (
    <>
      <Crumbs trail={trailOf(layer, link).slice(0, 1)} />
      <h1>Octets of {title}</h1>
      <p class="lead">
        Golden octets: each shows its rules by one value, or by one fault. Decoders are tried with them.
      </p>
      <ul class="rules">
        {fixtures.map((fixture) => (
          <li id={fixture.name}>
            <a href={link(fixturePath(layer, fixture.name))}>{fixture.name}</a>{' '}
            {fixture.fault === undefined ? null : <span class="badge v-fail">faulty</span>} {fixture.about}
          </li>
        ))}
      </ul>
    </>
  );
  return { path, title: `Octets of ${title}`, part: 'protocols', body };
}

function fixturePage(fixture: SuiteFixture): Page {
  const { layer, name, about, rules } = fixture;
  const path = fixturePath(layer, name);
  const link = linkFrom(path);
  const read = readFixture(fixture);
  const octets = read?.octets ?? octetsOf(fixture);
  const body = (
    <>
      <Crumbs trail={trailOf(layer, link)} />
      <h1>{name}</h1>
      <p class="lead">{about}</p>
      <p>
        Shows <RuleLinks ids={rules} link={link} />
      </p>
      <div class="both">
        {read === undefined ? (
          <Message octets={octets} value={fixture.value} />
        ) : (
          <>
            <Hex
              octets={octets}
              leaves={read.leaves}
              faulty={new Set(read.observed.faults.map(({ field }) => field))}
            />
            <Faults faults={read.observed.faults} lapses={read.observed.lapses} link={link} />
            <FieldTable read={read} />
          </>
        )}
      </div>
      <h2>Elsewhere</h2>
      <pre tabIndex={0}>{`npx assay decode ${layer} ${fixture.octets.replace(/\s+/g, '').slice(0, 200)}`}</pre>
    </>
  );
  return { path, title: `${name}, ${layer}`, about, part: 'protocols', body };
}

function FieldTable({ read }: { readonly read: Read }) {
  const faulty = new Set(read.observed.faults.map(({ field }) => field));
  return (
    <Scroll label="Fields">
      <table class="values">
        <thead>
          <tr>
            <th scope="col">bits</th>
            <th scope="col">field</th>
            <th scope="col">value</th>
          </tr>
        </thead>
        <tbody>
          {valueRows(read).map(({ path, bits, label, value }) => (
            <tr data-f={path} class={faulty.has(path) ? 'bad' : undefined}>
              <td class="number">{bits}</td>
              <th scope="row">{label}</th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

interface FaultsProps {
  readonly faults: readonly Fault[];
  readonly lapses: readonly Fault[];
  readonly link: Link;
}

function Faults({ faults, lapses, link }: FaultsProps) {
  const line = ({ field, bit, expected, actual, rule }: Fault) => (
    <li>
      <code>{field}</code>, bit {bit}: expected {expected}, got {actual}{' '}
      {rule === undefined ? null : <RuleLink id={rule} link={link} />}
    </li>
  );
  return (
    <>
      {faults.length === 0 ? null : (
        <>
          <h2>Faults</h2>
          <ul>{faults.map(line)}</ul>
        </>
      )}
      {lapses.length === 0 ? null : (
        <>
          <h2>A sender should not have sent</h2>
          <ul>{lapses.map(line)}</ul>
        </>
      )}
    </>
  );
}

/** Text, and the value that it is read as. */
function Message({ octets, value }: { readonly octets: Uint8Array; readonly value: unknown }) {
  return (
    <>
      <MessageText octets={octets} />
      <Hex octets={octets} />
      {value === undefined ? null : (
        <>
          <h2>Read as</h2>
          <pre tabIndex={0}>{JSON.stringify(value, null, 2)}</pre>
        </>
      )}
    </>
  );
}
