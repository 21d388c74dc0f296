/** The allocations that the tester as a server grants: what was let in, and what is bound, by who asked. */
import type { TransportAddress } from '../../../harness/surface.ts';
import { viewOf } from '../../../wire/runtime/octets.ts';
import { readXorAddress } from '../addresses.ts';
import { METHODS } from '../attribute-types.ts';
import { addressIn, find, findAll, numberIn, type StunMessage } from '../read-message.ts';

interface Granted {
  readonly permissions: Set<string>;
  readonly channels: Map<number, TransportAddress>;
}

export class Allocations {
  readonly #granted = new Map<string, Granted>();

  has(who: string): boolean {
    return this.#granted.has(who);
  }

  /** What a success that was sent has changed. */
  note(who: string, request: StunMessage): void {
    if (request.method === METHODS.Allocate) this.#granted.set(who, { permissions: new Set(), channels: new Map() });
    if (request.method === METHODS.Refresh && numberIn(request, 'LIFETIME') === 0) this.#granted.delete(who);
    const granted = this.#granted.get(who);
    if (request.method === METHODS.CreatePermission)
      for (const peer of peersIn(request)) granted?.permissions.add(peer.address);
    const peer = addressIn(request, 'XOR-PEER-ADDRESS');
    const channel = channelIn(request);
    if (request.method !== METHODS.ChannelBind || peer === undefined || channel === undefined) return;
    granted?.permissions.add(peer.address);
    granted?.channels.set(channel, peer);
  }

  permits(who: string, { address }: TransportAddress): boolean {
    return this.#granted.get(who)?.permissions.has(address) ?? false;
  }

  peerAt(who: string, channel: number): TransportAddress | undefined {
    return this.#granted.get(who)?.channels.get(channel);
  }

  channelTo(who: string, { address, port }: TransportAddress): number | undefined {
    const bound = [...(this.#granted.get(who)?.channels ?? [])];
    return bound.find(([, peer]) => peer.address === address && peer.port === port)?.[0];
  }
}

export function peersIn(request: StunMessage): readonly TransportAddress[] {
  const attributes = findAll(request, 'XOR-PEER-ADDRESS');
  return attributes.flatMap(({ value }) => readXorAddress(value, request.transaction) ?? []);
}

export function channelIn(request: StunMessage): number | undefined {
  const value = find(request, 'CHANNEL-NUMBER')?.value;
  return value?.length === 4 ? viewOf(value).getUint16(0) : undefined;
}
