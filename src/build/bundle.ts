/**
 * What `npm run build` makes of the sources, under dist/: the command and what it starts, each with only what it needs, in
 * few files (five hundred small modules take Node half a second to find); and the scripts of the site's pages, every
 * src/site/browser/*.ts as one small classic script, so that pages open from disk, where modules may not.
 */
import { chmodSync, readdirSync, rmSync } from 'node:fs';
import { build } from 'esbuild';
import { projectPath, scriptFolder } from '../loader/project.ts';

const source = projectPath('src');
/** Where the sources have them, too: npx keeps links to the command of a checkout, and would not notice that it has moved. */
const commands = projectPath('dist', 'src', 'cli');

for (const folder of [commands, scriptFolder]) rmSync(folder, { recursive: true, force: true });
await Promise.all([
  build({
    entryPoints: ['main', 'thread', 'grade-lane'].map((name) => `${source}/cli/${name}.ts`),
    outdir: commands,
    bundle: true,
    // A subcommand loads only its own chunks.
    splitting: true,
    packages: 'external',
    format: 'esm',
    target: 'es2023',
    platform: 'node',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    logLevel: 'warning',
  }),
  build({
    entryPoints: readdirSync(`${source}/site/browser`)
      .filter((name) => name.endsWith('.ts'))
      .map((name) => `${source}/site/browser/${name}`),
    outdir: scriptFolder,
    bundle: true,
    minify: true,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    legalComments: 'none',
    logLevel: 'warning',
  }),
]);
chmodSync(`${commands}/main.js`, 0o755);
