/** Documents of the project as pages: the specification of HPR/1, the decisions, the changelog. */
import { readdirSync, readFileSync } from 'node:fs';
import { projectPath } from '../../loader/project.ts';
import { linkFrom, protocolPath } from '../links.ts';
import { Markdown } from '../markdown.tsx';
import type { Page } from '../page.ts';
import { Crumbs } from '../parts/marks.tsx';
import { documentPath } from '../parts/source.ts';

interface Text {
  readonly path: string;
  readonly file: string;
  readonly part?: string;
  readonly trail?: { readonly words: string; readonly to: string };
}

export function textPages(): Page[] {
  const hpr = 'spec/relay/hpr-1.md';
  return [
    textPage({
      path: documentPath(hpr),
      file: hpr,
      part: 'protocols',
      trail: { words: 'HPR/1', to: protocolPath('relay') },
    }),
    textPage({ path: 'changelog.html', file: 'CHANGELOG.md' }),
    ...decisionPages(),
  ];
}

function textPage({ path, file, part, trail }: Text): Page {
  const link = linkFrom(path);
  const text = readFileSync(projectPath(file), 'utf8');
  const body = (
    <>
      {trail === undefined ? null : <Crumbs trail={[{ words: trail.words, href: link(trail.to) }]} />}
      <Markdown text={text} link={link} />
    </>
  );
  return { path, title: titleOf(text), ...(part !== undefined && { part }), body };
}

function titleOf(text: string): string {
  return /^# (.*)$/m.exec(text)?.[1] ?? '';
}

const DECISIONS = 'spec/decisions';

function decisionPages(): Page[] {
  const names = readdirSync(projectPath(DECISIONS))
    .filter((name) => name.endsWith('.md'))
    .sort();
  const pages = names.map((name) =>
    textPage({
      path: `decision/${name.replace(/\.md$/, '.html')}`,
      file: `${DECISIONS}/${name}`,
      trail: { words: 'Decisions', to: 'decisions.html' },
    }),
  );
  const link = linkFrom('decisions.html');
  const body = (
    <>
      <h1>Decisions</h1>
      <p class="lead">Why the design is as it is.</p>
      <ul>
        {pages.map(({ path, title }) => (
          <li>
            <a href={link(path)}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  );
  return [{ path: 'decisions.html', title: 'Decisions', body }, ...pages];
}
