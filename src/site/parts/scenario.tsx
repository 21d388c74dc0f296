/** A scenario as a reader sees it: steps as sentences, their tables as tables, an outline's cases under it. */
import type { CaseTable, ScenarioText, StepText } from '../../spec/feature-text.ts';
import type { Run } from '../runs.ts';
import { Raw, Scroll } from './marks.tsx';

interface ScenarioProps {
  readonly scenario: ScenarioText;
  /** Steps that every scenario of its rule begins with. */
  readonly background: readonly StepText[];
  /** Where it stands in its feature; none in the feature itself. */
  readonly href?: string;
  readonly id?: string;
  /** What passed, when it was judged of the reference. */
  readonly run?: Run | undefined;
}

export function Scenario({ scenario, background, href, id, run }: ScenarioProps) {
  const { title, about, steps, cases, needs } = scenario;
  return (
    <article class="scenario" id={id}>
      <h3>{title}</h3>
      <p class="ids">
        {href === undefined ? <a href={`#${scenario.id}`}>{scenario.id}</a> : <a href={href}>{scenario.id}</a>}
        {needs.length > 0 ? ` needs ${needs.join(', ')}` : ''}
      </p>
      {about === '' ? null : <p>{about}</p>}
      <ol class="steps">
        {[...background, ...steps].map((step) => (
          <Step step={step} />
        ))}
      </ol>
      {cases.map((table) => (
        <Cases table={table} />
      ))}
      {run === undefined ? null : (
        <figure>
          <Scroll label="What passed">
            <Raw markup={run.ladder} />
          </Scroll>
          <figcaption class="faint small">
            {run.scenario === scenario.id ? '' : `The case ${run.scenario.replace(/^.*\//, '')}: `}what passed between
            tester and reference.
          </figcaption>
        </figure>
      )}
    </article>
  );
}

function Step({ step }: { readonly step: StepText }) {
  const { keyword, text, table, docString } = step;
  return (
    <li class={keyword === 'Then' ? 'then' : undefined}>
      <b>{keyword}</b> {holes(text)}
      {table === undefined ? null : <Cells rows={table} />}
      {docString === undefined ? null : <pre tabIndex={0}>{docString}</pre>}
    </li>
  );
}

/** An outline's `<name>` stands out: its cases fill it. */
function holes(text: string) {
  return text.split(/(<[^<>]+>)/).map((part) => (/^<[^<>]+>$/.test(part) ? <i>{part.slice(1, -1)}</i> : part));
}

/** A data table: with a head, or, of two columns and no more, names and values. */
function Cells({ rows }: { readonly rows: readonly (readonly string[])[] }) {
  return (
    <table class="cells">
      <tbody>
        {rows.map((row, index) => (
          <tr class={index === 0 && rows.length > 1 ? 'head' : undefined}>
            {row.map((cell) => (
              <td>{holes(cell)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cases({ table: { header, rows } }: { readonly table: CaseTable }) {
  return (
    <Scroll label="Cases">
      <table class="cases">
        <thead>
          <tr>
            {header.map((name) => (
              <th scope="col">{name}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell) => (
                <td>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
