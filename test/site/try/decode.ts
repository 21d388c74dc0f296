/** The decoder in a real browser: fields and faults as the generated codecs find them, by text, file and link. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { toHex } from '../../../src/contract/hex.ts';
import { codecs } from '../../../src/generated/codecs.ts';
import { projectPath } from '../../../src/loader/project.ts';
import { EXAMPLES } from '../../../src/site/try/decode/examples.ts';
import { rowsOf } from '../../../src/site/try/decode/field-rows.ts';
import { fixturesOfLayer, octetsOf } from '../../fixture-files.ts';
import { faultsOf } from '../axe.ts';
import type { View } from '../browser.ts';
import { reader, test } from '../reader.ts';

const open = (hash = '', view: View = {}): Promise<Page> => reader.open(`try/decode.html${hash}`, view);

const linesOf = (page: Page, layer: string): Promise<string[][]> =>
  page
    .locator(`[data-layer="${layer}"] tbody tr`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll('td, th')].slice(0, 3).map((cell) => cell.textContent ?? '')),
    );

test.each([
  ['ipv4/header', ['balanced', 'ihl-4']],
  ['tcp/segment', ['all-of-a-syn', 'mss-length-0', 'cut-options']],
  ['turn/message', ['rfc5769-request']],
] as const)('%s: fields and faults as the codec finds them', async (layer, names) => {
  const codec = codecs[layer];
  const page = await open();
  await page.locator('#layer').selectOption(layer);
  for (const name of names) {
    const octets = octetsOf(fixturesOfLayer(layer).find((fixture) => fixture.name === name)!);
    // What was said of the octets before must be gone first.
    await page.locator('#hex').fill('');
    await page.locator('#said:empty').waitFor({ state: 'attached' });
    await page.locator('#hex').fill(toHex(octets));
    await page.locator('#said', { hasText: `${octets.length} octets:` }).waitFor();
    const observed = codec.observe(octets);
    const lines = await linesOf(page, layer);
    const fields = lines.filter(([place]) => place !== '');
    expect(fields.map(([, label, value]) => [label, value])).toEqual(
      rowsOf(codec.fields, observed).map(({ label, value }) => [label, value]),
    );
    const told = lines.filter(([place]) => place === '').map(([, words]) => words);
    for (const { field, bit, expected: wanted, actual } of [...observed.faults, ...observed.lapses]) {
      expect(told.some((words) => words?.includes(`${field}, bit ${bit}: expected ${wanted}, got ${actual}`))).toBe(
        true,
      );
    }
    expect(told).toHaveLength(observed.faults.length + observed.lapses.length);
  }
});

test('what is pointed at in one place is marked in all three', async () => {
  const page = await open(`#ipv4/header=${EXAMPLES[0]!.hex}`);
  const hot = (): Promise<string[]> => page.locator('[data-layer="ipv4/header"] tr.hot th').allTextContents();
  await page.locator('.bits button[data-f="protocol"]').hover();
  expect(await hot()).toEqual(['Protocol']);
  expect(await page.locator('.octets button.hot').allTextContents()).toEqual([' 06']);
  await page.locator('.fields tr[data-f="timeToLive"] .name').focus();
  expect(await hot()).toEqual(['Time to Live']);
  await page.locator('[data-layer="ipv4/header"] .octets button').first().focus();
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
  expect(await hot()).toEqual(['DSCP', 'ECN']);
});

test('the rule of a fault is a link to its page', async () => {
  const { hex } = EXAMPLES.find(({ name }) => name === 'Wrong checksum')!;
  const page = await open(`#ipv4/header=${hex}`);
  const link = page.locator('.fault a.rule');
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe('../rule/RFC791-CSUM-1.html');
});

test('a capture: packets, and each explained; one that is cut off says so', async () => {
  const page = await open();
  await page.locator('#file').setInputFiles(projectPath('fixtures', 'captures', 'echo.pcap'));
  await page.locator('.packets button').first().waitFor();
  expect(await page.locator('.packets button').count()).toBeGreaterThan(3);
  await page.locator('[data-layer="ipv4/icmp"]').waitFor();
  await page.locator('.packets button').nth(2).click();
  expect(await page.locator('.packets [aria-pressed="true"]').count()).toBe(1);
  const file = await import('node:fs').then(({ readFileSync }) =>
    readFileSync(projectPath('fixtures', 'captures', 'echo.pcap')),
  );
  await page.locator('#file').setInputFiles({ name: 'cut.pcap', mimeType: '', buffer: file.subarray(0, 333) });
  await page.locator('.packets .notice', { hasText: 'cut off' }).waitFor();
  await page.locator('#file').setInputFiles({ name: 'no.txt', mimeType: '', buffer: Buffer.from('hello, world') });
  await page.locator('#said', { hasText: 'no capture' }).waitFor();
});

test('ten megabytes of hex, and what is no hex, are told', async () => {
  const page = await open();
  await page.locator('#hex').evaluate((area: HTMLTextAreaElement) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', '45 '.repeat(3_400_000));
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
  });
  await page.locator('#said', { hasText: '10200000 characters are more than a datagram holds' }).waitFor();
  await page.locator('#hex').fill('45 0g');
  await page.locator('#said', { hasText: 'Digit 4, "g", is no hex digit.' }).waitFor();
});

test('axe finds nothing, in either scheme, and a phone is wide enough', async () => {
  const { hex } = EXAMPLES.find(({ name }) => name === 'Option of length 0')!;
  for (const scheme of ['light', 'dark'] as const) {
    const page = await open(`#ipv4/header=${hex}`, { scheme });
    await page.locator('.layer').nth(1).waitFor();
    expect(await faultsOf(page, scheme === 'dark' ? ['color-contrast'] : undefined)).toEqual([]);
    await page.setViewportSize({ width: 360, height: 740 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
    await page.context().close();
  }
}, 240_000);
