/** The list of protocols, with how far each is tried. */
import type { Content } from '../content.ts';
import { linkFrom, protocolPath } from '../links.ts';
import type { Page } from '../page.ts';
import { layerTitle } from '../parts/layer-title.ts';
import { Scroll } from '../parts/marks.tsx';

const PATH = 'protocols.html';

export function protocolsPage({ suite, index, layouts, machines, features }: Content): Page {
  const link = linkFrom(PATH);
  const of = (protocol: string) => {
    const rules = suite.rules.filter((rule) => rule.protocol === protocol);
    return {
      rules: rules.length,
      tried: rules.filter(({ id }) => index.scenarios(id) > 0).length,
      scenarios: suite.scenarios.filter((scenario) => scenario.protocol === protocol).length,
      pictures: [
        ...layouts.filter(({ layer }) => layer.startsWith(`${protocol}/`)).map(layerTitle),
        ...machines.filter((machine) => machine.protocol === protocol).map(({ title }) => title),
      ],
      features: features.filter((feature) => feature.protocol === protocol).length,
    };
  };
  const body = (
    <>
      <h1>Protocols</h1>
      <Scroll label="Protocols">
        <table class="full">
          <thead>
            <tr>
              <th scope="col">protocol</th>
              <th scope="col" class="number">
                rules
              </th>
              <th scope="col" class="number">
                tried
              </th>
              <th scope="col" class="number">
                scenarios
              </th>
              <th scope="col">octets and states</th>
            </tr>
          </thead>
          <tbody>
            {suite.protocols.map(({ protocol, title }) => {
              const { rules, tried, scenarios, pictures } = of(protocol);
              return (
                <tr>
                  <th scope="row">
                    <a href={link(protocolPath(protocol))}>{title}</a>
                  </th>
                  <td class="number">{rules}</td>
                  <td class="number">{tried}</td>
                  <td class="number">{scenarios}</td>
                  <td class="small faint">{pictures.join(', ')}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </Scroll>
      <p>
        <a href={link('matrix/tcp.html')}>Every state of TCP and every kind of segment</a>,{' '}
        <a href={link('nat.html')}>who reaches whom through translators</a>,{' '}
        <a href={link('runs.html')}>sequence diagrams of real runs</a>,{' '}
        <a href={link('text/hpr-1.html')}>the specification of HPR/1</a>,{' '}
        <a href={link('decisions.html')}>why the design is as it is</a>.
      </p>
    </>
  );
  return { path: PATH, title: 'Protocols', about: 'The protocols that the suite speaks of.', part: 'protocols', body };
}
