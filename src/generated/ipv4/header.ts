// Written by `npm run generate` from spec/ipv4/header.schema.json: change that, not this.
import { type Codec, type Context, type Decoded, DERIVE } from '../../wire/codec.ts';
import { describeFaults } from '../../wire/faults.ts';
import { describeFields } from '../../wire/fields.ts';
import { firstFault, observe } from '../../wire/observe.ts';
import { dottedOf } from '../../wire/runtime/address.ts';
import { foldSum, internetSum } from '../../wire/runtime/checksum.ts';
import { freshOctets } from '../../wire/runtime/fresh.ts';
import { copyOctets, hexOf, viewOf, writeHex, writeZeros } from '../../wire/runtime/octets.ts';
import { addressFrom, checkProperties, flagFrom, hexFrom, listFrom, missing, uintFrom } from '../../wire/runtime/values.ts';
import type { Layout } from '../../wire/layout.ts';
import type { Ipv4Header } from './header.types.ts';

export type * from './header.types.ts';

/** Ipv4Header in its fast form: see Codec. */
export interface Ipv4HeaderStruct {
  version: number;
  ihl: number;
  dscp: number;
  ecn: number;
  totalLength: number;
  identification: number;
  reserved: number;
  dontFragment: number;
  moreFragments: number;
  fragmentOffset: number;
  timeToLive: number;
  protocol: number;
  headerChecksum: number;
  source: number;
  destination: number;
  optionsAt: number;
  optionsLength: number;
}

function create(): Ipv4HeaderStruct {
  return {
    version: 4,
    ihl: DERIVE,
    dscp: 0,
    ecn: 0,
    totalLength: DERIVE,
    identification: 0,
    reserved: 0,
    dontFragment: 0,
    moreFragments: 0,
    fragmentOffset: 0,
    timeToLive: 64,
    protocol: 0,
    headerChecksum: DERIVE,
    source: 0,
    destination: 0,
    optionsAt: 0,
    optionsLength: 0,
  };
}

function read(into: Ipv4HeaderStruct, view: DataView, at: number, end: number): number {
  if (end - at < 20) return 1;
  into.optionsAt = at;
  into.optionsLength = 0;
  const w0 = view.getInt32(at);
  const w1 = view.getInt32(at + 4);
  const w2 = view.getInt32(at + 8);
  const w3 = view.getInt32(at + 12);
  const w4 = view.getInt32(at + 16);
  const _version = w0 >>> 28;
  const _ihl = (w0 >>> 24) & 0xf;
  const _dscp = (w0 >>> 18) & 0x3f;
  const _ecn = (w0 >>> 16) & 3;
  const _totalLength = w0 & 0xffff;
  const _identification = w1 >>> 16;
  const _reserved = (w1 >>> 15) & 1;
  const _dontFragment = (w1 >>> 14) & 1;
  const _moreFragments = (w1 >>> 13) & 1;
  const _fragmentOffset = w1 & 0x1fff;
  const _timeToLive = w2 >>> 24;
  const _protocol = (w2 >>> 16) & 0xff;
  const _headerChecksum = w2 & 0xffff;
  const _source = w3;
  const _destination = w4;
  into.version = _version;
  into.ihl = _ihl;
  into.dscp = _dscp;
  into.ecn = _ecn;
  into.totalLength = _totalLength;
  into.identification = _identification;
  into.reserved = _reserved;
  into.dontFragment = _dontFragment;
  into.moreFragments = _moreFragments;
  into.fragmentOffset = _fragmentOffset;
  into.timeToLive = _timeToLive;
  into.protocol = _protocol;
  into.headerChecksum = _headerChecksum;
  into.source = _source;
  into.destination = _destination;
  if (_version !== 4) return 2;
  if (_ihl < 5) return 3;
  const stop = at + _ihl * 4;
  if (stop > end) return 4;
  const p = at + 20;
  const _optionsAt = p;
  const _optionsLength = stop - p;
  into.optionsAt = _optionsAt;
  into.optionsLength = _optionsLength;
  if (!(_totalLength >= _ihl * 4)) return 5;
  let sum = (w0 >>> 16) + (w0 & 0xffff) + (w1 >>> 16) + (w1 & 0xffff) + (w2 >>> 16) + (w2 & 0xffff) + (w3 >>> 16) + (w3 & 0xffff) + (w4 >>> 16) + (w4 & 0xffff);
  let q = at + 20;
  for (; q < stop - 4; q += 8) {
    const a = view.getInt32(q);
    const b = view.getInt32(q + 4);
    sum += (a >>> 16) + (a & 0xffff) + (b >>> 16) + (b & 0xffff);
  }
  if (q < stop) {
    const word = view.getInt32(q);
    sum += (word >>> 16) + (word & 0xffff);
  }
  if (foldSum(sum) !== 0xffff) return 6;
  if (_optionsLength !== 0 && !optionsFit(view, _optionsAt, _optionsAt + _optionsLength)) return 7;
  return 0;
}

