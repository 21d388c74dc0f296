/**
 * Fewer of many things that are still enough for something to fail: halves, then quarters, and so on are left out as long as it
 * still fails (delta debugging). Knows nothing of what the things are.
 */

/** `fails` is asked at most so often. The least that was found; never empty unless it fails without any. */
export async function shrunk<Thing>(
  things: readonly Thing[],
  fails: (some: readonly Thing[]) => Promise<boolean>,
  most: number,
): Promise<readonly Thing[]> {
  let asked = 1;
  if (things.length === 0 || (await fails([]))) return [];
  let left = things;
  let parts = 2;
  while (left.length > 1 && asked < most) {
    const size = Math.ceil(left.length / parts);
    let smaller: readonly Thing[] | undefined;
    for (let from = 0; from < left.length && smaller === undefined && asked < most; from += size) {
      const without = [...left.slice(0, from), ...left.slice(from + size)];
      asked += 1;
      if (await fails(without)) smaller = without;
    }
    if (smaller !== undefined) {
      left = smaller;
      parts = Math.max(2, parts - 1);
    } else if (size === 1) break;
    else parts = Math.min(left.length, 2 * parts);
  }
  return left;
}
