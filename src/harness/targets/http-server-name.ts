/** How a server is called by what it says of itself: the first product of the field Server (RFC 9110 section 10.2.4). */

export interface ServerName {
  readonly name: string;
  readonly version?: string;
}

/** Octets in which the name is looked for. */
const LONGEST_SECTION = 16_384;

/** @param response one character an octet */
export function serverName(response: string): ServerName | undefined {
  const section = response.slice(0, LONGEST_SECTION).split(/\r?\n\r?\n/)[0] ?? '';
  const [, name, version] = /\r?\nserver:[ \t]*([^\s/()]+)(?:\/([^\s()]+))?/i.exec(section) ?? [];
  if (name === undefined) return undefined;
  return version === undefined ? { name } : { name, version };
}
