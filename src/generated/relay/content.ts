// Written by `npm run generate` from spec/relay/content.schema.json: change that, not this.
import { type Codec, type Context, type Decoded } from '../../wire/codec.ts';
import { describeFaults } from '../../wire/faults.ts';
import { describeFields } from '../../wire/fields.ts';
import { firstFault, observe } from '../../wire/observe.ts';
import { freshOctets } from '../../wire/runtime/fresh.ts';
import { copyOctets, hexOf, viewOf, writeHex } from '../../wire/runtime/octets.ts';
import { absent, checkProperties, flagFrom, hexFrom, missing, uintFrom } from '../../wire/runtime/values.ts';
import type { Layout } from '../../wire/layout.ts';
import type { RelayContent } from './content.types.ts';

export type * from './content.types.ts';

/** RelayContent in its fast form: see Codec. */
export interface RelayContentStruct {
  kind: number;
  reserved: number;
  generation: number;
  sequence: number;
  delivered: number;
  window: number;
  selective: number;
  purpose: number;
  isMore: number;
  reservedOfData: number;
  reference: number;
  bodyAt: number;
  bodyLength: number;
}

function create(): RelayContentStruct {
  return {
    kind: 0,
    reserved: 0,
    generation: 0,
    sequence: 0,
    delivered: 0,
    window: 0,
    selective: 0,
    purpose: 1,
    isMore: 0,
    reservedOfData: 0,
    reference: 0,
    bodyAt: 0,
    bodyLength: 0,
  };
}

function read(into: RelayContentStruct, view: DataView, at: number, end: number): number {
  if (end - at < 8) return 1;
  into.delivered = 0;
  into.window = 0;
  into.selective = 0;
  into.purpose = 0;
  into.isMore = 0;
  into.reservedOfData = 0;
  into.reference = 0;
  into.bodyAt = at;
  into.bodyLength = 0;
  const w0 = view.getInt32(at);
  const w1 = view.getInt32(at + 4);
  const _kind = w0 >>> 24;
  const _reserved = (w0 >>> 16) & 0xff;
  const _generation = w0 & 0xffff;
  const _sequence = w1;
  into.kind = _kind;
  into.reserved = _reserved;
  into.generation = _generation;
  into.sequence = _sequence;
  if (_kind < 1 || _kind > 6) return 2;
  let stop = end;
  let p = at + 8;
  let _delivered = 0;
  let _window = 0;
  let _selective = 0;
  if (_kind === 2) {
    if (stop - p < 10) return 3;
    const w1_0 = view.getInt32(p);
    const w1_1 = view.getInt32(p + 4);
    const w1_2 = view.getUint16(p + 8);
    _delivered = w1_0;
    _window = w1_1 >>> 16;
    _selective = ((w1_1 & 0xffff) << 16) | w1_2;
    into.delivered = _delivered;
    into.window = _window;
    into.selective = _selective;
    p += 10;
  }
  let _purpose = 0;
  let _isMore = 0;
  let _reservedOfData = 0;
  let _reference = 0;
  if (_kind === 1) {
    if (stop - p < 6) return 4;
    const w2_0 = view.getInt32(p);
    const w2_1 = view.getUint16(p + 4);
    _purpose = w2_0 >>> 24;
    _isMore = (w2_0 >>> 23) & 1;
    _reservedOfData = (w2_0 >>> 16) & 0x7f;
    _reference = ((w2_0 & 0xffff) << 16) | w2_1;
    into.purpose = _purpose;
    into.isMore = _isMore;
    into.reservedOfData = _reservedOfData;
    into.reference = _reference;
    if (_purpose < 1 || _purpose > 7) return 5;
    p += 6;
  }
  const _bodyAt = p;
  const _bodyLength = stop - p;
  into.bodyAt = _bodyAt;
  into.bodyLength = _bodyLength;
  p += _bodyLength;
  stop = p;
  return 0;
}