function decodeStruct(view: DataView, at: number, end: number): Ipv4HeaderStruct | number {
  if (end - at < 20) return 1;
  const w0 = view.getInt32(at);
  const w1 = view.getInt32(at + 4);
  const w2 = view.getInt32(at + 8);
  const w3 = view.getInt32(at + 12);
  const w4 = view.getInt32(at + 16);
  const _version = w0 >>> 28;
  const _ihl = (w0 >>> 24) & 0xf;
  const _dscp = (w0 >>> 18) & 0x3f;
  const _ecn = (w0 >>> 16) & 3;
  const _totalLength = w0 & 0xffff;
  const _identification = w1 >>> 16;
  const _reserved = (w1 >>> 15) & 1;
  const _dontFragment = (w1 >>> 14) & 1;
  const _moreFragments = (w1 >>> 13) & 1;
  const _fragmentOffset = w1 & 0x1fff;
  const _timeToLive = w2 >>> 24;
  const _protocol = (w2 >>> 16) & 0xff;
  const _headerChecksum = w2 & 0xffff;
  const _source = w3;
  const _destination = w4;
  if (_version !== 4) return 2;
  if (_ihl < 5) return 3;
  const stop = at + _ihl * 4;
  if (stop > end) return 4;
  const p = at + 20;
  const _optionsAt = p;
  const _optionsLength = stop - p;
  if (!(_totalLength >= _ihl * 4)) return 5;
  let sum = (w0 >>> 16) + (w0 & 0xffff) + (w1 >>> 16) + (w1 & 0xffff) + (w2 >>> 16) + (w2 & 0xffff) + (w3 >>> 16) + (w3 & 0xffff) + (w4 >>> 16) + (w4 & 0xffff);
  let q = at + 20;
  for (; q < stop - 4; q += 8) {
    const a = view.getInt32(q);
    const b = view.getInt32(q + 4);
    sum += (a >>> 16) + (a & 0xffff) + (b >>> 16) + (b & 0xffff);
  }
  if (q < stop) {
    const word = view.getInt32(q);
    sum += (word >>> 16) + (word & 0xffff);
  }
  if (foldSum(sum) !== 0xffff) return 6;
  if (_optionsLength !== 0 && !optionsFit(view, _optionsAt, _optionsAt + _optionsLength)) return 7;
  return {
    version: _version,
    ihl: _ihl,
    dscp: _dscp,
    ecn: _ecn,
    totalLength: _totalLength,
    identification: _identification,
    reserved: _reserved,
    dontFragment: _dontFragment,
    moreFragments: _moreFragments,
    fragmentOffset: _fragmentOffset,
    timeToLive: _timeToLive,
    protocol: _protocol,
    headerChecksum: _headerChecksum,
    source: _source,
    destination: _destination,
    optionsAt: _optionsAt,
    optionsLength: _optionsLength,
  };
}

function optionsFit(view: DataView, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const _type = view.getUint8(at);
    switch (_type) {
      case 0: case 1: {
        const stop = at + 1;
        at = stop;
        break;
      }
      case 7: case 131: case 137: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = w0 & 0xff;
        const _pointer = w1;
        if (_length < 3) return false;
        if (_pointer < 4) return false;
        const stop = at + _length;
        if (stop > to) return false;
        if (!((_length & 3) === 3)) return false;
        at = stop;
        break;
      }
      case 68: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 16) & 0xff;
        const _pointer = (w0 >>> 8) & 0xff;
        if (_length < 4) return false;
        if (_pointer < 5) return false;
        const stop = at + _length;
        if (stop > to) return false;
        at = stop;
        break;
      }
      case 136: case 148: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 16) & 0xff;
        if (_length !== 4) return false;
        const stop = at + 4;
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
    if (_type === 0) return true;
  }
  return true;
}

