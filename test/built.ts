/**
 * Before the tests: the command as users have it, compiled, with its suite; and a place for the site, which the first test
 * that reads it makes (test/site/built-site.ts).
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export default function setup(): () => void {
  execFileSync('npm', ['run', '--silent', 'build'], { stdio: 'inherit' });
  const folder = mkdtempSync(join(tmpdir(), 'assay-site-'));
  process.env.ASSAY_TEST_SITE = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
