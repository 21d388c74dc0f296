/** The files of golden octets: each folder of fixtures/ that is named after a protocol, each file of one layer. */
import { existsSync, readdirSync } from 'node:fs';
import { fromHex } from '../src/contract/hex.ts';
import { codecs, type LayerName } from '../src/generated/codecs.ts';
import type { Fixture } from '../src/generated/meta/fixture.ts';
import { readDocument } from '../src/loader/document.ts';
import { projectPath } from '../src/loader/project.ts';

export interface FixtureFile {
  /** From fixtures/ on: `ipv4/header.json`. */
  readonly name: string;
  readonly layer: LayerName;
  readonly fixtures: readonly Fixture[];
}

const protocols = [...new Set(Object.keys(codecs).map((layer) => layer.split('/')[0] ?? ''))];

export const fixtureFiles: readonly FixtureFile[] = protocols
  .filter((protocol) => existsSync(projectPath('fixtures', protocol)))
  .flatMap((protocol) => readdirSync(projectPath('fixtures', protocol)).map((name) => `${protocol}/${name}`))
  .filter((name) => name.endsWith('.json'))
  .map((name) => {
    const { layer, fixtures } = readDocument('fixture', projectPath('fixtures', name));
    return { name, layer: layer as LayerName, fixtures };
  })
  .filter(({ layer }) => layer in codecs);

export function fixturesOfLayer(layer: LayerName): Fixture[] {
  return fixtureFiles.filter((file) => file.layer === layer).flatMap(({ fixtures }) => fixtures);
}

export function octetsOf({ octets }: Fixture): Uint8Array {
  return fromHex(octets.replaceAll(' ', ''));
}
