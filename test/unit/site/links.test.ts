/** Links are relative, however deep the page: the site opens from disk and under any path. */
import { expect, test } from 'vitest';
import { featurePath, linkFrom, scenarioPath } from '../../../src/site/links.ts';

test.each([
  ['index.html', 'rule/X.html', 'rule/X.html'],
  ['rule/X.html', 'index.html', '../index.html'],
  ['fixture/ipv4/header/minimal.html', 'rule/X.html', '../../../rule/X.html'],
  ['rule/X.html', '#scenarios', '#scenarios'],
  ['rule/X.html', 'https://www.rfc-editor.org/rfc/rfc791', 'https://www.rfc-editor.org/rfc/rfc791'],
])('from %s to %s: %s', (from, to, href) => {
  expect(linkFrom(from)(to)).toBe(href);
});

test('a case of an outline is found under its outline', () => {
  const feature = 'features/ipv4/header-length.feature';
  expect(featurePath(feature)).toBe('feature/ipv4/header-length.html');
  expect(scenarioPath({ id: 'ipv4-ihl-001/four', feature })).toBe('feature/ipv4/header-length.html#ipv4-ihl-001');
});
