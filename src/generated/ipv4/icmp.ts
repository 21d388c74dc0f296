// Written by `npm run generate` from spec/ipv4/icmp.schema.json: change that, not this.
import { type Codec, type Context, type Decoded, DERIVE } from '../../wire/codec.ts';
import { describeFaults } from '../../wire/faults.ts';
import { describeFields } from '../../wire/fields.ts';
import { firstFault, observe } from '../../wire/observe.ts';
import { dottedOf } from '../../wire/runtime/address.ts';
import { foldSum, internetSum } from '../../wire/runtime/checksum.ts';
import { freshOctets } from '../../wire/runtime/fresh.ts';
import { copyOctets, hexOf, viewOf, writeHex } from '../../wire/runtime/octets.ts';
import { absent, addressFrom, checkProperties, hexFrom, missing, uintFrom } from '../../wire/runtime/values.ts';
import type { Layout } from '../../wire/layout.ts';
import type { IcmpMessage } from './icmp.types.ts';

export type * from './icmp.types.ts';

/** IcmpMessage in its fast form: see Codec. */
export interface IcmpMessageStruct {
  type: number;
  code: number;
  checksum: number;
  identifier: number;
  sequenceNumber: number;
  originateTimestamp: number;
  receiveTimestamp: number;
  transmitTimestamp: number;
  gatewayAddress: number;
  unused: number;
  unusedBeforeMtu: number;
  nextHopMtu: number;
  pointer: number;
  unusedAfterPointer: number;
  dataAt: number;
  dataLength: number;
}

function create(): IcmpMessageStruct {
  return {
    type: 0,
    code: 0,
    checksum: DERIVE,
    identifier: 0,
    sequenceNumber: 0,
    originateTimestamp: 0,
    receiveTimestamp: 0,
    transmitTimestamp: 0,
    gatewayAddress: 0,
    unused: 0,
    unusedBeforeMtu: 0,
    nextHopMtu: 0,
    pointer: 0,
    unusedAfterPointer: 0,
    dataAt: 0,
    dataLength: 0,
  };
}

function read(into: IcmpMessageStruct, view: DataView, at: number, end: number): number {
  if (end - at < 4) return 1;
  into.identifier = 0;
  into.sequenceNumber = 0;
  into.originateTimestamp = 0;
  into.receiveTimestamp = 0;
  into.transmitTimestamp = 0;
  into.gatewayAddress = 0;
  into.unused = 0;
  into.unusedBeforeMtu = 0;
  into.nextHopMtu = 0;
  into.pointer = 0;
  into.unusedAfterPointer = 0;
  into.dataAt = at;
  into.dataLength = 0;
  const w0 = view.getInt32(at);
  const _type = w0 >>> 24;
  const _code = (w0 >>> 16) & 0xff;
  const _checksum = w0 & 0xffff;
  into.type = _type;
  into.code = _code;
  into.checksum = _checksum;
  let stop = end;
  let p = at + 4;
  let _identifier = 0;
  let _sequenceNumber = 0;
  if (_type === 0 || _type === 8 || _type === 13 || _type === 14) {
    if (stop - p < 4) return 2;
    const w1_0 = view.getInt32(p);
    _identifier = w1_0 >>> 16;
    _sequenceNumber = w1_0 & 0xffff;
    into.identifier = _identifier;
    into.sequenceNumber = _sequenceNumber;
    p += 4;
  }
  let _originateTimestamp = 0;
  let _receiveTimestamp = 0;
  let _transmitTimestamp = 0;
  if (_type === 13 || _type === 14) {
    if (stop - p < 12) return 3;
    const w2_0 = view.getInt32(p);
    const w2_1 = view.getInt32(p + 4);
    const w2_2 = view.getInt32(p + 8);
    _originateTimestamp = w2_0;
    _receiveTimestamp = w2_1;
    _transmitTimestamp = w2_2;
    into.originateTimestamp = _originateTimestamp;
    into.receiveTimestamp = _receiveTimestamp;
    into.transmitTimestamp = _transmitTimestamp;
    p += 12;
  }
  let _gatewayAddress = 0;
  if (_type === 5) {
    if (stop - p < 4) return 4;
    const w3_0 = view.getInt32(p);
    _gatewayAddress = w3_0;
    into.gatewayAddress = _gatewayAddress;
    p += 4;
  }
  let _unused = 0;
  if (_type === 4 || _type === 11 || _type === 3 && _code !== 4) {
    if (stop - p < 4) return 5;
    const w4_0 = view.getInt32(p);
    _unused = w4_0;
    into.unused = _unused;
    p += 4;
  }
  let _unusedBeforeMtu = 0;
  let _nextHopMtu = 0;
  if (_type === 3 && _code === 4) {
    if (stop - p < 4) return 6;
    const w5_0 = view.getInt32(p);
    _unusedBeforeMtu = w5_0 >>> 16;
    _nextHopMtu = w5_0 & 0xffff;
    into.unusedBeforeMtu = _unusedBeforeMtu;
    into.nextHopMtu = _nextHopMtu;
    p += 4;
  }
  let _pointer = 0;
  let _unusedAfterPointer = 0;
  if (_type === 12) {
    if (stop - p < 4) return 7;
    const w6_0 = view.getInt32(p);
    _pointer = w6_0 >>> 24;
    _unusedAfterPointer = w6_0 & 0xffffff;
    into.pointer = _pointer;
    into.unusedAfterPointer = _unusedAfterPointer;
    p += 4;
  }
  const _dataAt = p;
  const _dataLength = stop - p;
  into.dataAt = _dataAt;
  into.dataLength = _dataLength;
  p += _dataLength;
  stop = p;
  let sum = (w0 >>> 16) + (w0 & 0xffff);
  if (stop > at + 4) sum = internetSum(view, at + 4, stop, sum);
  if (foldSum(sum) !== 0xffff) return 8;
  return 0;
}

