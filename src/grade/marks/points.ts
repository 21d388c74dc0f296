/** Points of an item: its own, else by the level of its rule, else an even share of its group's. */
import type { Group, Item } from '../../generated/meta/rubric.ts';
import { compare, divide, type Rational, rational, subtract, sum, ZERO } from './rational.ts';

interface Unpriced {
  readonly item: Item;
  readonly level: string;
}

/** What each item gets that names no points; undefined when the group has none to share. */
export function sharedPoints(
  group: Group,
  items: readonly Unpriced[],
  fault: (text: string) => void,
): Rational | undefined {
  const open = items.filter(({ item, level }) => ownPoints(item, level, group) === undefined);
  if (open.length === 0 || group.points === undefined) return undefined;
  const declared = rational(group.points);
  // Of a best-of only `best` items count: each is worth that part of the whole.
  if (group.kind === 'best-of') return divide(declared, rational(group.best ?? items.length));
  const named = sum(items.flatMap(({ item, level }) => ownPoints(item, level, group) ?? []));
  if (compare(named, declared) > 0) {
    fault('some of its items alone have more points than it declares');
    return ZERO;
  }
  return divide(subtract(declared, named), rational(open.length));
}

export function pointsOf(
  item: Item,
  level: string,
  group: Group,
  shared: Rational | undefined,
  fault: (text: string) => void,
): Rational {
  const points = ownPoints(item, level, group) ?? shared;
  if (points !== undefined) return points;
  fault(`no points for ${item.rule ?? item.scenario}: give the item, its level or the group some`);
  return ZERO;
}

function ownPoints(item: Item, level: string, { levels }: Group): Rational | undefined {
  const points = item.points ?? levels?.[level];
  return points === undefined ? undefined : rational(points);
}
