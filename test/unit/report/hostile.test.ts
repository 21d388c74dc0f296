/**
 * What an implementation says (on standard error, as its name, in its answers) cannot break any format: every place in a
 * report that can hold it is filled with hostile text, and each format keeps the structure that it has with plain text.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../../src/generated/meta/report.ts';
import { SCRIPT } from '../../../src/report/html/script.ts';
import { STYLE } from '../../../src/report/html/style.ts';
import { formats } from '../../../src/report/index.ts';
import { testWith } from '../../requires.ts';
import { readTap } from './read-tap.ts';
import { report, suite } from './sample.ts';

const PIECES = [
  '\u001b[31m',
  '\u001b]0;title\u0007',
  '\u009b2J',
  '</script>',
  '<script>alert(1)</script>',
  '<!--',
  '-->',
  ']]>',
  '<![CDATA[',
  '\u0000',
  '\u007f',
  '\ud800',
  '\udc00',
  '\u{1f600}',
  '\u202e',
  '\u2028',
  '\ufeff',
  '\ufffe',
  '\r',
  '\n',
  '\r\n',
  '\t',
  '"',
  "'",
  '`',
  '```',
  '~~~',
  '\\',
  '&',
  '&lt;',
  '&#x41;',
  '<b onclick=x>',
  '|',
  '# ',
  '# TODO',
  '  ...',
  '---',
  '- ',
  '1. ',
  '[x](y)',
  '![x](y)',
  '@someone',
  'https://example.com',
  '*',
  '_',
  '{',
  '}',
  ': ',
  '%s',
  '$x',
  '$&',
  'a',
  ' ',
  '</details>',
  '</pre>',
  '\n## head\n',
  '\n```\n',
  '\n  ````  \n',
  '\nok 1\n',
];

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary', maxLength: 3 })), { maxLength: 12 })
  .map((pieces) => `x${pieces.join('')}x`);

/** The sample report with `words` wherever an implementation's words can stand. */
function poisoned(words: string): Report {
  const bad = structuredClone(report);
  Object.assign(bad.target, { name: words, version: words, language: words });
  for (const result of bad.results) {
    result.title = words;
    if (result.reason !== undefined) result.reason.text = words;
    if (result.branch !== undefined) Object.assign(result.branch, { outcome: words, clause: words });
    if (result.deviation !== undefined) Object.assign(result.deviation, { why: words, clause: words });
    const { evidence } = result;
    if (evidence === undefined) continue;
    for (const entry of evidence.exchange) entry.note = words;
    evidence.stderr = words;
    if (evidence.expected !== undefined) evidence.expected = evidence.expected.map(() => words);
    if (evidence.actual !== undefined) evidence.actual = words;
    if (evidence.difference !== undefined) {
      Object.assign(evidence.difference, { field: words, expected: words, actual: words });
    }
  }
  for (const stale of bad.stale ?? []) stale.why = words;
  return bad;
}

const render = (format: string, words: string): string => formats[format]!.render(poisoned(words), suite, {});

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must not be there
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\ufeff\ufffe\uffff]|\p{Surrogate}/u;

test.each(['console', 'junit', 'html', 'markdown', 'tap'])(
  '%s holds nothing that a terminal or an eye would obey',
  (format) => {
    fc.assert(
      fc.property(hostile, (words) => {
        expect(render(format, words)).not.toMatch(FORBIDDEN);
      }),
    );
  },
);

