// Written by `npm run generate` from spec/udp/datagram.schema.json: change that, not this.
import { type Codec, type Context, type Decoded, DERIVE } from '../../wire/codec.ts';
import { describeFaults } from '../../wire/faults.ts';
import { describeFields } from '../../wire/fields.ts';
import { firstFault, observe } from '../../wire/observe.ts';
import { foldSum, internetSum, pseudoHeaderSum } from '../../wire/runtime/checksum.ts';
import { freshOctets } from '../../wire/runtime/fresh.ts';
import { copyOctets, hexOf, viewOf, writeHex } from '../../wire/runtime/octets.ts';
import { checkProperties, hexFrom, missing, uintFrom, withoutAddresses } from '../../wire/runtime/values.ts';
import type { Layout } from '../../wire/layout.ts';
import type { UdpDatagram } from './datagram.types.ts';

export type * from './datagram.types.ts';

/** UdpDatagram in its fast form: see Codec. */
export interface UdpDatagramStruct {
  sourcePort: number;
  destinationPort: number;
  length: number;
  checksum: number;
  dataAt: number;
  dataLength: number;
}

function create(): UdpDatagramStruct {
  return {
    sourcePort: 0,
    destinationPort: 0,
    length: DERIVE,
    checksum: DERIVE,
    dataAt: 0,
    dataLength: 0,
  };
}

function read(into: UdpDatagramStruct, view: DataView, at: number, end: number, context?: Context): number {
  if (end - at < 8) return 1;
  into.dataAt = at;
  into.dataLength = 0;
  const w0 = view.getInt32(at);
  const w1 = view.getInt32(at + 4);
  const _sourcePort = w0 >>> 16;
  const _destinationPort = w0 & 0xffff;
  const _length = w1 >>> 16;
  const _checksum = w1 & 0xffff;
  into.sourcePort = _sourcePort;
  into.destinationPort = _destinationPort;
  into.length = _length;
  into.checksum = _checksum;
  if (_length < 8) return 2;
  const stop = at + _length;
  if (stop > end) return 3;
  const p = at + 8;
  const _dataAt = p;
  const _dataLength = stop - p;
  into.dataAt = _dataAt;
  into.dataLength = _dataLength;
  if (context?.source !== undefined && context.destination !== undefined && _checksum !== 0) {
    let sum = (w0 >>> 16) + (w0 & 0xffff) + (w1 >>> 16) + (w1 & 0xffff) + pseudoHeaderSum(context.source, context.destination, 17, stop - at);
    if (stop > at + 8) sum = internetSum(view, at + 8, stop, sum);
    if (foldSum(sum) !== 0xffff) return 4;
  }
  return 0;
}

function decodeStruct(view: DataView, at: number, end: number, context?: Context): UdpDatagramStruct | number {
  if (end - at < 8) return 1;
  const w0 = view.getInt32(at);
  const w1 = view.getInt32(at + 4);
  const _sourcePort = w0 >>> 16;
  const _destinationPort = w0 & 0xffff;
  const _length = w1 >>> 16;
  const _checksum = w1 & 0xffff;
  if (_length < 8) return 2;
  const stop = at + _length;
  if (stop > end) return 3;
  const p = at + 8;
  const _dataAt = p;
  const _dataLength = stop - p;
  if (context?.source !== undefined && context.destination !== undefined && _checksum !== 0) {
    let sum = (w0 >>> 16) + (w0 & 0xffff) + (w1 >>> 16) + (w1 & 0xffff) + pseudoHeaderSum(context.source, context.destination, 17, stop - at);
    if (stop > at + 8) sum = internetSum(view, at + 8, stop, sum);
    if (foldSum(sum) !== 0xffff) return 4;
  }
  return {
    sourcePort: _sourcePort,
    destinationPort: _destinationPort,
    length: _length,
    checksum: _checksum,
    dataAt: _dataAt,
    dataLength: _dataLength,
  };
}

function decode(octets: Uint8Array, context?: Context): Decoded<UdpDatagram> {
  const view = viewOf(octets);
  const from = scratch;
  if (read(from, view, 0, view.byteLength, context) !== 0) return { ok: false, fault: firstFault(layout, octets, context) };
  const value: UdpDatagram = {
    sourcePort: from.sourcePort,
    destinationPort: from.destinationPort,
    length: from.length,
    checksum: from.checksum,
    data: hexOf(view, from.dataAt, from.dataLength),
  };
  return { ok: true, value, length: from.length };
}

function lengthOf(from: UdpDatagramStruct): number {
  const _dataLength = from.dataLength;
  let _length = from.length;
  if (_length === DERIVE) _length = 8 + _dataLength;
  let p = 8;
  p += _dataLength;
  return p;
}