function decodeStruct(view: DataView, at: number, end: number): RelayContentStruct | number {
  if (end - at < 8) return 1;
  const w0 = view.getInt32(at);
  const w1 = view.getInt32(at + 4);
  const _kind = w0 >>> 24;
  const _reserved = (w0 >>> 16) & 0xff;
  const _generation = w0 & 0xffff;
  const _sequence = w1;
  if (_kind < 1 || _kind > 6) return 2;
  let stop = end;
  let p = at + 8;
  let _delivered = 0;
  let _window = 0;
  let _selective = 0;
  if (_kind === 2) {
    if (stop - p < 10) return 3;
    const w1_0 = view.getInt32(p);
    const w1_1 = view.getInt32(p + 4);
    const w1_2 = view.getUint16(p + 8);
    _delivered = w1_0;
    _window = w1_1 >>> 16;
    _selective = ((w1_1 & 0xffff) << 16) | w1_2;
    p += 10;
  }
  let _purpose = 0;
  let _isMore = 0;
  let _reservedOfData = 0;
  let _reference = 0;
  if (_kind === 1) {
    if (stop - p < 6) return 4;
    const w2_0 = view.getInt32(p);
    const w2_1 = view.getUint16(p + 4);
    _purpose = w2_0 >>> 24;
    _isMore = (w2_0 >>> 23) & 1;
    _reservedOfData = (w2_0 >>> 16) & 0x7f;
    _reference = ((w2_0 & 0xffff) << 16) | w2_1;
    if (_purpose < 1 || _purpose > 7) return 5;
    p += 6;
  }
  const _bodyAt = p;
  const _bodyLength = stop - p;
  p += _bodyLength;
  stop = p;
  return {
    kind: _kind,
    reserved: _reserved,
    generation: _generation,
    sequence: _sequence,
    delivered: _delivered,
    window: _window,
    selective: _selective,
    purpose: _purpose,
    isMore: _isMore,
    reservedOfData: _reservedOfData,
    reference: _reference,
    bodyAt: _bodyAt,
    bodyLength: _bodyLength,
  };
}

function decode(octets: Uint8Array): Decoded<RelayContent> {
  const view = viewOf(octets);
  const from = scratch;
  if (read(from, view, 0, view.byteLength) !== 0) return { ok: false, fault: firstFault(layout, octets) };
  const value: RelayContent = {
    kind: from.kind,
    reserved: from.reserved,
    generation: from.generation,
    sequence: from.sequence >>> 0,
    ...(from.kind === 2 ? { delivered: from.delivered >>> 0 } : undefined),
    ...(from.kind === 2 ? { window: from.window } : undefined),
    ...(from.kind === 2 ? { selective: from.selective >>> 0 } : undefined),
    ...(from.kind === 1 ? { purpose: from.purpose } : undefined),
    ...(from.kind === 1 ? { isMore: from.isMore !== 0 } : undefined),
    ...(from.kind === 1 ? { reservedOfData: from.reservedOfData } : undefined),
    ...(from.kind === 1 ? { reference: from.reference >>> 0 } : undefined),
    body: hexOf(view, from.bodyAt, from.bodyLength),
  };
  return { ok: true, value, length: lengthOf(from) };
}

function lengthOf(from: RelayContentStruct): number {
  const _bodyLength = from.bodyLength;
  const _kind = from.kind;
  let p = 8;
  if (_kind === 2) p += 10;
  if (_kind === 1) p += 6;
  p += _bodyLength;
  return p;
}

