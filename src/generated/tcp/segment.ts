// Written by `npm run generate` from spec/tcp/segment.schema.json: change that, not this.
import { type Codec, type Context, type Decoded, DERIVE } from '../../wire/codec.ts';
import { describeFaults } from '../../wire/faults.ts';
import { describeFields } from '../../wire/fields.ts';
import { firstFault, observe } from '../../wire/observe.ts';
import { foldSum, internetSum, pseudoHeaderSum } from '../../wire/runtime/checksum.ts';
import { freshOctets } from '../../wire/runtime/fresh.ts';
import { copyOctets, hexOf, viewOf, writeHex, writeZeros } from '../../wire/runtime/octets.ts';
import { checkProperties, flagFrom, hexFrom, listFrom, missing, uintFrom, withoutAddresses } from '../../wire/runtime/values.ts';
import type { Layout } from '../../wire/layout.ts';
import type { TcpSegment } from './segment.types.ts';

export type * from './segment.types.ts';

/** TcpSegment in its fast form: see Codec. */
export interface TcpSegmentStruct {
  sourcePort: number;
  destinationPort: number;
  sequenceNumber: number;
  acknowledgmentNumber: number;
  dataOffset: number;
  reserved: number;
  cwr: number;
  ece: number;
  urg: number;
  ack: number;
  psh: number;
  rst: number;
  syn: number;
  fin: number;
  window: number;
  checksum: number;
  urgentPointer: number;
  optionsAt: number;
  optionsLength: number;
  dataAt: number;
  dataLength: number;
}

function create(): TcpSegmentStruct {
  return {
    sourcePort: 0,
    destinationPort: 0,
    sequenceNumber: 0,
    acknowledgmentNumber: 0,
    dataOffset: DERIVE,
    reserved: 0,
    cwr: 0,
    ece: 0,
    urg: 0,
    ack: 0,
    psh: 0,
    rst: 0,
    syn: 0,
    fin: 0,
    window: 0,
    checksum: DERIVE,
    urgentPointer: 0,
    optionsAt: 0,
    optionsLength: 0,
    dataAt: 0,
    dataLength: 0,
  };
}

function read(into: TcpSegmentStruct, view: DataView, at: number, end: number, context?: Context): number {
  if (end - at < 20) return 1;
  into.optionsAt = at;
  into.optionsLength = 0;
  into.dataAt = at;
  into.dataLength = 0;
  const w0 = view.getInt32(at);
  const w1 = view.getInt32(at + 4);
  const w2 = view.getInt32(at + 8);
  const w3 = view.getInt32(at + 12);
  const w4 = view.getInt32(at + 16);
  const _sourcePort = w0 >>> 16;
  const _destinationPort = w0 & 0xffff;
  const _sequenceNumber = w1;
  const _acknowledgmentNumber = w2;
  const _dataOffset = w3 >>> 28;
  const _reserved = (w3 >>> 24) & 0xf;
  const _cwr = (w3 >>> 23) & 1;
  const _ece = (w3 >>> 22) & 1;
  const _urg = (w3 >>> 21) & 1;
  const _ack = (w3 >>> 20) & 1;
  const _psh = (w3 >>> 19) & 1;
  const _rst = (w3 >>> 18) & 1;
  const _syn = (w3 >>> 17) & 1;
  const _fin = (w3 >>> 16) & 1;
  const _window = w3 & 0xffff;
  const _checksum = w4 >>> 16;
  const _urgentPointer = w4 & 0xffff;
  into.sourcePort = _sourcePort;
  into.destinationPort = _destinationPort;
  into.sequenceNumber = _sequenceNumber;
  into.acknowledgmentNumber = _acknowledgmentNumber;
  into.dataOffset = _dataOffset;
  into.reserved = _reserved;
  into.cwr = _cwr;
  into.ece = _ece;
  into.urg = _urg;
  into.ack = _ack;
  into.psh = _psh;
  into.rst = _rst;
  into.syn = _syn;
  into.fin = _fin;
  into.window = _window;
  into.checksum = _checksum;
  into.urgentPointer = _urgentPointer;
  if (_dataOffset < 5) return 2;
  let stop = end;
  let p = at + 20;
  const _optionsAt = p;
  const _optionsLength = _dataOffset * 4 - 20;
  if (_optionsLength < 0 || _optionsLength > stop - p) return 3;
  into.optionsAt = _optionsAt;
  into.optionsLength = _optionsLength;
  p += _optionsLength;
  const _dataAt = p;
  const _dataLength = stop - p;
  into.dataAt = _dataAt;
  into.dataLength = _dataLength;
  p += _dataLength;
  stop = p;
  if (context?.source !== undefined && context.destination !== undefined) {
    let sum = (w0 >>> 16) + (w0 & 0xffff) + (w1 >>> 16) + (w1 & 0xffff) + (w2 >>> 16) + (w2 & 0xffff) + (w3 >>> 16) + (w3 & 0xffff) + (w4 >>> 16) + (w4 & 0xffff) + pseudoHeaderSum(context.source, context.destination, 6, stop - at);
    if (stop > at + 20) sum = internetSum(view, at + 20, stop, sum);
    if (foldSum(sum) !== 0xffff) return 4;
  }
  if (_optionsLength !== 0 && !optionsFit(view, _optionsAt, _optionsAt + _optionsLength)) return 5;
  return 0;
}

