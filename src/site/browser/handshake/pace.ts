/**
 * Play: virtual time as the eye can follow it. The present moves down the ladder at an even pace, so that long waits, which
 * the ladder cuts short, pass quickly. Who wants less motion gets step by step.
 */
import { ladderOf } from '../../try/handshake/ladder.ts';
import type { Player } from '../../try/handshake/player.ts';

/** Pixels of the ladder a second. */
const PACE = 70;
const STILL_STEP = 1200;
/** A page that was in the background does not catch up. */
const LONGEST_FRAME = 100;

export class Pace {
  speed = 1;
  #frame = 0;
  #timer = 0;
  #before = 0;
  /** How far the present is, in parts of a microsecond. */
  #at = 0;
  readonly #playerOf: () => Player;
  readonly #moved: (hasHappened: boolean) => void;
  readonly #rests: () => void;

  constructor(playerOf: () => Player, moved: (hasHappened: boolean) => void, rests: () => void) {
    this.#playerOf = playerOf;
    this.#moved = moved;
    this.#rests = rests;
  }

  get isRunning(): boolean {
    return this.#frame !== 0 || this.#timer !== 0;
  }

  play(): void {
    if (this.isRunning) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      this.#stepStill();
      return;
    }
    this.#before = performance.now();
    this.#at = this.#playerOf().world.now;
    this.#frame = requestAnimationFrame((now) => this.#next(now));
  }

  pause(): void {
    if (!this.isRunning) return;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    [this.#frame, this.#timer] = [0, 0];
    this.#rests();
  }

  #next(now: number): void {
    const elapsed = Math.min(LONGEST_FRAME, now - this.#before);
    this.#before = now;
    const player = this.#playerOf();
    const { nextAt } = player;
    if (nextAt === undefined) {
      this.pause();
      return;
    }
    const pixels = (PACE * this.speed * elapsed) / 1000;
    this.#at = Math.max(this.#at, player.world.now) + pixels * perPixel(player, nextAt);
    const isDue = this.#at >= nextAt;
    if (isDue && !player.step()) {
      // Nothing that could be seen is ahead.
      this.pause();
      return;
    }
    if (isDue) this.#at = player.world.now;
    else player.passTo(this.#at);
    this.#moved(isDue);
    this.#frame = requestAnimationFrame((then) => this.#next(then));
  }

  #stepStill(): void {
    const hasHappened = this.#playerOf().step();
    this.#timer = 0;
    if (!hasHappened) {
      this.#rests();
      return;
    }
    this.#timer = window.setTimeout(() => this.#stepStill(), STILL_STEP / this.speed);
    this.#moved(true);
  }
}

/** Microseconds that a pixel of what is ahead stands for. */
function perPixel({ world }: Player, nextAt: number): number {
  const left = nextAt - world.now;
  if (left <= 0) return 1;
  const { nowY, nextY } = ladderOf(world, nextAt);
  return left / Math.max(1, nextY - nowY);
}
