/**
 * A link that errs: each host behind it has a filter of its own, which sees the datagrams of every step on their way in
 * and out, and may withhold, repeat or rewrite them.
 */
import { fromHex, toHex } from '../../contract/hex.ts';
import type { Port } from '../../contract/port.ts';
import { internetChecksum } from '../../wire/runtime/checksum.ts';
import { viewOf } from '../../wire/runtime/octets.ts';
import { wrapPort } from './port-wrap.ts';

/** Each gets one datagram and gives those that pass in its stead. Left out: all pass as they are. */
export interface Filter {
  inward?(datagram: Uint8Array): readonly Uint8Array[];
  outward?(datagram: Uint8Array): readonly Uint8Array[];
}

interface Carried {
  readonly datagram?: string;
}

/** `open` makes the filter of one host. */
export function onTraffic(open: () => Filter): (port: Port) => Port {
  return wrapPort(() => {
    const filters = new Map<number, Filter>();
    return {
      'host/open': async (params: { id: number }, ask) => {
        filters.set(params.id, open());
        return ask(params);
      },
      'host/step': async (params: { id: number; inputs: readonly Carried[] }, ask) => {
        const filter = filters.get(params.id);
        const inputs = pass(params.inputs, filter?.inward);
        const answer = (await ask({ ...params, inputs })) as { readonly outputs: readonly Carried[] };
        return { ...answer, outputs: pass(answer.outputs, filter?.outward) };
      },
    };
  });
}

function pass(all: readonly Carried[], filter: Filter['inward']): readonly Carried[] {
  if (filter === undefined) return all;
  return all.flatMap((each) => {
    if (each.datagram === undefined) return [each];
    return filter(fromHex(each.datagram)).map((datagram) => ({ ...each, datagram: toHex(datagram) }));
  });
}

const ICMP = 1;

/** The ICMP message in a datagram that is no fragment, as a window upon its octets. */
export function messageIn(datagram: Uint8Array): Uint8Array | undefined {
  const isFragment = (viewOf(datagram).getUint16(6) & 0x3fff) !== 0;
  return datagram[9] === ICMP && !isFragment ? datagram.subarray(4 * (datagram[0]! & 0xf)) : undefined;
}

/** Writes the message's checksum anew, over its first `length` octets. */
export function sealMessage(message: Uint8Array, length: number = message.length): void {
  const view = viewOf(message);
  view.setUint16(2, 0);
  view.setUint16(2, internetChecksum(view, 0, length));
}

/** Writes the header's checksum anew. */
export function sealHeader(datagram: Uint8Array): void {
  const view = viewOf(datagram);
  view.setUint16(10, 0);
  view.setUint16(10, internetChecksum(view, 0, 4 * (datagram[0]! & 0xf)));
}
