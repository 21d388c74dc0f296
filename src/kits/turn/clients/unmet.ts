/** Verdicts that point at a message of the client. */
import { Unmet } from '../../../harness/outcome.ts';
import { describeMessage } from '../describe.ts';
import type { SeenAttribute } from '../read-message.ts';
import type { Heard } from './visit.ts';

/** At one attribute of it, or at the message's type. */
export function unmetAt(
  { exchange, message }: Heard,
  field: string,
  expected: string,
  actual: string = describeMessage(message.octets),
  attribute?: SeenAttribute,
): Unmet {
  const place = attribute === undefined ? { bit: 0, bits: 16 } : placeOf(attribute);
  return new Unmet({ expected: [expected], actual, difference: { field, expected, actual, exchange, ...place } });
}

function placeOf({ at, value }: SeenAttribute) {
  return { bit: 8 * at, bits: 8 * (4 + value.length) };
}
