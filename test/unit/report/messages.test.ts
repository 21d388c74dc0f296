/**
 * Cucumber messages, held to the schema of @cucumber/messages and fed to what cucumber-js brings along: its query, its
 * JUnit printer and its HTML formatter.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Envelope, Pickle, TestCaseStarted, TestStepResult } from '@cucumber/messages';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { formats } from '../../../src/report/index.ts';
import { calm, describeOctets, report, suite } from './sample.ts';

const require = createRequire(import.meta.url);
const fromCucumber = createRequire(require.resolve('@cucumber/cucumber'));
const schema = JSON.parse(readFileSync(require.resolve('@cucumber/messages/schema'), 'utf8'));

interface Query {
  update(envelope: Envelope): void;
  findAllTestCaseStarted(): TestCaseStarted[];
  findPickleBy(started: TestCaseStarted): Pickle;
  findLineageBy(pickle: Pickle): { feature?: { name: string }; rule?: { name: string }; scenario?: { name: string } };
  findMostSevereTestStepResultBy(started: TestCaseStarted): TestStepResult;
  findAttachmentsBy(finished: { testCaseStartedId: string; testStepId: string }): { body: string }[];
  findTestStepFinishedAndTestStepBy(
    started: TestCaseStarted,
  ): [{ testCaseStartedId: string; testStepId: string }, unknown][];
  findUnambiguousStepDefinitionBy(step: unknown): { pattern: { source: string } } | undefined;
}

function envelopesOf(what = report): Envelope[] {
  const text = formats.messages!.render(what, suite, { describe: describeOctets });
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

function query(what = report): Query {
  const made = new (fromCucumber('@cucumber/query').Query)() as Query;
  for (const envelope of envelopesOf(what)) made.update(envelope);
  return made;
}

const started = (from: Query, id: string): TestCaseStarted =>
  from.findAllTestCaseStarted().find((each) => from.findPickleBy(each).name.startsWith(`${id}: `))!;

test.each([
  ['failing', report],
  ['calm', calm],
])('every envelope is one by the schema: %s', (_, what) => {
  const isEnvelope = new Ajv2020({ strict: false }).compile(schema);
  for (const envelope of envelopesOf(what)) {
    expect(isEnvelope(envelope), JSON.stringify([envelope, isEnvelope.errors])).toBe(true);
  }
});

test('the protocol is that of the installed package', () => {
  const { version } = JSON.parse(
    readFileSync(new URL('../../../node_modules/@cucumber/messages/package.json', import.meta.url), 'utf8'),
  );
  expect(envelopesOf()[0]!.meta?.protocolVersion).toBe(version);
});

test.each([
  ['ipv4-hdr-001', 'PASSED'],
  ['ipv4-ihl-001/four', 'FAILED'],
  ['ipv4-ttl-001', 'FAILED'],
  ['ipv4-echo-001', 'PENDING'],
  ['http-head-001', 'SKIPPED'],
  ['ipv4-opt-001', 'PASSED'],
])('%s comes as %s', (id, status) => {
  const from = query();
  expect(from.findMostSevereTestStepResultBy(started(from, id)).status).toBe(status);
});

test('a case knows its feature, rule and scenario, and its steps their expressions', () => {
  const from = query();
  const one = started(from, 'ipv4-ihl-001/four');
  const { feature, rule, scenario } = from.findLineageBy(from.findPickleBy(one));
  expect([feature?.name, rule?.name, scenario?.name]).toEqual([
    'ipv4: ihl',
    'The header length counts 32-bit words, and is never below 5 in a correct header.',
    'ipv4-ihl-001/four: A header that claims to be shorter than its own fields',
  ]);
  const steps = from.findTestStepFinishedAndTestStepBy(one);
  expect(steps.map(([, step]) => from.findUnambiguousStepDefinitionBy(step)?.pattern.source)).toEqual([
    'the decoder accepts the header of fixture "balanced"',
    'the decoder is given the same header with',
    'the decoder refuses it',
  ]);
});

test('the deciding step has the evidence', () => {
  const from = query();
  const one = started(from, 'ipv4-ihl-001/four');
  const bodies = from.findTestStepFinishedAndTestStepBy(one).map(([finished]) => from.findAttachmentsBy(finished));
  expect(bodies.map(({ length }) => length)).toEqual([0, 0, 1]);
  expect(bodies[2]![0]!.body).toContain('bits 4 to 7: octet 0 is 0100[0100]');
});

test('the run succeeds exactly where its exit status is 0', () => {
  expect(envelopesOf().at(-1)!.testRunFinished?.success).toBe(false);
  expect(envelopesOf(calm).at(-1)!.testRunFinished?.success).toBe(true);
});

test('cucumber makes JUnit of it, with a failure for each scenario that fails or is inconclusive', () => {
  const { JUnitXmlPrinter } = fromCucumber('@cucumber/junit-xml-formatter');
  const written: string[] = [];
  const printer = new JUnitXmlPrinter({}, (text: string) => written.push(text));
  for (const envelope of envelopesOf()) printer.update(envelope);
  const { fail, inconclusive, none } = report.summary.scenarios;
  const counts = `tests="${report.results.length}" skipped="${none}" failures="${fail + inconclusive}" errors="0"`;
  expect(written.join('')).toContain(counts);
});

test('cucumber makes its HTML of it', async () => {
  const { default: CucumberHtmlStream } = fromCucumber('@cucumber/html-formatter');
  const stream = new CucumberHtmlStream();
  let html = '';
  stream.on('data', (chunk: Buffer) => {
    html += chunk.toString();
  });
  for (const envelope of envelopesOf()) stream.write(envelope);
  await new Promise((resolve, reject) => stream.on('error', reject).end(resolve));
  expect(html).toContain('ipv4-ihl-001/four');
  expect(html).toContain('</html>');
});
