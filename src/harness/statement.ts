/** A target as its own conformance statement (pics) has it: capabilities added or withdrawn, parameters given. */
import type { Pics } from '../generated/meta/pics.ts';
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
