import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import type { Report } from '../../../src/generated/meta/report.ts';
import { formats } from '../../../src/report/index.ts';
import { REPORT } from '../../../src/report/json.ts';
import { calm, describeOctets, report, suite } from './sample.ts';

function schemaOf(name: string): { [key: string]: unknown } {
  const path = new URL(`../../../spec/meta/${name}.schema.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8'));
}

const ajv = new Ajv2020({ schemas: [schemaOf('rules'), schemaOf('pics')], strict: false });
const isReport = ajv.compile(schemaOf('report'));

const render = (what: Report, reproducible = false): string =>
  formats.json!.render(what, suite, { describe: describeOctets, reproducible });

test.each([
  ['with timings', report, false],
  ['reproducible', report, true],
  ['calm', calm, false],
])('what is written is a report by its schema: %s', (_, what, reproducible) => {
  expect(isReport(JSON.parse(render(what, reproducible))), JSON.stringify(isReport.errors)).toBe(true);
});

test('nothing is lost, and only words and the command are added', () => {
  const read = JSON.parse(render(report)) as Report;
  for (const [index, result] of read.results.entries()) {
    const before = report.results[index]!;
    if (before.evidence !== undefined && before.evidence.replay === undefined) delete result.evidence?.replay;
    for (const [at, entry] of (result.evidence?.exchange ?? []).entries()) {
      if (before.evidence?.exchange[at]?.note === undefined) delete entry.note;
    }
  }
  expect(read).toEqual(report);
});

test('what did not pass has words for its octets and the command that repeats it', () => {
  const { results } = JSON.parse(render(report)) as Report;
  const failed = results.find(({ scenario }) => scenario === 'ipv4-ihl-001/four')!.evidence!;
  expect(failed.replay).toMatch(/^assay run --target/);
  expect(failed.exchange[1]!.note).toBe('IPv4 header of 16 octets, protocol 17');
});

test('keys stand in the order of the schema, however the report was made', () => {
  const reversed = JSON.parse(JSON.stringify(report), (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).reverse())
      : value,
  ) as Report;
  expect(render(reversed)).toBe(render(report));
});

type Node = { [key: string]: unknown };

/** Every property of the schema stands in the table of keys, in the same order. */
function compare(schema: Node, shape: unknown, whole: Node, path: string): void {
  const document =
    typeof schema.$ref === 'string' && schema.$ref.startsWith('urn:') ? schemaOf(schema.$ref.split(/[:#]/)[3]!) : whole;
  const [, name] = /#\/\$defs\/(.*)$/.exec(String(schema.$ref ?? '')) ?? [];
  if (name !== undefined) {
    compare((document.$defs as Node)[name] as Node, shape, document, path);
    return;
  }
  const each = (schema.items ??
    (typeof schema.additionalProperties === 'object' ? schema.additionalProperties : undefined)) as Node | undefined;
  if (schema.properties !== undefined) {
    const properties = schema.properties as Node;
    expect(Object.keys(shape as Node), path).toEqual(Object.keys(properties));
    for (const [key, value] of Object.entries(properties))
      compare(value as Node, (shape as Node)[key], document, `${path}.${key}`);
  } else if (each !== undefined && shape !== null) compare(each, (shape as Node)['*'], document, `${path}[]`);
  else if (each !== undefined) expect(each.properties, `${path} has members of an order`).toBeUndefined();
}

test('the order of keys is that of the schema', () => {
  const schema = schemaOf('report');
  compare(schema, REPORT, schema, 'report');
});

test('lone surrogates are replaced, so that the file is UTF-8', () => {
  const text = render({ ...report, target: { ...report.target, name: 'a\ud800b' } });
  expect(JSON.parse(text).target.name).toBe('a\ufffdb');
});
