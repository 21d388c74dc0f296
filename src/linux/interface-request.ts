/**
 * struct ifreq, the argument of ioctls about a network interface (netdevice(7)): sixteen octets of name, then a union,
 * here as 16-bit words in this machine's own order.
 */
const NAME_WORDS = 8;
const REQUEST_WORDS = 20;
const AF_INET = 2;

export function request(name: string, words: readonly number[] = []): Uint16Array {
  const whole = new Uint16Array(REQUEST_WORDS);
  new TextEncoder().encodeInto(name, new Uint8Array(whole.buffer, 0, 2 * NAME_WORDS - 1));
  whole.set(words, NAME_WORDS);
  return whole;
}

/** The union's first 16 bits: flags, or an address family. */
export function shortOf(answer: Uint16Array): number {
  return answer[NAME_WORDS] ?? 0;
}

/** The union's first 32 bits: an index, an MTU. */
export function intOf(answer: Uint16Array): number {
  return new Int32Array(answer.buffer)[NAME_WORDS / 2] ?? 0;
}

export function int(value: number): readonly number[] {
  return [...new Uint16Array(Uint32Array.of(value).buffer)];
}

/** struct sockaddr_in: family, port, then the address in network order. */
export function addressWords(dotted: string): readonly number[] {
  return socketAddress(Uint8Array.from(dotted.split('.'), Number));
}

/** The same for the mask of so many ones. */
export function maskWords(prefix: number): readonly number[] {
  return socketAddress(
    Uint8Array.from({ length: 4 }, (_, at) => 256 - 2 ** (8 - Math.min(8, Math.max(0, prefix - 8 * at)))),
  );
}

/** The address that an answer holds as a struct sockaddr_in. */
export function addressOf(answer: Uint16Array): string {
  return new Uint8Array(answer.buffer, 2 * (NAME_WORDS + 2), 4).join('.');
}

function socketAddress(octets: Uint8Array): readonly number[] {
  return [AF_INET, 0, ...new Uint16Array(octets.buffer)];
}
