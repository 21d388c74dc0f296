/** What pages load: the style sheet, the icon, and the scripts that `npm run build` bundled. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssayError } from '../contract/assay-error.ts';
import { scriptFolder } from '../loader/project.ts';
import type { SiteFile } from './page.ts';
import { styleSheet } from './style/index.ts';

/** A drop on a scale's beam: legible at 16 pixels, in both schemes. */
const ICON =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><rect width="16" height="16" rx="3" fill="#0550ae"/><path d="M3 12 8 3l5 9M5.2 9h5.6" fill="none" stroke="#fff" stroke-width="1.8"/></svg>';

/** @throws AssayError ERR_TESTER when the scripts have not been built. */
export function assets(): SiteFile[] {
  if (!existsSync(scriptFolder)) {
    throw new AssayError('ERR_TESTER', 'the scripts of the site are not built: run npm run build');
  }
  const scripts = readdirSync(scriptFolder).filter((name) => name.endsWith('.js'));
  return [
    { path: 'assets/site.css', content: styleSheet() },
    { path: 'assets/icon.svg', content: ICON },
    ...scripts.map((name) => ({ path: `assets/${name}`, content: readFileSync(join(scriptFolder, name)) })),
  ];
}
