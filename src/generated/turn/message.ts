// Written by `npm run generate` from spec/turn/message.schema.json: change that, not this.
import { type Codec, type Context, type Decoded, DERIVE } from '../../wire/codec.ts';
import { describeFaults } from '../../wire/faults.ts';
import { describeFields } from '../../wire/fields.ts';
import { firstFault, observe } from '../../wire/observe.ts';
import { ipOf, maskedIpOf } from '../../wire/runtime/ip.ts';
import { finish } from '../../wire/runtime/later.ts';
import { freshOctets } from '../../wire/runtime/fresh.ts';
import { copyOctets, hexOf, viewOf, writeHex, writeZeros } from '../../wire/runtime/octets.ts';
import { addressHexFrom, checkProperties, flagFrom, hexFrom, listFrom, missing, uintFrom } from '../../wire/runtime/values.ts';
import type { Layout } from '../../wire/layout.ts';
import type { Later } from '../../wire/runtime/later.ts';
import type { StunMessage } from './message.types.ts';

export type * from './message.types.ts';

/** StunMessage in its fast form: see Codec. */
export interface StunMessageStruct {
  zeros: number;
  type: number;
  length: number;
  magicCookie: number;
  transactionIdAt: number;
  transactionIdLength: number;
  attributesAt: number;
  attributesLength: number;
}

function create(): StunMessageStruct {
  return {
    zeros: 0,
    type: 0,
    length: DERIVE,
    magicCookie: 554869826,
    transactionIdAt: 0,
    transactionIdLength: 0,
    attributesAt: 0,
    attributesLength: 0,
  };
}

function read(into: StunMessageStruct, view: DataView, at: number, end: number): number {
  if (end - at < 8) return 1;
  into.transactionIdAt = at;
  into.transactionIdLength = 0;
  into.attributesAt = at;
  into.attributesLength = 0;
  const w0 = view.getInt32(at);
  const w1 = view.getInt32(at + 4);
  const _zeros = w0 >>> 30;
  const _type = (w0 >>> 16) & 0x3fff;
  const _length = w0 & 0xffff;
  const _magicCookie = w1;
  into.zeros = _zeros;
  into.type = _type;
  into.length = _length;
  into.magicCookie = _magicCookie;
  if (_zeros !== 0) return 2;
  if ((_magicCookie >>> 0) !== 554869826) return 3;
  const stop = at + 20 + _length;
  if (stop < at + 8 || stop > end) return 4;
  let p = at + 8;
  const _transactionIdAt = p;
  const _transactionIdLength = 12;
  if (_transactionIdLength < 0 || _transactionIdLength > stop - p) return 5;
  into.transactionIdAt = _transactionIdAt;
  into.transactionIdLength = _transactionIdLength;
  p += _transactionIdLength;
  const _attributesAt = p;
  const _attributesLength = stop - p;
  into.attributesAt = _attributesAt;
  into.attributesLength = _attributesLength;
  if (!((_length & 3) === 0)) return 6;
  if (_attributesLength !== 0 && !attributesFit(view, _attributesAt, _attributesAt + _attributesLength)) return 7;
  return 0;
}

function decodeStruct(view: DataView, at: number, end: number): StunMessageStruct | number {
  if (end - at < 8) return 1;
  const w0 = view.getInt32(at);
  const w1 = view.getInt32(at + 4);
  const _zeros = w0 >>> 30;
  const _type = (w0 >>> 16) & 0x3fff;
  const _length = w0 & 0xffff;
  const _magicCookie = w1;
  if (_zeros !== 0) return 2;
  if ((_magicCookie >>> 0) !== 554869826) return 3;
  const stop = at + 20 + _length;
  if (stop < at + 8 || stop > end) return 4;
  let p = at + 8;
  const _transactionIdAt = p;
  const _transactionIdLength = 12;
  if (_transactionIdLength < 0 || _transactionIdLength > stop - p) return 5;
  p += _transactionIdLength;
  const _attributesAt = p;
  const _attributesLength = stop - p;
  if (!((_length & 3) === 0)) return 6;
  if (_attributesLength !== 0 && !attributesFit(view, _attributesAt, _attributesAt + _attributesLength)) return 7;
  return {
    zeros: _zeros,
    type: _type,
    length: _length,
    magicCookie: _magicCookie,
    transactionIdAt: _transactionIdAt,
    transactionIdLength: _transactionIdLength,
    attributesAt: _attributesAt,
    attributesLength: _attributesLength,
  };
}

function attributesFit(view: DataView, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    if (to - at < 2) return false;
    const _type = view.getUint16(at);
    switch (_type) {
      case 1: case 18: case 22: case 32: case 32803: {
        if (to - at < 8) return false;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _family = (w1 >>> 16) & 0xff;
        if (_length < 8 || _length > 20) return false;
        if (_family !== 1 && _family !== 2) return false;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return false;
        if (!(_family === 1 && _length === 8 || _family === 2 && _length === 20)) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      case 6: case 20: case 21: case 32802: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length > 763) return false;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      case 8: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length !== 20) return false;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      case 9: case 32769: {
        if (to - at < 8) return false;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _class = (w1 >>> 8) & 7;
        const _number = w1 & 0xff;
        if (_length < 4 || _length > 767) return false;
        if (_class < 3 || _class > 6) return false;
        if (_number > 99) return false;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      case 10: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return false;
        if (!((_length & 1) === 0)) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      case 12: case 13: case 23: case 25: case 32768: case 32808: {
        if (to - at < 8) return false;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length !== 4) return false;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      case 24: {
        if (to - at < 5) return false;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length !== 1) return false;
        const stop = at + 4 + _length;
        if (stop < at + 5 || stop > to) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      case 26: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length !== 0) return false;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      case 28: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length < 16 || _length > 32) return false;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return false;
        if (!((_length & 3) === 0)) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      case 29: {
        if (to - at < 8) return false;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _algorithmParametersLength = w1 & 0xffff;
        if (_length < 4) return false;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return false;
        if (!(_algorithmParametersLength <= _length - 4)) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      case 30: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length !== 32) return false;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      case 34: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length !== 8) return false;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      case 32771: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length > 255) return false;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      case 32772: {
        if (to - at < 8) return false;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length !== 8) return false;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
      default: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return false;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return false;
        at = next;
        break;
      }
    }
  }
  return true;
}

