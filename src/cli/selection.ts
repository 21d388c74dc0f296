/** Names on the command line, held against the suite: a typing slip must not judge nothing. */
import { AssayError } from '../contract/assay-error.ts';
import type { Suite } from '../spec/suite.ts';

export interface SelectionFlags {
  readonly protocol?: readonly string[];
  readonly profile?: string;
  readonly rule?: readonly string[];
  readonly scenario?: readonly string[];
}

/** So many can be told in a line. */
const FEW = 12;
const SUGGESTED = 5;

/** @throws AssayError ERR_USAGE for a name that the suite does not know */
export function checkNames({ protocol, profile, rule, scenario }: SelectionFlags, suite: Suite): void {
  const check = (option: string, given: readonly string[] | undefined, known: readonly string[]): void => {
    for (const name of given ?? []) {
      if (known.some((each) => each === name || each.startsWith(`${name}/`))) continue;
      throw new AssayError('ERR_USAGE', `--${option} ${name}: no such ${option}${hint(name, known)}`);
    }
  };
  check(
    'protocol',
    protocol,
    suite.protocols.map((each) => each.protocol),
  );
  check(
    'profile',
    profile === undefined ? [] : [profile],
    suite.profiles.map(({ name }) => name),
  );
  check(
    'rule',
    rule,
    suite.rules.map(({ id }) => id),
  );
  check(
    'scenario',
    scenario,
    suite.scenarios.map(({ id }) => id),
  );
}

/** What else it may have been meant to be. */
export function hint(name: string, known: readonly string[]): string {
  if (known.length <= FEW) return `; there are ${known.join(' ')}`;
  const near = known.filter((each) => each.startsWith(name) || each.endsWith(name) || name.startsWith(each));
  if (near.length > 0) return `; perhaps ${near.slice(0, SUGGESTED).join(' ')}`;
  return '; assay rules lists the rules, assay rules ID the scenarios of one';
}
