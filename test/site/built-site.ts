/** The site, built once for all files of tests: the first that asks makes it, the others wait for it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from '../command.ts';

/** Generous: on a busy machine it takes many times its five seconds. */
const PATIENCE = 300_000;
const PAUSE = 250;

/** Its folder. @throws Error with what `assay site` wrote, when it does not build. */
export function builtSite(): string {
  const place = process.env.ASSAY_TEST_SITE;
  if (place === undefined) throw new Error('ASSAY_TEST_SITE is not set: test/built.ts does that');
  const [folder, marks] = [join(place, 'site'), { done: join(place, 'done'), failed: join(place, 'failed') }];
  if (isFirst(join(place, 'making'))) {
    const built = spawnSync(process.execPath, [command, 'site', '--out', folder], { encoding: 'utf8' });
    writeFileSync(built.status === 0 ? marks.done : marks.failed, built.stderr);
    if (built.status !== 0) throw new Error(`assay site: ${built.stderr}`);
  }
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let waited = 0; !existsSync(marks.done); waited += PAUSE) {
    if (existsSync(marks.failed)) throw new Error('assay site failed, as another test says');
    if (waited > PATIENCE) throw new Error('the site is not there');
    Atomics.wait(pause, 0, 0, PAUSE);
  }
  return folder;
}

function isFirst(mark: string): boolean {
  try {
    mkdirSync(mark);
    return true;
  } catch {
    return false;
  }
}
