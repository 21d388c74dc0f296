/** Where a user stands, in the words of features. */

import { Inconclusive } from '../../harness/outcome.ts';
import { DEPENDENCES, type Dependence } from '../../net/nat/behaviour.ts';
import type { Place } from './punch-oracle.ts';

const BRIEF: Readonly<Record<string, Dependence>> = { EI: DEPENDENCES[0]!, AD: DEPENDENCES[1]!, APD: DEPENDENCES[2]! };

/** `EI/APD` is endpoint-independent mapping, address-and-port-dependent filtering; else a name. */
export function placeFrom(words: string): Place {
  if (words === 'public' || words === 'firewalled' || words === 'blocked') return words;
  const [mapping, filtering] = words.split('/').map((each) => BRIEF[each]);
  if (mapping !== undefined && filtering !== undefined) return { mapping, filtering };
  throw new Inconclusive('precondition', `nobody knows of the place ${words}`);
}
