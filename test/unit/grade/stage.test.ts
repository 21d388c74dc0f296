/** The copy that a submission is run in. */
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesOf } from '../../../src/grade/submission/files.ts';
import { copyStage, stage, unstage } from '../../../src/grade/submission/stage.ts';
import { temporaryFolder } from '../../assay.ts';

test('holds what was listed, and links as links', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src', 'run'), 'text', { mode: 0o755 });
  symlinkSync('src/run', join(folder, 'link'));
  symlinkSync('/etc/passwd', join(folder, 'out'));
  const [copy, again] = [join(temporaryFolder(), 'copy'), join(temporaryFolder(), 'again')];
  stage(folder, filesOf(folder), copy, undefined);
  copyStage(copy, again, undefined);
  for (const place of [copy, again]) {
    expect(readFileSync(join(place, 'link'), 'utf8')).toBe('text');
    expect(lstatSync(join(place, 'link')).isSymbolicLink()).toBe(true);
    expect(lstatSync(join(place, 'src', 'run')).mode & 0o777).toBe(0o755);
    expect(existsSync(join(place, 'out'))).toBe(false);
  }
});

test('is taken away though nobody may read it', () => {
  const copy = join(temporaryFolder(), 'copy');
  mkdirSync(join(copy, 'closed', 'inner'), { recursive: true });
  writeFileSync(join(copy, 'closed', 'inner', 'file'), '');
  chmodSync(join(copy, 'closed', 'inner'), 0);
  chmodSync(join(copy, 'closed'), 0);
  unstage(copy);
  expect(existsSync(copy)).toBe(false);
});

test('what is gone already is no fault', () => {
  expect(() => unstage(join(temporaryFolder(), 'never'))).not.toThrow();
});
