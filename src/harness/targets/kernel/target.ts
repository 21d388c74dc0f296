/**
 * The kernel as a target: one namespace for the whole run, one tester's address for each scenario. Offers datagrams on a
 * link and nothing else, in real time.
 */
import { release, type } from 'node:os';
import { AssayError } from '../../../contract/assay-error.ts';
import { microseconds, point } from '../../interval.ts';
import { Unsupported } from '../../outcome.ts';
import type { LinkSurface, Surfaces } from '../../surface.ts';
import type { Seat, Target, TargetKind, TargetOptions } from '../../target.ts';
import { type Addresses, nextAddresses } from '../../topology.ts';
import { keyOf } from '../destination-key.ts';
import { kernelNeeds } from './needs.ts';
import { endWithStarter } from './reexec.ts';
import { Wire } from './wire.ts';

/** Microseconds. The stack answers within a few tens; only a machine without CPU to spare needs more. */
const HANG_LIMIT = 2_000_000;
/** One thread does the work of all, so more would only wait longer for each other. */
const CONCURRENCY = 32;

export const kernelKind: TargetKind = {
  attach: async (_, options) => targetOn(openWire(), options),
};

/** Tries first, and asks what is missing only when that fails. */
function openWire(): Wire {
  try {
    endWithStarter();
    return new Wire();
  } catch (cause) {
    throw new AssayError('ERR_TARGET_UNAVAILABLE', `--target kernel: ${whatIsMissing(cause)}`, { cause });
  }
}

function whatIsMissing(cause: unknown): string {
  const needs = kernelNeeds();
  if ('reexec' in needs)
    return `this user may not make a network namespace; run as root, or under ${needs.reexec.join(' ')}`;
  if (!needs.ok) return `${needs.missing}; ${needs.fix}`;
  return `it failed and then worked (${cause instanceof Error ? cause.message : cause}); run again`;
}

function targetOn(wire: Wire, { hangLimit = HANG_LIMIT }: TargetOptions): Target {
  return {
    info: {
      spec: 'kernel',
      name: type(),
      version: release(),
      capabilities: ['ipv4.host', 'ipv4.router'],
      clock: 'real',
    },
    roles: ['any', 'host', 'router'],
    protocols: ['ipv4'],
    parameters: {},
    concurrency: CONCURRENCY,
    hangLimit,
    seat: async () => new KernelSeat(wire, addresses()),
    close: async () => wire.close(),
  };
}

function addresses(): Addresses {
  try {
    return nextAddresses();
  } catch (cause) {
    throw new AssayError('ERR_TARGET_UNAVAILABLE', 'every tester address was used once; run again for more', { cause });
  }
}

class KernelSeat implements Seat {
  readonly #wire: Wire;
  readonly #key: number;
  readonly #link: LinkSurface;

  constructor(wire: Wire, addresses: Addresses) {
    this.#wire = wire;
    this.#key = keyOf(addresses.tester);
    const mailbox = wire.open(this.#key);
    this.#link = {
      addresses,
      send: async (datagram, into = 0) => wire.send(datagram, into),
      receive: (within) => mailbox.receive(within),
      now: () => point(microseconds()),
    };
  }

  async surface<Name extends keyof Surfaces>(name: Name): Promise<Surfaces[Name]> {
    if (name !== 'link') throw new Unsupported(`a ${name} to be reached without a network`);
    return this.#link as Surfaces[Name];
  }

  stderr(): string {
    return '';
  }

  async leave(): Promise<void> {
    this.#wire.forget(this.#key);
  }
}
