/**
 * `assay grade --bundle`: an autograder for Gradescope, as the zip that is uploaded there: setup.sh, which has Node and this
 * package installed, run_autograder, and the rubric. Nothing in it is secret but the rubric.
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { AssayError } from '../contract/assay-error.ts';
import { openRubric } from '../grade/open-rubric.ts';
import { projectPath, projectRoot } from '../loader/project.ts';
import { loadSuite } from '../loader/suite.ts';
import { plainLine } from '../report/view/plain.ts';
import { outFile } from './files.ts';

const ZIP = 'autograder.zip';

const SETUP = `#!/usr/bin/env bash
set -euo pipefail
apt-get update
apt-get install -y --no-install-recommends bubblewrap ca-certificates curl gcc libc6-dev python3 util-linux xz-utils
curl -fsSL https://nodejs.org/dist/v20.19.5/node-v20.19.5-linux-x64.tar.xz | tar -xJ -C /usr/local --strip-components=1
npm install --global /autograder/source/PACKAGE
`;

const RUN = `#!/usr/bin/env bash
# AUTOGRADER is where Gradescope's folders are; another place, to try this out.
set -euo pipefail
cd "\${AUTOGRADER:-/autograder}"
exec \${ASSAY:-assay} grade --gradescope . --rubric source/RUBRIC
`;

export function bundle(zip: string, rubric: string): void {
  openRubric(rubric, loadSuite());
  const file = outFile(`--bundle ${zip}`, zip);
  const place = mkdtempSync(join(tmpdir(), 'assay-bundle-'));
  try {
    const packed = execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', place], {
      cwd: projectRoot,
      encoding: 'utf8',
    });
    const { name, version } = JSON.parse(readFileSync(projectPath('package.json'), 'utf8')) as Record<string, string>;
    const files = {
      package: packed.trim().split('\n').at(-1) ?? `${name}-${version}.tgz`,
      rubric: `rubric${extname(rubric)}`,
    };
    writeProgram(join(place, 'setup.sh'), SETUP.replace('PACKAGE', files.package));
    writeProgram(join(place, 'run_autograder'), RUN.replace('RUBRIC', files.rubric));
    copyFileSync(rubric, join(place, files.rubric));
    const names = ['setup.sh', 'run_autograder', files.rubric, files.package];
    execFileSync('python3', ['-m', 'zipfile', '-c', ZIP, ...names], { cwd: place, stdio: 'pipe' });
    file.write(readFileSync(join(place, ZIP)));
    process.stdout.write(`${basename(zip)}: ${names.join(' ')}\n`);
  } catch (cause) {
    if (cause instanceof AssayError) throw cause;
    throw new AssayError(
      'ERR_TARGET_UNAVAILABLE',
      `${zip}: cannot be made: it takes npm and python3 (${lastLine(cause)})`,
      { cause },
    );
  } finally {
    file.drop();
    rmSync(place, { recursive: true, force: true });
  }
}

/** Of what the program that failed had to say. */
function lastLine(cause: unknown): string {
  const { stderr, message } = cause as { stderr?: Buffer | string; message: string };
  return plainLine((stderr?.toString().trim() || message).split('\n').at(-1) ?? '');
}

function writeProgram(path: string, text: string): void {
  writeFileSync(path, text);
  chmodSync(path, 0o755);
}
