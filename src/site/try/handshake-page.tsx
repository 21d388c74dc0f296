/** The handshake playground: two hosts, a network, and a ladder. The script fills in what moves. */
import type { Page } from '../page.ts';
import { LESSONS } from './handshake/lessons.ts';
import { BOUNDS, BUFFER, type Conditions, MOST_OCTETS, type SideName } from './handshake/script.ts';
import { PLAYGROUND_STYLE } from './handshake-style.ts';
import { LAYER_STYLE } from './layer-style.ts';

export function handshakePage(): Page {
  return {
    path: 'try/handshake.html',
    title: 'The handshake playground',
    about: 'Two hosts of the reference TCP and a network between them, step by step, in the page.',
    part: 'try',
    wide: true,
    scripts: ['handshake'],
    body: <Body />,
  };
}

function Body() {
  return (
    <>
      <style>{PLAYGROUND_STYLE + LAYER_STYLE}</style>
      <h1>The handshake playground</h1>
      <p class="lead wide">
        Two hosts that run the reference TCP, and a network between them. Every segment is real, and tells why it was
        sent.
      </p>
      <noscript>
        <p class="notice">The playground runs in the page: it needs scripts.</p>
      </noscript>
      <div id="play" class="play" hidden>
        <Lessons />
        <Controls />
        <div class="stage">
          <Host side="A" />
          <div class="middle">
            <p id="said" class="said" role="status" />
            <div id="ladder" class="ladder-box" />
          </div>
          <Host side="B" />
        </div>
        <section id="segment" class="segment" aria-label="The segment that is chosen" />
        <Network />
        <Keys />
      </div>
    </>
  );
}

function Lessons() {
  return (
    <div class="lesson">
      <label for="lesson">Lesson</label>
      <select id="lesson">
        {LESSONS.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        <option value="own">An experiment of your own</option>
      </select>
      <p id="about" />
    </div>
  );
}

const BUTTONS = [
  ['start', 'To the start', 'Home'],
  ['back', 'Back', '\u2190'],
  ['toggle', 'Play', 'Space'],
  ['step', 'Step', '\u2192'],
] as const;

function Controls() {
  return (
    <fieldset class="controls" aria-label="Time">
      {BUTTONS.map(([id, words, key]) => (
        <button key={id} type="button" id={id} class={id === 'toggle' ? 'main' : ''} title={`Key: ${key}`}>
          {words}
        </button>
      ))}
      <label>
        Speed{' '}
        <select id="speed">
          <option value="0.35">slow</option>
          <option value="1" selected>
            usual
          </option>
          <option value="3">fast</option>
        </select>
      </label>
      <label>
        Numbers{' '}
        <select id="numbers">
          <option value="relative">from 0</option>
          <option value="absolute">as sent</option>
        </select>
      </label>
      <output id="clock" class="clock" />
      <button type="button" id="copy">
        Copy link
      </button>
    </fieldset>
  );
}

const CALLS = [
  ['listen', 'Listen'],
  ['open', 'Open'],
  ['read', 'Read'],
  ['close', 'Close'],
  ['abort', 'Abort'],
  ['restart', 'Restart'],
] as const;

function Host({ side }: { readonly side: SideName }) {
  return (
    <section class="host" id={`host-${side}`} aria-labelledby={`name-${side}`}>
      <h2 id={`name-${side}`}>
        {side} <span class="state" id={`state-${side}`} />
      </h2>
      <fieldset class="calls" aria-label={`The user of ${side}`}>
        {CALLS.map(([call, words]) => (
          <button key={call} type="button" data-side={side} data-call={call}>
            {words}
          </button>
        ))}
        <span class="send">
          <button type="button" data-side={side} data-call="send">
            Send
          </button>{' '}
          <input
            id={`octets-${side}`}
            type="number"
            min="1"
            max={MOST_OCTETS}
            value="1000"
            aria-label={`Octets that ${side} sends`}
          />
        </span>
        <label class="reads">
          <input type="checkbox" id={`reads-${side}`} data-side={side} checked /> reads at once
        </label>
      </fieldset>
      <dl class="facts" id={`facts-${side}`} />
    </section>
  );
}

const SLIDERS: readonly (readonly [keyof Conditions, string, string])[] = [
  ['delay', 'Delay, one way', 'ms'],
  ['loss', 'Lost', '%'],
  ['reordering', 'Overtaken', '%'],
  ['duplication', 'Doubled', '%'],
];

function Network() {
  return (
    <fieldset class="network">
      <legend>The network, from now on</legend>
      {SLIDERS.map(([name, words, unit]) => (
        <label key={name}>
          {words}
          <span>
            <input id={`net-${name}`} type="number" min={BOUNDS[name][0]} max={BOUNDS[name][1]} /> {unit}
          </span>
        </label>
      ))}
      <label>
        Chance (seed)
        <input id="seed" type="number" min="0" max="4294967295" />
      </label>
      <label>
        Receive buffers
        <span>
          <input id="buffer" type="number" min={BUFFER.least} max={BUFFER.most} /> octets
        </span>
      </label>
      <p class="small faint">Seed and buffers begin the run anew; the same seed has the same chance.</p>
    </fieldset>
  );
}

function Keys() {
  return (
    <details class="keys">
      <summary>Keys</summary>
      <ul>
        <li>
          <kbd>Space</kbd> plays and pauses, <kbd>&rarr;</kbd> does one step, <kbd>&larr;</kbd> goes one back,{' '}
          <kbd>Home</kbd> to the start.
        </li>
        <li>
          In the ladder <kbd>&uarr;</kbd> and <kbd>&darr;</kbd> choose a segment; <kbd>L</kbd> loses it while it is on
          its way, as a click on it does. Lost it stays, until you go back.
        </li>
        <li>
          <kbd>Tab</kbd> leads to all buttons. Going back does everything again up to the moment before; a new call then
          takes the place of what came later.
        </li>
      </ul>
    </details>
  );
}
