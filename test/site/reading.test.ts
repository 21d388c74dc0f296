/** What a reader does with mouse and keyboard: search, the scheme, the bits of a header, octets and fields. */
import { expect } from 'vitest';
import { reader, test } from './reader.ts';

test('a slash opens the search, words find a rule, and Enter opens its page', async () => {
  const page = await reader.open('guide/judge.html');
  await page.keyboard.press('/');
  await page.getByRole('combobox', { name: 'Search' }).fill('RFC791-IHL-1');
  await page
    .getByRole('option', { name: /RFC791-IHL-1/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(/rule\/RFC791-IHL-1\.html$/);
});

test('arrows move through what was found, and Escape closes it', async () => {
  const page = await reader.open('index.html');
  await page.getByRole('button', { name: /Search/ }).click();
  const box = page.getByRole('combobox', { name: 'Search' });
  await box.fill('checksum');
  await page.getByRole('option').nth(1).waitFor();
  await page.keyboard.press('ArrowDown');
  expect(await page.getByRole('option', { selected: true }).getAttribute('id')).toBe('found-1');
  await page.keyboard.press('Escape');
  expect(await box.isVisible()).toBe(false);
});

test('a cell of the header leads to its explanation', async () => {
  const page = await reader.open('protocol/ipv4.html');
  await page
    .getByRole('link', { name: /Time to Live/ })
    .first()
    .click();
  await page.waitForURL(/#field-ipv4-header-timeToLive$/);
  expect(await page.locator('#field-ipv4-header-timeToLive').isVisible()).toBe(true);
});

test('octets and their field light up together, from either side', async () => {
  const page = await reader.open('fixture/ipv4/header/minimal.html');
  const digits = page.locator('.hex [data-f="timeToLive"]');
  const row = page.locator('tr[data-f="timeToLive"]');
  await row.hover();
  expect(await digits.getAttribute('class')).toContain('lit');
  await page.locator('.hex [data-f="protocol"]').hover();
  expect(await row.getAttribute('class')).not.toContain('lit');
  expect(await page.locator('tr[data-f="protocol"]').getAttribute('class')).toContain('lit');
});

test('the reader may choose the scheme, and the page follows', async () => {
  const page = await reader.open('index.html', { scheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await ground()).toBe('rgb(255, 255, 255)');
  await page.getByRole('button', { name: /Colour scheme: auto/ }).click();
  await page.getByRole('button', { name: /Colour scheme: light/ }).click();
  expect(await ground()).toBe('rgb(15, 19, 24)');
  expect(reader.left).toEqual([]);
});
