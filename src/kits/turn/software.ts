/** Who a program says that it is: SOFTWARE is a text of any form (RFC 8489 section 14.14). */

export interface Software {
  readonly name: string;
  readonly version?: string;
}

/** Its first word that has a digit behind a mark is taken for a version. Undefined where nothing is said. */
export function nameIn(software: string | undefined): Software | undefined {
  const text = software?.replace(/[^\x20-\x7e]/g, '').trim();
  if (!text) return undefined;
  const [, name, version] = /^['"]?([A-Za-z][\w .]*?)[-/ ]v?(\d[\w.]*)/.exec(text) ?? [];
  return version === undefined ? { name: text } : { name: name!, version };
}
