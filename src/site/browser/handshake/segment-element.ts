/** One arrow with its caption: it can be chosen, and lost while it is on its way. */
import type { Arrow } from '../../try/handshake/ladder.ts';
import { captionOf } from '../../try/handshake/segment.ts';
import { svg } from '../try/dom.ts';
import { type Ends, HEAD_SHAPE, labelPlace, placeOf } from './scenery.ts';

/** Width of a character of a caption, on average. */
const CHARACTER = 6.3;
const NO_ORIGINS = { seq: undefined, ack: undefined };

export function segmentElement(arrow: Arrow, ends: Ends, areNumbersRelative: boolean): SVGGElement {
  const { sent, journey, from } = arrow;
  const { start, x, y, toY, turn } = placeOf(arrow, ends);
  const line = `M${start} ${y}L${x} ${toY}`;
  const origins = areNumbersRelative ? sent.origins : NO_ORIGINS;
  const long = captionOf(sent.segment, origins);
  const again = journey.copy > 0 ? ', the second of two' : '';
  return svg(
    'g',
    {
      class: `seg ${journey.fate}${x === start ? ' leaving' : ''}${sent.segment.fields.rst ? ' reset' : ''}`,
      role: 'button',
      tabindex: -1,
      'data-id': `${sent.id}.${journey.copy}`,
      'aria-label': `${from} sent ${long}${again}: ${FATES[journey.fate]}`,
    },
    svg('path', { class: 'hit', d: line }),
    svg('path', { class: 'shaft', d: line }),
    journey.fate === 'lost'
      ? svg('path', { class: 'cross', d: `M${x - 5} ${toY - 5}l10 10m0 -10l-10 10` })
      : svg('path', { class: 'head', d: HEAD_SHAPE, transform: `translate(${x} ${toY}) rotate(${turn})` }),
  );
}

/** Captions stand above all arrows. */
export function captionElement(arrow: Arrow, ends: Ends, areNumbersRelative: boolean): SVGTextElement {
  const { sent, journey, from } = arrow;
  const origins = areNumbersRelative ? sent.origins : NO_ORIGINS;
  const long = captionOf(sent.segment, origins);
  const isRoomy = long.length * CHARACTER <= (ends.B - ends.A) * 0.62;
  return svg(
    'text',
    {
      class: journey.fate,
      'data-caption': `${sent.id}.${journey.copy}`,
      'text-anchor': from === 'A' ? 'start' : 'end',
      transform: labelPlace(arrow, ends),
    },
    journey.copy > 0 ? 'the same again' : isRoomy ? long : captionOf(sent.segment, origins, true),
  );
}

const FATES = { flying: 'on its way', arrived: 'arrived', lost: 'lost' } as const;