function write(from: UdpDatagramStruct, view: DataView, at: number, context?: Context): number {
  const octets = context?.octets ?? view;
  const _dataLength = from.dataLength;
  const _sourcePort = from.sourcePort;
  const _destinationPort = from.destinationPort;
  let _length = from.length;
  if (_length === DERIVE) _length = 8 + _dataLength;
  let _checksum = from.checksum;
  if (_checksum === DERIVE) _checksum = 0;
  const w0 = ((_sourcePort & 0xffff) << 16) | (_destinationPort & 0xffff);
  view.setInt32(at, w0);
  const w1 = ((_length & 0xffff) << 16) | (_checksum & 0xffff);
  view.setInt32(at + 4, w1);
  let p = at + 8;
  copyOctets(octets, from.dataAt, view, p, _dataLength);
  p += _dataLength;
  const stop = p;
  if (from.checksum === DERIVE) {
    if (context?.source === undefined || context.destination === undefined) throw withoutAddresses('checksum');
    const covered = Math.min(stop, at + _length);
    if (covered < at + 8) {
      const sum = internetSum(view, at, covered, pseudoHeaderSum(context.source, context.destination, 17, covered - at));
      view.setUint16(at + 6, ~foldSum(sum) & 0xffff || 0xffff);
    } else {
      let sum = (w0 >>> 16) + (w0 & 0xffff) + (w1 >>> 16) + (w1 & 0xffff) + pseudoHeaderSum(context.source, context.destination, 17, covered - at);
      if (covered > at + 8) sum = internetSum(view, at + 8, covered, sum);
      view.setUint16(at + 6, ~foldSum(sum) & 0xffff || 0xffff);
    }
  }
  return stop - at;
}

const PROPERTIES: ReadonlySet<string> = new Set(['sourcePort', 'destinationPort', 'length', 'checksum', 'data']);

function encode(value: Partial<UdpDatagram>, context?: Context): Uint8Array {
  checkProperties(value, PROPERTIES, 'UdpDatagram');
  const from = create();
  if (value.sourcePort !== undefined) from.sourcePort = uintFrom(value.sourcePort, 'sourcePort', 16);
  if (value.destinationPort !== undefined) from.destinationPort = uintFrom(value.destinationPort, 'destinationPort', 16);
  else missing('destinationPort');
  if (value.length !== undefined) from.length = uintFrom(value.length, 'length', 16);
  if (value.checksum !== undefined) from.checksum = uintFrom(value.checksum, 'checksum', 16);
  const data = value.data === undefined ? '' : hexFrom(value.data, 'data');
  const scratchView = viewOf(freshOctets((data.length >> 1)));
  from.dataAt = 0;
  from.dataLength = writeHex(data, scratchView, 0);
  if (from.length === DERIVE) from.length = uintFrom(8 + from.dataLength, 'length', 16);
  const octets = freshOctets(lengthOf(from));
  write(from, viewOf(octets), 0, { ...context, octets: scratchView });
  return octets;
}

/** What the observing decoder walks, and pictures are drawn from. */
export const udpDatagramLayout: Layout = {
  layer: "udp/datagram",
  title: "UdpDatagram",
  description: "What UDP puts into an IPv4 datagram (RFC 768): a header of 8 octets, and the data of the application.",
  length: {"octets":{"op":"name","name":"length"}},
  require: [],
  context: {"source":"Source Address of the datagram that carries it.","destination":"Destination Address of the datagram that carries it."},
  fields: [
    {"name":"sourcePort","label":"Source Port","description":"Where an answer is to go; 0 when none is wanted.","bit":0,"rules":["RFC768-HDR-1","RFC768-PORT-1"],"form":"uint","bits":16,"derive":{"op":"number","value":0}},
    {"name":"destinationPort","label":"Destination Port","description":"Which application at the destination address it is for.","bit":16,"rules":["RFC768-HDR-1"],"form":"uint","bits":16},
    {"name":"length","label":"Length","description":"Octets of header and data; what follows them is no part of the datagram.","bit":32,"rules":["RFC768-LEN-3","RFC768-LEN-1"],"onInvalid":{"any":["discard"]},"form":"uint","bits":16,"unit":"octets","minimum":8,"derive":{"op":"+","left":{"op":"number","value":8},"right":{"op":"size","name":"data"}}},
    {"name":"checksum","label":"Checksum","description":"Ones-complement checksum of pseudo-header, header and data; 0 says that the sender made none.","bit":48,"rules":["RFC768-CSUM-1","RFC768-CSUM-2","RFC768-CSUM-3","RFC1122-UDP-CSUM-2"],"onInvalid":{"any":["discard"]},"form":"uint","bits":16,"checksum":{"algorithm":"internet","over":"pseudo-header","protocol":17,"none":0}},
    {"name":"data","label":"Data","description":"What the application sends.","bit":64,"rules":["RFC768-LEN-2"],"form":"octets","size":"rest"},
  ],
};

const layout = udpDatagramLayout;
const scratch = create();

export const udpDatagram: Codec<UdpDatagram, UdpDatagramStruct> = {
  layer: 'udp/datagram',
  title: 'UdpDatagram',
  minimumOctets: 8,
  fields: describeFields(layout),
  faults: describeFaults(layout),
  create,
  read,
  decodeStruct,
  decode,
  observe: (octets, context) => observe(layout, octets, context),
  encode,
  write,
};
