/** Cuts a stream of octets into lines at LF, however it arrives in pieces. Holds only the line that is not whole yet. */
const LF = 10;

export class LineReader {
  #parts: Buffer[] = [];
  #held = 0;

  /** The lines that `chunk` makes whole, without their LF. */
  push(chunk: Buffer): string[] {
    const end = chunk.lastIndexOf(LF);
    if (end < 0) {
      this.#hold(chunk);
      return [];
    }
    const whole = chunk.subarray(0, end);
    const text = this.#held === 0 ? whole.toString() : Buffer.concat([...this.#parts, whole]).toString();
    this.#parts = [];
    this.#held = 0;
    if (end + 1 < chunk.length) this.#hold(chunk.subarray(end + 1));
    return text.split('\n');
  }

  /** Octets held of a line that has not ended. */
  get held(): number {
    return this.#held;
  }

  /** The beginning of that line, enough to show. */
  beginning(): string {
    let text = '';
    for (const part of this.#parts) {
      text += part.toString('utf8', 0, 256);
      if (text.length >= 256) break;
    }
    return text;
  }

  #hold(part: Buffer): void {
    this.#parts.push(part);
    this.#held += part.length;
  }
}
