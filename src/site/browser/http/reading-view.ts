/** The response as the tester's observer reads it, and what the reference's parser says. */

import type { ObservedResponse } from '../../../kits/http/observation.ts';
import { observeResponses } from '../../../kits/http/observe-responses.ts';
import { textOf } from '../../../kits/http/octet-text.ts';
import { decodeResponse } from '../../../reference/http/decode.ts';
import type { Given } from '../../try/http/findings.ts';
import { el } from '../try/dom.ts';

const FRAMINGS = {
  none: 'its header section: there is no content',
  length: 'Content-Length',
  chunked: 'the last chunk',
  close: 'the close of the connection',
} as const;
const MOST_CONTENT = 2000;

export function readingView({ octets, method, isClosed }: Given): HTMLElement[] {
  const { responses, unreadable } = observeResponses(octets, [method], isClosed);
  const [response] = responses;
  const words = unreadable && `Cannot be read on: ${unreadable.expected} is missing at octet ${unreadable.at}.`;
  return [
    ...(words === undefined ? [] : [el('p', { class: 'notice' }, words)]),
    ...(response === undefined ? [] : observed(response)),
    el('p', { class: 'small faint' }, method === 'GET' ? referenceSays(octets) : ''),
  ];
}

function observed({
  version,
  status,
  reason,
  fields,
  framing,
  content,
  trailers,
  complete,
}: ObservedResponse): HTMLElement[] {
  const list = (pairs: readonly (readonly [string, string])[]): HTMLElement =>
    el('dl', {}, ...pairs.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
  const ended = `${FRAMINGS[framing]}${complete ? '' : ', which has not come'}`;
  const shown = textOf(content.subarray(0, MOST_CONTENT));
  return [
    list([
      ['Version', version],
      ['Status', `${status} ${reason}`],
      ['Ended by', ended],
      ['Content', `${content.length} octets`],
    ]),
    list(fields.map(({ name, value }) => [name, value])),
    ...(trailers.length === 0
      ? []
      : [el('p', { class: 'faint' }, 'Trailers'), list(trailers.map(({ name, value }) => [name, value]))]),
    ...(content.length === 0 ? [] : [el('pre', { tabindex: 0, 'aria-label': 'Content' }, shown)]),
  ];
}

function referenceSays(octets: Uint8Array): string {
  const read = decodeResponse(octets);
  if (read.ok) return 'The reference, as a client, reads it.';
  const { expected, actual, at } = read.fault;
  return `The reference, as a client, refuses it: expected ${expected}, got ${actual} at octet ${at}.`;
}