function decodeOptions(view: DataView, from: number, to: number): Ipv4Header['options'] {
  const items: Ipv4Header['options'] = [];
  for (let at = from; at < to; ) {
    const _type = view.getUint8(at);
    switch (_type) {
      case 0: {
        const stop = at + 1;
        items.push({ type: _type });
        at = stop;
        break;
      }
      case 1: {
        const stop = at + 1;
        items.push({ type: _type });
        at = stop;
        break;
      }
      case 7: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = w0 & 0xff;
        const _pointer = w1;
        if (_length < 3) return items;
        if (_pointer < 4) return items;
        const stop = at + _length;
        if (stop > to) return items;
        const p = at + 3;
        const _routeAt = p;
        const _routeLength = stop - p;
        if (!((_length & 3) === 3)) return items;
        items.push({ type: _type, length: _length, pointer: _pointer, route: hexOf(view, _routeAt, _routeLength) });
        at = stop;
        break;
      }
      case 68: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 16) & 0xff;
        const _pointer = (w0 >>> 8) & 0xff;
        const _overflow = (w0 >>> 4) & 0xf;
        const _flag = w0 & 0xf;
        if (_length < 4) return items;
        if (_pointer < 5) return items;
        const stop = at + _length;
        if (stop > to) return items;
        const p = at + 4;
        const _entriesAt = p;
        const _entriesLength = stop - p;
        items.push({ type: _type, length: _length, pointer: _pointer, overflow: _overflow, flag: _flag, entries: hexOf(view, _entriesAt, _entriesLength) });
        at = stop;
        break;
      }
      case 130: {
        if (to - at < 2) return items;
        const w0 = view.getUint16(at);
        const _length = w0 & 0xff;
        if (_length < 2) return items;
        const stop = at + _length;
        if (stop > to) return items;
        const p = at + 2;
        const _markingAt = p;
        const _markingLength = stop - p;
        items.push({ type: _type, length: _length, marking: hexOf(view, _markingAt, _markingLength) });
        at = stop;
        break;
      }
      case 131: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = w0 & 0xff;
        const _pointer = w1;
        if (_length < 3) return items;
        if (_pointer < 4) return items;
        const stop = at + _length;
        if (stop > to) return items;
        const p = at + 3;
        const _routeAt = p;
        const _routeLength = stop - p;
        if (!((_length & 3) === 3)) return items;
        items.push({ type: _type, length: _length, pointer: _pointer, route: hexOf(view, _routeAt, _routeLength) });
        at = stop;
        break;
      }
      case 136: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 16) & 0xff;
        const _streamId = w0 & 0xffff;
        if (_length !== 4) return items;
        const stop = at + 4;
        items.push({ type: _type, length: _length, streamId: _streamId });
        at = stop;
        break;
      }
      case 137: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = w0 & 0xff;
        const _pointer = w1;
        if (_length < 3) return items;
        if (_pointer < 4) return items;
        const stop = at + _length;
        if (stop > to) return items;
        const p = at + 3;
        const _routeAt = p;
        const _routeLength = stop - p;
        if (!((_length & 3) === 3)) return items;
        items.push({ type: _type, length: _length, pointer: _pointer, route: hexOf(view, _routeAt, _routeLength) });
        at = stop;
        break;
      }
      case 148: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 16) & 0xff;
        const _value = w0 & 0xffff;
        if (_length !== 4) return items;
        const stop = at + 4;
        items.push({ type: _type, length: _length, value: _value });
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
        items.push({ type: _type, length: _length, data: hexOf(view, _dataAt, _dataLength) });
        at = stop;
        break;
      }
    }
    if (_type === 0) break;
  }
  return items;
}

function decode(octets: Uint8Array): Decoded<Ipv4Header> {
  const view = viewOf(octets);
  const from = scratch;
  if (read(from, view, 0, view.byteLength) !== 0) return { ok: false, fault: firstFault(layout, octets) };
  const value: Ipv4Header = {
    version: from.version,
    ihl: from.ihl,
    dscp: from.dscp,
    ecn: from.ecn,
    totalLength: from.totalLength,
    identification: from.identification,
    reserved: from.reserved !== 0,
    dontFragment: from.dontFragment !== 0,
    moreFragments: from.moreFragments !== 0,
    fragmentOffset: from.fragmentOffset,
    timeToLive: from.timeToLive,
    protocol: from.protocol,
    headerChecksum: from.headerChecksum,
    source: dottedOf(from.source),
    destination: dottedOf(from.destination),
    options: decodeOptions(view, from.optionsAt, from.optionsAt + from.optionsLength),
  };
  return { ok: true, value, length: from.ihl * 4 };
}

function lengthOf(from: Ipv4HeaderStruct): number {
  const _optionsLength = from.optionsLength;
  let _ihl = from.ihl;
  if (_ihl === DERIVE) _ihl = 5 + Math.floor((_optionsLength + 3) / 4);
  let p = 20;
  p = Math.max(p + ((_optionsLength + 3) & ~3), _ihl * 4);
  return p;
}

