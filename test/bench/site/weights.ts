/** How much a reader's browser loads for the pages where something can be tried, against what was asked of them. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { shippedCommand } from '../product.ts';
import { type Group, type Row, Unmeasured } from '../row.ts';
import { inWorkshop } from '../workshop.ts';
import { withinLimit } from './limit.ts';

const KB = 1024;

interface Weight {
  readonly ours: string;
  readonly files: readonly string[];
  readonly most: number;
}

const COMMON = ['assets/site.css', 'assets/page.js', 'assets/scheme.js'];
const SYN = [
  'assets/decode.js',
  'assets/decode-layers.js',
  'assets/layer-ipv4-header.js',
  'assets/layer-tcp-segment.js',
];

/** The playground is left out: it brings a whole TCP along. */
const WEIGHTS: readonly Weight[] = [
  { ours: 'decoder, its script', files: ['assets/decode-layers.js'], most: 20 * KB },
  { ours: 'decode page, once a SYN is explained', files: ['try/decode.html', ...COMMON, ...SYN], most: 100 * KB },
  { ours: 'HTTP page', files: ['try/http.html', 'assets/http.js', ...COMMON], most: 100 * KB },
];

export const weights: Group = { name: 'site-weights', measure: () => inWorkshop(measure) };

async function measure(folder: string): Promise<Row[]> {
  const site = join(folder, 'site');
  const built = spawnSync(process.execPath, [shippedCommand(), 'site', '--out', site], { encoding: 'utf8' });
  if (built.status !== 0) throw new Unmeasured(`assay site: ${built.stderr.trim()}`);
  return WEIGHTS.map(({ ours, files, most }) => {
    const octets = files.reduce((sum, file) => sum + statSync(join(site, file)).size, 0);
    return withinLimit({ work: 'page weight', ours, peer: `${most / KB} KB`, most }, [octets]);
  });
}
