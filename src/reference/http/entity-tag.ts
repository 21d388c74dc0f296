/** Entity tags (RFC 9110 section 8.8.3): made of content, read from lists, and compared in two ways. */

const TAG = /[ \t,]*((?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")[ \t]*(?=,|$)/y;

/** Two different contents have the same one about never: 2 x 32 bits of FNV-1a, each its own start. A strong validator. */
export function entityTagOf(octets: Uint8Array): string {
  let [one, other] = [0x811c9dc5, 0x01000193];
  for (const octet of octets) {
    one = Math.imul(one ^ octet, 0x01000193);
    other = Math.imul(other ^ octet, 0x01000193) + 1;
  }
  const hex = (half: number): string => (half >>> 0).toString(16).padStart(8, '0');
  return `"${hex(one)}${hex(other)}"`;
}

/** The tags of a list up to where it is none, each as it is written; or `*`. */
export function entityTagsOf(values: readonly string[]): readonly string[] | '*' {
  if (values.length === 1 && values[0] === '*') return '*';
  const list = values.join(',');
  const tags: string[] = [];
  TAG.lastIndex = 0;
  for (let found = TAG.exec(list); found !== null; found = TAG.exec(list)) tags.push(found[1]!);
  return tags;
}

/** RFC 9110 section 8.8.3.2: the same, and both strong. */
export function matchesStrongly(one: string, other: string | undefined): boolean {
  return one === other && !one.startsWith('W/');
}

/** The same, weak or not. */
export function matchesWeakly(one: string, other: string | undefined): boolean {
  return other !== undefined && opaquePart(one) === opaquePart(other);
}

function opaquePart(tag: string): string {
  return tag.startsWith('W/') ? tag.slice(2) : tag;
}