function decodeStruct(view: DataView, at: number, end: number): IcmpMessageStruct | number {
  if (end - at < 4) return 1;
  const w0 = view.getInt32(at);
  const _type = w0 >>> 24;
  const _code = (w0 >>> 16) & 0xff;
  const _checksum = w0 & 0xffff;
  let stop = end;
  let p = at + 4;
  let _identifier = 0;
  let _sequenceNumber = 0;
  if (_type === 0 || _type === 8 || _type === 13 || _type === 14) {
    if (stop - p < 4) return 2;
    const w1_0 = view.getInt32(p);
    _identifier = w1_0 >>> 16;
    _sequenceNumber = w1_0 & 0xffff;
    p += 4;
  }
  let _originateTimestamp = 0;
  let _receiveTimestamp = 0;
  let _transmitTimestamp = 0;
  if (_type === 13 || _type === 14) {
    if (stop - p < 12) return 3;
    const w2_0 = view.getInt32(p);
    const w2_1 = view.getInt32(p + 4);
    const w2_2 = view.getInt32(p + 8);
    _originateTimestamp = w2_0;
    _receiveTimestamp = w2_1;
    _transmitTimestamp = w2_2;
    p += 12;
  }
  let _gatewayAddress = 0;
  if (_type === 5) {
    if (stop - p < 4) return 4;
    const w3_0 = view.getInt32(p);
    _gatewayAddress = w3_0;
    p += 4;
  }
  let _unused = 0;
  if (_type === 4 || _type === 11 || _type === 3 && _code !== 4) {
    if (stop - p < 4) return 5;
    const w4_0 = view.getInt32(p);
    _unused = w4_0;
    p += 4;
  }
  let _unusedBeforeMtu = 0;
  let _nextHopMtu = 0;
  if (_type === 3 && _code === 4) {
    if (stop - p < 4) return 6;
    const w5_0 = view.getInt32(p);
    _unusedBeforeMtu = w5_0 >>> 16;
    _nextHopMtu = w5_0 & 0xffff;
    p += 4;
  }
  let _pointer = 0;
  let _unusedAfterPointer = 0;
  if (_type === 12) {
    if (stop - p < 4) return 7;
    const w6_0 = view.getInt32(p);
    _pointer = w6_0 >>> 24;
    _unusedAfterPointer = w6_0 & 0xffffff;
    p += 4;
  }
  const _dataAt = p;
  const _dataLength = stop - p;
  p += _dataLength;
  stop = p;
  let sum = (w0 >>> 16) + (w0 & 0xffff);
  if (stop > at + 4) sum = internetSum(view, at + 4, stop, sum);
  if (foldSum(sum) !== 0xffff) return 8;
  return {
    type: _type,
    code: _code,
    checksum: _checksum,
    identifier: _identifier,
    sequenceNumber: _sequenceNumber,
    originateTimestamp: _originateTimestamp,
    receiveTimestamp: _receiveTimestamp,
    transmitTimestamp: _transmitTimestamp,
    gatewayAddress: _gatewayAddress,
    unused: _unused,
    unusedBeforeMtu: _unusedBeforeMtu,
    nextHopMtu: _nextHopMtu,
    pointer: _pointer,
    unusedAfterPointer: _unusedAfterPointer,
    dataAt: _dataAt,
    dataLength: _dataLength,
  };
}

