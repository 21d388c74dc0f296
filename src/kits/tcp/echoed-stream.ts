/**
 * A stream on its way to an echo and back, in octets from its first one on: how much is acknowledged, and what has come
 * back. What came back is compared with what was sent as it comes, wherever in the stream it stands.
 */
import { Unmet } from '../../harness/outcome.ts';

export class EchoedStream {
  readonly #sent: Uint8Array;
  readonly #came: Uint8Array;
  /** How much has been sent, acknowledged, and has come back without a gap. */
  given = 0;
  acknowledged = 0;
  back = 0;

  constructor(sent: Uint8Array) {
    this.#sent = sent;
    this.#came = new Uint8Array(sent.length);
  }

  get length(): number {
    return this.#sent.length;
  }

  get isDone(): boolean {
    return this.acknowledged === this.length && this.back === this.length;
  }

  /** What goes out next, at most. */
  piece(from: number, most: number): Uint8Array {
    return this.#sent.subarray(from, from + most);
  }

  /** Anything new? @throws Unmet for what was not sent */
  acknowledge(octets: number): boolean {
    if (octets > this.given) {
      throw new Unmet({ expected: [this.#wanted], actual: `${octets} octets acknowledged, of ${this.given} sent` });
    }
    if (octets <= this.acknowledged) return false;
    this.acknowledged = octets;
    return true;
  }

  /** Data from octet `at` on; anything new? @throws Unmet for what was not sent, or stood elsewhere */
  take(at: number, data: Uint8Array): boolean {
    const wrong = data.findIndex((octet, index) => at + index >= this.given || octet !== this.#sent[at + index]);
    if (at < 0 || wrong >= 0) throw new Unmet({ expected: [this.#wanted], actual: this.#wrongAt(at, wrong, data) });
    this.#came.fill(1, at, at + data.length);
    const gap = this.#came.indexOf(0, this.back);
    const back = gap < 0 ? this.length : gap;
    const isNew = back > this.back;
    this.back = back;
    return isNew;
  }

  /** In words, for who waits in vain. */
  get soFar(): string {
    return `${this.acknowledged} of ${this.given} octets acknowledged, ${this.back} back`;
  }

  get #wanted(): string {
    return `${this.length} octets back as they were sent`;
  }

  #wrongAt(at: number, wrong: number, data: Uint8Array): string {
    const place = at + Math.max(0, wrong);
    if (place < 0 || place >= this.given) return `octet ${place} came back, of ${this.given} that were sent`;
    return `octet ${place} came back as ${data[wrong]}, and was sent as ${this.#sent[place]}`;
  }
}
