/** A page of each kind in a real browser: readable by axe's rules in both schemes, on a phone, and with scripts off. */
import { expect } from 'vitest';
import { faultsOf } from './axe.ts';
import { KINDS } from './kinds.ts';
import { reader, test } from './reader.ts';

test.each(KINDS)(
  '%s is clean by axe, in the other scheme too',
  async (path) => {
    const page = await reader.open(path, { scheme: 'light' });
    expect(await faultsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    // Nothing but colours can differ.
    expect(await faultsOf(page, ['color-contrast'])).toEqual([]);
    await page.context().close();
  },
  180_000,
);

test('no page of any kind is wider than a phone', async () => {
  const wide: string[] = [];
  const page = await reader.open(KINDS[0], { width: 360 });
  for (const path of KINDS) {
    await page.goto(reader.address(path));
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    if (width > 360) wide.push(`${path}: ${width}`);
  }
  expect(wide).toEqual([]);
}, 180_000);

test('with scripts off a page says all that it says, and offers nothing that would do nothing', async () => {
  const page = await reader.open('rule/RFC791-IHL-1.html', { scripts: false });
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('RFC791-IHL-1');
  expect(await page.getByRole('button').count()).toBe(0);
});

test('no page has asked for anything but files of the site', () => {
  expect(reader.left).toEqual([]);
});