function decode(octets: Uint8Array): Decoded<IcmpMessage> {
  const view = viewOf(octets);
  const from = scratch;
  if (read(from, view, 0, view.byteLength) !== 0) return { ok: false, fault: firstFault(layout, octets) };
  const value: IcmpMessage = {
    type: from.type,
    code: from.code,
    checksum: from.checksum,
    ...(from.type === 0 || from.type === 8 || from.type === 13 || from.type === 14 ? { identifier: from.identifier } : undefined),
    ...(from.type === 0 || from.type === 8 || from.type === 13 || from.type === 14 ? { sequenceNumber: from.sequenceNumber } : undefined),
    ...(from.type === 13 || from.type === 14 ? { originateTimestamp: from.originateTimestamp >>> 0 } : undefined),
    ...(from.type === 13 || from.type === 14 ? { receiveTimestamp: from.receiveTimestamp >>> 0 } : undefined),
    ...(from.type === 13 || from.type === 14 ? { transmitTimestamp: from.transmitTimestamp >>> 0 } : undefined),
    ...(from.type === 5 ? { gatewayAddress: dottedOf(from.gatewayAddress) } : undefined),
    ...(from.type === 4 || from.type === 11 || from.type === 3 && from.code !== 4 ? { unused: from.unused >>> 0 } : undefined),
    ...(from.type === 3 && from.code === 4 ? { unusedBeforeMtu: from.unusedBeforeMtu } : undefined),
    ...(from.type === 3 && from.code === 4 ? { nextHopMtu: from.nextHopMtu } : undefined),
    ...(from.type === 12 ? { pointer: from.pointer } : undefined),
    ...(from.type === 12 ? { unusedAfterPointer: from.unusedAfterPointer } : undefined),
    data: hexOf(view, from.dataAt, from.dataLength),
  };
  return { ok: true, value, length: lengthOf(from) };
}

function lengthOf(from: IcmpMessageStruct): number {
  const _dataLength = from.dataLength;
  const _type = from.type;
  const _code = from.code;
  let p = 4;
  if (_type === 0 || _type === 8 || _type === 13 || _type === 14) p += 4;
  if (_type === 13 || _type === 14) p += 12;
  if (_type === 5) p += 4;
  if (_type === 4 || _type === 11 || _type === 3 && _code !== 4) p += 4;
  if (_type === 3 && _code === 4) p += 4;
  if (_type === 12) p += 4;
  p += _dataLength;
  return p;
}

