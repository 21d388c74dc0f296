/** The folder that `assay site --serve` shows, and nothing outside of it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { serveFolder } from '../../../src/site/serve-folder.ts';
import { temporaryFolder } from '../../assay.ts';

/** As it is, without what fetch would tidy up. */
function get(address: string, path: string): Promise<{ status: number | undefined; text: string }> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    request({ hostname, port, path }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part));
      response.on('end', () => resolve({ status: response.statusCode, text }));
    })
      .on('error', reject)
      .end();
  });
}

test('pages are there, what is not says so, and no path leads out of the folder', async () => {
  const place = temporaryFolder();
  const folder = join(place, 'site');
  mkdirSync(folder);
  writeFileSync(join(folder, 'index.html'), 'home');
  writeFileSync(join(place, 'secret.html'), 'secret');
  const address = await serveFolder(folder, 0);
  expect(await get(address, '/')).toEqual({ status: 200, text: 'home' });
  expect((await get(address, '/index.html?x#y')).text).toBe('home');
  expect((await get(address, '/nothing.html')).status).toBe(404);
  for (const path of ['/../secret.html', '/%2e%2e/secret.html', '/..%2fsecret.html', '/%zz']) {
    expect((await get(address, path)).text).not.toContain('secret');
  }
});

test('a port that somebody has is told in one line', async () => {
  const address = await serveFolder(temporaryFolder(), 0);
  await expect(serveFolder(temporaryFolder(), Number(new URL(address).port))).rejects.toThrow(
    /^site --serve: port \d+ of 127\.0\.0\.1 cannot be had \(somebody else serves there\); choose another/,
  );
});
