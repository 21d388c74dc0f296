/**
 * Draws the ladder: a line for each host, an arrow for each segment, states and calls beside. Drawn anew when something has
 * happened; in between only what moves is moved.
 */
import type { Arrow, Ladder } from '../../try/handshake/ladder.ts';
import { svg } from '../try/dom.ts';
import { Captions } from './captions.ts';
import { type Ends, endsFor, hostLines, hostNames, moveArrow, scenery } from './scenery.ts';
import { segmentElement } from './segment-element.ts';

interface Doings {
  choose(id: string, copy: number): void;
  lose(id: string, copy: number): void;
}

interface Chosen {
  readonly id: string;
  readonly copy: number;
}

export class LadderView {
  chosen: Chosen | undefined;
  readonly #box: HTMLElement;
  readonly #doings: Doings;
  #arrows: readonly Arrow[] = [];
  #ends: Ends = endsFor(600);
  #captions = new Captions([], this.#ends, true);

  constructor(box: HTMLElement, doings: Doings) {
    this.#box = box;
    this.#doings = doings;
    box.addEventListener('click', (event) => this.#clicked(event));
    box.addEventListener('focusin', (event) => this.#focused(event));
    box.addEventListener('scroll', () => this.#nameLines());
  }

  draw(ladder: Ladder, areNumbersRelative: boolean): void {
    const hadFocus = this.#box.contains(document.activeElement);
    this.#ends = endsFor(this.#box.clientWidth);
    this.#arrows = [...ladder.arrows].sort((one, other) => one.y - other.y || one.toY - other.toY);
    this.#captions = new Captions(this.#arrows, this.#ends, areNumbersRelative);
    const height = Math.max(ladder.height, this.#box.clientHeight - 4);
    const drawing = svg(
      'svg',
      { width: this.#ends.width, height, role: 'group', 'aria-label': 'Ladder of segments between A and B' },
      ...hostLines(this.#ends, height),
      ...scenery(ladder, this.#ends),
      ...this.#arrows.map((arrow) => segmentElement(arrow, this.#ends, areNumbersRelative)),
      svg('g', { class: 'captions', 'aria-hidden': 'true' }, ...this.#captions.elements()),
      hostNames(this.#ends),
    );
    this.#box.replaceChildren(drawing);
    this.#mark();
    if (hadFocus) this.#elementOf(this.chosen)?.focus({ preventScroll: true });
    this.#nameLines();
    this.#follow(ladder.nowY);
  }

  /** The present, and what is on its way. */
  move(ladder: Ladder): void {
    for (const arrow of ladder.arrows) {
      if (arrow.journey.fate !== 'flying') continue;
      const element = this.#elementOf({ id: arrow.sent.id, copy: arrow.journey.copy });
      if (element !== undefined) moveArrow(element, arrow, this.#ends);
      const caption = this.#captionOf({ id: arrow.sent.id, copy: arrow.journey.copy });
      caption?.setAttribute('transform', this.#captions.placeOf(arrow));
    }
    const present = this.#box.querySelector('.now');
    present?.setAttribute('transform', `translate(0 ${ladder.nowY})`);
    const drawing = this.#box.querySelector('svg');
    if (drawing !== null && drawing.clientHeight < ladder.height) drawing.setAttribute('height', String(ladder.height));
    this.#follow(ladder.nowY);
  }

  chooseNext(by: 1 | -1): void {
    const at = this.#arrows.findIndex(({ sent, journey }) => isSame({ id: sent.id, copy: journey.copy }, this.chosen));
    const arrow = this.#arrows[at < 0 ? this.#arrows.length - 1 : at + by];
    if (arrow !== undefined) this.#choose({ id: arrow.sent.id, copy: arrow.journey.copy });
    this.#elementOf(this.chosen)?.focus();
  }

  #clicked(event: Event): void {
    const chosen = chosenIn(event);
    if (chosen === undefined) return;
    this.#choose(chosen);
    this.#doings.lose(chosen.id, chosen.copy);
  }

  #focused(event: Event): void {
    const chosen = chosenIn(event);
    if (chosen !== undefined && !isSame(chosen, this.chosen)) this.#choose(chosen);
  }

  #choose(chosen: Chosen): void {
    this.chosen = chosen;
    this.#mark();
    this.#doings.choose(chosen.id, chosen.copy);
  }

  /** One stop for the tab key: the chosen one, or the last. */
  #mark(): void {
    const elements = [...this.#box.querySelectorAll<SVGGElement>('.seg')];
    const own = this.#elementOf(this.chosen) ?? elements.at(-1);
    for (const element of elements) {
      element.setAttribute('tabindex', element === own ? '0' : '-1');
      element.classList.toggle('chosen', this.chosen !== undefined && element === own);
    }
    for (const caption of this.#box.querySelectorAll('.captions .chosen')) caption.classList.remove('chosen');
    this.#captionOf(this.chosen)?.classList.add('chosen');
  }

  #elementOf(chosen: Chosen | undefined): SVGGElement | undefined {
    if (chosen === undefined) return undefined;
    return this.#box.querySelector<SVGGElement>(`[data-id="${chosen.id}.${chosen.copy}"]`) ?? undefined;
  }

  /** The names of the hosts stay in sight. */
  #nameLines(): void {
    this.#box.querySelector('.names')?.setAttribute('transform', `translate(0 ${this.#box.scrollTop})`);
  }

  #captionOf(chosen: Chosen | undefined): Element | null {
    if (chosen === undefined) return null;
    return this.#box.querySelector(`[data-caption="${chosen.id}.${chosen.copy}"]`);
  }

  /** Keeps the present in sight. */
  #follow(y: number): void {
    const { scrollTop, clientHeight } = this.#box;
    const lowest = scrollTop + clientHeight - 56;
    if (y > lowest) this.#box.scrollTop = y - clientHeight + 56;
    else if (y < scrollTop + 24) this.#box.scrollTop = Math.max(0, y - clientHeight / 2);
  }
}

function chosenIn(event: Event): Chosen | undefined {
  const [id, copy] = (event.target as Element).closest<SVGGElement>('.seg')?.dataset.id?.split('.') ?? [];
  return id === undefined ? undefined : { id, copy: Number(copy) };
}

function isSame(one: Chosen, other: Chosen | undefined): boolean {
  return one.id === other?.id && one.copy === other.copy;
}
