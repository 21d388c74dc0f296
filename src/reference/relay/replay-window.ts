/** Which message ids of one source were there already (HPR-CONF-03): those that are too old count as seen. Hex, all of one length. */
export class ReplayWindow {
  readonly #seen = new Set<string>();
  readonly #size: number;
  #order: string[] = [];
  #least = '';

  /** `size`: how many numbers are remembered. */
  constructor(size: number) {
    this.#size = size;
  }

  /** Whether `number` is new; from then on it is not. */
  take(number: string): boolean {
    if (number <= this.#least || this.#seen.has(number)) return false;
    this.#seen.add(number);
    this.#order.push(number);
    if (this.#order.length >= 2 * this.#size) this.#forget();
    return true;
  }

  /** Numbers grow, but not by ones: the oldest half goes, and all below it is old. */
  #forget(): void {
    this.#order.sort();
    const old = this.#order.slice(0, this.#size);
    this.#order = this.#order.slice(this.#size);
    this.#least = old.at(-1)!;
    for (const number of old) this.#seen.delete(number);
  }
}