function decodeStruct(view: DataView, at: number, end: number, context?: Context): TcpSegmentStruct | number {
  if (end - at < 20) return 1;
  const w0 = view.getInt32(at);
  const w1 = view.getInt32(at + 4);
  const w2 = view.getInt32(at + 8);
  const w3 = view.getInt32(at + 12);
  const w4 = view.getInt32(at + 16);
  const _sourcePort = w0 >>> 16;
  const _destinationPort = w0 & 0xffff;
  const _sequenceNumber = w1;
  const _acknowledgmentNumber = w2;
  const _dataOffset = w3 >>> 28;
  const _reserved = (w3 >>> 24) & 0xf;
  const _cwr = (w3 >>> 23) & 1;
  const _ece = (w3 >>> 22) & 1;
  const _urg = (w3 >>> 21) & 1;
  const _ack = (w3 >>> 20) & 1;
  const _psh = (w3 >>> 19) & 1;
  const _rst = (w3 >>> 18) & 1;
  const _syn = (w3 >>> 17) & 1;
  const _fin = (w3 >>> 16) & 1;
  const _window = w3 & 0xffff;
  const _checksum = w4 >>> 16;
  const _urgentPointer = w4 & 0xffff;
  if (_dataOffset < 5) return 2;
  let stop = end;
  let p = at + 20;
  const _optionsAt = p;
  const _optionsLength = _dataOffset * 4 - 20;
  if (_optionsLength < 0 || _optionsLength > stop - p) return 3;
  p += _optionsLength;
  const _dataAt = p;
  const _dataLength = stop - p;
  p += _dataLength;
  stop = p;
  if (context?.source !== undefined && context.destination !== undefined) {
    let sum = (w0 >>> 16) + (w0 & 0xffff) + (w1 >>> 16) + (w1 & 0xffff) + (w2 >>> 16) + (w2 & 0xffff) + (w3 >>> 16) + (w3 & 0xffff) + (w4 >>> 16) + (w4 & 0xffff) + pseudoHeaderSum(context.source, context.destination, 6, stop - at);
    if (stop > at + 20) sum = internetSum(view, at + 20, stop, sum);
    if (foldSum(sum) !== 0xffff) return 4;
  }
  if (_optionsLength !== 0 && !optionsFit(view, _optionsAt, _optionsAt + _optionsLength)) return 5;
  return {
    sourcePort: _sourcePort,
    destinationPort: _destinationPort,
    sequenceNumber: _sequenceNumber,
    acknowledgmentNumber: _acknowledgmentNumber,
    dataOffset: _dataOffset,
    reserved: _reserved,
    cwr: _cwr,
    ece: _ece,
    urg: _urg,
    ack: _ack,
    psh: _psh,
    rst: _rst,
    syn: _syn,
    fin: _fin,
    window: _window,
    checksum: _checksum,
    urgentPointer: _urgentPointer,
    optionsAt: _optionsAt,
    optionsLength: _optionsLength,
    dataAt: _dataAt,
    dataLength: _dataLength,
  };
}

function optionsFit(view: DataView, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const _kind = view.getUint8(at);
    switch (_kind) {
      case 0: case 1: {
        const stop = at + 1;
        at = stop;
        break;
      }
      case 2: case 28: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 16) & 0xff;
        if (_length !== 4) return false;
        const stop = at + _length;
        if (stop < at + 4 || stop > to) return false;
        at = stop;
        break;
      }
      case 3: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const _length = w0 & 0xff;
        if (_length !== 3) return false;
        const stop = at + _length;
        if (stop < at + 3 || stop > to) return false;
        at = stop;
        break;
      }
      case 4: {
        if (to - at < 2) return false;
        const w0 = view.getUint16(at);
        const _length = w0 & 0xff;
        if (_length !== 2) return false;
        const stop = at + _length;
        if (stop < at + 2 || stop > to) return false;
        at = stop;
        break;
      }
      case 8: {
        if (to - at < 10) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 16) & 0xff;
        if (_length !== 10) return false;
        const stop = at + _length;
        if (stop < at + 10 || stop > to) return false;
        at = stop;
        break;
      }
      default: {
        if (to - at < 2) return false;
        const w0 = view.getUint16(at);
        const _length = w0 & 0xff;
        if (_length < 2) return false;
        const stop = at + _length;
        if (stop > to) return false;
        at = stop;
        break;
      }
    }
    if (_kind === 0) return true;
  }
  return true;
}

