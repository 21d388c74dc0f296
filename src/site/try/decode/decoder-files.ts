/** The layouts as scripts of their own, a layer each: a page loads those of the layers that it meets. */
import type { Layout } from '../../../wire/layout.ts';
import type { SiteFile } from '../../page.ts';
import { layerTitle } from '../../parts/layer-title.ts';
import { decoderPath } from './decoder-path.ts';

/** Classic scripts, since a page from disk may load nothing else; the page gives them the function that they call. */
export function decoderFiles(layouts: readonly Layout[]): SiteFile[] {
  return layouts.map((layout) => ({
    path: decoderPath(layout.layer),
    content: `assayLayer(${JSON.stringify({ ...layout, title: layerTitle(layout) })});\n`,
  }));
}
