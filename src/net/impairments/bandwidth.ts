/**
 * A line that carries so many bits in a second, one packet after another, with a queue before it. What finds the queue
 * full is lost (tail drop). Exact: parts of a microsecond are carried over while the line is busy.
 */
import { type Impairment, LOST } from '../impairment.ts';
import { wholeNumber } from '../quantity.ts';

const MICROSECONDS = 1_000_000;

/** `queue` counts the packets that wait, not the one on the line. */
export function bandwidth(bitsPerSecond: number, queue: number): Impairment {
  wholeNumber('a bandwidth of', bitsPerSecond, 1);
  wholeNumber('a queue of', queue);
  return {
    name: 'bandwidth',
    open: () => {
      /** When each of those that wait goes onto the line. */
      const waiting: number[] = [];
      let freeAt = 0;
      let carried = 0;
      return ({ octets }, now) => {
        while (waiting.length > 0 && waiting[0]! <= now) waiting.shift();
        const isBusy = freeAt > now;
        if (isBusy && waiting.length >= queue) return LOST;
        if (isBusy) waiting.push(freeAt);
        else [freeAt, carried] = [now, 0];
        const work = octets.length * 8 * MICROSECONDS + carried;
        carried = work % bitsPerSecond;
        freeAt += Math.floor(work / bitsPerSecond);
        return { kind: 'delayed', until: freeAt };
      };
    },
  };
}
