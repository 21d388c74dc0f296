/**
 * Codecs that err: one that overlooks a kind of fault, one that reads a field wrong, one that writes a field wrong. What
 * is overlooked is read by the observing decoder, which goes on past faults.
 */
import { fromHex } from '../../contract/hex.ts';
import type { Port } from '../../contract/port.ts';
import { codecs, type LayerName } from '../../generated/codecs.ts';
import type { Fault } from '../../wire/codec.ts';
import { type Addresses, contextOf } from '../../wire/context.ts';
import { wrapPort } from './port-wrap.ts';

/** The JSON form of a layer. */
export type Value = Readonly<Record<string, unknown>>;

type Decoded = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault?: unknown };

export function onDecode(
  layer: LayerName,
  change: (decoded: Decoded, octets: Uint8Array, addresses: Addresses | undefined) => Decoded,
) {
  return wrapPort(() => ({
    'codec/decode': async (params: { layer: string; octets: string; context?: Addresses }, ask) => {
      const decoded = (await ask(params)) as Decoded;
      return params.layer === layer ? change(decoded, fromHex(params.octets), params.context) : decoded;
    },
  }));
}

/** Accepts octets that have no other faults than those; `read` makes a value of what could be read. */
export function overlook(
  layer: LayerName,
  isOverlooked: (fault: Fault) => boolean,
  read: (value: Value, octets: Uint8Array) => Value = (value) => value,
): (port: Port) => Port {
  return onDecode(layer, (decoded, octets, addresses) => {
    if (decoded.ok) return decoded;
    const { value, faults } = codecs[layer].observe(octets, addresses && contextOf(addresses));
    return faults.every(isOverlooked) ? { ok: true, value: read(value, octets) } : decoded;
  });
}

/** Reads some fields otherwise: `fields` gives those that change. */
export function misread(layer: LayerName, fields: (value: Value, octets: Uint8Array) => Value): (port: Port) => Port {
  return onDecode(layer, (decoded, octets) =>
    decoded.ok ? { ok: true, value: { ...decoded.value, ...fields(decoded.value, octets) } } : decoded,
  );
}

/** Writes some fields otherwise: `fields` gives those that change, `payloadLength` counts the octets that follow. */
export function miswrite(
  layer: LayerName,
  fields: (value: Value, payloadLength: number) => Value,
): (port: Port) => Port {
  return wrapPort(() => ({
    'codec/encode': async (params: { layer: string; value: Value; payload?: string }, ask) => {
      if (params.layer !== layer) return ask(params);
      const { value, payload = '' } = params;
      return ask({ ...params, value: { ...value, ...fields(value, payload.length / 2) } });
    },
  }));
}
