/** For controls: an answer to any octets, as if they were a request of STUN. Hex. */

/** Its transaction id and its method, whatever it asks. */
export function stunSuccess(octets: string): string {
  return answer(octets, 0x100, '');
}

/** With ERROR-CODE 400 and no reason. */
export function stunError(octets: string): string {
  return answer(octets, 0x110, '0009000400000400');
}

function answer(octets: string, classBits: number, attributes: string): string {
  const type = (Number.parseInt(octets.slice(0, 4) || '0', 16) | classBits) & 0x3fff;
  return `${word(type)}${word(attributes.length / 2)}${octets.slice(8, 40).padEnd(32, '0')}${attributes}`;
}

function word(value: number): string {
  return value.toString(16).padStart(4, '0');
}
