/** The first page: what it is, how to run it, where to go. */
import type { Content } from '../content.ts';
import { type Link, linkFrom, protocolPath } from '../links.ts';
import type { Page } from '../page.ts';
import { Raw, Scroll } from '../parts/marks.tsx';
import { ResultsTable } from '../parts/results-table.tsx';

const PATH = 'index.html';

export function homePage(content: Content): Page {
  const link = linkFrom(PATH);
  const { suite, runs, standings } = content;
  const connection = runs.get('tcp-matrix-established-fin-seg-fin-3');
  const body = (
    <>
      <h1>A protocol specification that runs</h1>
      <p class="lead">
        Rules, schemas and examples say what IPv4, UDP, TCP, HTTP/1.1, STUN and TURN ask of an implementation. A
        reference obeys them. A harness judges <em>any</em> implementation, in any language, and says which octet breaks
        which rule.
      </p>
      {connection === undefined ? null : (
        <figure>
          <Scroll label="A connection">
            <Raw markup={connection.ladder} />
          </Scroll>
          <figcaption class="faint small">
            A connection from its first message to its last, as it passed between tester and reference when this page
            was made. <a href={link('runs.html')}>More of them</a>
          </figcaption>
        </figure>
      )}
      <h2>Read</h2>
      <ul class="cards">
        {suite.protocols.map(({ protocol, title }) => (
          <Card href={link(protocolPath(protocol))} title={title}>
            {suite.rules.filter((rule) => rule.protocol === protocol).length} rules
          </Card>
        ))}
        <Card href={link('matrix/tcp.html')} title="TCP, state by state">
          88 cells: what each state does with each kind of segment
        </Card>
        <Card href={link('nat.html')} title="Who reaches whom">
          through address translators, and who needs a relay
        </Card>
      </ul>
      <h2>Follow the lecture</h2>
      <LecturePath content={content} link={link} />
      <h2>Judge your own</h2>
      <pre tabIndex={0}>{`npx assay run --target exec:"python3 decoder.py"     # a decoder, in any language
npx assay run --target http://127.0.0.1:8080         # a web server that runs
npx assay run --target kernel                        # this machine's own stack`}</pre>
      <p>
        <a href={link('guide/judge.html')}>Five minutes, step by step</a>. Verdicts can be{' '}
        <a href={link('guide/contest.html')}>contested</a>, and why they can be believed is{' '}
        <a href={link('guide/believe.html')}>proved</a>, not claimed.
      </p>
      <h2>What implementations do</h2>
      <ResultsTable standings={standings} link={link} />
      <p>
        <a href={link('results.html')}>All results</a>
      </p>
    </>
  );
  return { path: PATH, title: 'Assay', about: 'A protocol specification that runs.', body };
}

interface CardProps {
  readonly href: string;
  readonly title: string;
  readonly children: preact.ComponentChildren;
}

function Card({ href, title, children }: CardProps) {
  return (
    <li>
      <a href={href}>{title}</a>
      <span class="faint small">{children}</span>
    </li>
  );
}

function LecturePath({ content: { suite }, link }: { readonly content: Content; readonly link: Link }) {
  const profile = suite.profiles.find(({ name }) => name === 'lecture');
  return (
    <ol class="points">
      {(profile?.topics ?? []).map(({ point, title, statement }) => (
        <li>
          <a href={link(`lecture.html#point-${point}`)}>{title}</a> <span class="faint">{statement}</span>
        </li>
      ))}
    </ol>
  );
}
