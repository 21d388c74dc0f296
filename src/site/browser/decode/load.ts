/**
 * Scripts that come when they are needed: the decoder, the layout of each layer, the reader of captures. Classic scripts,
 * since a page from disk may load nothing else; each hands over what it brings by a global of its own.
 */
import type { Layout } from '../../../wire/layout.ts';
import type { CaptureRead } from '../../try/decode/captured.ts';
import type { Walked } from '../../try/decode/walk.ts';
import { el } from '../try/dom.ts';

interface DecoderScript {
  walk(octets: Uint8Array, first: string): Walked;
  knows(layer: string): boolean;
  view(walked: Walked): readonly HTMLElement[];
}

declare global {
  /** Called by the script of a layer. */
  var assayLayer: (layout: Layout) => void;
  var assayDecoder: DecoderScript | undefined;
  var assayCapture: ((file: Uint8Array) => CaptureRead) | undefined;
}

const asked = new Map<string, Promise<void>>();

/** `path` from the site's root. Settles when the script has run, or cannot be had. */
export function load(path: string): Promise<void> {
  const known = asked.get(path);
  if (known !== undefined) return known;
  const loading = new Promise<void>((resolve) => {
    const script = el('script', { src: `${document.documentElement.dataset.root ?? ''}${path}` });
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => resolve());
    document.head.append(script);
  });
  asked.set(path, loading);
  return loading;
}
