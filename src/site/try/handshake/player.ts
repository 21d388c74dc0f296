/**
 * Follows a script forward moment by moment, and back by doing everything again up to the moment before. A new call takes
 * the place of all that the script would have done later; what is done to the network leaves that be.
 */
import type { Action, Deed, Script } from './script.ts';
import type { Moment } from './script-link.ts';
import { World } from './world.ts';

/** Steps of a run that never ends, a dead connection that is kept alive for hours. */
const MOST_STEPS = 20_000;

export class Player {
  #script: Script;
  #world: World;
  #done = 0;
  /** The moments at which something could be seen to happen. */
  #stops: Moment[] = [];

  constructor(script: Script, moment?: Moment) {
    this.#script = script;
    this.#world = new World(script);
    if (moment !== undefined) this.#follow(moment);
  }

  get script(): Script {
    return this.#script;
  }

  get world(): World {
    return this.#world;
  }

  get moment(): Moment {
    return { at: this.#world.now, done: this.#done };
  }

  /** When the next step is due; undefined when all is quiet and the script is done. */
  get nextAt(): number | undefined {
    const action = this.#script.actions[this.#done]?.at;
    const { nextAt } = this.#world;
    if (action === undefined || nextAt === undefined) return action ?? nextAt;
    return Math.min(action, nextAt);
  }

  get isAtStart(): boolean {
    return this.#done === 0 && this.#stops.length === 0 && this.#world.now === 0;
  }

  /** To the next moment at which something can be seen to happen. False: nothing ever will, and all is left as it is. */
  step(): boolean {
    const here = this.moment;
    const before = this.#world.marks.length;
    for (let steps = 0; steps < MOST_STEPS && this.#stepOnce(); steps += 1) {
      if (this.#world.marks.length === before) continue;
      this.#stops.push(this.moment);
      return true;
    }
    if (this.#world.now > here.at || this.#done > here.done) this.#follow(here);
    return false;
  }

  /** Lets time pass, but not beyond what happens next. */
  passTo(at: number): void {
    const until = Math.min(Math.floor(at), (this.nextAt ?? Number.POSITIVE_INFINITY) - 1);
    if (until > this.#world.now) this.#world.advance(until);
  }

  /** To the moment before this one. */
  back(): boolean {
    if (this.isAtStart) return false;
    const here = this.moment;
    const earlier = this.#stops.filter(({ at, done }) => at < here.at || (at === here.at && done < here.done));
    this.#follow(earlier.at(-1) ?? { at: 0, done: 0 });
    return true;
  }

  toStart(): void {
    this.#follow({ at: 0, done: 0 });
  }

  /** Does something now. */
  act(deed: Deed): void {
    const action: Action = { ...deed, at: this.#world.now };
    const { actions } = this.#script;
    const later = deed.kind === 'call' ? [] : actions.slice(this.#done);
    this.#script = { ...this.#script, actions: [...actions.slice(0, this.#done), action, ...later] };
    this.#world.act(action);
    this.#done += 1;
    this.#stops.push(this.moment);
  }

  #stepOnce(): boolean {
    const action = this.#script.actions[this.#done];
    const { nextAt } = this.#world;
    // At the same moment the network comes first.
    if (nextAt !== undefined && (action === undefined || nextAt <= action.at)) {
      this.#world.advance(nextAt);
      return true;
    }
    if (action === undefined) return false;
    this.#world.advance(action.at);
    this.#world.act(action);
    this.#done += 1;
    return true;
  }

  /** From the beginning to `target`. */
  #follow(target: Moment): void {
    this.#world = new World(this.#script);
    this.#done = 0;
    this.#stops = [];
    for (let steps = 0; steps < MOST_STEPS; steps += 1) {
      const next = this.#script.actions[this.#done];
      const { nextAt } = this.#world;
      const isNetwork = nextAt !== undefined && (next === undefined || nextAt <= next.at);
      const at = isNetwork ? nextAt : next?.at;
      if (at === undefined || at > target.at || (!isNetwork && this.#done >= target.done)) break;
      const before = this.#world.marks.length;
      this.#stepOnce();
      if (this.#world.marks.length > before) this.#stops.push(this.moment);
    }
    this.#world.advance(target.at);
  }
}
