/** Sections of the project's documents, by their headings. */
import { expect, test } from 'vitest';
import { headingId, sectionOf } from '../../../src/site/markdown.tsx';

const TEXT = `# One

## Two

words

### Deeper

more

\`\`\`sh
# no heading, but a comment
\`\`\`

## Three

others
`;

test('a section ends with the next heading as high, and a comment in a listing is none', () => {
  const section = sectionOf(TEXT, 'Two');
  expect(section).toMatch(/^words/);
  expect(section).toContain('### Deeper');
  expect(section).toContain('# no heading, but a comment');
  expect(section).not.toContain('others');
});

test('a section that is gone is a fault, and not an empty page', () => {
  expect(() => sectionOf(TEXT, 'Four')).toThrow('no section "Four"');
});

test('anchors are made of the words alone', () => {
  expect(headingId('Judge your own, in five minutes')).toBe('judge-your-own-in-five-minutes');
});
