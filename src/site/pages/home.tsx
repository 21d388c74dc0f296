/** The first page: what it is, and where to go. */
import type { Content } from '../content.ts';
import { linkFrom, protocolPath } from '../links.ts';
import type { Page } from '../page.ts';

const PATH = 'index.html';

export function homePage({ suite }: Content): Page {
  const link = linkFrom(PATH);
  const body = (
    <>
      <h1>A protocol specification that runs</h1>
      <p class="lead">
        Rules, schemas and examples say what the Internet's protocols ask of an implementation. A reference obeys them.
        A harness judges any implementation, in any language, and says which octet breaks which rule.
      </p>
      <ul>
        {suite.protocols.map(({ protocol, title }) => (
          <li key={protocol}>
            <a href={link(protocolPath(protocol))}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  );
  return { path: PATH, title: 'Assay', about: 'A protocol specification that runs.', body };
}
