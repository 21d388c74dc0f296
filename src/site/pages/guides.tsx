/** The guides: sections of README, CONTRIBUTING and the folders' own words, each with a page. Nothing is written twice. */
import { readFileSync } from 'node:fs';
import { projectPath } from '../../loader/project.ts';
import { linkFrom } from '../links.ts';
import { Markdown, sectionOf } from '../markdown.tsx';
import type { Page } from '../page.ts';
import { Crumbs } from '../parts/marks.tsx';

const PATH = 'guides.html';

interface Part {
  readonly file: string;
  /** A heading in it; the whole file without. */
  readonly section?: string;
}

interface Guide {
  readonly name: string;
  readonly title: string;
  readonly about: string;
  readonly parts: readonly Part[];
}

const GUIDES: readonly Guide[] = [
  {
    name: 'judge',
    title: 'Judge your own stack',
    about: 'A decoder, a server, a client, a gateway, a kernel: five minutes.',
    parts: [{ file: 'README.md', section: 'Judge your own in five minutes' }],
  },
  {
    name: 'verdict',
    title: 'Read a failing verdict',
    about: 'From the rule down to the bit, and the command that repeats it.',
    parts: [{ file: 'README.md', section: 'Read a failing verdict' }],
  },
  {
    name: 'adapter',
    title: 'Write an adapter',
    about: 'A program that reads a line of JSON and writes one, in any language.',
    parts: [{ file: 'fixtures/adapters/README.md' }],
  },
  {
    name: 'grade',
    title: 'Grade a course',
    about: 'A folder of submissions, a rubric, sandboxes.',
    parts: [{ file: 'README.md', section: 'Grade a course' }, { file: 'fixtures/assignments/README.md' }],
  },
  {
    name: 'rule',
    title: 'Add a rule',
    about: 'From the clause to the mutant that breaks it.',
    parts: [{ file: 'CONTRIBUTING.md', section: 'How to add a rule' }],
  },
  {
    name: 'contest',
    title: 'Contest a verdict',
    about: 'A false accusation is the worst fault; a report of one goes first.',
    parts: [
      { file: 'CONTRIBUTING.md', section: 'How to contest a verdict' },
      { file: 'fixtures/deviations/README.md' },
    ],
  },
  {
    name: 'believe',
    title: 'Why believe it',
    about: 'Twins, fences, mutants, controls.',
    parts: [{ file: 'README.md', section: 'Why believe it' }],
  },
];

export function guidePages(): Page[] {
  return [guidesPage(), ...GUIDES.map(guidePage)];
}

function guidesPage(): Page {
  const link = linkFrom(PATH);
  const body = (
    <>
      <h1>Guides</h1>
      <ul class="cards">
        {GUIDES.map(({ name, title, about }) => (
          <li>
            <a href={link(`guide/${name}.html`)}>{title}</a>
            <span class="faint small">{about}</span>
          </li>
        ))}
      </ul>
    </>
  );
  return { path: PATH, title: 'Guides', part: 'guides', body };
}

function guidePage({ name, title, about, parts }: Guide): Page {
  const path = `guide/${name}.html`;
  const link = linkFrom(path);
  const texts = parts.map(({ file, section }) => {
    const text = readFileSync(projectPath(file), 'utf8');
    return section === undefined ? text.replace(/^# .*\n/, '') : sectionOf(text, section);
  });
  const body = (
    <>
      <Crumbs trail={[{ words: 'Guides', href: link('guides.html') }]} />
      <h1>{title}</h1>
      <p class="lead">{about}</p>
      {texts.map((text) => (
        <Markdown text={text} link={link} />
      ))}
    </>
  );
  return { path, title, about, part: 'guides', body };
}
