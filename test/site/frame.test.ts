/** The frame around every page, in a real browser. */
import { afterAll, beforeAll, expect } from 'vitest';
import { testWith } from '../requires.ts';
import { openReader, type Reader } from './browser.ts';

const test = testWith('chromium');
let reader: Reader;

beforeAll(async () => {
  reader = await openReader();
});

afterAll(() => reader?.close());

test('the reader may choose the scheme, and the page follows', async () => {
  const page = await reader.open('index.html', { scheme: 'light' });
  const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  expect(await ground()).toBe('rgb(255, 255, 255)');
  await page.getByRole('button', { name: /Colour scheme: auto/ }).click();
  await page.getByRole('button', { name: /Colour scheme: light/ }).click();
  expect(await ground()).toBe('rgb(15, 19, 24)');
  expect(reader.left).toEqual([]);
});
