/** Where the script of a layer's decoder is, from the site's root. */
export function decoderPath(layer: string): string {
  return `assets/layer-${layer.replace('/', '-')}.js`;
}
