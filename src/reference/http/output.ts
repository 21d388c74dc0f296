/** What waits to be sent on a connection, in its order. Content is read only when there is room for it. */
import type { Content } from './content.ts';
import { join, NO_OCTETS } from './octets.ts';

export class Output {
  readonly #waiting: Content[] = [];
  /** Octets of the first that have been sent. */
  #sent = 0;
  #length = 0;
  #isSpoiled = false;

  get length(): number {
    return this.#length;
  }

  /** Something that was promised could not be read: what has been sent is a part of a message, and nothing may follow. */
  get isSpoiled(): boolean {
    return this.#isSpoiled;
  }

  add(content: Content): void {
    if (content.length === 0) return;
    this.#waiting.push(content);
    this.#length += content.length;
  }

  /** At most `room` octets. */
  take(room: number): Uint8Array {
    const pieces: Uint8Array[] = [];
    let left = room;
    while (left > 0 && this.#waiting.length > 0) {
      const first = this.#waiting[0]!;
      const to = Math.min(first.length, this.#sent + left);
      const piece = first.read(this.#sent, to);
      if (piece.length === 0) {
        this.#spoil();
        break;
      }
      pieces.push(piece);
      left -= piece.length;
      this.#sent += piece.length;
      this.#length -= piece.length;
      if (this.#sent < first.length) continue;
      this.#waiting.shift();
      this.#sent = 0;
    }
    if (pieces.length === 1) return pieces[0]!;
    return pieces.length === 0 ? NO_OCTETS : join(pieces);
  }

  #spoil(): void {
    this.#isSpoiled = true;
    this.#waiting.length = 0;
    this.#length = 0;
  }
}