function decodeOptions(view: DataView, from: number, to: number): TcpSegment['options'] {
  const items: TcpSegment['options'] = [];
  for (let at = from; at < to; ) {
    const _kind = view.getUint8(at);
    switch (_kind) {
      case 0: {
        const stop = at + 1;
        items.push({ kind: _kind });
        at = stop;
        break;
      }
      case 1: {
        const stop = at + 1;
        items.push({ kind: _kind });
        at = stop;
        break;
      }
      case 2: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 16) & 0xff;
        const _mss = w0 & 0xffff;
        if (_length !== 4) return items;
        const stop = at + _length;
        if (stop < at + 4 || stop > to) return items;
        items.push({ kind: _kind, length: _length, mss: _mss });
        at = stop;
        break;
      }
      case 3: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = w0 & 0xff;
        const _shift = w1;
        if (_length !== 3) return items;
        const stop = at + _length;
        if (stop < at + 3 || stop > to) return items;
        items.push({ kind: _kind, length: _length, shift: _shift });
        at = stop;
        break;
      }
      case 4: {
        if (to - at < 2) return items;
        const w0 = view.getUint16(at);
        const _length = w0 & 0xff;
        if (_length !== 2) return items;
        const stop = at + _length;
        if (stop < at + 2 || stop > to) return items;
        items.push({ kind: _kind, length: _length });
        at = stop;
        break;
      }
      case 5: {
        if (to - at < 2) return items;
        const w0 = view.getUint16(at);
        const _length = w0 & 0xff;
        if (_length < 2) return items;
        const stop = at + _length;
        if (stop > to) return items;
        const p = at + 2;
        const _blocksAt = p;
        const _blocksLength = stop - p;
        items.push({ kind: _kind, length: _length, blocks: hexOf(view, _blocksAt, _blocksLength) });
        at = stop;
        break;
      }
      case 8: {
        if (to - at < 10) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const w2 = view.getUint16(at + 8);
        const _length = (w0 >>> 16) & 0xff;
        const _value = ((w0 & 0xffff) << 16) | (w1 >>> 16);
        const _echo = ((w1 & 0xffff) << 16) | w2;
        if (_length !== 10) return items;
        const stop = at + _length;
        if (stop < at + 10 || stop > to) return items;
        items.push({ kind: _kind, length: _length, value: _value >>> 0, echo: _echo >>> 0 });
        at = stop;
        break;
      }
      case 28: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 16) & 0xff;
        const _granularity = (w0 >>> 15) & 1;
        const _timeout = w0 & 0x7fff;
        if (_length !== 4) return items;
        const stop = at + _length;
        if (stop < at + 4 || stop > to) return items;
        items.push({ kind: _kind, length: _length, granularity: _granularity, timeout: _timeout });
        at = stop;
        break;
      }
      case 34: {
        if (to - at < 2) return items;
        const w0 = view.getUint16(at);
        const _length = w0 & 0xff;
        if (_length < 2) return items;
        const stop = at + _length;
        if (stop > to) return items;
        const p = at + 2;
        const _cookieAt = p;
        const _cookieLength = stop - p;
        items.push({ kind: _kind, length: _length, cookie: hexOf(view, _cookieAt, _cookieLength) });
        at = stop;
        break;
      }
      default: {
        if (to - at < 2) return items;
        const w0 = view.getUint16(at);
        const _length = w0 & 0xff;
        if (_length < 2) return items;
        const stop = at + _length;
        if (stop > to) return items;
        const p = at + 2;
        const _dataAt = p;
        const _dataLength = stop - p;
        items.push({ kind: _kind, length: _length, data: hexOf(view, _dataAt, _dataLength) });
        at = stop;
        break;
      }
    }
    if (_kind === 0) break;
  }
  return items;
}

