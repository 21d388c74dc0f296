/** Frames in a TCP stream: each behind its length in 16 bits (spec/relay/hpr-1.md section 2.1). */

const LENGTH = 2;

export function framed(octets: Uint8Array): Uint8Array {
  const made = new Uint8Array(LENGTH + octets.length);
  made[0] = octets.length >> 8;
  made[1] = octets.length & 0xff;
  made.set(octets, LENGTH);
  return made;
}

/** Takes a stream apart, however it is cut. */
export class FrameStream {
  #left: Uint8Array = new Uint8Array(0);

  /** The frames that are whole now. */
  take(octets: Uint8Array): Uint8Array[] {
    const all = new Uint8Array(this.#left.length + octets.length);
    all.set(this.#left);
    all.set(octets, this.#left.length);
    const frames: Uint8Array[] = [];
    let at = 0;
    while (all.length - at >= LENGTH) {
      const length = (all[at]! << 8) | all[at + 1]!;
      if (all.length - at - LENGTH < length) break;
      frames.push(all.slice(at + LENGTH, at + LENGTH + length));
      at += LENGTH + length;
    }
    this.#left = all.slice(at);
    return frames;
  }
}
