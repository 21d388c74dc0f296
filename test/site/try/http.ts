/** The HTTP page in a real browser: verdicts as the same checks give in Node, at every stroke. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findingsOf } from '../../../src/site/try/http/findings.ts';
import { octetsOfText } from '../../../src/site/try/http/octet-text.ts';
import { PRESETS } from '../../../src/site/try/http/presets.ts';
import { faultsOf } from '../axe.ts';
import { reader, test } from '../reader.ts';

const verdicts = (page: Page): Promise<Record<string, string>> =>
  page
    .locator('#findings tr')
    .evaluateAll((rows) => Object.fromEntries(rows.map((row) => [row.getAttribute('data-rule'), row.className])));

function expected(text: string, method = 'GET'): Record<string, string> {
  const findings = findingsOf({ octets: octetsOfText(text).octets, method, isClosed: true });
  return Object.fromEntries(findings.map(({ rule, outcome }) => [rule, outcome]));
}

test('every preset has the verdicts of Node', async () => {
  const page = await reader.open('try/http.html');
  for (const { id, text, method } of PRESETS) {
    await page.locator('#preset').selectOption(id);
    expect(await verdicts(page), id).toEqual(expected(text, method));
  }
});

test('a stroke changes the verdict, and what is broken is shown in the text', async () => {
  const page = await reader.open('try/http.html#right');
  const octets = page.locator('#octets');
  await octets.fill((await octets.inputValue()).replace('Content-Length: 14', 'Content-Length: 15'));
  expect((await verdicts(page))['RFC9110-8.6-10']).toBe('broken');
  expect(await page.locator('#preset').inputValue()).toBe('own');
  await page.locator('[data-rule="RFC9110-8.6-10"] button').click();
  const selected = await octets.evaluate((area: HTMLTextAreaElement) =>
    area.value.slice(area.selectionStart, area.selectionEnd),
  );
  expect(selected).toBe('15');
  const again = await reader.open(`try/http.html${new URL(page.url()).hash}`);
  expect(await verdicts(again)).toEqual(await verdicts(page));
});

test('Return writes CR and LF, by the keyboard alone', async () => {
  const page = await reader.open('try/http.html');
  await page.locator('#octets').fill('');
  await page.locator('#octets').pressSequentially('a');
  for (const key of ['Enter', 'Enter']) await page.keyboard.press(key);
  expect(await page.locator('#octets').inputValue()).toBe('a\\r\n\\r\n');
  expect(await verdicts(page)).toEqual(expected('a\\r\n\\r\n'));
});

test('axe finds nothing, in either scheme, and a phone is wide enough', async () => {
  for (const scheme of ['light', 'dark'] as const) {
    const page = await reader.open('try/http.html#both', { scheme });
    expect(await faultsOf(page, scheme === 'dark' ? ['color-contrast'] : undefined)).toEqual([]);
    const index = await reader.open('try/index.html', { scheme });
    expect(await faultsOf(index, scheme === 'dark' ? ['color-contrast'] : undefined)).toEqual([]);
  }
  const phone = await reader.open('try/http.html#folded', { width: 360 });
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
}, 240_000);
