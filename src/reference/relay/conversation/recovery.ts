/**
 * When what was sent counts as lost: the round trip of a path is measured as RFC 6298 does, waits double only when one has run
 * out, and what an acknowledgement should have told of by now is lost before its time is up (RFC 8985 does likewise).
 */
import { SECOND } from '../settings.ts';
import type { NodeState } from '../state.ts';
import type { Path } from './conversation.ts';
import type { Part } from './outgoing.ts';

/** RFC 6298 section 2: what a new measurement weighs in the round trip (twice as much as there: echoes are few), in its variation. */
const [OF_ROUND_TRIP, OF_VARIATION, VARIATIONS] = [1 / 4, 1 / 4, 4];
/** Seconds until the first echo has measured a path. */
const FIRST_WAIT = 0.6;
/** Of a round trip, as in RFC 8985 section 6.2; and more where round trips vary. */
const [REORDERING, LOST_VARIATIONS] = [1 / 4, 2];

export function measure(path: Path, seconds: number): void {
  const { roundTrip, variation } = path;
  if (roundTrip === undefined) {
    path.roundTrip = seconds;
    path.variation = seconds / 2;
    return;
  }
  path.variation = variation + OF_VARIATION * (Math.abs(roundTrip - seconds) - variation);
  path.roundTrip = roundTrip + OF_ROUND_TRIP * (seconds - roundTrip);
}

/** Before the first echo is back: RFC 6298 section 3 has it that what was sent twice tells nothing. */
export function measureFirst(state: NodeState, path: Path, acknowledged: readonly Part[]): void {
  if (path.roundTrip !== undefined) return;
  const once = acknowledged.findLast(({ attempts }) => attempts === 1);
  if (once?.sentAt !== undefined) measure(path, (state.now - once.sentAt) / SECOND);
}

/** Microseconds of virtual or real time from which on it is to be sent, for the first time or again. */
export function dueAt(state: NodeState, path: Path, part: Part): number {
  if (part.sentAt === undefined || part.isLost) return state.now;
  const { sendLeast, sendMost } = state.settings;
  const wait = path.roundTrip === undefined ? FIRST_WAIT : path.roundTrip + VARIATIONS * path.variation;
  const backedOff = Math.max(sendLeast, wait) * 2 ** part.timeouts;
  return part.sentAt + Math.ceil(Math.min(sendMost, backedOff) * SECOND);
}

/**
 * Of what an acknowledgement does not tell of, that is lost which was sent before something that has come, and as much before as
 * packets overtake each other by. An echo that has come back counts, too, for an acknowledgement goes with it.
 */
export function markLost(state: NodeState, path: Path, parts: readonly Part[], come: readonly Part[]): void {
  const { roundTrip, variation } = path;
  if (roundTrip === undefined) return;
  for (const { sentAt, attempts } of come) {
    // What was sent again may be acknowledged for the time before.
    const isSure = attempts === 1 || state.now - (sentAt ?? 0) >= (roundTrip / 2) * SECOND;
    if (isSure && sentAt !== undefined) path.newest = Math.max(path.newest, sentAt);
  }
  const overtaking = Math.max(REORDERING * roundTrip, LOST_VARIATIONS * variation) * SECOND;
  for (const part of parts) {
    if (part.sentAt === undefined) break;
    if (part.sentAt + overtaking < path.newest) part.isLost = true;
  }
}
