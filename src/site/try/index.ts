/** The pages where something can be tried, in the page with the project's own code. */
import type { Layout } from '../../wire/layout.ts';
import type { Page, SiteFile } from '../page.ts';
import { decoderFiles } from './decode/decoder-files.ts';
import { decodePage } from './decode-page.tsx';
import { handshakePage } from './handshake-page.tsx';

export function tryPages(layouts: readonly Layout[]): Page[] {
  return [handshakePage(), decodePage(layouts)];
}

/** What these pages load beside their scripts. */
export function tryFiles(layouts: readonly Layout[]): SiteFile[] {
  return decoderFiles(layouts);
}
