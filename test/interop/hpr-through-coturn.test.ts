/** Conversations of HPR through a relay that knows nothing of HPR: a TURN server of others. */
import { spawnSync } from 'node:child_process';
import { expect } from 'vitest';
import { projectPath } from '../../src/loader/project.ts';
import { testWith } from '../requires.ts';

const LIMIT = 120_000;

testWith('coturn', 'iproute2', 'namespace')(
  'two nodes whose every datagram goes through coturn log in, find each other and talk',
  () => {
    const script = projectPath('test', 'interop', 'hpr-through-coturn.ts');
    const words = ['-n', process.execPath, '--import', 'tsx', script];
    const { stdout, stderr } = spawnSync('unshare', words, { encoding: 'utf8', cwd: projectPath(), timeout: LIMIT });
    const told = JSON.parse(stdout || `"${stderr.slice(0, 500)}"`) as { asked: string; answered: string; path: string };
    expect(told).toEqual({
      asked: Buffer.from('is anybody there?').toString('hex'),
      answered: Buffer.from('here I am').toString('hex'),
      path: 'direct',
    });
  },
  LIMIT,
);
