/** The matrix of implementations: what was judged, how many rules passed, which were broken. */
import type { Link } from '../links.ts';
import type { Found, Standing } from '../standings.ts';
import { Scroll } from './marks.tsx';

export function ResultsTable({ standings, link }: { readonly standings: readonly Standing[]; readonly link: Link }) {
  const judged = standings.filter(({ passed }) => passed !== undefined);
  if (judged.length === 0) {
    return (
      <p class="notice">
        No matrix is kept: <code>npm run matrix</code> writes one.
      </p>
    );
  }
  const count = ({ rules }: Standing, ...found: readonly Found[]): number =>
    new Set(rules.filter(({ outcome }) => found.includes(outcome)).map(({ rule }) => rule)).size;
  return (
    <Scroll label="Results by implementation">
      <table class="full">
        <thead>
          <tr>
            <th scope="col">implementation</th>
            <th scope="col">as</th>
            <th scope="col">version</th>
            <th scope="col" class="number">
              scenarios
            </th>
            <th scope="col" class="number">
              rules passed
            </th>
            <th scope="col" class="number">
              broken, adjudicated
            </th>
            <th scope="col" class="number">
              failed
            </th>
            <th scope="col" class="number">
              advice not taken
            </th>
            <th scope="col" class="number">
              inconclusive
            </th>
          </tr>
        </thead>
        <tbody>
          {judged.map((standing) => (
            <tr>
              <th scope="row">
                <a href={link(`result/${standing.slug}.html`)}>{standing.name}</a>
              </th>
              <td>{standing.part}</td>
              <td>{standing.version ?? ''}</td>
              <td class="number">{standing.scenarios}</td>
              <td class="number v-pass">{standing.passed}</td>
              <Count class="v-fail" count={count(standing, 'declared')} />
              <Count class="v-fail" count={count(standing, 'fail', 'error')} />
              <Count class="v-advice" count={count(standing, 'advice')} />
              <Count class="v-inconclusive" count={count(standing, 'inconclusive')} />
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Count({ count, class: name }: { readonly count: number; readonly class: string }) {
  return <td class={`number ${count === 0 ? 'zero' : name}`}>{count}</td>;
}