function decodeAttributes(view: DataView, from: number, to: number): StunMessage['attributes'] {
  const items: StunMessage['attributes'] = [];
  for (let at = from; at < to; ) {
    if (to - at < 2) return items;
    const _type = view.getUint16(at);
    switch (_type) {
      case 1: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _reserved = w1 >>> 24;
        const _family = (w1 >>> 16) & 0xff;
        const _port = w1 & 0xffff;
        if (_length < 8 || _length > 20) return items;
        if (_family !== 1 && _family !== 2) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const p = at + 8;
        const _addressAt = p;
        const _addressLength = stop - p;
        if (!(_family === 1 && _length === 8 || _family === 2 && _length === 20)) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, reserved: _reserved, family: _family, port: _port, address: ipOf(view, _addressAt, _addressLength) });
        at = next;
        break;
      }
      case 6: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length > 763) return items;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _usernameAt = p;
        const _usernameLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, username: hexOf(view, _usernameAt, _usernameLength) });
        at = next;
        break;
      }
      case 8: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length !== 20) return items;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _hmacAt = p;
        const _hmacLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, hmac: hexOf(view, _hmacAt, _hmacLength) });
        at = next;
        break;
      }
      case 9: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _reserved = w1 >>> 11;
        const _class = (w1 >>> 8) & 7;
        const _number = w1 & 0xff;
        if (_length < 4 || _length > 767) return items;
        if (_class < 3 || _class > 6) return items;
        if (_number > 99) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const p = at + 8;
        const _reasonAt = p;
        const _reasonLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, reserved: _reserved, class: _class, number: _number, reason: hexOf(view, _reasonAt, _reasonLength) });
        at = next;
        break;
      }
      case 10: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _typesAt = p;
        const _typesLength = stop - p;
        if (!((_length & 1) === 0)) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, types: hexOf(view, _typesAt, _typesLength) });
        at = next;
        break;
      }
      case 12: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _channel = w1 >>> 16;
        const _reserved = w1 & 0xffff;
        if (_length !== 4) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, channel: _channel, reserved: _reserved });
        at = next;
        break;
      }
      case 13: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _lifetime = w1;
        if (_length !== 4) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, lifetime: _lifetime >>> 0 });
        at = next;
        break;
      }
      case 18: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _reserved = w1 >>> 24;
        const _family = (w1 >>> 16) & 0xff;
        const _port = w1 & 0xffff;
        if (_length < 8 || _length > 20) return items;
        if (_family !== 1 && _family !== 2) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const p = at + 8;
        const _addressAt = p;
        const _addressLength = stop - p;
        if (!(_family === 1 && _length === 8 || _family === 2 && _length === 20)) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, reserved: _reserved, family: _family, port: (_port ^ view.getUint16(4)), address: maskedIpOf(view, _addressAt, _addressLength, 4) });
        at = next;
        break;
      }
      case 19: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _dataAt = p;
        const _dataLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, data: hexOf(view, _dataAt, _dataLength) });
        at = next;
        break;
      }
      case 20: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length > 763) return items;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _realmAt = p;
        const _realmLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, realm: hexOf(view, _realmAt, _realmLength) });
        at = next;
        break;
      }
      case 21: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length > 763) return items;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _nonceAt = p;
        const _nonceLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, nonce: hexOf(view, _nonceAt, _nonceLength) });
        at = next;
        break;
      }
      case 22: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _reserved = w1 >>> 24;
        const _family = (w1 >>> 16) & 0xff;
        const _port = w1 & 0xffff;
        if (_length < 8 || _length > 20) return items;
        if (_family !== 1 && _family !== 2) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const p = at + 8;
        const _addressAt = p;
        const _addressLength = stop - p;
        if (!(_family === 1 && _length === 8 || _family === 2 && _length === 20)) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, reserved: _reserved, family: _family, port: (_port ^ view.getUint16(4)), address: maskedIpOf(view, _addressAt, _addressLength, 4) });
        at = next;
        break;
      }
      case 23: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _family = w1 >>> 24;
        const _reserved = w1 & 0xffffff;
        if (_length !== 4) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, family: _family, reserved: _reserved });
        at = next;
        break;
      }
      case 24: {
        if (to - at < 5) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getUint8(at + 4);
        const _length = w0 & 0xffff;
        const _reserve = w1 >>> 7;
        const _reserved = w1 & 0x7f;
        if (_length !== 1) return items;
        const stop = at + 4 + _length;
        if (stop < at + 5 || stop > to) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, reserve: _reserve !== 0, reserved: _reserved });
        at = next;
        break;
      }
      case 25: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _protocol = w1 >>> 24;
        const _reserved = w1 & 0xffffff;
        if (_length !== 4) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, protocol: _protocol, reserved: _reserved });
        at = next;
        break;
      }
      case 26: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length !== 0) return items;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length });
        at = next;
        break;
      }
      case 28: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length < 16 || _length > 32) return items;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _hmacAt = p;
        const _hmacLength = stop - p;
        if (!((_length & 3) === 0)) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, hmac: hexOf(view, _hmacAt, _hmacLength) });
        at = next;
        break;
      }
      case 29: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _algorithm = w1 >>> 16;
        const _algorithmParametersLength = w1 & 0xffff;
        if (_length < 4) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const p = at + 8;
        const _parametersAt = p;
        const _parametersLength = stop - p;
        if (!(_algorithmParametersLength <= _length - 4)) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, algorithm: _algorithm, algorithmParametersLength: _algorithmParametersLength, parameters: hexOf(view, _parametersAt, _parametersLength) });
        at = next;
        break;
      }
      case 30: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length !== 32) return items;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _userhashAt = p;
        const _userhashLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, userhash: hexOf(view, _userhashAt, _userhashLength) });
        at = next;
        break;
      }
      case 32: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _reserved = w1 >>> 24;
        const _family = (w1 >>> 16) & 0xff;
        const _port = w1 & 0xffff;
        if (_length < 8 || _length > 20) return items;
        if (_family !== 1 && _family !== 2) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const p = at + 8;
        const _addressAt = p;
        const _addressLength = stop - p;
        if (!(_family === 1 && _length === 8 || _family === 2 && _length === 20)) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, reserved: _reserved, family: _family, port: (_port ^ view.getUint16(4)), address: maskedIpOf(view, _addressAt, _addressLength, 4) });
        at = next;
        break;
      }
      case 34: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length !== 8) return items;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _tokenAt = p;
        const _tokenLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, token: hexOf(view, _tokenAt, _tokenLength) });
        at = next;
        break;
      }
      case 32768: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _family = w1 >>> 24;
        const _reserved = w1 & 0xffffff;
        if (_length !== 4) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, family: _family, reserved: _reserved });
        at = next;
        break;
      }
      case 32769: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _family = w1 >>> 24;
        const _reserved = (w1 >>> 11) & 0x1fff;
        const _class = (w1 >>> 8) & 7;
        const _number = w1 & 0xff;
        if (_length < 4 || _length > 767) return items;
        if (_class < 3 || _class > 6) return items;
        if (_number > 99) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const p = at + 8;
        const _reasonAt = p;
        const _reasonLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, family: _family, reserved: _reserved, class: _class, number: _number, reason: hexOf(view, _reasonAt, _reasonLength) });
        at = next;
        break;
      }
      case 32770: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _algorithmsAt = p;
        const _algorithmsLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, algorithms: hexOf(view, _algorithmsAt, _algorithmsLength) });
        at = next;
        break;
      }
      case 32771: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length > 255) return items;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _domainAt = p;
        const _domainLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, domain: hexOf(view, _domainAt, _domainLength) });
        at = next;
        break;
      }
      case 32772: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _reserved = w1 >>> 16;
        const _icmpType = (w1 >>> 9) & 0x7f;
        const _icmpCode = w1 & 0x1ff;
        if (_length !== 8) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const p = at + 8;
        const _errorDataAt = p;
        const _errorDataLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, reserved: _reserved, icmpType: _icmpType, icmpCode: _icmpCode, errorData: hexOf(view, _errorDataAt, _errorDataLength) });
        at = next;
        break;
      }
      case 32802: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        if (_length > 763) return items;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _softwareAt = p;
        const _softwareLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, software: hexOf(view, _softwareAt, _softwareLength) });
        at = next;
        break;
      }
      case 32803: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _reserved = w1 >>> 24;
        const _family = (w1 >>> 16) & 0xff;
        const _port = w1 & 0xffff;
        if (_length < 8 || _length > 20) return items;
        if (_family !== 1 && _family !== 2) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const p = at + 8;
        const _addressAt = p;
        const _addressLength = stop - p;
        if (!(_family === 1 && _length === 8 || _family === 2 && _length === 20)) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, reserved: _reserved, family: _family, port: _port, address: ipOf(view, _addressAt, _addressLength) });
        at = next;
        break;
      }
      case 32808: {
        if (to - at < 8) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const _length = w0 & 0xffff;
        const _crc32 = w1;
        if (_length !== 4) return items;
        const stop = at + 4 + _length;
        if (stop < at + 8 || stop > to) return items;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, crc32: _crc32 >>> 0 });
        at = next;
        break;
      }
      default: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = w0 & 0xffff;
        const stop = at + 4 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _valueAt = p;
        const _valueLength = stop - p;
        const next = stop + (-(stop - at) & 3);
        if (next > to) return items;
        items.push({ type: _type, length: _length, value: hexOf(view, _valueAt, _valueLength) });
        at = next;
        break;
      }
    }
  }
  return items;
}

