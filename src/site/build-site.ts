/** Content to pages to files: the whole site in a folder, with nothing in it that asks anything of a network. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assets } from './assets.ts';
import { type Content, readContent } from './content.ts';
import { type Frame, htmlOf } from './frame.tsx';
import { machineCopies } from './machine-copies.ts';
import { fourNumbers } from './numbers.ts';
import type { Page, SiteFile } from './page.ts';
import { featurePages } from './pages/feature.tsx';
import { fixturePages } from './pages/fixture.tsx';
import { glossaryPage } from './pages/glossary.tsx';
import { guidePages } from './pages/guides.tsx';
import { homePage } from './pages/home.tsx';
import { lecturePage } from './pages/lecture.tsx';
import { machinePage } from './pages/machine-page.tsx';
import { natPage } from './pages/nat.tsx';
import { printPage } from './pages/print.tsx';
import { protocolPages } from './pages/protocol.tsx';
import { protocolsPage } from './pages/protocols.tsx';
import { resultPages } from './pages/results.tsx';
import { rulePages } from './pages/rule.tsx';
import { runsPage } from './pages/runs.tsx';
import { stateMatrixPage } from './pages/state-matrix.tsx';
import { statePages } from './pages/states.tsx';
import { textPages } from './pages/texts.tsx';
import { uncoveredPage } from './pages/uncovered.tsx';
import { searchIndex } from './search-index.ts';
import { tryFiles, tryPages } from './try/index.ts';

export interface Built {
  readonly pages: number;
  readonly octets: number;
}

/** Writes the site into `folder`, which is made; files of an earlier site there are replaced. */
export async function buildSite(folder: string): Promise<Built> {
  const files = siteFiles(await readContent());
  const paths = files.map(({ path }) => path);
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) throw new Error(`two files of the site are ${twice}`);
  for (const path of new Set(paths.map((each) => dirname(each)))) await mkdir(join(folder, path), { recursive: true });
  await Promise.all(files.map(({ path, content }) => writeFile(join(folder, path), content)));
  return {
    pages: files.filter(({ path }) => path.endsWith('.html')).length,
    octets: files.reduce((sum, { content }) => sum + content.length, 0),
  };
}

/** Every file by its path. */
function siteFiles(content: Content): SiteFile[] {
  const { suite, record } = content;
  const pages = pagesOf(content);
  const frame: Frame = {
    suite,
    figures: fourNumbers(suite, record),
    paths: new Set(pages.map(({ path }) => path)),
  };
  return [
    ...pages.map((page) => ({ path: page.path, content: htmlOf(page, frame) })),
    ...assets(),
    ...tryFiles(content),
    { path: 'assets/search-index.js', content: searchIndex(content, pages) },
    ...machineCopies(content),
  ];
}

function pagesOf(content: Content): Page[] {
  return [
    homePage(content),
    protocolsPage(content),
    ...protocolPages(content),
    ...rulePages(content),
    ...featurePages(content),
    ...fixturePages(content),
    ...tryPages(content),
    ...statePages(content),
    stateMatrixPage(content),
    natPage(content),
    runsPage(content),
    lecturePage(content),
    ...resultPages(content),
    ...guidePages(),
    ...textPages(),
    glossaryPage(),
    uncoveredPage(content),
    machinePage(content),
    printPage(content),
  ];
}