function write(from: Ipv4HeaderStruct, view: DataView, at: number, context?: Context): number {
  const payloadLength = context?.payloadLength ?? 0;
  const octets = context?.octets ?? view;
  const _optionsLength = from.optionsLength;
  const _version = from.version;
  let _ihl = from.ihl;
  if (_ihl === DERIVE) _ihl = 5 + Math.floor((_optionsLength + 3) / 4);
  const _dscp = from.dscp;
  const _ecn = from.ecn;
  let _totalLength = from.totalLength;
  if (_totalLength === DERIVE) _totalLength = _ihl * 4 + payloadLength;
  const _identification = from.identification;
  const _reserved = from.reserved;
  const _dontFragment = from.dontFragment;
  const _moreFragments = from.moreFragments;
  const _fragmentOffset = from.fragmentOffset;
  const _timeToLive = from.timeToLive;
  const _protocol = from.protocol;
  let _headerChecksum = from.headerChecksum;
  if (_headerChecksum === DERIVE) _headerChecksum = 0;
  const _source = from.source;
  const _destination = from.destination;
  const w0 = ((_version & 0xf) << 28) | ((_ihl & 0xf) << 24) | ((_dscp & 0x3f) << 18) | ((_ecn & 3) << 16) | (_totalLength & 0xffff);
  view.setInt32(at, w0);
  const w1 = ((_identification & 0xffff) << 16) | ((_reserved & 1) << 15) | ((_dontFragment & 1) << 14) | ((_moreFragments & 1) << 13) | (_fragmentOffset & 0x1fff);
  view.setInt32(at + 4, w1);
  const w2 = ((_timeToLive & 0xff) << 24) | ((_protocol & 0xff) << 16) | (_headerChecksum & 0xffff);
  view.setInt32(at + 8, w2);
  const w3 = _source;
  view.setInt32(at + 12, w3);
  const w4 = _destination;
  view.setInt32(at + 16, w4);
  let p = at + 20;
  copyOctets(octets, from.optionsAt, view, p, _optionsLength);
  const end = Math.max(p + ((_optionsLength + 3) & ~3), at + _ihl * 4);
  writeZeros(view, p + _optionsLength, end);
  p = end;
  const stop = p;
  if (from.headerChecksum === DERIVE) {
    const covered = Math.min(stop, at + _ihl * 4);
    if (covered < at + 20) {
      const sum = internetSum(view, at, covered, 0);
      view.setUint16(at + 10, ~foldSum(sum) & 0xffff);
    } else {
      let sum = (w0 >>> 16) + (w0 & 0xffff) + (w1 >>> 16) + (w1 & 0xffff) + (w2 >>> 16) + (w2 & 0xffff) + (w3 >>> 16) + (w3 & 0xffff) + (w4 >>> 16) + (w4 & 0xffff);
      let q = at + 20;
      for (; q < covered - 4; q += 8) {
        const a = view.getInt32(q);
        const b = view.getInt32(q + 4);
        sum += (a >>> 16) + (a & 0xffff) + (b >>> 16) + (b & 0xffff);
      }
      if (q < covered) {
        const word = view.getInt32(q);
        sum += (word >>> 16) + (word & 0xffff);
      }
      view.setUint16(at + 10, ~foldSum(sum) & 0xffff);
    }
  }
  return stop - at;
}

const OPTIONS_0: ReadonlySet<string> = new Set(['type']);
const OPTIONS_1: ReadonlySet<string> = new Set(['type']);
const OPTIONS_2: ReadonlySet<string> = new Set(['type', 'length', 'pointer', 'route']);
const OPTIONS_3: ReadonlySet<string> = new Set(['type', 'length', 'pointer', 'overflow', 'flag', 'entries']);
const OPTIONS_4: ReadonlySet<string> = new Set(['type', 'length', 'marking']);
const OPTIONS_5: ReadonlySet<string> = new Set(['type', 'length', 'pointer', 'route']);
const OPTIONS_6: ReadonlySet<string> = new Set(['type', 'length', 'streamId']);
const OPTIONS_7: ReadonlySet<string> = new Set(['type', 'length', 'pointer', 'route']);
const OPTIONS_8: ReadonlySet<string> = new Set(['type', 'length', 'value']);
const OPTIONS_9: ReadonlySet<string> = new Set(['type', 'length', 'data']);

