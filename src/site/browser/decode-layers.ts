/** The decoder of the decode page: octets to layers by layouts that come one by one, and layers to what is shown. */
import { decoderFrom } from '../try/decode/decoders.ts';
import { type Decoder, walk } from '../try/decode/walk.ts';
import './decode/load.ts';
import { layerView } from './try/layers-view.ts';

const known = new Map<string, Decoder>();

globalThis.assayLayer = (layout) => {
  known.set(layout.layer, decoderFrom(layout));
};

globalThis.assayDecoder = {
  walk: (octets, first) => walk(octets, first, (layer) => known.get(layer)),
  knows: (layer) => known.has(layer),
  view: ({ layers }) => layers.map((layer) => layerView(layer)),
};
