/** What one end has said and the other has not confirmed: numbered parts of messages, and who waits to hear of them. */
import { joined } from '../octets.ts';
import { PURPOSE } from './conversation.ts';

export interface Part {
  readonly sequence: number;
  readonly purpose: number;
  readonly isMore: boolean;
  readonly reference: number;
  readonly body: Uint8Array;
  /** Microseconds; undefined: never. */
  sentAt: number | undefined;
  attempts: number;
  /** How often its time has run out. */
  timeouts: number;
  isLost: boolean;
  isAcknowledged: boolean;
}

/** As it is before it was ever sent. */
const UNSENT = { sentAt: undefined, attempts: 0, timeouts: 0, isLost: false, isAcknowledged: false };

export type Outcome = 'delivered' | 'failed' | 'unknown';

interface Waiting {
  /** The first and last number of the message. */
  readonly first: number;
  readonly last: number;
  readonly ref: number;
  readonly purpose: number;
}

export interface Acknowledgement {
  readonly received: number;
  readonly delivered: number;
  readonly selective: number;
  readonly window: number;
}

/** Octets of the application in one part: a payload without the attribute around, the tag and the content's own fields. */
const PART = 1200 - 3 - 16 - 14;

export class Outgoing {
  /** Not acknowledged, in order. */
  parts: Part[] = [];
  readonly waiting: Waiting[] = [];
  /** Questions that are delivered, whose answers are not here: ref by the first number. */
  readonly questions = new Map<number, number>();
  #last = 0;
  /** Up to which the other application has taken all. */
  delivered = 0;
  /** The highest number that may be sent. */
  limit: number;

  /** `window`: numbers that may be sent before anything is acknowledged. */
  constructor(window: number) {
    this.limit = window;
  }

  /** Takes a message; its first number. `ref`: the call that hears of it. */
  add(purpose: number, reference: number, body: Uint8Array, ref: number): number {
    const first = this.#last + 1;
    let at = 0;
    do {
      const piece = body.subarray(at, at + PART);
      at += PART;
      this.#last += 1;
      const part = { sequence: this.#last, purpose, isMore: at < body.length, reference, body: piece };
      this.parts.push({ ...part, ...UNSENT });
    } while (at < body.length);
    this.waiting.push({ first, last: this.#last, ref, purpose });
    return first;
  }

  /** Takes an acknowledgement in; the parts that have come by it, and the messages that are delivered. */
  acknowledge({ received, delivered, selective, window }: Acknowledgement): { come: Part[]; done: Waiting[] } {
    for (const part of this.parts) {
      const beyond = part.sequence - received - 2;
      const isIn = part.sequence <= received || (beyond >= 0 && beyond < 32 && ((selective >>> beyond) & 1) === 1);
      if (isIn && part.sentAt !== undefined) part.isAcknowledged = true;
    }
    const come = this.parts.filter(({ isAcknowledged }) => isAcknowledged);
    if (come.length > 0) this.parts = this.parts.filter(({ isAcknowledged }) => !isAcknowledged);
    // What was never sent cannot have been delivered, whatever is said.
    const sent = this.parts.find(({ sentAt }) => sentAt === undefined)?.sequence ?? this.#last + 1;
    this.delivered = Math.max(this.delivered, Math.min(delivered, sent - 1));
    this.limit = Math.max(this.limit, delivered + window);
    const done = this.waiting.filter(({ last }) => last <= this.delivered);
    this.waiting.splice(0, done.length);
    return { come, done };
  }

  /** Says what another was to say, nothing of which has been sent. */
  takeOver(other: Outgoing): void {
    for (const { first, last, ref, purpose } of other.waiting) {
      const parts = other.parts.filter(({ sequence }) => sequence >= first && sequence <= last);
      this.add(purpose, parts[0]?.reference ?? 0, joined(...parts.map(({ body }) => body)), ref);
    }
    other.waiting.length = 0;
    other.parts = [];
  }

  /** Whether anybody waits for anything. */
  get isBusy(): boolean {
    return this.waiting.length > 0;
  }

  /** What becomes of each message that is not delivered when all is over. */
  outcomes(): { readonly ref: number; readonly outcome: Outcome }[] {
    const unsent = this.parts.find(({ sentAt }) => sentAt === undefined)?.sequence ?? Number.POSITIVE_INFINITY;
    return this.waiting.map(({ ref, first }) => ({ ref, outcome: first >= unsent ? 'failed' : 'unknown' }));
  }
}

/** Whether the sender of such a message waits for more than its delivery. */
export function isQuestion(purpose: number): boolean {
  return purpose === PURPOSE.request || purpose === PURPOSE.call || purpose === PURPOSE.program;
}
