/**
 * The scripts of the site's pages: every src/site/browser/*.ts into one small classic script, so that pages open from
 * disk, where modules may not. Bundled at `npm run build`: the installed package needs no esbuild.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { projectPath } from '../loader/project.ts';

const source = projectPath('src', 'site', 'browser');
const target = projectPath('dist', 'src', 'site', 'browser');

if (existsSync(source)) {
  rmSync(target, { recursive: true, force: true });
  await build({
    entryPoints: readdirSync(source)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${source}/${name}`),
    outdir: target,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    logLevel: 'warning',
  });
}
