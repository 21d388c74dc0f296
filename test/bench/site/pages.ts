/** The whole site: how long it takes to make, how heavy its heaviest page is, how soon a reader sees the first of it. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CHROMIUM, launch } from '../../site/browser.ts';
import { shippedCommand } from '../product.ts';
import { type Group, type Row, Unmeasured } from '../row.ts';
import { inWorkshop } from '../workshop.ts';
import { withinLimit } from './limit.ts';

const ROUNDS = 5;
const KB = 1024;
/** The one for paper is all of them in one, and the playground brings a TCP along. */
const HEAVY: readonly string[] = ['print.html', 'try/handshake.html'];
const PAINTED = ['index.html', 'rule/RFC791-IHL-1.html', 'protocol/tcp.html'];

export const pages: Group = { name: 'site-pages', measure: () => inWorkshop(measure) };

async function measure(folder: string): Promise<Row[]> {
  if (!existsSync(CHROMIUM)) throw new Unmeasured('chromium is not installed');
  const site = join(folder, 'site');
  const times = Array.from({ length: ROUNDS }, () => make(site));
  const [heaviest, weight] = heaviestOf(site);
  return [
    withinLimit({ work: 'the whole site', ours: 'assay site', peer: '5 s', most: 5000 }, times),
    withinLimit({ work: 'page weight', ours: `the heaviest, ${heaviest}`, peer: '100 KB', most: 100 * KB }, [weight]),
    ...(await paints(site)),
  ];
}

function make(site: string): number {
  const started = performance.now();
  const made = spawnSync(process.execPath, [shippedCommand(), 'site', '--out', site], { encoding: 'utf8' });
  if (made.status !== 0) throw new Unmeasured(`assay site: ${made.stderr.trim()}`);
  return performance.now() - started;
}

function heaviestOf(site: string): readonly [path: string, octets: number] {
  const all = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.html') && !HEAVY.includes(path.replaceAll('\\', '/')))
    .map((path) => [path, statSync(join(site, path)).size] as const);
  return all.reduce((most, each) => (each[1] > most[1] ? each : most));
}

/** From disk, by the browser's own account. */
async function paints(site: string): Promise<Row[]> {
  const browser = await launch();
  try {
    const rows: Row[] = [];
    for (const path of PAINTED) {
      const times: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const page = await browser.newPage();
        await page.goto(pathToFileURL(join(site, path)).href);
        times.push(Number(await page.evaluate(FIRST_PAINT)));
        await page.close();
      }
      rows.push(withinLimit({ work: 'first paint from disk', ours: path, peer: '200 ms', most: 200 }, times));
    }
    return rows;
  } finally {
    await browser.close();
  }
}

const FIRST_PAINT = `new Promise((resolve) => {
  new PerformanceObserver((list) => {
    const paint = list.getEntriesByName('first-contentful-paint')[0];
    if (paint) resolve(paint.startTime);
  }).observe({ type: 'paint', buffered: true });
})`;