function write(from: IcmpMessageStruct, view: DataView, at: number, context?: Context): number {
  const octets = context?.octets ?? view;
  const _dataLength = from.dataLength;
  const _type = from.type;
  const _code = from.code;
  let _checksum = from.checksum;
  if (_checksum === DERIVE) _checksum = 0;
  const _identifier = from.identifier;
  const _sequenceNumber = from.sequenceNumber;
  const _originateTimestamp = from.originateTimestamp;
  const _receiveTimestamp = from.receiveTimestamp;
  const _transmitTimestamp = from.transmitTimestamp;
  const _gatewayAddress = from.gatewayAddress;
  const _unused = from.unused;
  const _unusedBeforeMtu = from.unusedBeforeMtu;
  const _nextHopMtu = from.nextHopMtu;
  const _pointer = from.pointer;
  const _unusedAfterPointer = from.unusedAfterPointer;
  const w0 = ((_type & 0xff) << 24) | ((_code & 0xff) << 16) | (_checksum & 0xffff);
  view.setInt32(at, w0);
  let p = at + 4;
  if (_type === 0 || _type === 8 || _type === 13 || _type === 14) {
    const w1_0 = ((_identifier & 0xffff) << 16) | (_sequenceNumber & 0xffff);
    view.setInt32(p, w1_0);
    p += 4;
  }
  if (_type === 13 || _type === 14) {
    const w2_0 = _originateTimestamp;
    view.setInt32(p, w2_0);
    const w2_1 = _receiveTimestamp;
    view.setInt32(p + 4, w2_1);
    const w2_2 = _transmitTimestamp;
    view.setInt32(p + 8, w2_2);
    p += 12;
  }
  if (_type === 5) {
    const w3_0 = _gatewayAddress;
    view.setInt32(p, w3_0);
    p += 4;
  }
  if (_type === 4 || _type === 11 || _type === 3 && _code !== 4) {
    const w4_0 = _unused;
    view.setInt32(p, w4_0);
    p += 4;
  }
  if (_type === 3 && _code === 4) {
    const w5_0 = ((_unusedBeforeMtu & 0xffff) << 16) | (_nextHopMtu & 0xffff);
    view.setInt32(p, w5_0);
    p += 4;
  }
  if (_type === 12) {
    const w6_0 = ((_pointer & 0xff) << 24) | (_unusedAfterPointer & 0xffffff);
    view.setInt32(p, w6_0);
    p += 4;
  }
  copyOctets(octets, from.dataAt, view, p, _dataLength);
  p += _dataLength;
  const stop = p;
  if (from.checksum === DERIVE) {
    const covered = stop;
    let sum = (w0 >>> 16) + (w0 & 0xffff);
    if (covered > at + 4) sum = internetSum(view, at + 4, covered, sum);
    view.setUint16(at + 2, ~foldSum(sum) & 0xffff);
  }
  return stop - at;
}

const PROPERTIES: ReadonlySet<string> = new Set(['type', 'code', 'checksum', 'identifier', 'sequenceNumber', 'originateTimestamp', 'receiveTimestamp', 'transmitTimestamp', 'gatewayAddress', 'unused', 'unusedBeforeMtu', 'nextHopMtu', 'pointer', 'unusedAfterPointer', 'data']);

function encode(value: Partial<IcmpMessage>, context?: Context): Uint8Array {
  checkProperties(value, PROPERTIES, 'IcmpMessage');
  const from = create();
  if (value.type !== undefined) from.type = uintFrom(value.type, 'type', 8);
  else missing('type');
  if (value.code !== undefined) from.code = uintFrom(value.code, 'code', 8);
  if (value.checksum !== undefined) from.checksum = uintFrom(value.checksum, 'checksum', 16);
  if (value.identifier !== undefined) from.identifier = uintFrom(value.identifier, 'identifier', 16);
  if (value.sequenceNumber !== undefined) from.sequenceNumber = uintFrom(value.sequenceNumber, 'sequenceNumber', 16);
  if (value.originateTimestamp !== undefined) from.originateTimestamp = uintFrom(value.originateTimestamp, 'originateTimestamp', 32);
  if (value.receiveTimestamp !== undefined) from.receiveTimestamp = uintFrom(value.receiveTimestamp, 'receiveTimestamp', 32);
  if (value.transmitTimestamp !== undefined) from.transmitTimestamp = uintFrom(value.transmitTimestamp, 'transmitTimestamp', 32);
  if (value.gatewayAddress !== undefined) from.gatewayAddress = addressFrom(value.gatewayAddress, 'gatewayAddress');
  if (value.unused !== undefined) from.unused = uintFrom(value.unused, 'unused', 32);
  if (value.unusedBeforeMtu !== undefined) from.unusedBeforeMtu = uintFrom(value.unusedBeforeMtu, 'unusedBeforeMtu', 16);
  if (value.nextHopMtu !== undefined) from.nextHopMtu = uintFrom(value.nextHopMtu, 'nextHopMtu', 16);
  if (value.pointer !== undefined) from.pointer = uintFrom(value.pointer, 'pointer', 8);
  if (value.unusedAfterPointer !== undefined) from.unusedAfterPointer = uintFrom(value.unusedAfterPointer, 'unusedAfterPointer', 24);
  if (value.identifier !== undefined && !(from.type === 0 || from.type === 8 || from.type === 13 || from.type === 14)) absent('identifier', 'Type is 0 or Type is 8 or Type is 13 or Type is 14');
  if (value.sequenceNumber !== undefined && !(from.type === 0 || from.type === 8 || from.type === 13 || from.type === 14)) absent('sequenceNumber', 'Type is 0 or Type is 8 or Type is 13 or Type is 14');
  if (value.originateTimestamp !== undefined && !(from.type === 13 || from.type === 14)) absent('originateTimestamp', 'Type is 13 or Type is 14');
  if (value.receiveTimestamp !== undefined && !(from.type === 13 || from.type === 14)) absent('receiveTimestamp', 'Type is 13 or Type is 14');
  if (value.transmitTimestamp !== undefined && !(from.type === 13 || from.type === 14)) absent('transmitTimestamp', 'Type is 13 or Type is 14');
  if (value.gatewayAddress !== undefined && !(from.type === 5)) absent('gatewayAddress', 'Type is 5');
  if (value.unused !== undefined && !(from.type === 4 || from.type === 11 || from.type === 3 && from.code !== 4)) absent('unused', 'Type is 4 or Type is 11 or (Type is 3 and Code is not 4)');
  if (value.unusedBeforeMtu !== undefined && !(from.type === 3 && from.code === 4)) absent('unusedBeforeMtu', 'Type is 3 and Code is 4');
  if (value.nextHopMtu !== undefined && !(from.type === 3 && from.code === 4)) absent('nextHopMtu', 'Type is 3 and Code is 4');
  if (value.pointer !== undefined && !(from.type === 12)) absent('pointer', 'Type is 12');
  if (value.unusedAfterPointer !== undefined && !(from.type === 12)) absent('unusedAfterPointer', 'Type is 12');
  const data = value.data === undefined ? '' : hexFrom(value.data, 'data');
  const scratchView = viewOf(freshOctets((data.length >> 1)));
  from.dataAt = 0;
  from.dataLength = writeHex(data, scratchView, 0);
  const octets = freshOctets(lengthOf(from));
  write(from, viewOf(octets), 0, { ...context, octets: scratchView });
  return octets;
}