function write(from: RelayContentStruct, view: DataView, at: number, context?: Context): number {
  const octets = context?.octets ?? view;
  const _bodyLength = from.bodyLength;
  const _kind = from.kind;
  const _reserved = from.reserved;
  const _generation = from.generation;
  const _sequence = from.sequence;
  const _delivered = from.delivered;
  const _window = from.window;
  const _selective = from.selective;
  const _purpose = from.purpose;
  const _isMore = from.isMore;
  const _reservedOfData = from.reservedOfData;
  const _reference = from.reference;
  const w0 = ((_kind & 0xff) << 24) | ((_reserved & 0xff) << 16) | (_generation & 0xffff);
  view.setInt32(at, w0);
  const w1 = _sequence;
  view.setInt32(at + 4, w1);
  let p = at + 8;
  if (_kind === 2) {
    const w1_0 = _delivered;
    view.setInt32(p, w1_0);
    const w1_1 = ((_window & 0xffff) << 16) | ((_selective >>> 16) & 0xffff);
    view.setInt32(p + 4, w1_1);
    const w1_2 = _selective & 0xffff;
    view.setUint16(p + 8, w1_2);
    p += 10;
  }
  if (_kind === 1) {
    const w2_0 = ((_purpose & 0xff) << 24) | ((_isMore & 1) << 23) | ((_reservedOfData & 0x7f) << 16) | ((_reference >>> 16) & 0xffff);
    view.setInt32(p, w2_0);
    const w2_1 = _reference & 0xffff;
    view.setUint16(p + 4, w2_1);
    p += 6;
  }
  copyOctets(octets, from.bodyAt, view, p, _bodyLength);
  p += _bodyLength;
  const stop = p;
  return stop - at;
}

const PROPERTIES: ReadonlySet<string> = new Set(['kind', 'reserved', 'generation', 'sequence', 'delivered', 'window', 'selective', 'purpose', 'isMore', 'reservedOfData', 'reference', 'body']);

function encode(value: Partial<RelayContent>, context?: Context): Uint8Array {
  checkProperties(value, PROPERTIES, 'RelayContent');
  const from = create();
  if (value.kind !== undefined) from.kind = uintFrom(value.kind, 'kind', 8);
  else missing('kind');
  if (value.reserved !== undefined) from.reserved = uintFrom(value.reserved, 'reserved', 8);
  if (value.generation !== undefined) from.generation = uintFrom(value.generation, 'generation', 16);
  if (value.sequence !== undefined) from.sequence = uintFrom(value.sequence, 'sequence', 32);
  if (value.delivered !== undefined) from.delivered = uintFrom(value.delivered, 'delivered', 32);
  if (value.window !== undefined) from.window = uintFrom(value.window, 'window', 16);
  if (value.selective !== undefined) from.selective = uintFrom(value.selective, 'selective', 32);
  if (value.purpose !== undefined) from.purpose = uintFrom(value.purpose, 'purpose', 8);
  if (value.isMore !== undefined) from.isMore = flagFrom(value.isMore, 'isMore');
  if (value.reservedOfData !== undefined) from.reservedOfData = uintFrom(value.reservedOfData, 'reservedOfData', 7);
  if (value.reference !== undefined) from.reference = uintFrom(value.reference, 'reference', 32);
  if (value.delivered !== undefined && !(from.kind === 2)) absent('delivered', 'Kind is 2');
  if (value.window !== undefined && !(from.kind === 2)) absent('window', 'Kind is 2');
  if (value.selective !== undefined && !(from.kind === 2)) absent('selective', 'Kind is 2');
  if (value.purpose !== undefined && !(from.kind === 1)) absent('purpose', 'Kind is 1');
  if (value.isMore !== undefined && !(from.kind === 1)) absent('isMore', 'Kind is 1');
  if (value.reservedOfData !== undefined && !(from.kind === 1)) absent('reservedOfData', 'Kind is 1');
  if (value.reference !== undefined && !(from.kind === 1)) absent('reference', 'Kind is 1');
  const body = value.body === undefined ? '' : hexFrom(value.body, 'body');
  const scratchView = viewOf(freshOctets((body.length >> 1)));
  from.bodyAt = 0;
  from.bodyLength = writeHex(body, scratchView, 0);
  const octets = freshOctets(lengthOf(from));
  write(from, viewOf(octets), 0, { ...context, octets: scratchView });
  return octets;
}

