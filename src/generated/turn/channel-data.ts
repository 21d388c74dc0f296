// Written by `npm run generate` from spec/turn/channel-data.schema.json: change that, not this.
import { type Codec, type Context, type Decoded, DERIVE } from '../../wire/codec.ts';
import { describeFaults } from '../../wire/faults.ts';
import { describeFields } from '../../wire/fields.ts';
import { firstFault, observe } from '../../wire/observe.ts';
import { freshOctets } from '../../wire/runtime/fresh.ts';
import { copyOctets, hexOf, viewOf, writeHex } from '../../wire/runtime/octets.ts';
import { checkProperties, hexFrom, missing, uintFrom } from '../../wire/runtime/values.ts';
import type { Layout } from '../../wire/layout.ts';
import type { ChannelData } from './channel-data.types.ts';

export type * from './channel-data.types.ts';

/** ChannelData in its fast form: see Codec. */
export interface ChannelDataStruct {
  channelNumber: number;
  length: number;
  dataAt: number;
  dataLength: number;
}

function create(): ChannelDataStruct {
  return {
    channelNumber: 0,
    length: DERIVE,
    dataAt: 0,
    dataLength: 0,
  };
}

function read(into: ChannelDataStruct, view: DataView, at: number, end: number): number {
  if (end - at < 4) return 1;
  into.dataAt = at;
  into.dataLength = 0;
  const w0 = view.getInt32(at);
  const _channelNumber = w0 >>> 16;
  const _length = w0 & 0xffff;
  into.channelNumber = _channelNumber;
  into.length = _length;
  if (_channelNumber < 16384 || _channelNumber > 32767) return 2;
  const stop = at + 4 + _length;
  if (stop < at + 4 || stop > end) return 3;
  const p = at + 4;
  const _dataAt = p;
  const _dataLength = stop - p;
  into.dataAt = _dataAt;
  into.dataLength = _dataLength;
  return 0;
}

function decodeStruct(view: DataView, at: number, end: number): ChannelDataStruct | number {
  if (end - at < 4) return 1;
  const w0 = view.getInt32(at);
  const _channelNumber = w0 >>> 16;
  const _length = w0 & 0xffff;
  if (_channelNumber < 16384 || _channelNumber > 32767) return 2;
  const stop = at + 4 + _length;
  if (stop < at + 4 || stop > end) return 3;
  const p = at + 4;
  const _dataAt = p;
  const _dataLength = stop - p;
  return {
    channelNumber: _channelNumber,
    length: _length,
    dataAt: _dataAt,
    dataLength: _dataLength,
  };
}

function decode(octets: Uint8Array): Decoded<ChannelData> {
  const view = viewOf(octets);
  const from = scratch;
  if (read(from, view, 0, view.byteLength) !== 0) return { ok: false, fault: firstFault(layout, octets) };
  const value: ChannelData = {
    channelNumber: from.channelNumber,
    length: from.length,
    data: hexOf(view, from.dataAt, from.dataLength),
  };
  return { ok: true, value, length: 4 + from.length };
}

function lengthOf(from: ChannelDataStruct): number {
  const _dataLength = from.dataLength;
  let _length = from.length;
  if (_length === DERIVE) _length = _dataLength;
  let p = 4;
  p += _dataLength;
  return p;
}

function write(from: ChannelDataStruct, view: DataView, at: number, context?: Context): number {
  const octets = context?.octets ?? view;
  const _dataLength = from.dataLength;
  const _channelNumber = from.channelNumber;
  let _length = from.length;
  if (_length === DERIVE) _length = _dataLength;
  const w0 = ((_channelNumber & 0xffff) << 16) | (_length & 0xffff);
  view.setInt32(at, w0);
  let p = at + 4;
  copyOctets(octets, from.dataAt, view, p, _dataLength);
  p += _dataLength;
  const stop = p;
  return stop - at;
}

const PROPERTIES: ReadonlySet<string> = new Set(['channelNumber', 'length', 'data']);

function encode(value: Partial<ChannelData>, context?: Context): Uint8Array {
  checkProperties(value, PROPERTIES, 'ChannelData');
  const from = create();
  if (value.channelNumber !== undefined) from.channelNumber = uintFrom(value.channelNumber, 'channelNumber', 16);
  else missing('channelNumber');
  if (value.length !== undefined) from.length = uintFrom(value.length, 'length', 16);
  const data = value.data === undefined ? '' : hexFrom(value.data, 'data');
  const scratchView = viewOf(freshOctets((data.length >> 1)));
  from.dataAt = 0;
  from.dataLength = writeHex(data, scratchView, 0);
  if (from.length === DERIVE) from.length = uintFrom(from.dataLength, 'length', 16);
  const octets = freshOctets(lengthOf(from));
  write(from, viewOf(octets), 0, { ...context, octets: scratchView });
  return octets;
}

/** What the observing decoder walks, and pictures are drawn from. */
export const channelDataLayout: Layout = {
  layer: "turn/channel-data",
  title: "ChannelData",
  description: "Application data on a bound channel (RFC 8656 section 12.4). Over TCP zeros fill it up to 4 octets; over UDP they may. They are no part of it.",
  length: {"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},
  require: [],
  context: {},
  fields: [
    {"name":"channelNumber","label":"Channel Number","description":"RFC 8656 takes 0x4000 to 0x4fff; RFC 5766 took all up to 0x7fff.","bit":0,"rules":["TURN-C-01"],"form":"uint","bits":16,"minimum":16384,"maximum":32767},
    {"name":"length","label":"Length","description":"Octets of data, without what fills it up.","bit":16,"rules":["TURN-C-14"],"form":"uint","bits":16,"unit":"octets","derive":{"op":"size","name":"data"}},
    {"name":"data","label":"Application Data","bit":32,"rules":[],"form":"octets","size":"rest"},
  ],
};

const layout = channelDataLayout;
const scratch = create();

export const channelData: Codec<ChannelData, ChannelDataStruct> = {
  layer: 'turn/channel-data',
  title: 'ChannelData',
  minimumOctets: 4,
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
