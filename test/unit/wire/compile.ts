/** A codec compiled from a schema on the spot, as the generator would write it, for tests of layouts that we do not ship. */
import { buildSync } from 'esbuild';
import { buildLayout } from '../../../src/wire/build-layout.ts';
import type { Codec } from '../../../src/wire/codec.ts';
import type { WireDocument } from '../../../src/wire/document.ts';
import { codecName, typescript } from '../../../src/wire/targets/typescript/codec.ts';

const generated = new URL('../../../src/generated/ipv4', import.meta.url).pathname;

export async function compileCodec(document: WireDocument): Promise<Codec> {
  const layout = buildLayout(document);
  const contents = typescript(layout);
  const { outputFiles } = buildSync({
    stdin: { contents, loader: 'ts', resolveDir: generated },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const module = (await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`
  )) as Record<string, Codec>;
  return module[codecName(layout)] as Codec;
}