/** What the observing decoder walks, and pictures are drawn from. */
export const icmpMessageLayout: Layout = {
  layer: "ipv4/icmp",
  title: "IcmpMessage",
  description: "A message of ICMP (RFC 792): echo, timestamp, destination unreachable, source quench, redirect, time exceeded, parameter problem; any other type as data.",
  require: [],
  context: {},
  fields: [
    {"name":"type","label":"Type","description":"What the message says, and with it the format of what follows.","bit":0,"rules":["RFC792-1"],"form":"uint","bits":8,"names":{"0":"Echo Reply","3":"Destination Unreachable","4":"Source Quench","5":"Redirect","8":"Echo","9":"Router Advertisement","10":"Router Solicitation","11":"Time Exceeded","12":"Parameter Problem","13":"Timestamp","14":"Timestamp Reply","15":"Information Request","16":"Information Reply","17":"Address Mask Request","18":"Address Mask Reply"}},
    {"name":"code","label":"Code","description":"Narrows the type.","bit":8,"rules":["RFC792-1"],"form":"uint","bits":8,"namesBy":{"field":"type","names":{"3":{"0":"Net Unreachable","1":"Host Unreachable","2":"Protocol Unreachable","3":"Port Unreachable","4":"Fragmentation Needed and DF Set","5":"Source Route Failed","6":"Destination Network Unknown","7":"Destination Host Unknown","8":"Source Host Isolated","9":"Network Prohibited by Administration","10":"Host Prohibited by Administration","11":"Network Unreachable for Type of Service","12":"Host Unreachable for Type of Service","13":"Communication Prohibited by Administration","14":"Host Precedence Violation","15":"Precedence Cutoff"},"5":{"0":"for the Network","1":"for the Host","2":"for the Type of Service and Network","3":"for the Type of Service and Host"},"11":{"0":"Time to Live, in Transit","1":"Fragment Reassembly"},"12":{"0":"at the Pointer","1":"Required Option Missing","2":"Bad Length"}}},"derive":{"op":"number","value":0}},
    {"name":"checksum","label":"Checksum","description":"Ones-complement checksum of the whole message.","bit":16,"rules":["RFC792-2"],"onInvalid":{"any":["discard"]},"form":"uint","bits":16,"checksum":{"algorithm":"internet","over":"layer"}},
    {"name":"identifier","label":"Identifier","description":"Says, with the sequence number, which request a reply answers.","bit":32,"presentWhen":{"op":"||","left":{"op":"||","left":{"op":"||","left":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":0}},"right":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":8}}},"right":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":13}}},"right":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":14}}},"rules":[],"form":"uint","bits":16,"derive":{"op":"number","value":0}},
    {"name":"sequenceNumber","label":"Sequence Number","description":"Counts the requests of one identifier.","presentWhen":{"op":"||","left":{"op":"||","left":{"op":"||","left":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":0}},"right":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":8}}},"right":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":13}}},"right":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":14}}},"rules":[],"form":"uint","bits":16,"derive":{"op":"number","value":0}},
    {"name":"originateTimestamp","label":"Originate Timestamp","description":"When the sender last touched the request. Milliseconds since midnight UT; with the first bit set, in another unit.","presentWhen":{"op":"||","left":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":13}},"right":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":14}}},"rules":["RFC792-1"],"form":"uint","bits":32,"derive":{"op":"number","value":0}},
    {"name":"receiveTimestamp","label":"Receive Timestamp","description":"When the request reached who answers. Milliseconds since midnight UT; with the first bit set, in another unit.","presentWhen":{"op":"||","left":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":13}},"right":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":14}}},"rules":["RFC792-1"],"form":"uint","bits":32,"derive":{"op":"number","value":0}},
    {"name":"transmitTimestamp","label":"Transmit Timestamp","description":"When who answers last touched the reply. Milliseconds since midnight UT; with the first bit set, in another unit.","presentWhen":{"op":"||","left":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":13}},"right":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":14}}},"rules":["RFC792-1"],"form":"uint","bits":32,"derive":{"op":"number","value":0}},
    {"name":"gatewayAddress","label":"Gateway Internet Address","description":"The router to send datagrams for this destination to.","presentWhen":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":5}},"rules":["RFC792-1"],"form":"ipv4","bits":32,"derive":{"op":"number","value":0}},
    {"name":"unused","label":"unused","presentWhen":{"op":"||","left":{"op":"||","left":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":4}},"right":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":11}}},"right":{"op":"&&","left":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":3}},"right":{"op":"!=","left":{"op":"name","name":"code"},"right":{"op":"number","value":4}}}},"rules":["RFC792-1"],"form":"uint","bits":32,"send":0,"derive":{"op":"number","value":0}},
    {"name":"unusedBeforeMtu","label":"unused","presentWhen":{"op":"&&","left":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":3}},"right":{"op":"==","left":{"op":"name","name":"code"},"right":{"op":"number","value":4}}},"rules":["RFC792-1"],"form":"uint","bits":16,"send":0,"derive":{"op":"number","value":0}},
    {"name":"nextHopMtu","label":"Next-Hop MTU","description":"The largest datagram that the next hop takes (RFC 1191 section 4); 0 from a router that does not say.","presentWhen":{"op":"&&","left":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":3}},"right":{"op":"==","left":{"op":"name","name":"code"},"right":{"op":"number","value":4}}},"rules":[],"form":"uint","bits":16,"unit":"octets","derive":{"op":"number","value":0}},
    {"name":"pointer","label":"Pointer","description":"The octet of the returned header at which the problem was found.","presentWhen":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":12}},"rules":["RFC792-1"],"form":"uint","bits":8,"unit":"octets","derive":{"op":"number","value":0}},
    {"name":"unusedAfterPointer","label":"unused","presentWhen":{"op":"==","left":{"op":"name","name":"type"},"right":{"op":"number","value":12}},"rules":["RFC792-1"],"form":"uint","bits":24,"send":0,"derive":{"op":"number","value":0}},
    {"name":"data","label":"Data","description":"Of an echo: what comes back; of an error: the start of the datagram that caused it; after the fields of a timestamp: nothing; of another type: all the rest.","rules":[],"form":"octets","size":"rest"},
  ],
};

const layout = icmpMessageLayout;
const scratch = create();

export const icmpMessage: Codec<IcmpMessage, IcmpMessageStruct> = {
  layer: 'ipv4/icmp',
  title: 'IcmpMessage',
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
