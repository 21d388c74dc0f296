/**
 * `npm run site:shots`: the pictures of README, in fixtures/site/: pages of the site as Debian's chromium draws them, in
 * light and dark and on a phone. Needs chromium and a built command.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectPath } from '../../src/loader/project.ts';
import { command } from '../command.ts';
import { launch } from './browser.ts';

interface Shot {
  readonly name: string;
  readonly path: string;
  readonly scheme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
  /** A button that is pressed first, and how often. */
  readonly press?: readonly [name: string, times: number];
}

const SHOTS: readonly Shot[] = [
  { name: 'home', path: 'index.html', scheme: 'light', width: 1000, height: 720 },
  { name: 'protocol', path: 'protocol/tcp.html', scheme: 'light', width: 1000, height: 720 },
  { name: 'states', path: 'states/tcp-connection.html', scheme: 'dark', width: 1000, height: 960 },
  { name: 'rule', path: 'rule/RFC791-IHL-1.html', scheme: 'light', width: 1000, height: 960 },
  { name: 'matrix', path: 'matrix/tcp.html', scheme: 'dark', width: 1280, height: 720 },
  { name: 'decoder', path: 'try/decode.html', scheme: 'light', width: 1000, height: 860, press: ['SYN', 1] },
  { name: 'playground', path: 'try/handshake.html', scheme: 'dark', width: 1000, height: 760, press: ['Step', 6] },
  { name: 'phone', path: 'rule/RFC791-IHL-1.html', scheme: 'dark', width: 360, height: 720 },
];

/** Small enough for a README: drawn at less than one pixel to one. */
const SCALE = 0.6;

const folder = mkdtempSync(join(tmpdir(), 'assay-shots-'));
try {
  const made = spawnSync(process.execPath, [command, 'site', '--out', folder], { encoding: 'utf8' });
  if (made.status !== 0) throw new Error(`assay site: ${made.stderr}`);
  const browser = await launch();
  for (const { name, path, scheme, width, height, press } of SHOTS) {
    const context = await browser.newContext({
      colorScheme: scheme,
      viewport: { width, height },
      deviceScaleFactor: width < 500 ? 1 : SCALE,
    });
    const page = await context.newPage();
    await page.goto(pathToFileURL(join(folder, path)).href);
    for (let time = 0; press !== undefined && time < press[1]; time += 1) {
      await page.getByRole('button', { name: press[0], exact: true }).click();
    }
    await page.screenshot({ path: projectPath('fixtures', 'site', `${name}.png`) });
    await context.close();
  }
  await browser.close();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
