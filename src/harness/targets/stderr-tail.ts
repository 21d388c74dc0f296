/** Keeps the end of what a process writes to standard error; positions are octets since its start. */
export class StderrTail {
  readonly #capacity: number;
  #parts: Buffer[] = [];
  #held = 0;
  #written = 0;

  /** `capacity`: octets that are kept at least, and no more than one chunk above. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  push(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#held += chunk.length;
    this.#written += chunk.length;
    while (this.#held - this.#parts[0]!.length >= this.#capacity) this.#held -= this.#parts.shift()!.length;
  }

  /** Octets written so far. */
  get written(): number {
    return this.#written;
  }

  /** What was written from position `from` on, or the end of it; text that is not UTF-8 comes out as U+FFFD. */
  since(from: number): string {
    const wanted = Math.min(this.#written - from, this.#capacity);
    if (wanted <= 0) return '';
    return Buffer.concat(this.#parts).subarray(-wanted).toString();
  }

  /**
   * The line written from position `from` on that tells most: the last one that speaks of an error, for a stack trace or
   * a version may follow it, else the last one with anything on it.
   */
  tellingLine(from: number): string | undefined {
    const lines = this.since(from)
      .split('\n')
      .map((line) => line.trim());
    return lines.findLast((line) => /error|exception|panic/i.test(line)) ?? lines.findLast((line) => line !== '');
  }
}
