/** What the page shows of a player, and what its controls do with it. */

import { ladderOf } from '../../try/handshake/ladder.ts';
import { lessonById } from '../../try/handshake/lessons.ts';
import { Player } from '../../try/handshake/player.ts';
import { seconds } from '../../try/handshake/quantities.ts';
import type { Deed, Script } from '../../try/handshake/script.ts';
import { byId } from '../try/dom.ts';
import { bindControls } from './controls.ts';
import { showHost } from './host-panel.ts';
import { LadderView } from './ladder-view.ts';
import { lastHappening } from './narration.ts';
import { Pace } from './pace.ts';
import { SegmentPanel } from './segment-panel.ts';

type Remember = (player: Player, lesson: string, isUntouched: boolean) => void;

export class Playground {
  #player!: Player;
  #lesson = '';
  #isUntouched = true;
  #areNumbersRelative = true;
  readonly #remember: Remember;
  readonly #pace = new Pace(
    () => this.#player,
    (hasHappened) => this.#drawMoving(hasHappened),
    () => this.#rest(),
  );
  readonly #panel = new SegmentPanel(byId('segment'));
  readonly #ladder = new LadderView(byId('ladder'), {
    choose: (id, copy) => this.#choose(id, copy),
    lose: (id, copy) => this.#lose(id, copy),
  });

  constructor(remember: Remember) {
    this.#remember = remember;
    bindControls(this);
    new ResizeObserver(() => this.#draw()).observe(byId('ladder'));
  }

  get script(): Script {
    return this.#player.script;
  }

  show(player: Player, lesson: string): void {
    this.#pace.pause();
    this.#player = player;
    this.#lesson = lesson;
    this.#isUntouched = lesson !== 'own';
    byId<HTMLSelectElement>('lesson').value = lesson;
    byId('about').textContent = lessonById(lesson)?.about ?? 'What you do is in the link, and can be gone back over.';
    this.#ladder.chosen = undefined;
    this.say(player.isAtStart ? 'Play, or step by step; a click on a segment that is on its way loses it.' : '');
    this.#draw();
  }

  say(words: string): void {
    byId('said').textContent = words;
  }

  toggle(): void {
    if (this.#pace.isRunning) this.#pace.pause();
    else this.#pace.play();
    this.#showToggle();
  }

  step(): void {
    this.#pace.pause();
    if (this.#player.step()) this.#narrate();
    else
      this.say(
        this.#player.script.actions.length === 0
          ? 'Nothing happens yet: let one side listen and the other open.'
          : 'All is quiet: nothing more will happen by itself.',
      );
    this.#draw();
    this.#rest();
  }

  back(): void {
    this.#pace.pause();
    this.say(this.#player.back() ? 'One step back.' : 'This is the start.');
    this.#draw();
    this.#rest();
  }

  toStart(): void {
    this.#pace.pause();
    this.#player.toStart();
    this.say('The start.');
    this.#draw();
    this.#rest();
  }

  act(deed: Deed): void {
    this.#isUntouched = false;
    this.#player.act(deed);
    this.#narrate();
    this.#draw();
    this.#rest();
  }

  /** Seed or buffers: the same deeds in another world. */
  beginAnew(change: Partial<Script>): void {
    this.#isUntouched = false;
    this.#player = new Player({ ...this.script, ...change });
    this.say('The run begins anew.');
    this.#draw();
    this.#rest();
  }

  set speed(speed: number) {
    this.#pace.speed = speed;
  }

  set numbers(are: 'relative' | 'absolute') {
    this.#areNumbersRelative = are === 'relative';
    this.#draw();
  }

  choose(by: 1 | -1): void {
    this.#ladder.chooseNext(by);
  }

  loseChosen(): void {
    const chosen = this.#ladder.chosen;
    if (chosen === undefined) this.say('Choose a segment first: the arrow keys go up and down.');
    else this.#lose(chosen.id, chosen.copy);
  }

  #lose(id: string, copy: number): void {
    const sent = this.#player.world.sent.get(id);
    const journey = sent?.journeys.find((each) => each.copy === copy);
    if (sent === undefined || journey === undefined) return;
    if (journey.fate !== 'flying') {
      this.say(journey.fate === 'lost' ? 'It is lost already.' : 'It has arrived already: go back to lose it.');
      return;
    }
    this.act({ kind: 'lose', side: sent.from, packet: sent.packet, copy });
  }

  #choose(id: string, copy: number): void {
    const sent = this.#player.world.sent.get(id);
    if (sent !== undefined) this.#panel.show(sent, copy, this.#areNumbersRelative);
  }

  #narrate(): void {
    this.say(lastHappening(this.#player.world));
  }

  #drawMoving(hasHappened: boolean): void {
    if (hasHappened) {
      this.#narrate();
      this.#draw();
      return;
    }
    this.#ladder.move(ladderOf(this.#player.world, this.#player.nextAt));
    this.#showSides();
  }

  #draw(): void {
    if (this.#player === undefined) return;
    const { world, nextAt } = this.#player;
    this.#ladder.draw(ladderOf(world, nextAt), this.#areNumbersRelative);
    const chosen = this.#ladder.chosen;
    const sent = chosen && world.sent.get(chosen.id);
    if (sent === undefined) this.#panel.clear();
    else this.#panel.show(sent, chosen!.copy, this.#areNumbersRelative);
    this.#showSides();
    this.#showNetwork();
    this.#showToggle();
  }

  #showSides(): void {
    const { world } = this.#player;
    for (const side of ['A', 'B'] as const) {
      showHost(
        side,
        world.pictureOf(side),
        world.pictureOf(side === 'A' ? 'B' : 'A'),
        world.now,
        this.#areNumbersRelative,
      );
    }
    byId('clock').textContent = seconds(world.now);
  }

  #showNetwork(): void {
    const { conditions } = this.#player.world;
    for (const [name, value] of Object.entries({ ...conditions })) show(`net-${name}`, value);
    show('seed', this.script.seed);
    show('buffer', this.script.buffer);
  }

  #showToggle(): void {
    byId('toggle').textContent = this.#pace.isRunning ? 'Pause' : 'Play';
  }

  /** Nothing moves for now. */
  #rest(): void {
    this.#showToggle();
    this.#remember(this.#player, this.#lesson, this.#isUntouched);
  }
}

/** Not while somebody writes there. */
function show(id: string, value: number): void {
  const input = byId<HTMLInputElement>(id);
  if (document.activeElement !== input) input.value = String(value);
}
