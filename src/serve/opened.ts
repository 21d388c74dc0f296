/** What a method of the contract opens by id, steps while time goes on, and closes. */
import { integerOf, invalid, type Members } from './params.ts';

interface Entry<Thing> {
  readonly thing: Thing;
  now: number;
}

export class Opened<Thing> {
  readonly #open = new Map<number, Entry<Thing>>();

  /** @throws PortError for an id that is open */
  open(params: Members, make: () => Thing): Thing {
    const id = integerOf(params.id, 'id');
    if (this.#open.has(id)) throw invalid('id', 'one that is not open');
    const thing = make();
    this.#open.set(id, { thing, now: 0 });
    return thing;
  }

  /** `run` is told the time; where it throws, no time has passed. @throws PortError for an id that is not open, a time that has been */
  step<Answer>(params: Members, run: (thing: Thing, now: number) => Answer): Answer {
    const entry = this.#open.get(integerOf(params.id, 'id'));
    if (entry === undefined) throw invalid('id', 'one that is open');
    const now = integerOf(params.now, 'now');
    if (now < entry.now) throw invalid('now', `at least ${entry.now}, the time of the step before`);
    const answer = run(entry.thing, now);
    entry.now = now;
    return answer;
  }

  /** @throws PortError for an id that is not open */
  close(params: Members): object {
    if (!this.#open.delete(integerOf(params.id, 'id'))) throw invalid('id', 'one that is open');
    return {};
  }
}
