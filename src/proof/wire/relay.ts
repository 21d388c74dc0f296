/** Wire mutants of HPR/1: codecs of frames that lose something on the way. */
import type { WireMutant } from '../mutant.ts';
import { miswrite } from './codec-wrap.ts';

export const relayWireMutants: readonly WireMutant[] = [
  {
    id: 'relay-last-attribute-lost',
    rule: 'HPR-FRAME-05',
    about: 'writes all attributes but the last',
    wrap: miswrite('relay/frame', ({ attributes }) => {
      const shorter = Array.isArray(attributes) ? attributes.slice(0, -1) : [];
      return { attributes: shorter, length: undefined };
    }),
  },
];
