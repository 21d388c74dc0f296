/** The glossary: spec/glossary.md, whose headings are its terms. */
import { readFileSync } from 'node:fs';
import { projectPath } from '../../loader/project.ts';
import { linkFrom } from '../links.ts';
import { headingId, Markdown } from '../markdown.tsx';
import type { Page } from '../page.ts';

const PATH = 'glossary.html';

export interface Term {
  readonly term: string;
  readonly id: string;
  readonly about: string;
}

export function readGlossary(): string {
  return readFileSync(projectPath('spec', 'glossary.md'), 'utf8');
}

export function termsOf(text: string): Term[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [term = '', ...lines] = part.split('\n');
      return { term, id: headingId(term), about: lines.join(' ').trim().replace(/`/g, '') };
    });
}

export function glossaryPage(): Page {
  const link = linkFrom(PATH);
  const text = readGlossary();
  const body = (
    <>
      <Markdown text={text} link={link} />
    </>
  );
  return { path: PATH, title: 'Glossary', body };
}
