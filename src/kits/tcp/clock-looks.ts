/** Looks at an implementation's timestamp clock (RFC 7323 section 4.1), and whether it runs evenly between them. */
import type { Interval } from '../../harness/interval.ts';
import { Unmet } from '../../harness/outcome.ts';

/** A quarter more or less is as good: approximately is what the text says. */
const SLACK = 1.25;

export interface Look {
  readonly ticks: number;
  readonly at: Interval;
}

/** The same pace from the first to the second and from the second to the third. @throws Unmet */
export function assertEven([one, two, three]: readonly Look[]): void {
  if (one === undefined || two === undefined || three === undefined) throw new TypeError('three looks are needed');
  const [first, second] = [paceOf(one, two), paceOf(two, three)];
  const ticks = [(two.ticks - one.ticks) | 0, (three.ticks - two.ticks) | 0];
  const areAlike = first.least <= second.most * SLACK && second.least <= first.most * SLACK;
  if (ticks.every((count) => count > 0) && areAlike) return;
  throw new Unmet({ expected: ['a clock that runs evenly'], actual: `ticks in equal times: ${ticks.join(', ')}` });
}

/** Ticks a microsecond, at the least and at the most: a tick may just have been missed at either end. */
function paceOf(from: Look, to: Look): { readonly least: number; readonly most: number } {
  const ticks = (to.ticks - from.ticks) | 0;
  const shortest = Math.max(1, to.at.earliest - from.at.latest);
  return { least: (ticks - 1) / (to.at.latest - from.at.earliest), most: (ticks + 1) / shortest };
}