function decode(octets: Uint8Array, context?: Context): Decoded<TcpSegment> {
  const view = viewOf(octets);
  const from = scratch;
  if (read(from, view, 0, view.byteLength, context) !== 0) return { ok: false, fault: firstFault(layout, octets, context) };
  const value: TcpSegment = {
    sourcePort: from.sourcePort,
    destinationPort: from.destinationPort,
    sequenceNumber: from.sequenceNumber >>> 0,
    acknowledgmentNumber: from.acknowledgmentNumber >>> 0,
    dataOffset: from.dataOffset,
    reserved: from.reserved,
    cwr: from.cwr !== 0,
    ece: from.ece !== 0,
    urg: from.urg !== 0,
    ack: from.ack !== 0,
    psh: from.psh !== 0,
    rst: from.rst !== 0,
    syn: from.syn !== 0,
    fin: from.fin !== 0,
    window: from.window,
    checksum: from.checksum,
    urgentPointer: from.urgentPointer,
    options: decodeOptions(view, from.optionsAt, from.optionsAt + from.optionsLength),
    data: hexOf(view, from.dataAt, from.dataLength),
  };
  return { ok: true, value, length: lengthOf(from) };
}

function lengthOf(from: TcpSegmentStruct): number {
  const _optionsLength = from.optionsLength;
  const _dataLength = from.dataLength;
  let _dataOffset = from.dataOffset;
  if (_dataOffset === DERIVE) _dataOffset = 5 + Math.floor((_optionsLength + 3) / 4);
  let p = 20;
  p = p + ((_optionsLength + 3) & ~3);
  p += _dataLength;
  return p;
}

function write(from: TcpSegmentStruct, view: DataView, at: number, context?: Context): number {
  const octets = context?.octets ?? view;
  const _optionsLength = from.optionsLength;
  const _dataLength = from.dataLength;
  const _sourcePort = from.sourcePort;
  const _destinationPort = from.destinationPort;
  const _sequenceNumber = from.sequenceNumber;
  const _acknowledgmentNumber = from.acknowledgmentNumber;
  let _dataOffset = from.dataOffset;
  if (_dataOffset === DERIVE) _dataOffset = 5 + Math.floor((_optionsLength + 3) / 4);
  const _reserved = from.reserved;
  const _cwr = from.cwr;
  const _ece = from.ece;
  const _urg = from.urg;
  const _ack = from.ack;
  const _psh = from.psh;
  const _rst = from.rst;
  const _syn = from.syn;
  const _fin = from.fin;
  const _window = from.window;
  let _checksum = from.checksum;
  if (_checksum === DERIVE) _checksum = 0;
  const _urgentPointer = from.urgentPointer;
  const w0 = ((_sourcePort & 0xffff) << 16) | (_destinationPort & 0xffff);
  view.setInt32(at, w0);
  const w1 = _sequenceNumber;
  view.setInt32(at + 4, w1);
  const w2 = _acknowledgmentNumber;
  view.setInt32(at + 8, w2);
  const w3 = ((_dataOffset & 0xf) << 28) | ((_reserved & 0xf) << 24) | ((_cwr & 1) << 23) | ((_ece & 1) << 22) | ((_urg & 1) << 21) | ((_ack & 1) << 20) | ((_psh & 1) << 19) | ((_rst & 1) << 18) | ((_syn & 1) << 17) | ((_fin & 1) << 16) | (_window & 0xffff);
  view.setInt32(at + 12, w3);
  const w4 = ((_checksum & 0xffff) << 16) | (_urgentPointer & 0xffff);
  view.setInt32(at + 16, w4);
  let p = at + 20;
  copyOctets(octets, from.optionsAt, view, p, _optionsLength);
  const end = p + ((_optionsLength + 3) & ~3);
  writeZeros(view, p + _optionsLength, end);
  p = end;
  copyOctets(octets, from.dataAt, view, p, _dataLength);
  p += _dataLength;
  const stop = p;
  if (from.checksum === DERIVE) {
    if (context?.source === undefined || context.destination === undefined) throw withoutAddresses('checksum');
    const covered = stop;
    let sum = (w0 >>> 16) + (w0 & 0xffff) + (w1 >>> 16) + (w1 & 0xffff) + (w2 >>> 16) + (w2 & 0xffff) + (w3 >>> 16) + (w3 & 0xffff) + (w4 >>> 16) + (w4 & 0xffff) + pseudoHeaderSum(context.source, context.destination, 6, covered - at);
    if (covered > at + 20) sum = internetSum(view, at + 20, covered, sum);
    view.setUint16(at + 16, ~foldSum(sum) & 0xffff);
  }
  return stop - at;
}

