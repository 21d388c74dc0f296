/** A target as its own conformance statement (pics) has it: capabilities added or withdrawn, parameters given. */
import { AssayError } from '../contract/assay-error.ts';
import type { Pics } from '../generated/meta/pics.ts';
import type { Suite } from '../spec/suite.ts';
import type { Target } from './target.ts';

/** Without a statement it is the target as it is. */
export function withStatement(target: Target, pics: Pics | undefined): Target {
  if (pics === undefined) return target;
  const capabilities = new Set(target.info.capabilities);
  for (const [capability, offered] of Object.entries(pics.capabilities ?? {})) {
    if (offered) capabilities.add(capability);
    else capabilities.delete(capability);
  }
  return {
    roles: target.roles,
    protocols: target.protocols,
    concurrency: target.concurrency,
    hangLimit: target.hangLimit,
    info: { ...target.info, capabilities: [...capabilities] },
    parameters: { ...target.parameters, ...pics.parameters },
    seat: (scenario, seed, needs, only) => target.seat(scenario, seed, needs, only),
    close: () => target.close(),
    ...(target.inProcess === undefined ? {} : { inProcess: target.inProcess }),
    ...(target.warnings === undefined ? {} : { warnings: target.warnings }),
    ...(target.failed === undefined ? {} : { failed: target.failed }),
  };
}

interface Asking {
  readonly scenarios: readonly Pick<Suite['scenarios'][number], 'needs'>[];
  readonly rules: readonly Pick<Suite['rules'][number], 'appliesWhen'>[];
  readonly profiles?: Suite['profiles'];
}

/** All that scenarios, rules and profiles ask for. */
export function capabilitiesOf({ scenarios, rules, profiles = [] }: Asking): string[] {
  const asked = [
    ...scenarios.flatMap(({ needs }) => needs),
    ...rules.flatMap(({ appliesWhen }) => appliesWhen?.capability ?? []),
    ...profiles.flatMap(({ requires = [] }) => requires),
  ];
  return [...new Set(asked)].sort();
}

export function unknownCapabilities(declared: readonly string[], suite: Suite): string[] {
  const known = new Set(capabilitiesOf(suite));
  return declared.filter((name) => !known.has(name));
}

/** @param name of the statement. @throws AssayError ERR_INPUT for a deviation from what is not there */
export function checkDeviations({ deviations = [] }: Pics, { rules, scenarios }: Suite, name: string): void {
  for (const { rule, scenario } of deviations) {
    if (!rules.some(({ id }) => id === rule)) throw new AssayError('ERR_INPUT', `${name}: there is no rule ${rule}`);
    if (scenario === undefined || scenarios.some(({ id }) => id === scenario || id.startsWith(`${scenario}/`)))
      continue;
    throw new AssayError('ERR_INPUT', `${name}: there is no scenario ${scenario}`);
  }
}
