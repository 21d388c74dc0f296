/**
 * Where everything stands in the ladder: time runs down, and what happens at one moment stands one below the other. Spans
 * in which nothing happens are cut short, and say so. Pure: of marks, to places in pixels.
 */

import { delayOf } from './link-layer.ts';
import type { Conditions, SideName } from './script.ts';
import type { Journey, Mark, Sent, World } from './world.ts';

/** Pixels. */
const TOP = 42;
const DELAY = 64;
/** Between segments that leave, or arrive, at the same moment. */
const APART = 26;
const ANSWER = 10;
const TEXT = 19;
const LONGEST_GAP = 110;
const NEVER_LESS = 12;
/** How far a segment is seen to go that the network loses. */
const LOST_AFTER = 0.45;
/** In delays. */
const LATE = 1.2;

export interface Arrow {
  readonly sent: Sent;
  readonly journey: Journey;
  readonly from: SideName;
  readonly y: number;
  /** Where it ends by now, and how much of the way that is. */
  readonly toY: number;
  readonly progress: number;
  /** It takes longer than the others: a copy, or one that is held back. */
  readonly isLate: boolean;
}

export interface Note {
  readonly side: SideName;
  readonly y: number;
  readonly mark: Mark & { readonly kind: 'state' | 'call' | 'told' };
}

export interface Ladder {
  readonly height: number;
  /** Where the present is. */
  readonly nowY: number;
  /** And where it will be when something happens next. */
  readonly nextY: number;
  readonly arrows: readonly Arrow[];
  readonly notes: readonly Note[];
  readonly times: readonly { readonly at: number; readonly y: number }[];
  /** Spans that were cut short. */
  readonly gaps: readonly { readonly y: number; readonly span: number }[];
  readonly changes: readonly { readonly y: number; readonly conditions: Conditions }[];
}

interface Spot {
  readonly y: number;
  readonly at: number;
}

type Draft = { -readonly [K in keyof Omit<Ladder, 'height' | 'nowY' | 'nextY' | 'arrows'>]: Ladder[K][number][] };

/** The present is known to last until `nextAt`. */
export function ladderOf(world: World, nextAt: number | undefined): Ladder {
  const plan = new Plan(world.conditions);
  for (const mark of world.marks) plan.place(mark);
  const nowY = plan.nowY(world.now, nextAt);
  const arrows = [...world.sent.values()].flatMap((sent) =>
    sent.journeys.map((journey) => plan.arrow(sent, journey, world.now, nowY)),
  );
  const lowest = Math.max(nowY, ...arrows.map(({ toY }) => toY), plan.lowestText);
  const nextY = nextAt === undefined ? nowY : plan.nowY(nextAt, nextAt);
  return { ...plan.draft, height: lowest + DELAY, nowY, nextY, arrows };
}

class Plan {
  readonly draft: Draft = { notes: [], times: [], gaps: [], changes: [] };
  readonly #scale: number;
  readonly #delay: number;
  readonly #spots = new Map<string, Spot>();
  readonly #texts: Record<SideName, number> = { A: -Infinity, B: -Infinity };
  #last: { at: number; y: number; kind: Mark['kind'] | undefined } = { at: 0, y: TOP, kind: undefined };
  #labelled = -Infinity;

  constructor(conditions: Conditions) {
    this.#delay = delayOf(conditions);
    this.#scale = DELAY / this.#delay;
  }

  get lowestText(): number {
    return Math.max(0, this.#texts.A, this.#texts.B);
  }

  place(mark: Mark): void {
    const y = this.#down(mark);
    switch (mark.kind) {
      case 'sent':
        this.#spots.set(`${mark.sent} sent`, { y, at: mark.at });
        break;
      case 'arrived':
      case 'lost':
        this.#spots.set(`${mark.sent} ${mark.copy}`, { y, at: mark.at });
        break;
      case 'conditions':
        this.draft.changes.push({ y, conditions: mark.conditions });
        break;
      default:
        this.#note(mark, y);
    }
  }

  nowY(now: number, nextAt: number | undefined): number {
    const { at, y } = this.#last;
    if (now <= at) return y;
    if (nextAt === undefined || nextAt <= at) return y + this.#gap(now - at);
    return y + (this.#gap(nextAt - at) * (now - at)) / (nextAt - at);
  }

  arrow(sent: Sent, journey: Journey, now: number, nowY: number): Arrow {
    const { y } = this.#spots.get(`${sent.id} sent`)!;
    const end = this.#spots.get(`${sent.id} ${journey.copy}`);
    const isLate = journey.copy > 0 || journey.arrivesAt - sent.at > LATE * this.#delay;
    const common = { sent, journey, from: sent.from, y, isLate };
    if (journey.fate === 'arrived') return { ...common, toY: end?.y ?? y, progress: 1 };
    if (journey.fate === 'lost' && journey.by === 'the network') {
      return { ...common, toY: y + LOST_AFTER * DELAY, progress: LOST_AFTER };
    }
    const until = journey.fate === 'lost' ? journey.lostAt! : now;
    const progress = Math.min(1, (until - sent.at) / Math.max(1, journey.arrivesAt - sent.at));
    return { ...common, toY: journey.fate === 'lost' ? end!.y : Math.max(y, nowY), progress };
  }

  /** How far down a mark stands, behind the one before. */
  #down(mark: Mark): number {
    const { at, y, kind } = this.#last;
    const span = mark.at - at;
    const isText = mark.kind === 'state' || mark.kind === 'call' || mark.kind === 'told';
    if (span > 0) {
      const gap = kind === undefined ? 0 : this.#gap(span);
      if (span * this.#scale > 1.5 * LONGEST_GAP && kind !== undefined) this.draft.gaps.push({ y: y + gap / 2, span });
      this.#last = { at: mark.at, y: y + gap, kind: mark.kind };
      this.#label(mark.at, y + gap);
    } else if (kind === undefined) {
      this.#last = { at: mark.at, y, kind: mark.kind };
      this.#label(mark.at, y);
    } else if (!isText) {
      this.#last = { at, y: y + step(kind, mark.kind), kind: mark.kind };
    }
    return this.#last.y;
  }

  #gap(span: number): number {
    return Math.min(LONGEST_GAP, Math.max(NEVER_LESS, span * this.#scale));
  }

  #label(at: number, y: number): void {
    if (y - this.#labelled < TEXT - 3) return;
    this.#labelled = y;
    this.draft.times.push({ at, y });
  }

  #note(mark: Note['mark'], y: number): void {
    const own = Math.max(y, this.#texts[mark.side] + TEXT);
    this.#texts[mark.side] = own;
    this.draft.notes.push({ side: mark.side, y: own, mark });
  }
}

/** Between two marks of one moment. */
function step(before: Mark['kind'], kind: Mark['kind']): number {
  if (kind === 'lost' || kind === 'conditions') return 0;
  if (kind === before) return APART;
  if (kind === 'arrived') return APART - ANSWER;
  return before === 'arrived' ? ANSWER : before === 'lost' ? APART : 0;
}