function decode(octets: Uint8Array): Decoded<StunMessage> {
  const view = viewOf(octets);
  const from = scratch;
  if (read(from, view, 0, view.byteLength) !== 0) return { ok: false, fault: firstFault(layout, octets) };
  const value: StunMessage = {
    zeros: from.zeros,
    type: from.type,
    length: from.length,
    magicCookie: from.magicCookie >>> 0,
    transactionId: hexOf(view, from.transactionIdAt, from.transactionIdLength),
    attributes: decodeAttributes(view, from.attributesAt, from.attributesAt + from.attributesLength),
  };
  return { ok: true, value, length: 20 + from.length };
}

function lengthOf(from: StunMessageStruct): number {
  const _transactionIdLength = from.transactionIdLength;
  const _attributesLength = from.attributesLength;
  let _length = from.length;
  if (_length === DERIVE) _length = _attributesLength;
  let p = 8;
  p += _transactionIdLength;
  p += _attributesLength;
  return p;
}

function write(from: StunMessageStruct, view: DataView, at: number, context?: Context): number {
  const octets = context?.octets ?? view;
  const _transactionIdLength = from.transactionIdLength;
  const _attributesLength = from.attributesLength;
  const _zeros = from.zeros;
  const _type = from.type;
  let _length = from.length;
  if (_length === DERIVE) _length = _attributesLength;
  const _magicCookie = from.magicCookie;
  const w0 = ((_zeros & 3) << 30) | ((_type & 0x3fff) << 16) | (_length & 0xffff);
  view.setInt32(at, w0);
  const w1 = _magicCookie;
  view.setInt32(at + 4, w1);
  let p = at + 8;
  copyOctets(octets, from.transactionIdAt, view, p, _transactionIdLength);
  p += _transactionIdLength;
  copyOctets(octets, from.attributesAt, view, p, _attributesLength);
  p += _attributesLength;
  const stop = p;
  return stop - at;
}

const ATTRIBUTES_0: ReadonlySet<string> = new Set(['type', 'length', 'reserved', 'family', 'port', 'address']);
const ATTRIBUTES_1: ReadonlySet<string> = new Set(['type', 'length', 'username']);
const ATTRIBUTES_2: ReadonlySet<string> = new Set(['type', 'length', 'hmac']);
const ATTRIBUTES_3: ReadonlySet<string> = new Set(['type', 'length', 'reserved', 'class', 'number', 'reason']);
const ATTRIBUTES_4: ReadonlySet<string> = new Set(['type', 'length', 'types']);
const ATTRIBUTES_5: ReadonlySet<string> = new Set(['type', 'length', 'channel', 'reserved']);
const ATTRIBUTES_6: ReadonlySet<string> = new Set(['type', 'length', 'lifetime']);
const ATTRIBUTES_7: ReadonlySet<string> = new Set(['type', 'length', 'reserved', 'family', 'port', 'address']);
const ATTRIBUTES_8: ReadonlySet<string> = new Set(['type', 'length', 'data']);
const ATTRIBUTES_9: ReadonlySet<string> = new Set(['type', 'length', 'realm']);
const ATTRIBUTES_10: ReadonlySet<string> = new Set(['type', 'length', 'nonce']);
const ATTRIBUTES_11: ReadonlySet<string> = new Set(['type', 'length', 'reserved', 'family', 'port', 'address']);
const ATTRIBUTES_12: ReadonlySet<string> = new Set(['type', 'length', 'family', 'reserved']);
const ATTRIBUTES_13: ReadonlySet<string> = new Set(['type', 'length', 'reserve', 'reserved']);
const ATTRIBUTES_14: ReadonlySet<string> = new Set(['type', 'length', 'protocol', 'reserved']);
const ATTRIBUTES_15: ReadonlySet<string> = new Set(['type', 'length']);
const ATTRIBUTES_16: ReadonlySet<string> = new Set(['type', 'length', 'hmac']);
const ATTRIBUTES_17: ReadonlySet<string> = new Set(['type', 'length', 'algorithm', 'algorithmParametersLength', 'parameters']);
const ATTRIBUTES_18: ReadonlySet<string> = new Set(['type', 'length', 'userhash']);
const ATTRIBUTES_19: ReadonlySet<string> = new Set(['type', 'length', 'reserved', 'family', 'port', 'address']);
const ATTRIBUTES_20: ReadonlySet<string> = new Set(['type', 'length', 'token']);
const ATTRIBUTES_21: ReadonlySet<string> = new Set(['type', 'length', 'family', 'reserved']);
const ATTRIBUTES_22: ReadonlySet<string> = new Set(['type', 'length', 'family', 'reserved', 'class', 'number', 'reason']);
const ATTRIBUTES_23: ReadonlySet<string> = new Set(['type', 'length', 'algorithms']);
const ATTRIBUTES_24: ReadonlySet<string> = new Set(['type', 'length', 'domain']);
const ATTRIBUTES_25: ReadonlySet<string> = new Set(['type', 'length', 'reserved', 'icmpType', 'icmpCode', 'errorData']);
const ATTRIBUTES_26: ReadonlySet<string> = new Set(['type', 'length', 'software']);
const ATTRIBUTES_27: ReadonlySet<string> = new Set(['type', 'length', 'reserved', 'family', 'port', 'address']);
const ATTRIBUTES_28: ReadonlySet<string> = new Set(['type', 'length', 'crc32']);
const ATTRIBUTES_29: ReadonlySet<string> = new Set(['type', 'length', 'value']);

