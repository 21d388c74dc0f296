/**
 * `codec/decode` and `codec/encode` of the reference: the layers that a schema lays out in bits, and those of HTTP, which
 * are text and only decoded. A layer that is not known is a capability that is not there.
 */
import { toHex } from '../contract/hex.ts';
import { INVALID_PARAMS, METHOD_NOT_FOUND, PortError } from '../contract/port.ts';
import { codecs, isLayerName } from '../generated/codecs.ts';
import { decodeRequest, decodeResponse } from '../reference/http/index.ts';
import type { Codec, Context } from '../wire/codec.ts';
import { addressOf, type Members, objectOf, octetsOf, textOf } from './params.ts';

export function decode(params: Members): object {
  const octets = octetsOf(params.octets, 'octets');
  switch (params.layer) {
    case 'http/request':
      return decodeRequest(octets);
    case 'http/response':
      return decodeResponse(octets);
    default: {
      const decoded = codecOf(params).decode(octets, addressesOf(params));
      return decoded.ok ? { ok: true, value: decoded.value } : { ok: false, fault: decoded.fault };
    }
  }
}

/** A value that no octets can hold is the caller's, and is answered as such. */
export function encode(params: Members): object {
  const codec = codecOf(params);
  const value = objectOf(params.value, 'value');
  const payloadLength = params.payload === undefined ? 0 : octetsOf(params.payload, 'payload').length;
  const addresses = addressesOf(params);
  try {
    return { octets: toHex(codec.encode(value, { payloadLength, ...addresses })) };
  } catch (thrown) {
    if (!(thrown instanceof TypeError || thrown instanceof RangeError)) throw thrown;
    throw new PortError(INVALID_PARAMS, `value: ${thrown.message}`);
  }
}

/** The addresses of the datagram around the layer, when the judge tells them. */
function addressesOf({ context }: Members): Context {
  if (context === undefined) return {};
  const { source, destination } = objectOf(context, 'context');
  return {
    source: addressOf(source, 'context.source'),
    destination: addressOf(destination, 'context.destination'),
  };
}

function codecOf(params: Members): Codec {
  const layer = textOf(params.layer, 'layer');
  if (!isLayerName(layer)) throw new PortError(METHOD_NOT_FOUND, `no codec of the layer ${layer}`);
  return codecs[layer];
}
