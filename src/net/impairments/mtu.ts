/** Loses what is longer than the link carries, and says so to its sender if it is told how. */
import { type Impairment, LOST, PASSED } from '../impairment.ts';
import { wholeNumber } from '../quantity.ts';

/** What the sender of a packet that is too long gets back; undefined when it shall hear nothing. */
export type TooLongReport = (octets: Uint8Array, most: number) => Uint8Array | undefined;

/** `most` in octets of the packet. */
export function mtu(most: number, reportTooLong?: TooLongReport): Impairment {
  wholeNumber('an MTU of', most, 1);
  return {
    name: 'mtu',
    open:
      () =>
      ({ octets }) => {
        if (octets.length <= most) return PASSED;
        const answer = reportTooLong?.(octets, most);
        return answer === undefined ? LOST : { kind: 'lost', answer };
      },
  };
}
