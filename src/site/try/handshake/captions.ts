/** How far along its arrow each caption begins, so that captions do not cross each other. Pure: of places, to shares of lengths. */

export interface Line {
  /** Where the caption's end of the arrow is, in pixels. */
  readonly x: number;
  readonly y: number;
  /** Of a unit from there on, along the arrow. */
  readonly dx: number;
  readonly dy: number;
  /** Of the arrow as it stands. */
  readonly length: number;
  /** Of the caption. */
  readonly width: number;
  /** The share that it has unless others are in its way. */
  readonly usual: number;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

const SHARES = [0, 0.15, 0.3, 0.45, 0.6, 0.75];
/** Where a caption begins at the earliest, and how far from the arrow's other end it ends. */
export const FROM_LINE = 18;
const BEFORE_HEAD = 10;
/** A caption is taken for discs so far apart, and this is too near. */
const [STRIDE, NEAR] = [8, 13];

/** A share for each line. Those that stand free keep their usual places. */
export function captionShares(lines: readonly Line[]): number[] {
  const placed: Placed[] = [];
  // Once more round for those that were there before the one that they are in the way of.
  for (let turn = 0; turn < 2 * lines.length; turn += 1) {
    const at = turn % lines.length;
    const others = placed.flatMap(({ spots }, other) => (other === at ? [] : spots));
    placed[at] = freest(lines[at]!, others, placed[at]);
  }
  return placed.map(({ share }) => share);
}

interface Placed {
  readonly share: number;
  readonly spots: readonly Spot[];
}

function freest(line: Line, others: readonly Spot[], before: Placed | undefined): Placed {
  let best = before ?? placedAt(line, line.usual);
  let least = crowd(best.spots, others);
  for (const share of SHARES) {
    if (least === 0) break;
    if (share * line.length + line.width + BEFORE_HEAD > line.length) continue;
    const placed = placedAt(line, share);
    const near = crowd(placed.spots, others);
    if (near < least) [best, least] = [placed, near];
  }
  return best;
}

/** In pixels, of the share of an arrow of this length. */
export function along(share: number, length: number): number {
  return Math.max(FROM_LINE, share * length);
}

function placedAt({ x, y, dx, dy, length, width }: Line, share: number): Placed {
  const from = along(share, length);
  const spots = Array.from({ length: Math.ceil(width / STRIDE) + 1 }, (_, at) => {
    const far = from + Math.min(width, at * STRIDE);
    return { x: x + dx * far, y: y + dy * far };
  });
  return { share, spots };
}

/** How many pairs are too near. */
function crowd(spots: readonly Spot[], taken: readonly Spot[]): number {
  let pairs = 0;
  for (const one of spots) {
    for (const other of taken) if (Math.hypot(one.x - other.x, one.y - other.y) < NEAR) pairs += 1;
  }
  return pairs;
}