function encodeOptionsItem(item: Readonly<Record<string, unknown>>, path: string, view: DataView, at: number): number {
  const _type = uintFrom(item['type'], `${path}.type`, 8);
  switch (item['data'] === undefined ? _type : -1) {
    case 0: {
      checkProperties(item, OPTIONS_0, path);
      const w0 = _type & 0xff;
      view.setUint8(at, w0);
      let p = at + 1;
      const stop = p;
      return stop - at;
    }
    case 1: {
      checkProperties(item, OPTIONS_1, path);
      const w0 = _type & 0xff;
      view.setUint8(at, w0);
      let p = at + 1;
      const stop = p;
      return stop - at;
    }
    case 7: {
      checkProperties(item, OPTIONS_2, path);
      const route = item['route'] === undefined ? '' : hexFrom(item['route'], `${path}.route`);
      const _routeLength = route.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(3 + _routeLength, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const _pointer = item['pointer'] === undefined ? uintFrom(4, `${path}.pointer`, 8) : uintFrom(item['pointer'], `${path}.pointer`, 8);
      const w0 = ((_type & 0xff) << 8) | (_length & 0xff);
      view.setUint16(at, w0);
      const w1 = _pointer & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(route, view, p);
      p += _routeLength;
      const stop = p;
      return stop - at;
    }
    case 68: {
      checkProperties(item, OPTIONS_3, path);
      const entries = item['entries'] === undefined ? '' : hexFrom(item['entries'], `${path}.entries`);
      const _entriesLength = entries.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(4 + _entriesLength, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const _pointer = item['pointer'] === undefined ? uintFrom(5, `${path}.pointer`, 8) : uintFrom(item['pointer'], `${path}.pointer`, 8);
      const _overflow = item['overflow'] === undefined ? uintFrom(0, `${path}.overflow`, 4) : uintFrom(item['overflow'], `${path}.overflow`, 4);
      const _flag = item['flag'] === undefined ? uintFrom(0, `${path}.flag`, 4) : uintFrom(item['flag'], `${path}.flag`, 4);
      const w0 = ((_type & 0xff) << 24) | ((_length & 0xff) << 16) | ((_pointer & 0xff) << 8) | ((_overflow & 0xf) << 4) | (_flag & 0xf);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(entries, view, p);
      p += _entriesLength;
      const stop = p;
      return stop - at;
    }
    case 130: {
      checkProperties(item, OPTIONS_4, path);
      const marking = item['marking'] === undefined ? '' : hexFrom(item['marking'], `${path}.marking`);
      const _markingLength = marking.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(2 + _markingLength, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const w0 = ((_type & 0xff) << 8) | (_length & 0xff);
      view.setUint16(at, w0);
      let p = at + 2;
      writeHex(marking, view, p);
      p += _markingLength;
      const stop = p;
      return stop - at;
    }
    case 131: {
      checkProperties(item, OPTIONS_5, path);
      const route = item['route'] === undefined ? '' : hexFrom(item['route'], `${path}.route`);
      const _routeLength = route.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(3 + _routeLength, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const _pointer = item['pointer'] === undefined ? uintFrom(4, `${path}.pointer`, 8) : uintFrom(item['pointer'], `${path}.pointer`, 8);
      const w0 = ((_type & 0xff) << 8) | (_length & 0xff);
      view.setUint16(at, w0);
      const w1 = _pointer & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(route, view, p);
      p += _routeLength;
      const stop = p;
      return stop - at;
    }
    case 136: {
      checkProperties(item, OPTIONS_6, path);
      const _length = item['length'] === undefined ? uintFrom(4, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const _streamId = item['streamId'] === undefined ? missing(`${path}.streamId`) : uintFrom(item['streamId'], `${path}.streamId`, 16);
      const w0 = ((_type & 0xff) << 24) | ((_length & 0xff) << 16) | (_streamId & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      const stop = p;
      return stop - at;
    }
    case 137: {
      checkProperties(item, OPTIONS_7, path);
      const route = item['route'] === undefined ? '' : hexFrom(item['route'], `${path}.route`);
      const _routeLength = route.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(3 + _routeLength, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const _pointer = item['pointer'] === undefined ? uintFrom(4, `${path}.pointer`, 8) : uintFrom(item['pointer'], `${path}.pointer`, 8);
      const w0 = ((_type & 0xff) << 8) | (_length & 0xff);
      view.setUint16(at, w0);
      const w1 = _pointer & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(route, view, p);
      p += _routeLength;
      const stop = p;
      return stop - at;
    }
    case 148: {
      checkProperties(item, OPTIONS_8, path);
      const _length = item['length'] === undefined ? uintFrom(4, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const _value = item['value'] === undefined ? uintFrom(0, `${path}.value`, 16) : uintFrom(item['value'], `${path}.value`, 16);
      const w0 = ((_type & 0xff) << 24) | ((_length & 0xff) << 16) | (_value & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      const stop = p;
      return stop - at;
    }
    default: {
      checkProperties(item, OPTIONS_9, path);
      const data = item['data'] === undefined ? '' : hexFrom(item['data'], `${path}.data`);
      const _dataLength = data.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(2 + _dataLength, `${path}.length`, 8) : uintFrom(item['length'], `${path}.length`, 8);
      const w0 = ((_type & 0xff) << 8) | (_length & 0xff);
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
  let size = 4 * items.length;
  for (const item of items) for (const part of Object.values(item)) if (typeof part === 'string') size += part.length >> 1;
  return size;
}

const PROPERTIES: ReadonlySet<string> = new Set(['version', 'ihl', 'dscp', 'ecn', 'totalLength', 'identification', 'reserved', 'dontFragment', 'moreFragments', 'fragmentOffset', 'timeToLive', 'protocol', 'headerChecksum', 'source', 'destination', 'options']);

function encode(value: Partial<Ipv4Header>, context?: Context): Uint8Array {
  checkProperties(value, PROPERTIES, 'Ipv4Header');
  const from = create();
  if (value.version !== undefined) from.version = uintFrom(value.version, 'version', 4);
  if (value.ihl !== undefined) from.ihl = uintFrom(value.ihl, 'ihl', 4);
  if (value.dscp !== undefined) from.dscp = uintFrom(value.dscp, 'dscp', 6);
  if (value.ecn !== undefined) from.ecn = uintFrom(value.ecn, 'ecn', 2);
  if (value.totalLength !== undefined) from.totalLength = uintFrom(value.totalLength, 'totalLength', 16);
  if (value.identification !== undefined) from.identification = uintFrom(value.identification, 'identification', 16);
  if (value.reserved !== undefined) from.reserved = flagFrom(value.reserved, 'reserved');
  if (value.dontFragment !== undefined) from.dontFragment = flagFrom(value.dontFragment, 'dontFragment');
  if (value.moreFragments !== undefined) from.moreFragments = flagFrom(value.moreFragments, 'moreFragments');
  if (value.fragmentOffset !== undefined) from.fragmentOffset = uintFrom(value.fragmentOffset, 'fragmentOffset', 13);
  if (value.timeToLive !== undefined) from.timeToLive = uintFrom(value.timeToLive, 'timeToLive', 8);
  if (value.protocol !== undefined) from.protocol = uintFrom(value.protocol, 'protocol', 8);
  else missing('protocol');
  if (value.headerChecksum !== undefined) from.headerChecksum = uintFrom(value.headerChecksum, 'headerChecksum', 16);
  if (value.source !== undefined) from.source = addressFrom(value.source, 'source');
  else missing('source');
  if (value.destination !== undefined) from.destination = addressFrom(value.destination, 'destination');
  else missing('destination');
  const options = value.options === undefined ? [] : listFrom(value.options, 'options');
  const scratchView = viewOf(freshOctets(sizeOfOptions(options)));
  from.optionsAt = 0;
  options.forEach((item, index) => {
    const at = from.optionsAt + from.optionsLength;
    from.optionsLength += encodeOptionsItem(item as Readonly<Record<string, unknown>>, `options[${index}]`, scratchView, at);
  });
  const payloadLength = context?.payloadLength ?? 0;
  if (from.ihl === DERIVE) from.ihl = uintFrom(5 + Math.floor((from.optionsLength + 3) / 4), 'ihl', 4);
  if (from.totalLength === DERIVE) from.totalLength = uintFrom(from.ihl * 4 + payloadLength, 'totalLength', 16);
  const octets = freshOctets(lengthOf(from));
  write(from, viewOf(octets), 0, { ...context, octets: scratchView });
  return octets;
}

/** What the observing decoder walks, and pictures are drawn from. */
export const ipv4HeaderLayout: Layout = {
  layer: "ipv4/header",
  title: "Ipv4Header",
  description: "The header that starts every IPv4 datagram (RFC 791 section 3.1): 20 octets, and options when IHL says so.",
  length: {"octets":{"op":"*","left":{"op":"name","name":"ihl"},"right":{"op":"number","value":4}},"rule":"RFC791-IHL-2"},
  require: [{"that":{"op":">=","left":{"op":"name","name":"totalLength"},"right":{"op":"*","left":{"op":"name","name":"ihl"},"right":{"op":"number","value":4}}},"field":"totalLength","rule":"RFC1812-HV-5","onInvalid":{"router":["discard"],"host":["discard","malformed"]}}],
  context: {"payloadLength":"Octets of data that follow the header."},
  fields: [
    {"name":"version","label":"Version","description":"Which format the header has; this one is 4.","bit":0,"rules":["RFC791-VER"],"onInvalid":{"any":["discard"]},"form":"uint","bits":4,"constant":4,"derive":{"op":"number","value":4}},
    {"name":"ihl","label":"IHL","description":"Length of the header in 32-bit words, options and padding included.","bit":4,"rules":["RFC791-IHL-1","RFC791-IHL-2"],"onInvalid":{"any":["discard"]},"form":"uint","bits":4,"scale":4,"unit":"octets","minimum":5,"derive":{"op":"+","left":{"op":"number","value":5},"right":{"op":"/","left":{"op":"+","left":{"op":"size","name":"options"},"right":{"op":"number","value":3}},"right":{"op":"number","value":4}}}},
    {"name":"dscp","label":"DSCP","description":"The Differentiated Services codepoint (RFC 2474), once the upper bits of Type of Service.","bit":8,"rules":[],"form":"uint","bits":6,"derive":{"op":"number","value":0}},
    {"name":"ecn","label":"ECN","description":"Explicit congestion notification (RFC 3168).","bit":14,"rules":[],"form":"uint","bits":2,"names":{"0":"Not-ECT","1":"ECT(1)","2":"ECT(0)","3":"CE"},"derive":{"op":"number","value":0}},
    {"name":"totalLength","label":"Total Length","description":"Octets of the whole datagram, header and data.","bit":16,"rules":["RFC791-TL-1","RFC1812-HV-5"],"form":"uint","bits":16,"unit":"octets","derive":{"op":"+","left":{"op":"*","left":{"op":"name","name":"ihl"},"right":{"op":"number","value":4}},"right":{"op":"name","name":"payloadLength"}}},
    {"name":"identification","label":"Identification","description":"Tells which fragments belong to one datagram.","bit":32,"rules":[],"form":"uint","bits":16,"derive":{"op":"number","value":0}},
    {"name":"reserved","label":"Reserved","description":"Bit 0 of the flags: sent as zero, and no reason to drop a datagram that has it set.","bit":48,"rules":["RFC791-FLAG-1"],"form":"bool","bits":1,"send":0,"derive":{"op":"number","value":0}},
    {"name":"dontFragment","label":"DF","description":"The datagram may not be cut into fragments.","bit":49,"rules":["RFC791-FLAG-2"],"form":"bool","bits":1,"derive":{"op":"number","value":0}},
    {"name":"moreFragments","label":"MF","description":"This is a fragment, and not the last one of its datagram.","bit":50,"rules":["RFC791-FLAG-2"],"form":"bool","bits":1,"derive":{"op":"number","value":0}},
    {"name":"fragmentOffset","label":"Fragment Offset","description":"Where in its datagram the fragment's data starts.","bit":51,"rules":["RFC791-FO-1"],"form":"uint","bits":13,"scale":8,"unit":"octets","derive":{"op":"number","value":0}},
    {"name":"timeToLive","label":"Time to Live","description":"How many more times the datagram may be forwarded.","bit":64,"rules":[],"form":"uint","bits":8,"unit":"hops","derive":{"op":"number","value":64}},
    {"name":"protocol","label":"Protocol","description":"What the data is: the number of the protocol above.","bit":72,"rules":[],"form":"uint","bits":8,"names":{"1":"ICMP","6":"TCP","17":"UDP"}},
    {"name":"headerChecksum","label":"Header Checksum","description":"Ones-complement checksum of the header alone.","bit":80,"rules":["RFC791-CSUM-1"],"onInvalid":{"any":["discard"]},"form":"uint","bits":16,"checksum":{"algorithm":"internet","over":"layer"}},
    {"name":"source","label":"Source Address","description":"Address of the sender.","bit":96,"rules":[],"form":"ipv4","bits":32},
    {"name":"destination","label":"Destination Address","description":"Address of the receiver.","bit":128,"rules":[],"form":"ipv4","bits":32},
    {"name":"options","label":"Options","description":"None, one or several, up to 40 octets; zeros fill the last word. Any option but types 0 and 1 may also be spelled as OtherOption.","bit":160,"rules":["RFC791-OPT-3","RFC791-PAD-1"],"onInvalid":{"any":["discard","malformed","ignore"]},"form":"list","size":"rest","items":[{"title":"EndOfOptionList","description":"No option follows; what is left of the header is padding.","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":8,"constant":0,"derive":{"op":"number","value":0}}],"require":[],"context":{},"tag":0},{"title":"NoOperation","description":"Fills an octet between options.","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":8,"constant":1,"derive":{"op":"number","value":1}}],"require":[],"context":{},"tag":1},{"title":"RecordRoute","description":"Every router on the way writes its address into the next free place.","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":8,"constant":7,"derive":{"op":"number","value":7}},{"name":"length","label":"Length","description":"Octets of the option, type and length included.","bit":8,"rules":["RFC791-OPT-3"],"form":"uint","bits":8,"unit":"octets","minimum":3,"derive":{"op":"+","left":{"op":"number","value":3},"right":{"op":"size","name":"route"}}},{"name":"pointer","label":"Pointer","description":"The octet of the option, counted from 1, at which the next address lies; beyond the option: none is left.","bit":16,"rules":["RFC791-OPT-3"],"form":"uint","bits":8,"unit":"octets","minimum":4,"derive":{"op":"number","value":4}},{"name":"route","label":"Route Data","description":"Addresses, four octets each.","bit":24,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"name","name":"length"},"rule":"RFC791-OPT-3"},"require":[{"that":{"op":"==","left":{"op":"%","left":{"op":"name","name":"length"},"right":{"op":"number","value":4}},"right":{"op":"number","value":3}},"field":"length","rule":"RFC791-OPT-3"}],"context":{},"tag":7},{"title":"Timestamp","description":"Every router on the way writes the time, and its address if the flag says so.","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":8,"constant":68,"derive":{"op":"number","value":68}},{"name":"length","label":"Length","description":"Octets of the option, type and length included.","bit":8,"rules":["RFC791-OPT-3"],"form":"uint","bits":8,"unit":"octets","minimum":4,"derive":{"op":"+","left":{"op":"number","value":4},"right":{"op":"size","name":"entries"}}},{"name":"pointer","label":"Pointer","description":"The octet of the option, counted from 1, at which the next timestamp is to go; beyond the option: it is full.","bit":16,"rules":["RFC791-OPT-3"],"form":"uint","bits":8,"unit":"octets","minimum":5,"derive":{"op":"number","value":5}},{"name":"overflow","label":"Overflow","description":"How many routers found no place left.","bit":24,"rules":[],"form":"uint","bits":4,"derive":{"op":"number","value":0}},{"name":"flag","label":"Flag","description":"What an entry is.","bit":28,"rules":[],"form":"uint","bits":4,"names":{"0":"timestamps alone","1":"each after its router's address","3":"for the addresses given, alone"},"derive":{"op":"number","value":0}},{"name":"entries","label":"Entries","description":"Words of 32 bits: times, or addresses and times.","bit":32,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"name","name":"length"},"rule":"RFC791-OPT-3"},"require":[],"context":{},"tag":68},{"title":"Security","description":"A security marking (RFC 791, RFC 1108), passed on as octets.","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":8,"constant":130,"derive":{"op":"number","value":130}},{"name":"length","label":"Length","description":"Octets of the option, type and length included.","bit":8,"rules":["RFC791-OPT-3"],"form":"uint","bits":8,"unit":"octets","minimum":2,"derive":{"op":"+","left":{"op":"number","value":2},"right":{"op":"size","name":"marking"}}},{"name":"marking","label":"Marking","description":"Levels and authorities, not looked into.","bit":16,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"name","name":"length"},"rule":"RFC791-OPT-3"},"require":[],"context":{},"tag":130},{"title":"LooseSourceRoute","description":"Addresses to pass on the way, others between them allowed; those passed are replaced by a record.","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":8,"constant":131,"derive":{"op":"number","value":131}},{"name":"length","label":"Length","description":"Octets of the option, type and length included.","bit":8,"rules":["RFC791-OPT-3"],"form":"uint","bits":8,"unit":"octets","minimum":3,"derive":{"op":"+","left":{"op":"number","value":3},"right":{"op":"size","name":"route"}}},{"name":"pointer","label":"Pointer","description":"The octet of the option, counted from 1, at which the next address lies; beyond the option: none is left.","bit":16,"rules":["RFC791-OPT-3"],"form":"uint","bits":8,"unit":"octets","minimum":4,"derive":{"op":"number","value":4}},{"name":"route","label":"Route Data","description":"Addresses, four octets each.","bit":24,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"name","name":"length"},"rule":"RFC791-OPT-3"},"require":[{"that":{"op":"==","left":{"op":"%","left":{"op":"name","name":"length"},"right":{"op":"number","value":4}},"right":{"op":"number","value":3}},"field":"length","rule":"RFC791-OPT-3"}],"context":{},"tag":131},{"title":"StreamIdentifier","description":"Name of a SATNET stream; obsolete (RFC 6814).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":8,"constant":136,"derive":{"op":"number","value":136}},{"name":"length","label":"Length","description":"Octets of the option, type and length included: always 4.","bit":8,"rules":["RFC791-OPT-3"],"form":"uint","bits":8,"unit":"octets","constant":4,"derive":{"op":"number","value":4}},{"name":"streamId","label":"Stream ID","bit":16,"rules":[],"form":"uint","bits":16}],"require":[],"context":{},"tag":136},{"title":"StrictSourceRoute","description":"Addresses to pass on the way, with none between them; those passed are replaced by a record.","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":8,"constant":137,"derive":{"op":"number","value":137}},{"name":"length","label":"Length","description":"Octets of the option, type and length included.","bit":8,"rules":["RFC791-OPT-3"],"form":"uint","bits":8,"unit":"octets","minimum":3,"derive":{"op":"+","left":{"op":"number","value":3},"right":{"op":"size","name":"route"}}},{"name":"pointer","label":"Pointer","description":"The octet of the option, counted from 1, at which the next address lies; beyond the option: none is left.","bit":16,"rules":["RFC791-OPT-3"],"form":"uint","bits":8,"unit":"octets","minimum":4,"derive":{"op":"number","value":4}},{"name":"route","label":"Route Data","description":"Addresses, four octets each.","bit":24,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"name","name":"length"},"rule":"RFC791-OPT-3"},"require":[{"that":{"op":"==","left":{"op":"%","left":{"op":"name","name":"length"},"right":{"op":"number","value":4}},"right":{"op":"number","value":3}},"field":"length","rule":"RFC791-OPT-3"}],"context":{},"tag":137},{"title":"RouterAlert","description":"Routers on the way are to look more closely (RFC 2113).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":8,"constant":148,"derive":{"op":"number","value":148}},{"name":"length","label":"Length","description":"Octets of the option, type and length included: always 4.","bit":8,"rules":["RFC791-OPT-3"],"form":"uint","bits":8,"unit":"octets","constant":4,"derive":{"op":"number","value":4}},{"name":"value","label":"Value","description":"0: look at the datagram; others are unassigned here.","bit":16,"rules":[],"form":"uint","bits":16,"derive":{"op":"number","value":0}}],"require":[],"context":{},"tag":148},{"title":"OtherOption","description":"Any other option: its second octet says how long it is. Also the generic spelling of every option that has a length, right or wrong: given data, an encoder writes type, length and data as they stand; a decoder answers a kind that has a name by that.","fields":[{"name":"type","label":"Type","description":"One bit copied, two bits class, five bits number.","bit":0,"rules":[],"form":"uint","bits":8,"minimum":2},{"name":"length","label":"Length","description":"Octets of the option, type and length included.","bit":8,"rules":["RFC791-OPT-3"],"form":"uint","bits":8,"unit":"octets","minimum":2,"derive":{"op":"+","left":{"op":"number","value":2},"right":{"op":"size","name":"data"}}},{"name":"data","label":"Data","bit":16,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"name","name":"length"},"rule":"RFC791-OPT-3"},"require":[],"context":{}}],"until":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":0}},"align":{"octets":4,"rule":"RFC791-PAD-1"}},
  ],
};

const layout = ipv4HeaderLayout;
const scratch = create();

export const ipv4Header: Codec<Ipv4Header, Ipv4HeaderStruct> = {
  layer: 'ipv4/header',
  title: 'Ipv4Header',
  minimumOctets: 20,
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
