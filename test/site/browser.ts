/**
 * The site, and Debian's chromium to read it: for every test of pages. Each file of
 * tests has its own browser, with a new profile; requests that leave the page's own host are kept and refused.
 */
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { builtSite } from './built-site.ts';

export interface Reader {
  readonly folder: string;
  /** Of a file of the site. */
  address(path: string): string;
  /** A page of the site from disk: `open('try/decode.html#ipv4')`. */
  open(path: string, options?: View): Promise<Page>;
  /** Requests that were for anything but a file of the site. */
  readonly left: readonly string[];
  close(): Promise<void>;
}

export interface View {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly scripts?: boolean;
}

export const CHROMIUM = '/usr/bin/chromium';
const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

/** Debian's chromium, with a new profile. @throws Error when it does not start */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
}

/** @throws Error with what `assay site` wrote, when it does not build. */
export async function openReader(): Promise<Reader> {
  const folder = builtSite();
  const browser = await launch();
  const left: string[] = [];
  return {
    folder,
    left,
    address: (path) => `${pathToFileURL(folder).href}/${path}`,
    open: (path, view = {}) => open(browser, pathToFileURL(folder).href, path, view, left),
    close: () => browser.close(),
  };
}

async function open(browser: Browser, root: string, path: string, view: View, left: string[]): Promise<Page> {
  const { scheme = 'light', width = 1280, scripts = true } = view;
  const context: BrowserContext = await browser.newContext({
    colorScheme: scheme,
    viewport: { width, height: width < 500 ? 740 : 900 },
    javaScriptEnabled: scripts,
  });
  await context.route(
    (url) => !url.href.startsWith(`${root}/`) && !['data:', 'blob:', 'about:'].includes(url.protocol),
    (route) => {
      left.push(route.request().url());
      return route.abort();
    },
  );
  const page = await context.newPage();
  await page.goto(`${root}/${path}`);
  return page;
}
