/** The contracts, by example: what each schema of spec/meta takes, and what it refuses with which words. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { validators } from '../../src/generated/validators.ts';
import { projectPath } from '../../src/loader/project.ts';

interface Examples {
  readonly schema: keyof typeof validators;
  readonly valid: readonly { about: string; document: unknown }[];
  readonly invalid: readonly { about: string; fault: string; document: unknown }[];
}

const files = readdirSync(projectPath('fixtures', 'meta')).filter((name) => name.endsWith('.json'));
const examples = files.map(
  (name) => JSON.parse(readFileSync(projectPath('fixtures', 'meta', name), 'utf8')) as Examples,
);

describe.each(examples)('$schema', ({ schema, valid, invalid }) => {
  const validate = validators[schema];

  test.each(valid)('takes $about', ({ document }) => {
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
  });

  test.each(invalid)('refuses $about', ({ document, fault }) => {
    expect(validate(document)).toBe(false);
    const said = validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`.trim());
    expect(
      said?.some((each) => each.startsWith(fault)),
      said?.join('\n'),
    ).toBe(true);
  });
});

test('every schema of our own documents has its examples', () => {
  const schemas = readdirSync(projectPath('spec', 'meta')).map((name) => name.replace('.schema.json', ''));
  const named = [...files.map((name) => name.replace('.json', '')), 'x-wire'];
  expect(schemas.filter((name) => !named.includes(name))).toEqual([]);
});
