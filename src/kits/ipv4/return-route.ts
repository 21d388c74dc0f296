/** Whether an answer goes back by the source route that the question came by. */
import { Unmet } from '../../harness/outcome.ts';
import type { LinkAddresses } from '../../harness/surface.ts';
import { compareOctets, locate } from './difference.ts';
import { isSourceRoute, type OptionOctets, optionsIn } from './option-octets.ts';
import { optionOctets } from './option-words.ts';
import type { Seen } from './seen.ts';

/** To the tester first, and from there by `route`; of which kind is not asked. `what` it is, in words. @throws Unmet */
export function assertReturns(answer: Seen, what: string, route: string, addresses: LinkAddresses): void {
  const { destination = 'nothing' } = answer.header;
  if (destination !== addresses.tester) {
    throw new Unmet({
      expected: [`destination ${addresses.tester}`],
      actual: `destination ${destination}`,
      difference: locate('destination', addresses.tester, destination, answer),
    });
  }
  const found = routeOf(answer, what);
  const expected = optionOctets(found.type, route, addresses);
  const mismatch = compareOctets('source route', expected, found.octets, answer.exchange, found.bit);
  if (mismatch !== undefined) throw new Unmet(mismatch);
}

function routeOf(answer: Seen, what: string): OptionOctets {
  const found = optionsIn(answer).find(isSourceRoute);
  if (found !== undefined) return found;
  const [expected, actual] = ['a source route', 'none'];
  throw new Unmet({
    expected: [`${what} with ${expected}`],
    actual: `${what} with ${actual}`,
    difference: locate('options', expected, actual, answer),
  });
}
