/** What has been forwarded of late (HPR-HOP-03): by source and message id, for 40 seconds. */
export class Duplicates {
  readonly #seen = new Map<string, number>();
  readonly #memory: number;
  readonly #most: number;

  /** `memory` in microseconds; `most`: entries. */
  constructor(memory: number, most: number) {
    this.#memory = memory;
    this.#most = most;
  }

  /** Whether it is new, and there is room to remember it; from then on it is not. */
  take(source: string, messageId: string, now: number): boolean {
    const key = source + messageId;
    const before = this.#seen.get(key);
    if (before !== undefined && before > now) return false;
    this.#forget(now);
    if (this.#seen.size >= this.#most) return false;
    this.#seen.delete(key);
    this.#seen.set(key, now + this.#memory);
    return true;
  }

  #forget(now: number): void {
    for (const [key, until] of this.#seen) {
      if (until > now) return;
      this.#seen.delete(key);
    }
  }
}
