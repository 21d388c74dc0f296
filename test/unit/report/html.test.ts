import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { SCRIPT, SCRIPT_DIGEST } from '../../../src/report/html/script.ts';
import { formats } from '../../../src/report/index.ts';
import { describeOctets, report, suite } from './sample.ts';

const page = formats.html!.render(report, suite, { describe: describeOctets });

test('the policy lets the one script run, and no other', () => {
  const digest = createHash('sha256').update(SCRIPT).digest('base64');
  expect(SCRIPT_DIGEST).toBe(`sha256-${digest}`);
  expect(page).toContain(`script-src 'sha256-${digest}'`);
  expect(page).toContain("default-src 'none'");
  expect(page.match(/<script/g)).toHaveLength(1);
});

test('the page asks nothing of a network: only plain links lead out, to the RFC Editor', () => {
  expect(page).not.toMatch(/<(link|img|iframe|object|embed|base|form action)|\ssrc=|@import|url\(/);
  const links = [...page.matchAll(/href="([^"]*)"/g)].map(([, link]) => link!);
  expect(links.length).toBeGreaterThan(10);
  for (const link of links) expect(link).toMatch(/^(#r-|https:\/\/www\.rfc-editor\.org\/rfc\/rfc\d+(#|$))/);
});

test('every link within the page leads to an element', () => {
  const ids = new Set([...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id!));
  for (const [, id] of page.matchAll(/href="#([^"]*)"/g)) expect(ids).toContain(id);
  expect(ids.size).toBe([...page.matchAll(/ id="/g)].length);
});

test('results stand in the order of the report, those that fail are open', () => {
  const found = [...page.matchAll(/<details class="result [^"]*" id="[^"]*" data-verdict="([^"]*)"( open)?>/g)];
  expect(found.map(([, verdict]) => verdict)).toEqual(report.results.map(({ verdict }) => verdict));
  expect(found.filter(([, , open]) => open !== undefined)).toHaveLength(report.summary.scenarios.fail);
});

test('marked bits say on pointing what they are', () => {
  const title = 'ihl: expected 5 to 15, got 4; bits 4 to 7: octet 0 is 0100[0100]';
  expect(page).toContain(
    `<i>0000</i>  <span class="p">4</span><mark title="${title}">4</mark> <span class="z">00 00</span>`,
  );
});

test('without a script the filter is not there, and all results are', () => {
  const bare = page.replace(/<script>[\s\S]*<\/script>/, '');
  expect(bare).toContain('<form id="filter" hidden>');
  expect(bare).not.toMatch(/<details[^>]* hidden/);
});

test('a rule known by its heading is linked to its RFC, an appendix to its letter', () => {
  expect(page).toContain('href="https://www.rfc-editor.org/rfc/rfc792" rel');
  expect(page).toContain('href="https://www.rfc-editor.org/rfc/rfc791#appendix-B" rel');
});
