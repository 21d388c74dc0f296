/** The captions of arrows: what they say, and where they stand clear of each other. */
import { captionShares, type Line } from '../../try/handshake/captions.ts';
import type { Arrow } from '../../try/handshake/ladder.ts';
import { captionOf, type Origins } from '../../try/handshake/segment.ts';
import { svg } from '../try/dom.ts';
import { type Ends, labelPlace, placeOf } from './scenery.ts';

/** Width of a character, on average. */
const CHARACTER = 6.3;
/** Of a late one, clear of those that overtake it. */
const HALF_WAY = 0.45;
const NO_ORIGINS: Origins = { seq: undefined, ack: undefined };

/** Captions stand above all arrows. */
export class Captions {
  readonly #words: readonly string[];
  readonly #shares: ReadonlyMap<string, number>;
  readonly #arrows: readonly Arrow[];
  readonly #ends: Ends;

  constructor(arrows: readonly Arrow[], ends: Ends, areNumbersRelative: boolean) {
    this.#arrows = arrows;
    this.#ends = ends;
    this.#words = arrows.map((arrow) => wordsOf(arrow, ends, areNumbersRelative));
    const shares = captionShares(arrows.map((arrow, at) => lineOf(arrow, ends, this.#words[at]!)));
    this.#shares = new Map(arrows.map((arrow, at) => [keyOf(arrow), shares[at]!]));
  }

  elements(): SVGTextElement[] {
    return this.#arrows.map((arrow, at) =>
      svg(
        'text',
        {
          class: arrow.journey.fate,
          'data-caption': keyOf(arrow),
          'text-anchor': arrow.from === 'A' ? 'start' : 'end',
          transform: this.placeOf(arrow),
        },
        this.#words[at]!,
      ),
    );
  }

  /** Of the same arrow as it stands now. */
  placeOf(arrow: Arrow): string {
    return labelPlace(arrow, this.#ends, this.#shares.get(keyOf(arrow)) ?? 0);
  }
}

function wordsOf({ sent, journey }: Arrow, ends: Ends, areNumbersRelative: boolean): string {
  if (journey.copy > 0) return 'the same again';
  const origins = originsOf(sent, areNumbersRelative);
  const long = captionOf(sent.segment, origins);
  return long.length * CHARACTER <= (ends.B - ends.A) * 0.62 ? long : captionOf(sent.segment, origins, true);
}

function lineOf(arrow: Arrow, ends: Ends, words: string): Line {
  const { start, x, y, toY, length } = placeOf(arrow, ends);
  const [dx, dy] = length === 0 ? [arrow.from === 'A' ? 1 : -1, 0] : [(x - start) / length, (toY - y) / length];
  return { x: start, y, dx, dy, length, width: words.length * CHARACTER, usual: arrow.isLate ? HALF_WAY : 0 };
}

export function originsOf({ origins }: Arrow['sent'], areNumbersRelative: boolean): Origins {
  return areNumbersRelative ? origins : NO_ORIGINS;
}

/** Of a segment's one copy on its way. */
export function keyOf({ sent, journey }: Arrow): string {
  return `${sent.id}.${journey.copy}`;
}