/** Tags with the names of their attributes; whatever stands between is text. */
function tags(markup: string): string[] {
  const bare = markup.replace(STYLE, '').replace(SCRIPT, '');
  return [...bare.matchAll(/<[^>]*>?/g)].map(([tag]) => tag.replace(/="[^"<>]*"/g, '='));
}

test.each(['html', 'junit'])('%s has the same elements, whatever the words', (format) => {
  const benign = tags(render(format, 'xx'));
  fc.assert(
    fc.property(hostile, (words) => {
      expect(tags(render(format, words))).toEqual(benign);
    }),
  );
});

/** What is markup in markdown: outside of fences and code, unescaped. */
function markup(markdown: string): string[] {
  const outside: string[] = [];
  let fence: string | undefined;
  for (const line of markdown.split('\n')) {
    const [, ticks] = /^(`{3,})[a-z]*$/.exec(line) ?? [];
    // A fence ends at a line of as many ticks or more, indented by three at most.
    const [, closing = ''] = /^ {0,3}(`+)[ \t]*$/.exec(line) ?? [];
    if (fence !== undefined) fence = closing.length >= fence.length ? undefined : fence;
    else if (ticks !== undefined) fence = ticks;
    else outside.push(line);
  }
  expect(fence).toBeUndefined();
  return outside.map((line) => {
    // Up to the next empty line, what starts so is HTML and nothing else.
    if (line.startsWith('<details>')) return line.replace(/[^<>]/g, '');
    return line
      .replace(/\\[!-/:-@[-`{-~]|&#?\w+;|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, '')
      .replace(/[^<>[\]()*_#|~!`@]/g, '');
  });
}

test('markdown has the same markup, whatever the words', () => {
  const benign = markup(render('markdown', 'xx'));
  fc.assert(
    fc.property(hostile, (words) => {
      expect(markup(render('markdown', words))).toEqual(benign);
    }),
  );
});

test('tap has the same points, whatever the words', () => {
  const shape = (words: string) =>
    readTap(render('tap', words)).map(({ ok, number, directive }) => [ok, number, directive.slice(0, 4)]);
  const benign = shape('xx');
  fc.assert(
    fc.property(hostile, (words) => {
      expect(shape(words)).toEqual(benign);
    }),
  );
});

const require = createRequire(import.meta.url);
const { Query } = createRequire(require.resolve('@cucumber/cucumber'))('@cucumber/query');

test('messages have the same envelopes, whatever the words', () => {
  const kinds = (words: string): string[] => {
    const query = new Query();
    const lines = render('messages', words).trimEnd().split('\n');
    return lines.map((line) => {
      query.update(JSON.parse(line));
      return Object.keys(JSON.parse(line)).join();
    });
  };
  const benign = kinds('xx');
  fc.assert(
    fc.property(hostile, (words) => {
      expect(kinds(words)).toEqual(benign);
    }),
  );
});

test('json gives every word back, but for halves of characters', () => {
  fc.assert(
    fc.property(hostile, (words) => {
      const read = JSON.parse(render('json', words)) as Report;
      const kept = words.replace(/\p{Surrogate}/gu, '\ufffd');
      expect(read.target.name).toBe(kept);
      expect(read.results.find(({ scenario }) => scenario === 'ipv4-ttl-001')?.evidence?.stderr).toBe(kept);
    }),
  );
});

const PARSE = `
import json, sys
from xml.dom import minidom
for document in json.load(sys.stdin):
    minidom.parseString(document.encode("utf-8"))
print("well-formed")
`;

testWith('python3')('junit of a hundred hostile reports is well-formed', () => {
  const documents = fc.sample(hostile, 100).map((words) => render('junit', words));
  const { stdout, stderr } = spawnSync('python3', ['-c', PARSE], {
    input: JSON.stringify(documents),
    encoding: 'utf8',
  });
  expect([stdout, stderr]).toEqual(['well-formed\n', '']);
});

test.each(['console', 'junit', 'html', 'markdown', 'messages', 'tap'])(
  '%s of ten megabytes of standard error stays readable',
  (format) => {
    const flood = '\u001b[31m</script>]]>\u0000\ud800 ```\n'.repeat(Math.ceil(10_000_000 / 28));
    const bad = structuredClone(report);
    const result = bad.results.find(({ scenario }) => scenario === 'ipv4-ttl-001')!;
    Object.assign(result.evidence!, { stderr: flood, actual: flood });
    result.reason!.text = flood.replaceAll('\n', ' ');
    bad.target.name = flood;
    expect(formats[format]!.render(bad, suite, {}).length).toBeLessThan(200_000);
  },
);
