/**
 * Signatures that are known to hold, so that none is verified twice: what a signature is over and by whom is part of what is
 * remembered, for one signature says nothing of other octets. Those that do not hold are never kept: anybody can make them.
 */
interface Held {
  readonly publicKey: Uint8Array;
  readonly octets: Uint8Array;
}

export class SignatureMemory {
  readonly #most: number;
  readonly #held = new Map<string, Held>();

  /** `most`: how many are kept; then the oldest goes. */
  constructor(most: number) {
    this.#most = most;
  }

  has(publicKey: Uint8Array, octets: Uint8Array, signature: Uint8Array): boolean {
    const held = this.#held.get(nameOf(signature));
    return held !== undefined && areEqual(held.publicKey, publicKey) && areEqual(held.octets, octets);
  }

  add(publicKey: Uint8Array, octets: Uint8Array, signature: Uint8Array): void {
    const [oldest] = this.#held.keys();
    if (this.#held.size >= this.#most && oldest !== undefined) this.#held.delete(oldest);
    this.#held.set(nameOf(signature), { publicKey: publicKey.slice(), octets: octets.slice() });
  }
}

function nameOf(signature: Uint8Array): string {
  return Buffer.from(signature.buffer, signature.byteOffset, signature.length).toString('latin1');
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
