/**
 * Which pairs of hosts can talk to each other directly, when each knows the other's address as a third party sees it and both
 * send at the same time: found by search in a model of mapping and filtering alone (RFC 4787 sections 4.1 and 5), with no
 * simulated network and no implementation. 45 of the 81 pairs of the nine behaviours can.
 */
import { DEPENDENCES, type Dependence, type NatBehaviour } from '../../net/nat/behaviour.ts';

export type Place = NatBehaviour | 'public' | 'firewalled' | 'blocked';

/** All places of the matrix: the nine behaviours, an address of one's own, and no UDP at all. */
export const PLACES: readonly Place[] = [
  ...DEPENDENCES.flatMap((mapping) => DEPENDENCES.map((filtering) => ({ mapping, filtering }))),
  'public',
  'blocked',
];

/**
 * A remote end, as far as the model tells ends apart: the third party, or an outer port of the peer; the port is named by what
 * the peer made it for, so that equal names are one port.
 */
interface Remote {
  readonly address: 'third' | 'peer';
  readonly port: string;
}

const THIRD: Remote = { address: 'third', port: '' };
const NO_NAT: NatBehaviour = { mapping: 'endpoint-independent', filtering: 'endpoint-independent' };

function part(dependence: Dependence, { address, port }: Remote): string {
  if (dependence === 'endpoint-independent') return 'any';
  return dependence === 'address-dependent' ? address : `${address} ${port}`;
}

class Side {
  readonly #behaviour: NatBehaviour;
  /** By outer port: what may come in there. */
  readonly #permitted = new Map<string, Set<string>>();
  /** Where the peer may be. */
  readonly known = new Map<string, Remote>();
  readonly hasHeard = new Set<string>();

  constructor(place: NatBehaviour) {
    this.#behaviour = place;
    this.send(THIRD);
  }

  /** Outer port of a packet to `remote`, which may come back from then on. */
  send(remote: Remote): string {
    const port = part(this.#behaviour.mapping, remote);
    const permitted = this.#permitted.get(port) ?? new Set();
    this.#permitted.set(port, permitted.add(part(this.#behaviour.filtering, remote)));
    return port;
  }

  admits(port: string, from: Remote): boolean {
    return this.#permitted.get(port)?.has(part(this.#behaviour.filtering, from)) === true;
  }

  learn(port: string): boolean {
    if (this.known.has(port)) return false;
    this.known.set(port, { address: 'peer', port });
    return true;
  }
}

/** Whether something of each reaches the other in the end. */
export function canTalkDirectly(one: Place, other: Place): boolean {
  if (one === 'blocked' || other === 'blocked') return false;
  const [first, second] = [new Side(behaviourOf(one)), new Side(behaviourOf(other))];
  // Each is told where the third party saw the other.
  first.learn(part(behaviourOf(other).mapping, THIRD));
  second.learn(part(behaviourOf(one).mapping, THIRD));
  // Once both have heard the other, ports that depend on ports would make new ones for ever.
  const haveMet = (): boolean => first.hasHeard.size > 0 && second.hasHeard.size > 0;
  for (let isNew = true; isNew && !haveMet(); ) {
    // Both send first, and what is sent is looked at afterwards: nobody depends on who was earlier.
    const crossing = [...flights(first, second), ...flights(second, first)];
    isNew = crossing.map(({ to, port, from }) => to.admits(port, from) && hear(to, from)).some(Boolean);
  }
  return haveMet();
}

interface Crossing {
  readonly to: Side;
  /** Outer port that it goes to. */
  readonly port: string;
  readonly from: Remote;
}

function flights(from: Side, to: Side): Crossing[] {
  return [...from.known.values()].map((remote) => ({
    to,
    port: remote.port,
    from: { address: 'peer', port: from.send(remote) },
  }));
}

/** Whether there was something to learn. */
function hear(side: Side, from: Remote): boolean {
  const isFirst = !side.hasHeard.has(from.port);
  side.hasHeard.add(from.port);
  return side.learn(from.port) || isFirst;
}

function behaviourOf(place: Exclude<Place, 'blocked'>): NatBehaviour {
  if (place === 'public') return NO_NAT;
  if (place === 'firewalled') return { mapping: 'endpoint-independent', filtering: 'address-and-port-dependent' };
  return place;
}
