/**
 * Colours by name, each for light and dark: those of the reports, and what only the site shows. `color-scheme` chooses:
 * the system's, or the reader's own choice.
 */
import { DARK, LIGHT } from '../../report/html/tokens.ts';

/** How binding a rule is; what is written for its own sake (FORMAT, STATE-RULE) binds as MUST does. */
const MORE: Readonly<Record<string, readonly [light: string, dark: string]>> = {
  '--must': ['#5a2ca0', '#c8a9ff'],
  '--should': ['#0b5f6b', '#63cfdd'],
  '--may': ['#57606a', '#9aa5b1'],
  '--cell': ['#f1f4f8', '#1b232c'],
  '--open': ['#e6ecf4', '#242e39'],
  '--hot': ['#dbe9fb', '#173a5e'],
};

export function tokens(): string {
  const dark = byName(DARK);
  const pairs = [...byName(LIGHT)].map(([name, light]) => [name, light, dark.get(name) ?? light] as const);
  const more = Object.entries(MORE).map(([name, [light, its]]) => [name, light, its] as const);
  const lines = [...pairs, ...more].map(([name, light, its]) => `  ${name}: light-dark(${light}, ${its});`);
  return `:root {\n  color-scheme: light dark;\n${lines.join('\n')}\n}
:root[data-scheme='light'] { color-scheme: light; }
:root[data-scheme='dark'] { color-scheme: dark; }`;
}

function byName(declarations: string): Map<string, string> {
  return new Map([...declarations.matchAll(/(--[a-z-]+): ([^;]+);/g)].map(([, name, value]) => [name!, value!]));
}