const OPTIONS_0: ReadonlySet<string> = new Set(['kind']);
const OPTIONS_1: ReadonlySet<string> = new Set(['kind']);
const OPTIONS_2: ReadonlySet<string> = new Set(['kind', 'length', 'mss']);
const OPTIONS_3: ReadonlySet<string> = new Set(['kind', 'length', 'shift']);
const OPTIONS_4: ReadonlySet<string> = new Set(['kind', 'length']);
const OPTIONS_5: ReadonlySet<string> = new Set(['kind', 'length', 'blocks']);
const OPTIONS_6: ReadonlySet<string> = new Set(['kind', 'length', 'value', 'echo']);
const OPTIONS_7: ReadonlySet<string> = new Set(['kind', 'length', 'granularity', 'timeout']);
const OPTIONS_8: ReadonlySet<string> = new Set(['kind', 'length', 'cookie']);
const OPTIONS_9: ReadonlySet<string> = new Set(['kind', 'length', 'data']);

function encodeOptionsItem(item: Readonly<Record<string, unknown>>, path: string, view: DataView, at: number): number {
  const _kind = uintFrom(item['kind'], `${path}.kind`, 8);
  switch (item['data'] === undefined ? _kind : -1) {
    case 0: {
      checkProperties(item, OPTIONS_0, path);
      const w0 = _kind & 0xff;
      view.setUint8(at, w0);
      let p = at + 1;
      const stop = p;
      return stop - at;
    }
    case 1: {
      checkProperties(item, OPTIONS_1, path);
      const w0 = _kind & 0xff;
      view.setUint8(at, w0);
      let p = at + 1;
      const stop = p;
      return stop - at;
    }
    case 2: {
      checkProperties(item, OPTIONS_2, path);
      const _length = item['length'] === undefined ? uintFrom(4, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const _mss = item['mss'] === undefined ? missing(`${path}.mss`) : uintFrom(item['mss'], `${path}.mss`, 16);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xff) << 16) | (_mss & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      const stop = p;
      return stop - at;
    }
    case 3: {
      checkProperties(item, OPTIONS_3, path);
      const _length = item['length'] === undefined ? uintFrom(3, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const _shift = item['shift'] === undefined ? missing(`${path}.shift`) : uintFrom(item['shift'], `${path}.shift`, 8);
      const w0 = ((_kind & 0xff) << 8) | (_length & 0xff);
      view.setUint16(at, w0);
      const w1 = _shift & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      const stop = p;
      return stop - at;
    }
    case 4: {
      checkProperties(item, OPTIONS_4, path);
      const _length = item['length'] === undefined ? uintFrom(2, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const w0 = ((_kind & 0xff) << 8) | (_length & 0xff);
      view.setUint16(at, w0);
      let p = at + 2;
      const stop = p;
      return stop - at;
    }
    case 5: {
      checkProperties(item, OPTIONS_5, path);
      const blocks = item['blocks'] === undefined ? '' : hexFrom(item['blocks'], `${path}.blocks`);
      const _blocksLength = blocks.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(2 + _blocksLength, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const w0 = ((_kind & 0xff) << 8) | (_length & 0xff);
      view.setUint16(at, w0);
      let p = at + 2;
      writeHex(blocks, view, p);
      p += _blocksLength;
      const stop = p;
      return stop - at;
    }
    case 8: {
      checkProperties(item, OPTIONS_6, path);
      const _length = item['length'] === undefined ? uintFrom(10, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const _value = item['value'] === undefined ? missing(`${path}.value`) : uintFrom(item['value'], `${path}.value`, 32);
      const _echo = item['echo'] === undefined ? missing(`${path}.echo`) : uintFrom(item['echo'], `${path}.echo`, 32);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xff) << 16) | ((_value >>> 16) & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_value & 0xffff) << 16) | ((_echo >>> 16) & 0xffff);
      view.setInt32(at + 4, w1);
      const w2 = _echo & 0xffff;
      view.setUint16(at + 8, w2);
      let p = at + 10;
      const stop = p;
      return stop - at;
    }
    case 28: {
      checkProperties(item, OPTIONS_7, path);
      const _length = item['length'] === undefined ? uintFrom(4, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const _granularity = item['granularity'] === undefined ? uintFrom(0, `${path}.granularity`, 1) : uintFrom(item['granularity'], `${path}.granularity`, 1);
      const _timeout = item['timeout'] === undefined ? missing(`${path}.timeout`) : uintFrom(item['timeout'], `${path}.timeout`, 15);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xff) << 16) | ((_granularity & 1) << 15) | (_timeout & 0x7fff);
      view.setInt32(at, w0);
      let p = at + 4;
      const stop = p;
      return stop - at;
    }
    case 34: {
      checkProperties(item, OPTIONS_8, path);
      const cookie = item['cookie'] === undefined ? '' : hexFrom(item['cookie'], `${path}.cookie`);
      const _cookieLength = cookie.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(2 + _cookieLength, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const w0 = ((_kind & 0xff) << 8) | (_length & 0xff);
      view.setUint16(at, w0);
      let p = at + 2;
      writeHex(cookie, view, p);
      p += _cookieLength;
      const stop = p;
      return stop - at;
    }
    default: {
      checkProperties(item, OPTIONS_9, path);
      const data = item['data'] === undefined ? '' : hexFrom(item['data'], `${path}.data`);
      const _dataLength = data.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(2 + _dataLength, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const w0 = ((_kind & 0xff) << 8) | (_length & 0xff);
      view.setUint16(at, w0);
      let p = at + 2;
      writeHex(data, view, p);
      p += _dataLength;
      const stop = p;
      return stop - at;
    }
  }
}

function sizeOfOptions(items: readonly object[]): number {
  let size = 10 * items.length;
  for (const item of items) for (const part of Object.values(item)) if (typeof part === 'string') size += part.length >> 1;
  return size;
}

const PROPERTIES: ReadonlySet<string> = new Set(['sourcePort', 'destinationPort', 'sequenceNumber', 'acknowledgmentNumber', 'dataOffset', 'reserved', 'cwr', 'ece', 'urg', 'ack', 'psh', 'rst', 'syn', 'fin', 'window', 'checksum', 'urgentPointer', 'options', 'data']);

function encode(value: Partial<TcpSegment>, context?: Context): Uint8Array {
  checkProperties(value, PROPERTIES, 'TcpSegment');
  const from = create();
  if (value.sourcePort !== undefined) from.sourcePort = uintFrom(value.sourcePort, 'sourcePort', 16);
  else missing('sourcePort');
  if (value.destinationPort !== undefined) from.destinationPort = uintFrom(value.destinationPort, 'destinationPort', 16);
  else missing('destinationPort');
  if (value.sequenceNumber !== undefined) from.sequenceNumber = uintFrom(value.sequenceNumber, 'sequenceNumber', 32);
  if (value.acknowledgmentNumber !== undefined) from.acknowledgmentNumber = uintFrom(value.acknowledgmentNumber, 'acknowledgmentNumber', 32);
  if (value.dataOffset !== undefined) from.dataOffset = uintFrom(value.dataOffset, 'dataOffset', 4);
  if (value.reserved !== undefined) from.reserved = uintFrom(value.reserved, 'reserved', 4);
  if (value.cwr !== undefined) from.cwr = flagFrom(value.cwr, 'cwr');
  if (value.ece !== undefined) from.ece = flagFrom(value.ece, 'ece');
  if (value.urg !== undefined) from.urg = flagFrom(value.urg, 'urg');
  if (value.ack !== undefined) from.ack = flagFrom(value.ack, 'ack');
  if (value.psh !== undefined) from.psh = flagFrom(value.psh, 'psh');
  if (value.rst !== undefined) from.rst = flagFrom(value.rst, 'rst');
  if (value.syn !== undefined) from.syn = flagFrom(value.syn, 'syn');
  if (value.fin !== undefined) from.fin = flagFrom(value.fin, 'fin');
  if (value.window !== undefined) from.window = uintFrom(value.window, 'window', 16);
  if (value.checksum !== undefined) from.checksum = uintFrom(value.checksum, 'checksum', 16);
  if (value.urgentPointer !== undefined) from.urgentPointer = uintFrom(value.urgentPointer, 'urgentPointer', 16);
  const options = value.options === undefined ? [] : listFrom(value.options, 'options');
  const data = value.data === undefined ? '' : hexFrom(value.data, 'data');
  const scratchView = viewOf(freshOctets(sizeOfOptions(options) + (data.length >> 1)));
  from.optionsAt = 0;
  options.forEach((item, index) => {
    const at = from.optionsAt + from.optionsLength;
    from.optionsLength += encodeOptionsItem(item as Readonly<Record<string, unknown>>, `options[${index}]`, scratchView, at);
  });
  let filled = from.optionsAt + from.optionsLength;
  from.dataAt = filled;
  from.dataLength = writeHex(data, scratchView, filled);
  if (from.dataOffset === DERIVE) from.dataOffset = uintFrom(5 + Math.floor((from.optionsLength + 3) / 4), 'dataOffset', 4);
  const octets = freshOctets(lengthOf(from));
  write(from, viewOf(octets), 0, { ...context, octets: scratchView });
  return octets;
}

/** What the observing decoder walks, and pictures are drawn from. */
export const tcpSegmentLayout: Layout = {
  layer: "tcp/segment",
  title: "TcpSegment",
  description: "What TCP puts into an IPv4 datagram (RFC 9293 section 3.1): a header of 20 octets, options when the data offset says so, and data.",
  require: [],
  context: {"source":"Source Address of the datagram that carries it.","destination":"Destination Address of the datagram that carries it."},
  fields: [
    {"name":"sourcePort","label":"Source Port","description":"The sender's port.","bit":0,"rules":["RFC9293-CONN-1"],"form":"uint","bits":16},
    {"name":"destinationPort","label":"Destination Port","description":"The receiver's port.","bit":16,"rules":["RFC9293-CONN-1"],"form":"uint","bits":16},
    {"name":"sequenceNumber","label":"Sequence Number","description":"The number of the first octet of data; of a SYN itself when there is one (RFC 9293 section 3.4).","bit":32,"rules":["RFC9293-HDR-7"],"form":"uint","bits":32,"derive":{"op":"number","value":0}},
    {"name":"acknowledgmentNumber","label":"Acknowledgment Number","description":"With ACK set: the next number that its sender expects.","bit":64,"rules":["RFC9293-HDR-6"],"form":"uint","bits":32,"derive":{"op":"number","value":0}},
    {"name":"dataOffset","label":"DOffset","description":"Length of the header in 32-bit words, options and padding included.","bit":96,"rules":["RFC9293-HDR-2"],"onInvalid":{"any":["discard"]},"form":"uint","bits":4,"scale":4,"unit":"octets","minimum":5,"derive":{"op":"+","left":{"op":"number","value":5},"right":{"op":"/","left":{"op":"+","left":{"op":"size","name":"options"},"right":{"op":"number","value":3}},"right":{"op":"number","value":4}}}},
    {"name":"reserved","label":"Rsrvd","description":"Sent as zero, and no reason to refuse a segment.","bit":100,"rules":["RFC9293-HDR-3"],"form":"uint","bits":4,"send":0,"derive":{"op":"number","value":0}},
    {"name":"cwr","label":"CWR","description":"The congestion window was reduced (RFC 3168).","bit":104,"rules":["RFC9293-HDR-4"],"form":"bool","bits":1,"derive":{"op":"number","value":0}},
    {"name":"ece","label":"ECE","description":"Echoes that congestion was met (RFC 3168).","bit":105,"rules":["RFC9293-HDR-4"],"form":"bool","bits":1,"derive":{"op":"number","value":0}},
    {"name":"urg","label":"URG","description":"The urgent pointer means something.","bit":106,"rules":["RFC9293-HDR-4"],"form":"bool","bits":1,"derive":{"op":"number","value":0}},
    {"name":"ack","label":"ACK","description":"The acknowledgment number means something.","bit":107,"rules":["RFC9293-HDR-4"],"form":"bool","bits":1,"derive":{"op":"number","value":0}},
    {"name":"psh","label":"PSH","description":"What has come is to be handed on without waiting for more.","bit":108,"rules":["RFC9293-HDR-4"],"form":"bool","bits":1,"derive":{"op":"number","value":0}},
    {"name":"rst","label":"RST","description":"The connection is reset.","bit":109,"rules":["RFC9293-HDR-4"],"form":"bool","bits":1,"derive":{"op":"number","value":0}},
    {"name":"syn","label":"SYN","description":"Sequence numbers are made to agree; takes a number itself.","bit":110,"rules":["RFC9293-HDR-4"],"form":"bool","bits":1,"derive":{"op":"number","value":0}},
    {"name":"fin","label":"FIN","description":"The sender has no more data; takes a number itself.","bit":111,"rules":["RFC9293-HDR-4"],"form":"bool","bits":1,"derive":{"op":"number","value":0}},
    {"name":"window","label":"Window","description":"How many octets its sender takes from the acknowledged one on, before scaling.","bit":112,"rules":["RFC9293-MUST-1"],"form":"uint","bits":16,"unit":"octets","derive":{"op":"number","value":0}},
    {"name":"checksum","label":"Checksum","description":"Ones-complement checksum of pseudo-header, header and data.","bit":128,"rules":["RFC9293-MUST-3","RFC9293-MUST-2","RFC9293-HDR-5"],"onInvalid":{"any":["discard"]},"form":"uint","bits":16,"checksum":{"algorithm":"internet","over":"pseudo-header","protocol":6}},
    {"name":"urgentPointer","label":"Urgent Pointer","description":"With URG set: how far behind the sequence number the urgent data ends.","bit":144,"rules":["RFC9293-MUST-62","RFC9293-HDR-6"],"form":"uint","bits":16,"derive":{"op":"number","value":0}},
    {"name":"options","label":"Options","description":"None, one or several, up to 40 octets; zeros fill the last word.","bit":160,"rules":["RFC9293-MUST-7","RFC9293-MUST-68","RFC9293-MUST-69"],"onInvalid":{"any":["discard","ignore","reset"]},"form":"list","size":{"op":"-","left":{"op":"*","left":{"op":"name","name":"dataOffset"},"right":{"op":"number","value":4}},"right":{"op":"number","value":20}},"items":[{"title":"TcpEndOfOptionList","description":"No option follows; what is left of the header is padding.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":0,"derive":{"op":"number","value":0}}],"require":[],"context":{},"tag":0},{"title":"TcpNoOperation","description":"Fills an octet between options.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":1,"derive":{"op":"number","value":1}}],"require":[],"context":{},"tag":1},{"title":"MaximumSegmentSize","description":"The largest segment that its sender takes (RFC 9293 section 3.7.1); in a SYN alone.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":2,"derive":{"op":"number","value":2}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":8,"unit":"octets","constant":4,"derive":{"op":"number","value":4}},{"name":"mss","label":"MSS","description":"Octets of data.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets"}],"length":{"octets":{"op":"name","name":"length"}},"require":[],"context":{},"tag":2},{"title":"WindowScale","description":"By how many bits its sender's windows are shifted (RFC 7323 section 2.2); in a SYN alone.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":3,"derive":{"op":"number","value":3}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":8,"unit":"octets","constant":3,"derive":{"op":"number","value":3}},{"name":"shift","label":"shift.cnt","bit":16,"rules":[],"form":"uint","bits":8}],"length":{"octets":{"op":"name","name":"length"}},"require":[],"context":{},"tag":3},{"title":"SackPermitted","description":"Its sender understands selective acknowledgements (RFC 2018 section 2); in a SYN alone.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":4,"derive":{"op":"number","value":4}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":8,"unit":"octets","constant":2,"derive":{"op":"number","value":2}}],"length":{"octets":{"op":"name","name":"length"}},"require":[],"context":{},"tag":4},{"title":"Sack","description":"What has arrived out of order: each block the first number and the one behind the last (RFC 2018 section 3).","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":5,"derive":{"op":"number","value":5}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":8,"unit":"octets","minimum":2,"derive":{"op":"+","left":{"op":"number","value":2},"right":{"op":"size","name":"blocks"}}},{"name":"blocks","label":"Blocks","description":"Pairs of sequence numbers, 8 octets each.","bit":16,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"name","name":"length"}},"require":[],"context":{},"tag":5},{"title":"Timestamps","description":"The sender's clock, and the peer's as it came last (RFC 7323 section 3.2).","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":8,"derive":{"op":"number","value":8}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":8,"unit":"octets","constant":10,"derive":{"op":"number","value":10}},{"name":"value","label":"TSval","bit":16,"rules":[],"form":"uint","bits":32},{"name":"echo","label":"TSecr","bit":48,"rules":[],"form":"uint","bits":32}],"length":{"octets":{"op":"name","name":"length"}},"require":[],"context":{},"tag":8},{"title":"UserTimeout","description":"How long its sender waits for an acknowledgement (RFC 5482 section 3).","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":28,"derive":{"op":"number","value":28}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":8,"unit":"octets","constant":4,"derive":{"op":"number","value":4}},{"name":"granularity","label":"G","bit":16,"rules":[],"form":"uint","bits":1,"names":{"0":"seconds","1":"minutes"},"derive":{"op":"number","value":0}},{"name":"timeout","label":"User Timeout","bit":17,"rules":[],"form":"uint","bits":15}],"length":{"octets":{"op":"name","name":"length"}},"require":[],"context":{},"tag":28},{"title":"FastOpen","description":"A cookie of TCP Fast Open (RFC 7413 section 4.1.1), as it is.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":34,"derive":{"op":"number","value":34}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":8,"unit":"octets","minimum":2,"derive":{"op":"+","left":{"op":"number","value":2},"right":{"op":"size","name":"cookie"}}},{"name":"cookie","label":"Cookie","bit":16,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"name","name":"length"}},"require":[],"context":{},"tag":34},{"title":"OtherTcpOption","description":"Any other option: its second octet says how long it is. Spells those above, too, by their octets.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"minimum":2},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":8,"unit":"octets","minimum":2,"derive":{"op":"+","left":{"op":"number","value":2},"right":{"op":"size","name":"data"}}},{"name":"data","label":"Data","bit":16,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"name","name":"length"}},"require":[],"context":{}}],"until":{"op":"==","left":{"op":"name","name":"kind"},"right":{"op":"number","value":0}},"align":{"octets":4}},
    {"name":"data","label":"Data","description":"What the application sends.","rules":[],"form":"octets","size":"rest"},
  ],
};

const layout = tcpSegmentLayout;
const scratch = create();

export const tcpSegment: Codec<TcpSegment, TcpSegmentStruct> = {
  layer: 'tcp/segment',
  title: 'TcpSegment',
  minimumOctets: 20,
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