/** What the observing decoder walks, and pictures are drawn from. */
export const relayContentLayout: Layout = {
  layer: "relay/content",
  title: "RelayContent",
  description: "What a Sealed attribute holds when it is opened: what one end of a conversation says to the other.",
  require: [],
  context: {},
  fields: [
    {"name":"kind","label":"Kind","description":"The type of the frame around says the same.","bit":0,"rules":[],"form":"uint","bits":8,"names":{"1":"data","2":"ack","3":"move","4":"echo","5":"echo reply","6":"close"},"minimum":1,"maximum":6},
    {"name":"reserved","label":"Reserved","bit":8,"rules":[],"form":"uint","bits":8,"send":0,"derive":{"op":"number","value":0}},
    {"name":"generation","label":"Generation","description":"Counts the moves to another path; what is of an older one than has been acknowledged is not taken.","bit":16,"rules":["HPR-FAIL-02"],"form":"uint","bits":16,"derive":{"op":"number","value":0}},
    {"name":"sequence","label":"Sequence","description":"Of data: its number, from 1 on. Of an ack: up to which all has come. Of an echo: which one.","bit":32,"rules":["HPR-DELIV-01"],"form":"uint","bits":32,"derive":{"op":"number","value":0}},
    {"name":"delivered","label":"Delivered","description":"Up to which the application has taken all.","bit":64,"presentWhen":{"op":"==","left":{"op":"name","name":"kind"},"right":{"op":"number","value":2}},"rules":["HPR-DELIV-04"],"form":"uint","bits":32,"derive":{"op":"number","value":0}},
    {"name":"window","label":"Window","description":"How many numbers after Delivered may be sent.","presentWhen":{"op":"==","left":{"op":"name","name":"kind"},"right":{"op":"number","value":2}},"rules":[],"form":"uint","bits":16,"derive":{"op":"number","value":0}},
    {"name":"selective","label":"Selective","description":"Bit n: the number Sequence + 2 + n has come too.","presentWhen":{"op":"==","left":{"op":"name","name":"kind"},"right":{"op":"number","value":2}},"rules":[],"form":"uint","bits":32,"derive":{"op":"number","value":0}},
    {"name":"purpose","label":"Purpose","presentWhen":{"op":"==","left":{"op":"name","name":"kind"},"right":{"op":"number","value":1}},"rules":[],"form":"uint","bits":8,"names":{"1":"data","2":"request","3":"response","4":"call","5":"result","6":"program","7":"outcome"},"minimum":1,"maximum":7,"derive":{"op":"number","value":1}},
    {"name":"isMore","label":"More","description":"The message goes on in the next number.","presentWhen":{"op":"==","left":{"op":"name","name":"kind"},"right":{"op":"number","value":1}},"rules":[],"form":"bool","bits":1,"derive":{"op":"number","value":0}},
    {"name":"reservedOfData","label":"Reserved","presentWhen":{"op":"==","left":{"op":"name","name":"kind"},"right":{"op":"number","value":1}},"rules":[],"form":"uint","bits":7,"send":0,"derive":{"op":"number","value":0}},
    {"name":"reference","label":"Reference","description":"The first number of the message that this answers.","presentWhen":{"op":"==","left":{"op":"name","name":"kind"},"right":{"op":"number","value":1}},"rules":[],"form":"uint","bits":32,"derive":{"op":"number","value":0}},
    {"name":"body","label":"Body","description":"Of data: the octets of the application.","rules":[],"form":"octets","size":"rest"},
  ],
};

const layout = relayContentLayout;
const scratch = create();

export const relayContent: Codec<RelayContent, RelayContentStruct> = {
  layer: 'relay/content',
  title: 'RelayContent',
  minimumOctets: 8,
  fields: describeFields(layout),
  faults: describeFaults(layout),
  create,
  read,
  decodeStruct,
  decode,
  observe: (octets) => observe(layout, octets),
  encode,
  write,
};
