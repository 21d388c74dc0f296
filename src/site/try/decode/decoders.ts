/** A decoder made of a layout alone, as the observing half of every generated codec is. */
import { describeFields } from '../../../wire/fields.ts';
import type { Layout } from '../../../wire/layout.ts';
import { observe } from '../../../wire/observe.ts';
import type { Decoder } from './walk.ts';

export function decoderFrom(layout: Layout): Decoder {
  return {
    layer: layout.layer,
    title: layout.title,
    fields: describeFields(layout),
    observe: (octets, context) => observe<object>(layout, octets, context),
  };
}
