/**
 * The kernel as a target: one namespace for the whole run for each part that it plays, one tester's address for each
 * scenario. Offers datagrams on a link and a user's calls, in real time.
 */
import { release, type } from 'node:os';
import { AssayError } from '../../../contract/assay-error.ts';
import { microseconds, point } from '../../interval.ts';
import { Unsupported } from '../../outcome.ts';
import { roleFor } from '../../role.ts';
import type { LinkSurface, Surfaces } from '../../surface.ts';
import type { Seat, Target, TargetKind, TargetOptions } from '../../target.ts';
import type { Addresses } from '../../topology.ts';
import { keyOf } from '../destination-key.ts';
import { unusedAddresses } from '../unused-addresses.ts';
import { kernelNeeds } from './needs.ts';
import { endWithStarter } from './reexec.ts';
import { SOURCE_ROUTE } from './sysctls.ts';
import { UserCalls } from './user-calls.ts';
import { type Part, Wire } from './wire.ts';

/** Microseconds. The stack answers within a few tens; only a machine without CPU to spare needs more. */
const HANG_LIMIT = 2_000_000;
/** One thread does the work of all, so more would only wait longer for each other. */
const CONCURRENCY = 32;

const CAPABILITIES = [
  'ipv4.host',
  'ipv4.router',
  'ipv4.multihomed',
  'ipv4.path-mtu',
  SOURCE_ROUTE,
  'udp.echo',
  'udp.echo.broadcast',
  'udp.zero-checksum',
  'tcp.echo',
  'tcp.discard',
  'tcp.daytime',
  'tcp.characters',
  'tcp.calls',
  'tcp.full-close',
  'tcp.keep-alive',
  'tcp.sack',
  'tcp.timestamps',
  'tcp.window-scale',
  // Since Linux 3.6.
  'tcp.rfc5961',
];

export const kernelKind: TargetKind = {
  attach: async (_, options) => targetOn(new Wires(), options),
};

/** Hosts and routers are set up differently, so each is a stack of its own, made when the first scenario needs it. */
class Wires {
  readonly #open = new Map<string, Wire>();

  /** @throws AssayError ERR_TARGET_UNAVAILABLE at once when this machine cannot */
  constructor() {
    this.at([]);
  }

  at(needs: readonly string[]): Wire {
    const part = { role: roleFor(needs), sourceRoutes: needs.includes(SOURCE_ROUTE) };
    const key = JSON.stringify(part);
    const wire = this.#open.get(key) ?? openWire(part);
    this.#open.set(key, wire);
    return wire;
  }

  close(): void {
    for (const wire of this.#open.values()) wire.close();
  }
}

/** Tries first, and asks what is missing only when that fails. */
function openWire(part: Part): Wire {
  try {
    endWithStarter();
    return new Wire(part);
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

function targetOn(wires: Wires, { hangLimit = HANG_LIMIT }: TargetOptions): Target {
  return {
    info: {
      spec: 'kernel',
      name: type(),
      version: release(),
      capabilities: CAPABILITIES,
      clock: 'real',
    },
    roles: ['any', 'host', 'router'],
    protocols: ['ipv4', 'udp', 'tcp'],
    parameters: {},
    concurrency: CONCURRENCY,
    hangLimit,
    seat: async (_, __, needs = []) => new KernelSeat(wires.at(needs), unusedAddresses()),
    close: async () => wires.close(),
  };
}

class KernelSeat implements Seat {
  readonly #wire: Wire;
  readonly #key: number;
  readonly #link: LinkSurface;
  #calls: UserCalls | undefined;

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
    if (name === 'link') return this.#link as Surfaces[Name];
    if (name !== 'calls') throw new Unsupported(`a ${name} to be reached without a network`);
    this.#calls ??= new UserCalls((run) => this.#wire.within(run));
    return this.#calls as Surfaces[keyof Surfaces] as Surfaces[Name];
  }

  stderr(): string {
    return '';
  }

  async leave(): Promise<void> {
    this.#calls?.close();
    this.#wire.forget(this.#key);
  }
}