function encodeAttributesItem(item: Readonly<Record<string, unknown>>, path: string, view: DataView, at: number, later: Later[]): number {
  const _type = uintFrom(item['type'], `${path}.type`, 16);
  switch (item['value'] === undefined ? _type : -1) {
    case 1: {
      checkProperties(item, ATTRIBUTES_0, path);
      const address = item['address'] === undefined ? '' : addressHexFrom(item['address'], `${path}.address`);
      const _addressLength = address.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(4 + _addressLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _reserved = item['reserved'] === undefined ? uintFrom(0, `${path}.reserved`, 8) : uintFrom(item['reserved'], `${path}.reserved`, 8);
      const _family = item['family'] === undefined ? missing(`${path}.family`) : uintFrom(item['family'], `${path}.family`, 8);
      const _port = item['port'] === undefined ? missing(`${path}.port`) : uintFrom(item['port'], `${path}.port`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_reserved & 0xff) << 24) | ((_family & 0xff) << 16) | (_port & 0xffff);
      view.setInt32(at + 4, w1);
      let p = at + 8;
      writeHex(address, view, p);
      p += _addressLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 6: {
      checkProperties(item, ATTRIBUTES_1, path);
      const username = item['username'] === undefined ? '' : hexFrom(item['username'], `${path}.username`);
      const _usernameLength = username.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_usernameLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(username, view, p);
      p += _usernameLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 8: {
      checkProperties(item, ATTRIBUTES_2, path);
      const hmac = item['hmac'] === undefined ? '' : hexFrom(item['hmac'], `${path}.hmac`);
      const _hmacLength = hmac.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(20, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(hmac, view, p);
      p += _hmacLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 9: {
      checkProperties(item, ATTRIBUTES_3, path);
      const reason = item['reason'] === undefined ? '' : hexFrom(item['reason'], `${path}.reason`);
      const _reasonLength = reason.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(4 + _reasonLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _reserved = item['reserved'] === undefined ? uintFrom(0, `${path}.reserved`, 21) : uintFrom(item['reserved'], `${path}.reserved`, 21);
      const _class = item['class'] === undefined ? missing(`${path}.class`) : uintFrom(item['class'], `${path}.class`, 3);
      const _number = item['number'] === undefined ? missing(`${path}.number`) : uintFrom(item['number'], `${path}.number`, 8);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_reserved & 0x1fffff) << 11) | ((_class & 7) << 8) | (_number & 0xff);
      view.setInt32(at + 4, w1);
      let p = at + 8;
      writeHex(reason, view, p);
      p += _reasonLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 10: {
      checkProperties(item, ATTRIBUTES_4, path);
      const types = item['types'] === undefined ? '' : hexFrom(item['types'], `${path}.types`);
      const _typesLength = types.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_typesLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(types, view, p);
      p += _typesLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 12: {
      checkProperties(item, ATTRIBUTES_5, path);
      const _length = item['length'] === undefined ? uintFrom(4, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _channel = item['channel'] === undefined ? missing(`${path}.channel`) : uintFrom(item['channel'], `${path}.channel`, 16);
      const _reserved = item['reserved'] === undefined ? uintFrom(0, `${path}.reserved`, 16) : uintFrom(item['reserved'], `${path}.reserved`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_channel & 0xffff) << 16) | (_reserved & 0xffff);
      view.setInt32(at + 4, w1);
      let p = at + 8;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 13: {
      checkProperties(item, ATTRIBUTES_6, path);
      const _length = item['length'] === undefined ? uintFrom(4, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _lifetime = item['lifetime'] === undefined ? missing(`${path}.lifetime`) : uintFrom(item['lifetime'], `${path}.lifetime`, 32);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = _lifetime;
      view.setInt32(at + 4, w1);
      let p = at + 8;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 18: {
      checkProperties(item, ATTRIBUTES_7, path);
      const address = item['address'] === undefined ? '' : addressHexFrom(item['address'], `${path}.address`);
      const _addressLength = address.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(4 + _addressLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _reserved = item['reserved'] === undefined ? uintFrom(0, `${path}.reserved`, 8) : uintFrom(item['reserved'], `${path}.reserved`, 8);
      const _family = item['family'] === undefined ? missing(`${path}.family`) : uintFrom(item['family'], `${path}.family`, 8);
      const _port = item['port'] === undefined ? missing(`${path}.port`) : uintFrom(item['port'], `${path}.port`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_reserved & 0xff) << 24) | ((_family & 0xff) << 16) | (_port & 0xffff);
      view.setInt32(at + 4, w1);
      let p = at + 8;
      writeHex(address, view, p);
      p += _addressLength;
      const stop = p;
      later.push({ kind: 'xor', at: at + 6, length: 2, from: 4 });
      later.push({ kind: 'xor', at: at + 8, length: _addressLength, from: 4 });
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 19: {
      checkProperties(item, ATTRIBUTES_8, path);
      const data = item['data'] === undefined ? '' : hexFrom(item['data'], `${path}.data`);
      const _dataLength = data.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_dataLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(data, view, p);
      p += _dataLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 20: {
      checkProperties(item, ATTRIBUTES_9, path);
      const realm = item['realm'] === undefined ? '' : hexFrom(item['realm'], `${path}.realm`);
      const _realmLength = realm.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_realmLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(realm, view, p);
      p += _realmLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 21: {
      checkProperties(item, ATTRIBUTES_10, path);
      const nonce = item['nonce'] === undefined ? '' : hexFrom(item['nonce'], `${path}.nonce`);
      const _nonceLength = nonce.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_nonceLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(nonce, view, p);
      p += _nonceLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 22: {
      checkProperties(item, ATTRIBUTES_11, path);
      const address = item['address'] === undefined ? '' : addressHexFrom(item['address'], `${path}.address`);
      const _addressLength = address.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(4 + _addressLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _reserved = item['reserved'] === undefined ? uintFrom(0, `${path}.reserved`, 8) : uintFrom(item['reserved'], `${path}.reserved`, 8);
      const _family = item['family'] === undefined ? missing(`${path}.family`) : uintFrom(item['family'], `${path}.family`, 8);
      const _port = item['port'] === undefined ? missing(`${path}.port`) : uintFrom(item['port'], `${path}.port`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_reserved & 0xff) << 24) | ((_family & 0xff) << 16) | (_port & 0xffff);
      view.setInt32(at + 4, w1);
      let p = at + 8;
      writeHex(address, view, p);
      p += _addressLength;
      const stop = p;
      later.push({ kind: 'xor', at: at + 6, length: 2, from: 4 });
      later.push({ kind: 'xor', at: at + 8, length: _addressLength, from: 4 });
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 23: {
      checkProperties(item, ATTRIBUTES_12, path);
      const _length = item['length'] === undefined ? uintFrom(4, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _family = item['family'] === undefined ? missing(`${path}.family`) : uintFrom(item['family'], `${path}.family`, 8);
      const _reserved = item['reserved'] === undefined ? uintFrom(0, `${path}.reserved`, 24) : uintFrom(item['reserved'], `${path}.reserved`, 24);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_family & 0xff) << 24) | (_reserved & 0xffffff);
      view.setInt32(at + 4, w1);
      let p = at + 8;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 24: {
      checkProperties(item, ATTRIBUTES_13, path);
      const _length = item['length'] === undefined ? uintFrom(1, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _reserve = item['reserve'] === undefined ? uintFrom(0, `${path}.reserve`, 1) : flagFrom(item['reserve'], `${path}.reserve`);
      const _reserved = item['reserved'] === undefined ? uintFrom(0, `${path}.reserved`, 7) : uintFrom(item['reserved'], `${path}.reserved`, 7);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_reserve & 1) << 7) | (_reserved & 0x7f);
      view.setUint8(at + 4, w1);
      let p = at + 5;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 25: {
      checkProperties(item, ATTRIBUTES_14, path);
      const _length = item['length'] === undefined ? uintFrom(4, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _protocol = item['protocol'] === undefined ? missing(`${path}.protocol`) : uintFrom(item['protocol'], `${path}.protocol`, 8);
      const _reserved = item['reserved'] === undefined ? uintFrom(0, `${path}.reserved`, 24) : uintFrom(item['reserved'], `${path}.reserved`, 24);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_protocol & 0xff) << 24) | (_reserved & 0xffffff);
      view.setInt32(at + 4, w1);
      let p = at + 8;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 26: {
      checkProperties(item, ATTRIBUTES_15, path);
      const _length = item['length'] === undefined ? uintFrom(0, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 28: {
      checkProperties(item, ATTRIBUTES_16, path);
      const hmac = item['hmac'] === undefined ? '' : hexFrom(item['hmac'], `${path}.hmac`);
      const _hmacLength = hmac.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_hmacLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(hmac, view, p);
      p += _hmacLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 29: {
      checkProperties(item, ATTRIBUTES_17, path);
      const parameters = item['parameters'] === undefined ? '' : hexFrom(item['parameters'], `${path}.parameters`);
      const _parametersLength = parameters.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(4 + _parametersLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _algorithm = item['algorithm'] === undefined ? missing(`${path}.algorithm`) : uintFrom(item['algorithm'], `${path}.algorithm`, 16);
      const _algorithmParametersLength = item['algorithmParametersLength'] === undefined ? uintFrom(_parametersLength, `${path}.algorithmParametersLength`, 16) : uintFrom(item['algorithmParametersLength'], `${path}.algorithmParametersLength`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_algorithm & 0xffff) << 16) | (_algorithmParametersLength & 0xffff);
      view.setInt32(at + 4, w1);
      let p = at + 8;
      writeHex(parameters, view, p);
      p += _parametersLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 30: {
      checkProperties(item, ATTRIBUTES_18, path);
      const userhash = item['userhash'] === undefined ? '' : hexFrom(item['userhash'], `${path}.userhash`);
      const _userhashLength = userhash.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(32, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(userhash, view, p);
      p += _userhashLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 32: {
      checkProperties(item, ATTRIBUTES_19, path);
      const address = item['address'] === undefined ? '' : addressHexFrom(item['address'], `${path}.address`);
      const _addressLength = address.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(4 + _addressLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _reserved = item['reserved'] === undefined ? uintFrom(0, `${path}.reserved`, 8) : uintFrom(item['reserved'], `${path}.reserved`, 8);
      const _family = item['family'] === undefined ? missing(`${path}.family`) : uintFrom(item['family'], `${path}.family`, 8);
      const _port = item['port'] === undefined ? missing(`${path}.port`) : uintFrom(item['port'], `${path}.port`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_reserved & 0xff) << 24) | ((_family & 0xff) << 16) | (_port & 0xffff);
      view.setInt32(at + 4, w1);
      let p = at + 8;
      writeHex(address, view, p);
      p += _addressLength;
      const stop = p;
      later.push({ kind: 'xor', at: at + 6, length: 2, from: 4 });
      later.push({ kind: 'xor', at: at + 8, length: _addressLength, from: 4 });
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 34: {
      checkProperties(item, ATTRIBUTES_20, path);
      const token = item['token'] === undefined ? '' : hexFrom(item['token'], `${path}.token`);
      const _tokenLength = token.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(8, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(token, view, p);
      p += _tokenLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 32768: {
      checkProperties(item, ATTRIBUTES_21, path);
      const _length = item['length'] === undefined ? uintFrom(4, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _family = item['family'] === undefined ? missing(`${path}.family`) : uintFrom(item['family'], `${path}.family`, 8);
      const _reserved = item['reserved'] === undefined ? uintFrom(0, `${path}.reserved`, 24) : uintFrom(item['reserved'], `${path}.reserved`, 24);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_family & 0xff) << 24) | (_reserved & 0xffffff);
      view.setInt32(at + 4, w1);
      let p = at + 8;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 32769: {
      checkProperties(item, ATTRIBUTES_22, path);
      const reason = item['reason'] === undefined ? '' : hexFrom(item['reason'], `${path}.reason`);
      const _reasonLength = reason.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(4 + _reasonLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _family = item['family'] === undefined ? missing(`${path}.family`) : uintFrom(item['family'], `${path}.family`, 8);
      const _reserved = item['reserved'] === undefined ? uintFrom(0, `${path}.reserved`, 13) : uintFrom(item['reserved'], `${path}.reserved`, 13);
      const _class = item['class'] === undefined ? missing(`${path}.class`) : uintFrom(item['class'], `${path}.class`, 3);
      const _number = item['number'] === undefined ? missing(`${path}.number`) : uintFrom(item['number'], `${path}.number`, 8);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_family & 0xff) << 24) | ((_reserved & 0x1fff) << 11) | ((_class & 7) << 8) | (_number & 0xff);
      view.setInt32(at + 4, w1);
      let p = at + 8;
      writeHex(reason, view, p);
      p += _reasonLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 32770: {
      checkProperties(item, ATTRIBUTES_23, path);
      const algorithms = item['algorithms'] === undefined ? '' : hexFrom(item['algorithms'], `${path}.algorithms`);
      const _algorithmsLength = algorithms.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_algorithmsLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(algorithms, view, p);
      p += _algorithmsLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 32771: {
      checkProperties(item, ATTRIBUTES_24, path);
      const domain = item['domain'] === undefined ? '' : hexFrom(item['domain'], `${path}.domain`);
      const _domainLength = domain.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_domainLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(domain, view, p);
      p += _domainLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 32772: {
      checkProperties(item, ATTRIBUTES_25, path);
      const errorData = item['errorData'] === undefined ? '' : hexFrom(item['errorData'], `${path}.errorData`);
      const _errorDataLength = errorData.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(8, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _reserved = item['reserved'] === undefined ? uintFrom(0, `${path}.reserved`, 16) : uintFrom(item['reserved'], `${path}.reserved`, 16);
      const _icmpType = item['icmpType'] === undefined ? missing(`${path}.icmpType`) : uintFrom(item['icmpType'], `${path}.icmpType`, 7);
      const _icmpCode = item['icmpCode'] === undefined ? missing(`${path}.icmpCode`) : uintFrom(item['icmpCode'], `${path}.icmpCode`, 9);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_reserved & 0xffff) << 16) | ((_icmpType & 0x7f) << 9) | (_icmpCode & 0x1ff);
      view.setInt32(at + 4, w1);
      let p = at + 8;
      writeHex(errorData, view, p);
      p += _errorDataLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 32802: {
      checkProperties(item, ATTRIBUTES_26, path);
      const software = item['software'] === undefined ? '' : hexFrom(item['software'], `${path}.software`);
      const _softwareLength = software.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_softwareLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(software, view, p);
      p += _softwareLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 32803: {
      checkProperties(item, ATTRIBUTES_27, path);
      const address = item['address'] === undefined ? '' : addressHexFrom(item['address'], `${path}.address`);
      const _addressLength = address.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(4 + _addressLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _reserved = item['reserved'] === undefined ? uintFrom(0, `${path}.reserved`, 8) : uintFrom(item['reserved'], `${path}.reserved`, 8);
      const _family = item['family'] === undefined ? missing(`${path}.family`) : uintFrom(item['family'], `${path}.family`, 8);
      const _port = item['port'] === undefined ? missing(`${path}.port`) : uintFrom(item['port'], `${path}.port`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = ((_reserved & 0xff) << 24) | ((_family & 0xff) << 16) | (_port & 0xffff);
      view.setInt32(at + 4, w1);
      let p = at + 8;
      writeHex(address, view, p);
      p += _addressLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    case 32808: {
      checkProperties(item, ATTRIBUTES_28, path);
      const _length = item['length'] === undefined ? uintFrom(4, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _crc32 = item['crc32'] === undefined ? 0 : uintFrom(item['crc32'], `${path}.crc32`, 32);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      const w1 = _crc32;
      view.setInt32(at + 4, w1);
      let p = at + 8;
      const stop = p;
      if (item['crc32'] === undefined) later.push({ kind: 'crc32', at: at + 4, before: at, mask: 1398035790 });
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
    default: {
      checkProperties(item, ATTRIBUTES_29, path);
      const value = item['value'] === undefined ? '' : hexFrom(item['value'], `${path}.value`);
      const _valueLength = value.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_valueLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_type & 0xffff) << 16) | (_length & 0xffff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(value, view, p);
      p += _valueLength;
      const stop = p;
      const next = stop + (-(stop - at) & 3);
      writeZeros(view, stop, next);
      return next - at;
    }
  }
}

function sizeOfAttributes(items: readonly object[]): number {
  let size = 27 * items.length;
  for (const item of items) for (const part of Object.values(item)) if (typeof part === 'string') size += part.length >> 1;
  return size;
}

const PROPERTIES: ReadonlySet<string> = new Set(['zeros', 'type', 'length', 'magicCookie', 'transactionId', 'attributes']);

function encode(value: Partial<StunMessage>, context?: Context): Uint8Array {
  checkProperties(value, PROPERTIES, 'StunMessage');
  const from = create();
  if (value.zeros !== undefined) from.zeros = uintFrom(value.zeros, 'zeros', 2);
  if (value.type !== undefined) from.type = uintFrom(value.type, 'type', 14);
  else missing('type');
  if (value.length !== undefined) from.length = uintFrom(value.length, 'length', 16);
  if (value.magicCookie !== undefined) from.magicCookie = uintFrom(value.magicCookie, 'magicCookie', 32);
  const later: Later[] = [];
  const transactionId = value.transactionId === undefined ? '' : hexFrom(value.transactionId, 'transactionId');
  const attributes = value.attributes === undefined ? [] : listFrom(value.attributes, 'attributes');
  const scratchView = viewOf(freshOctets((transactionId.length >> 1) + sizeOfAttributes(attributes)));
  from.transactionIdAt = 0;
  from.transactionIdLength = writeHex(transactionId, scratchView, 0);
  let filled = from.transactionIdAt + from.transactionIdLength;
  from.attributesAt = filled;
  attributes.forEach((item, index) => {
    const at = from.attributesAt + from.attributesLength;
    from.attributesLength += encodeAttributesItem(item as Readonly<Record<string, unknown>>, `attributes[${index}]`, scratchView, at, later);
  });
  if (from.length === DERIVE) from.length = uintFrom(from.attributesLength, 'length', 16);
  const octets = freshOctets(lengthOf(from));
  write(from, viewOf(octets), 0, { ...context, octets: scratchView });
  finish(viewOf(octets), later, 20 - from.attributesAt);
  return octets;
}

/** What the observing decoder walks, and pictures are drawn from. */
export const stunMessageLayout: Layout = {
  layer: "turn/message",
  title: "StunMessage",
  description: "A message of STUN (RFC 8489 section 5): 20 octets of header, then attributes. TURN (RFC 8656) is made of these, and of channel data.",
  length: {"octets":{"op":"+","left":{"op":"number","value":20},"right":{"op":"name","name":"length"}}},
  require: [{"that":{"op":"==","left":{"op":"%","left":{"op":"name","name":"length"},"right":{"op":"number","value":4}},"right":{"op":"number","value":0}},"field":"length"}],
  context: {},
  fields: [
    {"name":"zeros","label":"Zeros","description":"What tells STUN from other protocols on the same port.","bit":0,"rules":["STUN-HDR-01"],"form":"uint","bits":2,"constant":0,"derive":{"op":"number","value":0}},
    {"name":"type","label":"STUN Message Type","description":"Method and class woven into one another: class bits are 0x0100 and 0x0010.","bit":2,"rules":["STUN-HDR-05","STUN-HDR-07"],"form":"uint","bits":14,"names":{"1":"Binding request","3":"Allocate request","4":"Refresh request","8":"CreatePermission request","9":"ChannelBind request","10":"Connect request","11":"ConnectionBind request","17":"Binding indication","22":"Send indication","23":"Data indication","28":"ConnectionAttempt indication","257":"Binding success response","259":"Allocate success response","260":"Refresh success response","264":"CreatePermission success response","265":"ChannelBind success response","266":"Connect success response","267":"ConnectionBind success response","273":"Binding error response","275":"Allocate error response","276":"Refresh error response","280":"CreatePermission error response","281":"ChannelBind error response","282":"Connect error response","283":"ConnectionBind error response"}},
    {"name":"length","label":"Message Length","description":"Octets behind the header.","bit":16,"rules":["STUN-HDR-03"],"form":"uint","bits":16,"unit":"octets","derive":{"op":"size","name":"attributes"}},
    {"name":"magicCookie","label":"Magic Cookie","description":"Fixed; a message of RFC 3489 has part of its transaction ID here.","bit":32,"rules":["STUN-HDR-02"],"form":"uint","bits":32,"constant":554869826,"derive":{"op":"number","value":554869826}},
    {"name":"transactionId","label":"Transaction ID","description":"96 bits that tell one transaction from another.","bit":64,"rules":["STUN-HDR-04","STUN-HDR-06"],"form":"octets","size":{"op":"number","value":12}},
    {"name":"attributes","label":"Attributes","description":"In the order in which they came.","bit":160,"rules":["STUN-PAD-01","STUN-OPT-01","STUN-420-01","STUN-DUP-01"],"form":"list","size":"rest","items":[{"title":"MappedAddress","description":"MAPPED-ADDRESS: the address that a request came from, as it is (RFC 8489 section 14.1).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":1,"derive":{"op":"number","value":1}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","minimum":8,"maximum":20,"derive":{"op":"+","left":{"op":"number","value":4},"right":{"op":"size","name":"address"}}},{"name":"reserved","label":"Reserved","bit":32,"rules":["STUN-XOR-02"],"form":"uint","bits":8,"send":0,"derive":{"op":"number","value":0}},{"name":"family","label":"Family","bit":40,"rules":["STUN-XOR-02"],"form":"uint","bits":8,"names":{"1":"IPv4","2":"IPv6"},"allowed":[1,2]},{"name":"port","label":"Port","bit":48,"rules":[],"form":"uint","bits":16},{"name":"address","label":"Address","bit":64,"rules":[],"form":"octets","size":"rest","isAddress":true}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[{"that":{"op":"||","left":{"op":"&&","left":{"op":"==","left":{"op":"name","name":"family"},"right":{"op":"number","value":1}},"right":{"op":"==","left":{"op":"name","name":"length"},"right":{"op":"number","value":8}}},"right":{"op":"&&","left":{"op":"==","left":{"op":"name","name":"family"},"right":{"op":"number","value":2}},"right":{"op":"==","left":{"op":"name","name":"length"},"right":{"op":"number","value":20}}}},"field":"length"}],"context":{},"tag":1,"pad":{"octets":4}},{"title":"Username","description":"USERNAME: whose credentials protect the message (RFC 8489 section 14.3).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":6,"derive":{"op":"number","value":6}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","maximum":763,"derive":{"op":"size","name":"username"}},{"name":"username","label":"Username","bit":32,"rules":["RFC8489-AUTH-24"],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":6,"pad":{"octets":4}},{"title":"MessageIntegrity","description":"MESSAGE-INTEGRITY: HMAC-SHA1 over the message up to this attribute, the length in its header pointing to the end of it (RFC 8489 section 14.5).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":8,"derive":{"op":"number","value":8}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":20,"derive":{"op":"number","value":20}},{"name":"hmac","label":"HMAC","bit":32,"rules":["STUN-MI-01"],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":8,"pad":{"octets":4}},{"title":"ErrorCode","description":"ERROR-CODE: why a request was refused (RFC 8489 section 14.8).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":9,"derive":{"op":"number","value":9}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","minimum":4,"maximum":767,"derive":{"op":"+","left":{"op":"number","value":4},"right":{"op":"size","name":"reason"}}},{"name":"reserved","label":"Reserved","bit":32,"rules":[],"form":"uint","bits":21,"send":0,"derive":{"op":"number","value":0}},{"name":"class","label":"Class","bit":53,"rules":["STUN-ERR-01"],"form":"uint","bits":3,"minimum":3,"maximum":6},{"name":"number","label":"Number","bit":56,"rules":["STUN-ERR-01"],"form":"uint","bits":8,"maximum":99},{"name":"reason","label":"Reason Phrase","description":"UTF-8.","bit":64,"rules":["STUN-ERR-02"],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":9,"pad":{"octets":4}},{"title":"UnknownAttributes","description":"UNKNOWN-ATTRIBUTES: the types that were not understood, 16 bits each (RFC 8489 section 14.13).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":10,"derive":{"op":"number","value":10}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","derive":{"op":"size","name":"types"}},{"name":"types","label":"Attribute Types","bit":32,"rules":["STUN-420-01"],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[{"that":{"op":"==","left":{"op":"%","left":{"op":"name","name":"length"},"right":{"op":"number","value":2}},"right":{"op":"number","value":0}},"field":"length"}],"context":{},"tag":10,"pad":{"octets":4}},{"title":"ChannelNumber","description":"CHANNEL-NUMBER: the channel that is to be bound (RFC 8656 section 18.1).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":12,"derive":{"op":"number","value":12}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":4,"derive":{"op":"number","value":4}},{"name":"channel","label":"Channel Number","bit":32,"rules":["TURN-C-01"],"form":"uint","bits":16},{"name":"reserved","label":"RFFU","bit":48,"rules":[],"form":"uint","bits":16,"send":0,"derive":{"op":"number","value":0}}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":12,"pad":{"octets":4}},{"title":"Lifetime","description":"LIFETIME: how long an allocation is kept without a refresh (RFC 8656 section 18.2).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":13,"derive":{"op":"number","value":13}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":4,"derive":{"op":"number","value":4}},{"name":"lifetime","label":"Lifetime","bit":32,"rules":["TURN-A-25","TURN-R-03"],"form":"uint","bits":32,"unit":"seconds"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":13,"pad":{"octets":4}},{"title":"XorPeerAddress","description":"XOR-PEER-ADDRESS: a peer, as the server sees it (RFC 8656 section 18.3).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":18,"derive":{"op":"number","value":18}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","minimum":8,"maximum":20,"derive":{"op":"+","left":{"op":"number","value":4},"right":{"op":"size","name":"address"}}},{"name":"reserved","label":"Reserved","bit":32,"rules":["STUN-XOR-02"],"form":"uint","bits":8,"send":0,"derive":{"op":"number","value":0}},{"name":"family","label":"Family","bit":40,"rules":["STUN-XOR-02"],"form":"uint","bits":8,"names":{"1":"IPv4","2":"IPv6"},"allowed":[1,2]},{"name":"port","label":"X-Port","bit":48,"rules":["STUN-XOR-01"],"form":"uint","bits":16,"xor":4},{"name":"address","label":"X-Address","bit":64,"rules":["STUN-XOR-01","TURN-P-06"],"form":"octets","size":"rest","isAddress":true,"xor":4}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[{"that":{"op":"||","left":{"op":"&&","left":{"op":"==","left":{"op":"name","name":"family"},"right":{"op":"number","value":1}},"right":{"op":"==","left":{"op":"name","name":"length"},"right":{"op":"number","value":8}}},"right":{"op":"&&","left":{"op":"==","left":{"op":"name","name":"family"},"right":{"op":"number","value":2}},"right":{"op":"==","left":{"op":"name","name":"length"},"right":{"op":"number","value":20}}}},"field":"length"}],"context":{},"tag":18,"pad":{"octets":4}},{"title":"Data","description":"DATA: what goes to the peer, or comes from it (RFC 8656 section 18.4).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":19,"derive":{"op":"number","value":19}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","derive":{"op":"size","name":"data"}},{"name":"data","label":"Data","bit":32,"rules":["TURN-S-01"],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":19,"pad":{"octets":4}},{"title":"Realm","description":"REALM: where the credentials belong (RFC 8489 section 14.9).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":20,"derive":{"op":"number","value":20}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","maximum":763,"derive":{"op":"size","name":"realm"}},{"name":"realm","label":"Realm","bit":32,"rules":["RFC8489-AUTH-15"],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":20,"pad":{"octets":4}},{"title":"Nonce","description":"NONCE: a value of the server's that keeps requests from being replayed (RFC 8489 section 14.10).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":21,"derive":{"op":"number","value":21}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","maximum":763,"derive":{"op":"size","name":"nonce"}},{"name":"nonce","label":"Nonce","bit":32,"rules":["RFC8489-AUTH-04","RFC8489-AUTH-15"],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":21,"pad":{"octets":4}},{"title":"XorRelayedAddress","description":"XOR-RELAYED-ADDRESS: the address that the server relays at (RFC 8656 section 18.5).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":22,"derive":{"op":"number","value":22}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","minimum":8,"maximum":20,"derive":{"op":"+","left":{"op":"number","value":4},"right":{"op":"size","name":"address"}}},{"name":"reserved","label":"Reserved","bit":32,"rules":["STUN-XOR-02"],"form":"uint","bits":8,"send":0,"derive":{"op":"number","value":0}},{"name":"family","label":"Family","bit":40,"rules":["STUN-XOR-02"],"form":"uint","bits":8,"names":{"1":"IPv4","2":"IPv6"},"allowed":[1,2]},{"name":"port","label":"X-Port","bit":48,"rules":["STUN-XOR-01"],"form":"uint","bits":16,"xor":4},{"name":"address","label":"X-Address","bit":64,"rules":["STUN-XOR-01","TURN-A-27"],"form":"octets","size":"rest","isAddress":true,"xor":4}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[{"that":{"op":"||","left":{"op":"&&","left":{"op":"==","left":{"op":"name","name":"family"},"right":{"op":"number","value":1}},"right":{"op":"==","left":{"op":"name","name":"length"},"right":{"op":"number","value":8}}},"right":{"op":"&&","left":{"op":"==","left":{"op":"name","name":"family"},"right":{"op":"number","value":2}},"right":{"op":"==","left":{"op":"name","name":"length"},"right":{"op":"number","value":20}}}},"field":"length"}],"context":{},"tag":22,"pad":{"octets":4}},{"title":"RequestedAddressFamily","description":"REQUESTED-ADDRESS-FAMILY: which kind of address the client wants (RFC 8656 section 18.6).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":23,"derive":{"op":"number","value":23}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":4,"derive":{"op":"number","value":4}},{"name":"family","label":"Family","bit":32,"rules":["TURN-A-12"],"form":"uint","bits":8,"names":{"1":"IPv4","2":"IPv6"}},{"name":"reserved","label":"Reserved","bit":40,"rules":[],"form":"uint","bits":24,"send":0,"derive":{"op":"number","value":0}}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":23,"pad":{"octets":4}},{"title":"EvenPort","description":"EVEN-PORT: an even port is wanted, and perhaps the next one kept (RFC 8656 section 18.7).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":24,"derive":{"op":"number","value":24}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":1,"derive":{"op":"number","value":1}},{"name":"reserve","label":"R","description":"The next port is to be kept for a later allocation.","bit":32,"rules":["TURN-A-20","TURN-A-21"],"form":"bool","bits":1,"derive":{"op":"number","value":0}},{"name":"reserved","label":"RFFU","bit":33,"rules":[],"form":"uint","bits":7,"send":0,"derive":{"op":"number","value":0}}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":24,"pad":{"octets":4}},{"title":"RequestedTransport","description":"REQUESTED-TRANSPORT: the protocol between server and peers (RFC 8656 section 18.8).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":25,"derive":{"op":"number","value":25}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":4,"derive":{"op":"number","value":4}},{"name":"protocol","label":"Protocol","bit":32,"rules":["TURN-A-01","TURN-A-07"],"form":"uint","bits":8,"names":{"6":"TCP","17":"UDP"}},{"name":"reserved","label":"RFFU","bit":40,"rules":[],"form":"uint","bits":24,"send":0,"derive":{"op":"number","value":0}}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":25,"pad":{"octets":4}},{"title":"DontFragment","description":"DONT-FRAGMENT: what is relayed is not to be cut by routers (RFC 8656 section 18.9).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":26,"derive":{"op":"number","value":26}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":["TURN-A-08"],"form":"uint","bits":16,"unit":"octets","constant":0,"derive":{"op":"number","value":0}}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":26,"pad":{"octets":4}},{"title":"MessageIntegritySha256","description":"MESSAGE-INTEGRITY-SHA256: HMAC-SHA256 over the message up to this attribute, whole or its first octets (RFC 8489 section 14.6).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":28,"derive":{"op":"number","value":28}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","minimum":16,"maximum":32,"derive":{"op":"size","name":"hmac"}},{"name":"hmac","label":"HMAC","bit":32,"rules":["STUN-MI-02"],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[{"that":{"op":"==","left":{"op":"%","left":{"op":"name","name":"length"},"right":{"op":"number","value":4}},"right":{"op":"number","value":0}},"field":"length"}],"context":{},"tag":28,"pad":{"octets":4}},{"title":"PasswordAlgorithm","description":"PASSWORD-ALGORITHM: how the key was made of the password (RFC 8489 section 14.12).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":29,"derive":{"op":"number","value":29}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","minimum":4,"derive":{"op":"+","left":{"op":"number","value":4},"right":{"op":"size","name":"parameters"}}},{"name":"algorithm","label":"Algorithm","bit":32,"rules":["RFC8489-AUTH-15"],"form":"uint","bits":16,"names":{"1":"MD5","2":"SHA-256"}},{"name":"algorithmParametersLength","label":"Algorithm Parameters Length","bit":48,"rules":[],"form":"uint","bits":16,"unit":"octets","derive":{"op":"size","name":"parameters"}},{"name":"parameters","label":"Algorithm Parameters","bit":64,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[{"that":{"op":"<=","left":{"op":"name","name":"algorithmParametersLength"},"right":{"op":"-","left":{"op":"name","name":"length"},"right":{"op":"number","value":4}}},"field":"algorithmParametersLength"}],"context":{},"tag":29,"pad":{"octets":4}},{"title":"Userhash","description":"USERHASH: SHA-256 of user name and realm, in place of the name (RFC 8489 section 14.4).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":30,"derive":{"op":"number","value":30}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":32,"derive":{"op":"number","value":32}},{"name":"userhash","label":"Userhash","bit":32,"rules":["RFC8489-AUTH-26"],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":30,"pad":{"octets":4}},{"title":"XorMappedAddress","description":"XOR-MAPPED-ADDRESS: the address that a request came from (RFC 8489 section 14.2).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":32,"derive":{"op":"number","value":32}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","minimum":8,"maximum":20,"derive":{"op":"+","left":{"op":"number","value":4},"right":{"op":"size","name":"address"}}},{"name":"reserved","label":"Reserved","bit":32,"rules":["STUN-XOR-02"],"form":"uint","bits":8,"send":0,"derive":{"op":"number","value":0}},{"name":"family","label":"Family","bit":40,"rules":["STUN-XOR-02"],"form":"uint","bits":8,"names":{"1":"IPv4","2":"IPv6"},"allowed":[1,2]},{"name":"port","label":"X-Port","bit":48,"rules":["STUN-XOR-01"],"form":"uint","bits":16,"xor":4},{"name":"address","label":"X-Address","bit":64,"rules":["STUN-XOR-01","STUN-BIND-02"],"form":"octets","size":"rest","isAddress":true,"xor":4}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[{"that":{"op":"||","left":{"op":"&&","left":{"op":"==","left":{"op":"name","name":"family"},"right":{"op":"number","value":1}},"right":{"op":"==","left":{"op":"name","name":"length"},"right":{"op":"number","value":8}}},"right":{"op":"&&","left":{"op":"==","left":{"op":"name","name":"family"},"right":{"op":"number","value":2}},"right":{"op":"==","left":{"op":"name","name":"length"},"right":{"op":"number","value":20}}}},"field":"length"}],"context":{},"tag":32,"pad":{"octets":4}},{"title":"ReservationToken","description":"RESERVATION-TOKEN: names a port that is kept (RFC 8656 section 18.10).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":34,"derive":{"op":"number","value":34}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":8,"derive":{"op":"number","value":8}},{"name":"token","label":"Token","bit":32,"rules":["TURN-A-22"],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":34,"pad":{"octets":4}},{"title":"AdditionalAddressFamily","description":"ADDITIONAL-ADDRESS-FAMILY: an address of this family is wanted beside the other (RFC 8656 section 18.11).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":32768,"derive":{"op":"number","value":32768}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":4,"derive":{"op":"number","value":4}},{"name":"family","label":"Family","bit":32,"rules":["TURN-A-15"],"form":"uint","bits":8,"names":{"1":"IPv4","2":"IPv6"}},{"name":"reserved","label":"Reserved","bit":40,"rules":[],"form":"uint","bits":24,"send":0,"derive":{"op":"number","value":0}}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":32768,"pad":{"octets":4}},{"title":"AddressErrorCode","description":"ADDRESS-ERROR-CODE: why there is no address of one family (RFC 8656 section 18.12).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":32769,"derive":{"op":"number","value":32769}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","minimum":4,"maximum":767,"derive":{"op":"+","left":{"op":"number","value":4},"right":{"op":"size","name":"reason"}}},{"name":"family","label":"Family","bit":32,"rules":[],"form":"uint","bits":8,"names":{"1":"IPv4","2":"IPv6"}},{"name":"reserved","label":"Reserved","bit":40,"rules":[],"form":"uint","bits":13,"send":0,"derive":{"op":"number","value":0}},{"name":"class","label":"Class","bit":53,"rules":["TURN-A-16"],"form":"uint","bits":3,"minimum":3,"maximum":6},{"name":"number","label":"Number","bit":56,"rules":["TURN-A-16"],"form":"uint","bits":8,"maximum":99},{"name":"reason","label":"Reason Phrase","description":"UTF-8.","bit":64,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":32769,"pad":{"octets":4}},{"title":"PasswordAlgorithms","description":"PASSWORD-ALGORITHMS: what the server takes, best first: algorithm, length of parameters, parameters, each filled up to 4 octets (RFC 8489 section 14.11).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":32770,"derive":{"op":"number","value":32770}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","derive":{"op":"size","name":"algorithms"}},{"name":"algorithms","label":"Algorithms","bit":32,"rules":["RFC8489-AUTH-15"],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":32770,"pad":{"octets":4}},{"title":"AlternateDomain","description":"ALTERNATE-DOMAIN: the name that the certificate of another server has (RFC 8489 section 14.16).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":32771,"derive":{"op":"number","value":32771}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","maximum":255,"derive":{"op":"size","name":"domain"}},{"name":"domain","label":"Domain","bit":32,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":32771,"pad":{"octets":4}},{"title":"Icmp","description":"ICMP: what the network says of a datagram that was relayed (RFC 8656 section 18.13).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":32772,"derive":{"op":"number","value":32772}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":8,"derive":{"op":"number","value":8}},{"name":"reserved","label":"Reserved","bit":32,"rules":[],"form":"uint","bits":16,"send":0,"derive":{"op":"number","value":0}},{"name":"icmpType","label":"ICMP Type","bit":48,"rules":[],"form":"uint","bits":7},{"name":"icmpCode","label":"ICMP Code","bit":55,"rules":[],"form":"uint","bits":9},{"name":"errorData","label":"Error Data","bit":64,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":32772,"pad":{"octets":4}},{"title":"Software","description":"SOFTWARE: who has made the sender of the message (RFC 8489 section 14.14).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":32802,"derive":{"op":"number","value":32802}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","maximum":763,"derive":{"op":"size","name":"software"}},{"name":"software","label":"Software","bit":32,"rules":["TURN-G-06"],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":32802,"pad":{"octets":4}},{"title":"AlternateServer","description":"ALTERNATE-SERVER: another server to ask (RFC 8489 section 14.15).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":32803,"derive":{"op":"number","value":32803}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","minimum":8,"maximum":20,"derive":{"op":"+","left":{"op":"number","value":4},"right":{"op":"size","name":"address"}}},{"name":"reserved","label":"Reserved","bit":32,"rules":["STUN-XOR-02"],"form":"uint","bits":8,"send":0,"derive":{"op":"number","value":0}},{"name":"family","label":"Family","bit":40,"rules":["STUN-XOR-02"],"form":"uint","bits":8,"names":{"1":"IPv4","2":"IPv6"},"allowed":[1,2]},{"name":"port","label":"Port","bit":48,"rules":[],"form":"uint","bits":16},{"name":"address","label":"Address","bit":64,"rules":["TURN-A-34"],"form":"octets","size":"rest","isAddress":true}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[{"that":{"op":"||","left":{"op":"&&","left":{"op":"==","left":{"op":"name","name":"family"},"right":{"op":"number","value":1}},"right":{"op":"==","left":{"op":"name","name":"length"},"right":{"op":"number","value":8}}},"right":{"op":"&&","left":{"op":"==","left":{"op":"name","name":"family"},"right":{"op":"number","value":2}},"right":{"op":"==","left":{"op":"name","name":"length"},"right":{"op":"number","value":20}}}},"field":"length"}],"context":{},"tag":32803,"pad":{"octets":4}},{"title":"Fingerprint","description":"FINGERPRINT: tells STUN from other protocols on the same port (RFC 8489 section 14.7).","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16,"constant":32808,"derive":{"op":"number","value":32808}},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":4,"derive":{"op":"number","value":4}},{"name":"crc32","label":"CRC-32","description":"Of the message up to this attribute, exclusive-or'ed with 0x5354554e.","bit":32,"rules":["STUN-FP-01"],"form":"uint","bits":32,"itemChecksum":{"algorithm":"crc32","over":"before","mask":1398035790}}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":32808,"pad":{"octets":4}},{"title":"OtherAttribute","description":"Any other attribute. Spells those above, too, by their octets.","fields":[{"name":"type","label":"Type","bit":0,"rules":[],"form":"uint","bits":16},{"name":"length","label":"Length","description":"Octets of the value, without the padding behind it.","bit":16,"rules":[],"form":"uint","bits":16,"unit":"octets","derive":{"op":"size","name":"value"}},{"name":"value","label":"Value","bit":32,"rules":[],"form":"octets","size":"rest"}],"length":{"octets":{"op":"+","left":{"op":"number","value":4},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"pad":{"octets":4}}]},
  ],
};

const layout = stunMessageLayout;
const scratch = create();

export const stunMessage: Codec<StunMessage, StunMessageStruct> = {
  layer: 'turn/message',
  title: 'StunMessage',
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
