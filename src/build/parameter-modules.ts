/**
 * `spec/<protocol>/parameters.json` as modules: the numbers by name, so that whoever needs one takes it from the
 * specification, also where no file can be read.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ParameterTable } from '../generated/meta/parameters.ts';

/** Text by path under src/generated, for every protocol of folder `spec` that has a table. */
export function parameterModules(spec: string): Map<string, string> {
  const tables = readdirSync(spec, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(spec, entry.name, 'parameters.json')))
    .map(({ name }) => name)
    .sort();
  return new Map(tables.map((protocol) => [`${protocol}/parameters.ts`, moduleOf(spec, protocol)]));
}

function moduleOf(spec: string, protocol: string): string {
  const table = JSON.parse(readFileSync(join(spec, protocol, 'parameters.json'), 'utf8')) as ParameterTable;
  return `${[
    `// Written by \`npm run generate\` from spec/${protocol}/parameters.json: change that, not this.`,
    '',
    `/** ${table.title}. */`,
    'export const parameters = {',
    ...table.parameters.flatMap(({ name, value, unit, about }) => [
      `  /** In ${unit}. ${about} */`,
      `  ${name}: ${value},`,
    ]),
    '} as const;',
  ].join('\n')}\n`;
}
