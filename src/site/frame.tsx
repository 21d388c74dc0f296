/**
 * The frame of every page: head, navigation, the four numbers, the style sheet, the switch between light and dark. The
 * content security policy lets the page ask nothing of any network.
 */
import { Fragment, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { escapeXml } from '../report/view/xml.ts';
import type { Suite } from '../spec/suite.ts';
import { type Link, linkFrom } from './links.ts';
import type { Figure } from './numbers.ts';
import type { Page } from './page.ts';

/** What all pages of one site share. */
export interface Frame {
  readonly suite: Pick<Suite, 'version' | 'digest'>;
  readonly figures: readonly Figure[];
  /** Of all its pages. */
  readonly paths: ReadonlySet<string>;
}

const PARTS = [
  { part: 'protocols', words: 'Protocols', path: 'protocols.html' },
  { part: 'path', words: 'Lecture', path: 'lecture.html' },
  { part: 'try', words: 'Try it', path: 'try/index.html' },
  { part: 'results', words: 'Results', path: 'results.html' },
  { part: 'guides', words: 'Guides', path: 'guides.html' },
] as const;

const FOOT = [
  { words: 'Glossary', path: 'glossary.html' },
  { words: 'What is not covered', path: 'uncovered.html' },
  { words: 'For machines', path: 'machine.html' },
  { words: 'Changelog', path: 'changelog.html' },
  { words: 'Everything, to print', path: 'print.html' },
] as const;

const POLICY =
  "default-src 'none'; style-src 'self' file: 'unsafe-inline'; script-src 'self' file:; img-src 'self' file: data:; base-uri 'none'; form-action 'none'";

/** Runs before anything is drawn, so that a page never flashes in the other scheme. */
const EARLY = 'scheme';

export function htmlOf(page: Page, frame: Frame): string {
  const link = linkFrom(page.path);
  const scripts = [EARLY, 'page', ...(page.scripts ?? [])].map((name) => {
    const when = name === EARLY ? '' : ' defer';
    return `<script${when} src="${link(`assets/${name}.js`)}"></script>`;
  });
  return [
    '<!DOCTYPE html>',
    `<html lang="en" data-root="${link('')}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    ...(page.about === undefined ? [] : [`<meta name="description" content="${escapeXml(page.about)}">`]),
    `<title>${escapeXml(page.title === 'Assay' ? 'Assay' : `${page.title} - Assay`)}</title>`,
    `<link rel="icon" href="${link('assets/icon.svg')}">`,
    `<link rel="stylesheet" href="${link('assets/site.css')}">`,
    ...scripts,
    '</head>',
    `<body${page.wide ? ' class="wide"' : ''}>`,
    around(page, frame, link).head,
    `<main id="main">${renderToString(h(Fragment, null, page.body))}</main>`,
    around(page, frame, link).foot,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

interface Around {
  readonly head: string;
  readonly foot: string;
}

/** By frame, then by depth and part: all that head and foot of a page hang on. */
const known = new WeakMap<Frame, Map<string, Around>>();

function around({ part }: Page, frame: Frame, link: Link): Around {
  const ofFrame = known.get(frame) ?? new Map<string, Around>();
  known.set(frame, ofFrame);
  const key = `${link('')} ${part}`;
  const made = ofFrame.get(key) ?? {
    head: renderToString(<Head part={part} frame={frame} link={link} />),
    foot: renderToString(<Foot frame={frame} link={link} />),
  };
  ofFrame.set(key, made);
  return made;
}

interface HeadProps {
  readonly part: string | undefined;
  readonly frame: Frame;
  readonly link: Link;
}

function Head({ part: own, frame, link }: HeadProps) {
  return (
    <>
      <a class="skip" href="#main">
        Skip to the text
      </a>
      <header class="site">
        <div class="bar">
          <a class="brand" href={link('index.html')}>
            Assay
          </a>
          <nav aria-label="Site">
            {PARTS.filter(({ path }) => frame.paths.has(path)).map(({ part, words, path }) => (
              <a key={part} href={link(path)} aria-current={own === part ? 'true' : undefined}>
                {words}
              </a>
            ))}
          </nav>
          <div class="tools">
            <button type="button" id="find" hidden>
              Search <kbd>/</kbd>
            </button>
            <button type="button" id="scheme" hidden>
              Scheme
            </button>
          </div>
        </div>
      </header>
    </>
  );
}

function Foot({ frame, link }: { readonly frame: Frame; readonly link: Link }) {
  const caveat = frame.figures.find((figure) => figure.caveat !== undefined)?.caveat;
  return (
    <footer class="site">
      <dl class="figures" aria-label="This suite in four numbers">
        {frame.figures.map(({ value, words }) => (
          <div key={words}>
            <dt>{words}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {caveat === undefined ? null : <p class="caveat">The last two: {caveat}.</p>}
      <p>
        {FOOT.filter(({ path }) => frame.paths.has(path)).map(({ words, path }) => (
          <>
            <a href={link(path)}>{words}</a>{' '}
          </>
        ))}
      </p>
      <p class="suite">
        Assay {frame.suite.version}, suite digest <code>{frame.suite.digest.slice(0, 12)}</code>
      </p>
    </footer>
  );
}
