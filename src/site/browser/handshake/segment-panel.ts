/** The chosen segment: what it says, why it was sent, what became of it, its rules, and its octets field by field. */
import { ipv4Header } from '../../../generated/ipv4/header.ts';
import { tcpSegment } from '../../../generated/tcp/segment.ts';
import { type Decoder, walk } from '../../try/decode/walk.ts';
import { seconds } from '../../try/handshake/quantities.ts';
import { captionOf } from '../../try/handshake/segment.ts';
import { whyOf } from '../../try/handshake/why.ts';
import type { Journey, Sent } from '../../try/handshake/world.ts';
import { el } from '../try/dom.ts';
import { layerView } from '../try/layers-view.ts';
import { ruleLink } from '../try/rule-link.ts';

const DECODERS = [ipv4Header, tcpSegment] as readonly Decoder[];

export class SegmentPanel {
  readonly #panel: HTMLElement;
  #shown = '';

  constructor(panel: HTMLElement) {
    this.#panel = panel;
  }

  clear(): void {
    this.#shown = '';
    this.#panel.replaceChildren(
      el('p', { class: 'faint' }, 'Choose a segment in the ladder: it explains itself here.'),
    );
  }

  show(sent: Sent, copy: number, isRelative: boolean): void {
    const journey = sent.journeys.find((each) => each.copy === copy) ?? sent.journeys[0]!;
    const key = JSON.stringify([sent.id, sent.at, journey, isRelative]);
    if (key === this.#shown) return;
    this.#shown = key;
    const { words, rules } = whyOf(sent.segment, sent.cause);
    const origins = isRelative ? sent.origins : { seq: undefined, ack: undefined };
    const isOpen = this.#panel.querySelector<HTMLDetailsElement>('[data-layer="ipv4/header"]')?.open ?? false;
    const { layers } = walk(sent.datagram, 'ipv4/header', (layer) => DECODERS.find((each) => each.layer === layer));
    const views = layers.map((layer) => layerView(layer, layer.decoder.layer === 'tcp/segment' || isOpen)).reverse();
    this.#panel.replaceChildren(
      el('h2', {}, `${sent.from}: ${captionOf(sent.segment, origins)}`),
      el('p', { class: 'why' }, words),
      el('p', { class: 'fate' }, fateOf(sent, journey)),
      el('p', { class: 'rules' }, ...rules.flatMap((id) => [ruleLink(id), ' '])),
      ...views,
    );
  }
}

function fateOf({ at, from, journeys }: Sent, journey: Journey): string {
  const to = from === 'A' ? 'B' : 'A';
  const sent = `Sent at ${seconds(at)}`;
  const twin =
    journeys.length > 1
      ? ` The network has made two of it; this is the ${journey.copy === 0 ? 'first' : 'second'}.`
      : '';
  switch (journey.fate) {
    case 'flying':
      return `${sent}; on its way to ${to}.${twin}`;
    case 'arrived':
      return `${sent}, arrived at ${seconds(journey.arrivesAt)}.${twin}`;
    case 'lost':
      return journey.by === 'you'
        ? `${sent}; you have lost it at ${seconds(journey.lostAt!)}.${twin}`
        : `${sent}, and lost on its way.${twin}`;
    default:
      return journey.fate satisfies never;
  }
}
