/** What every state of TCP does with every kind of segment: 88 cells, each a link to the scenarios that try it. */
import type { MatrixCell, StateMatrix } from '../../generated/meta/matrix.ts';
import type { Content } from '../content.ts';
import { type Link, linkFrom, protocolPath } from '../links.ts';
import type { Page } from '../page.ts';
import { Crumbs, Scroll } from '../parts/marks.tsx';

const PATH = 'matrix/tcp.html';

export function stateMatrixPage({ matrix }: Content): Page {
  const link = linkFrom(PATH);
  const body = (
    <>
      <Crumbs trail={[{ words: 'TCP', href: link(protocolPath('tcp')) }]} />
      <h1>{matrix.title}</h1>
      <p class="lead">
        {matrix.states.length * matrix.kinds.length} cells. Each says what comes back, and where the connection is then;
        most try several segments of a kind, for one lies inside the window, another before it.
      </p>
      <Scroll label={matrix.title}>
        <table class="states">
          <thead>
            <tr>
              <th scope="col">state</th>
              {matrix.kinds.map(({ title }) => (
                <th scope="col">{title}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.states.map(({ state, cells }) => (
              <tr>
                <th scope="row">{state}</th>
                {matrix.kinds.map(({ kind }) => (
                  <td>
                    <Cell state={state} cell={cells.find((cell) => cell.kind === kind)} link={link} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <Kinds matrix={matrix} />
    </>
  );
  return { path: PATH, title: matrix.title, part: 'protocols', wide: true, body };
}

interface CellProps {
  readonly state: string;
  readonly cell: MatrixCell | undefined;
  readonly link: Link;
}

/** Its answers, each once, with the state that it leads to where that is another one. */
function Cell({ state, cell, link }: CellProps) {
  if (cell === undefined) return <span class="faint">not tried</span>;
  const outcomes = Object.values(cell.outcomes);
  const told = new Map(
    outcomes.map(({ answer, afterwards, rule }) => [`${answer} ${afterwards}`, { answer, afterwards, rule }]),
  );
  return (
    <>
      {[...told.values()].map(({ answer, afterwards, rule }) => (
        <a href={link(scenarioOf(state, cell.kind, rule))}>
          {answer}
          {afterwards === state ? '' : <b> → {afterwards}</b>}
        </a>
      ))}
    </>
  );
}

/** As src/build/matrix-features.ts names them. */
function scenarioOf(state: string, kind: string, rule: string): string {
  const id = `tcp-matrix-${state}-${kind}-${rule.replace(/^RFC9293-/, '')}`.toLowerCase();
  return `feature/tcp/matrix-${state.toLowerCase()}.html#${id}`;
}

function Kinds({ matrix }: { readonly matrix: StateMatrix }) {
  return (
    <>
      <h2>The segments</h2>
      <p>
        Numbers count from the next one that is due (<code>next</code>); <code>good</code> acknowledges all that the
        state has sent.
      </p>
      <Scroll label="Segments of each kind">
        <table>
          <thead>
            <tr>
              {['kind', 'name', 'flags', 'seq', 'ack', 'data'].map((head) => (
                <th scope="col">{head}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {matrix.kinds.flatMap(({ title, probes }) =>
              Object.entries(probes).map(([name, { flags, seq, ack, data, urgent }], at) => (
                <tr>
                  {at === 0 ? <th scope="row">{title}</th> : <td />}
                  <td>{name}</td>
                  <td>{flags}</td>
                  <td>{seq}</td>
                  <td>{ack ?? ''}</td>
                  <td>{data ?? (urgent === undefined ? '' : `urgent ${urgent}`)}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </Scroll>
    </>
  );
}
