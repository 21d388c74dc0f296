import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { fillIn } from '../../../../src/harness/targets/server-process.ts';

test('a server that is not told the root runs in it, and files of ours are found from there', () => {
  expect(fillIn(['node', 'package.json', '--port={port}', 'src', './package.json'], 8080, '/root-of-it')).toEqual({
    words: ['node', resolve('package.json'), '--port=8080', 'src', resolve('package.json')],
    cwd: '/root-of-it',
  });
});

test('a server that is told the root runs where we are', () => {
  expect(fillIn(['node', 'package.json', '{port}', 'dir={root}'], 8080, '/root-of-it')).toEqual({
    words: ['node', 'package.json', '8080', 'dir=/root-of-it'],
    cwd: process.cwd(),
  });
});
