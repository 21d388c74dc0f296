/** What there is for machines: the catalogue, schemas, parsers, badges. */
import type { Content } from '../content.ts';
import { coverageOf } from '../coverage.ts';
import { linkFrom } from '../links.ts';
import { schemaIds, schemaPath } from '../machine-copies.ts';
import type { Page } from '../page.ts';
import { layerTitle } from '../parts/layer-title.ts';
import { Scroll } from '../parts/marks.tsx';

const PATH = 'machine.html';

export function machinePage(content: Content): Page {
  const link = linkFrom(PATH);
  const { protocols } = coverageOf(content);
  const body = (
    <>
      <h1>For machines</h1>
      <p class="lead">
        The same specification as data. Paths stay; what changes is told by the suite's digest in each of them.
      </p>
      <h2>Catalogue</h2>
      <ul>
        <li>
          <a href={link('api/rules.json')}>api/rules.json</a>: every rule with its scenarios, fixtures and mutants
        </li>
        <li>
          <a href={link('api/coverage.json')}>api/coverage.json</a>: what is tried, by protocol, level and rule
        </li>
      </ul>
      <Scroll label="Coverage">
        <table>
          <thead>
            <tr>
              {['protocol', 'rules', 'tried', 'untestable', 'superseded', 'scenarios'].map((head, at) => (
                <th scope="col" class={at === 0 ? undefined : 'number'}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {content.suite.protocols.map(({ protocol, title }) => {
              const { rules, tried, untestable, superseded, scenarios } = protocols[protocol]!;
              return (
                <tr>
                  <th scope="row">{title}</th>
                  {[rules, tried, untestable, superseded, scenarios].map((count) => (
                    <td class="number">{count}</td>
                  ))}
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <h2>Layers</h2>
      <ul>
        {content.layouts
          .map((layout) => [layout.layer, layerTitle(layout)] as const)
          .map(([layer, title]) => (
            <li>
              {title}: <a href={link(`layer/${layer}.ksy`)}>Kaitai</a>,{' '}
              <a href={link(`layer/${layer}.lua`)}>Wireshark</a>, <a href={link(`layer/${layer}.svg`)}>picture</a>,{' '}
              <a href={link(`layer/${layer}.txt`)}>text</a>
            </li>
          ))}
      </ul>
      <h2>Schemas</h2>
      <ul>
        {schemaIds().map(({ id }) => (
          <li>
            <a href={link(schemaPath(id))}>{id}</a>
          </li>
        ))}
      </ul>
      <h2>Badges</h2>
      <p>
        <img src={link('badge/rules.svg')} alt="How many rules are tried" />{' '}
        <img src={link('badge/proof.svg')} alt="How many rules are proved" />
      </p>
      <p class="badges">
        {content.standings
          .filter(({ passed }) => passed !== undefined)
          .map(({ slug, name }) => (
            <>
              <img src={link(`badge/${slug}.svg`)} alt={`What ${name} comes to`} />{' '}
            </>
          ))}
      </p>
    </>
  );
  return { path: PATH, title: 'For machines', body };
}
