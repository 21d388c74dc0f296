/** The pages where something can be tried, in the page with the project's own code. */

import type { Suite } from '../../spec/suite.ts';
import type { Layout } from '../../wire/layout.ts';
import type { Page, SiteFile } from '../page.ts';
import { decoderFiles } from './decode/decoder-files.ts';
import { decodePage } from './decode-page.tsx';
import { handshakePage } from './handshake-page.tsx';
import { httpPage } from './http-page.tsx';
import { tryIndexPage } from './index-page.tsx';

interface Parts {
  readonly suite: Suite;
  readonly layouts: readonly Layout[];
}

export function tryPages({ suite, layouts }: Parts): Page[] {
  return [tryIndexPage(), handshakePage(), decodePage(layouts), httpPage(suite)];
}

/** What these pages load beside their scripts. */
export function tryFiles({ layouts }: Parts): SiteFile[] {
  return decoderFiles(layouts);
}
