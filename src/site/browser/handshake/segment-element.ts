/** One arrow: it can be chosen, and lost while it is on its way. */
import type { Arrow } from '../../try/handshake/ladder.ts';
import { captionOf } from '../../try/handshake/segment.ts';
import { svg } from '../try/dom.ts';
import { keyOf, originsOf } from './captions.ts';
import { type Ends, HEAD_SHAPE, placeOf } from './scenery.ts';

export function segmentElement(arrow: Arrow, ends: Ends, areNumbersRelative: boolean): SVGGElement {
  const { sent, journey, from } = arrow;
  const { start, x, y, toY, turn } = placeOf(arrow, ends);
  const line = `M${start} ${y}L${x} ${toY}`;
  const caption = captionOf(sent.segment, originsOf(sent, areNumbersRelative));
  const again = journey.copy > 0 ? ', the second of two' : '';
  return svg(
    'g',
    {
      class: `seg ${journey.fate}${x === start ? ' leaving' : ''}${sent.segment.fields.rst ? ' reset' : ''}`,
      role: 'button',
      tabindex: -1,
      'data-id': keyOf(arrow),
      'aria-label': `${from} sent ${caption}${again}: ${FATES[journey.fate]}`,
    },
    svg('path', { class: 'hit', d: line }),
    svg('path', { class: 'shaft', d: line }),
    journey.fate === 'lost'
      ? svg('path', { class: 'cross', d: `M${x - 5} ${toY - 5}l10 10m0 -10l-10 10` })
      : svg('path', { class: 'head', d: HEAD_SHAPE, transform: `translate(${x} ${toY}) rotate(${turn})` }),
  );
}

const FATES = { flying: 'on its way', arrived: 'arrived', lost: 'lost' } as const;
