// Written by `npm run generate` from spec/relay/frame.schema.json: change that, not this.
import { type Codec, type Context, type Decoded, DERIVE } from '../../wire/codec.ts';
import { describeFaults } from '../../wire/faults.ts';
import { describeFields } from '../../wire/fields.ts';
import { firstFault, observe } from '../../wire/observe.ts';
import { freshOctets } from '../../wire/runtime/fresh.ts';
import { copyOctets, hexOf, viewOf, writeHex } from '../../wire/runtime/octets.ts';
import { checkProperties, flagFrom, hexFrom, listFrom, missing, uintFrom } from '../../wire/runtime/values.ts';
import type { Layout } from '../../wire/layout.ts';
import type { RelayFrame } from './frame.types.ts';

export type * from './frame.types.ts';

/** RelayFrame in its fast form: see Codec. */
export interface RelayFrameStruct {
  magic: number;
  version: number;
  type: number;
  timeToLive: number;
  length: number;
  isRequest: number;
  reserved: number;
  sourceAt: number;
  sourceLength: number;
  destinationAt: number;
  destinationLength: number;
  messageIdAt: number;
  messageIdLength: number;
  hopMacAt: number;
  hopMacLength: number;
  attributesAt: number;
  attributesLength: number;
}

function create(): RelayFrameStruct {
  return {
    magic: 197,
    version: 1,
    type: 0,
    timeToLive: 8,
    length: DERIVE,
    isRequest: 0,
    reserved: 0,
    sourceAt: 0,
    sourceLength: 0,
    destinationAt: 0,
    destinationLength: 0,
    messageIdAt: 0,
    messageIdLength: 0,
    hopMacAt: 0,
    hopMacLength: 0,
    attributesAt: 0,
    attributesLength: 0,
  };
}

function read(into: RelayFrameStruct, view: DataView, at: number, end: number): number {
  if (end - at < 8) return 1;
  into.sourceAt = at;
  into.sourceLength = 0;
  into.destinationAt = at;
  into.destinationLength = 0;
  into.messageIdAt = at;
  into.messageIdLength = 0;
  into.hopMacAt = at;
  into.hopMacLength = 0;
  into.attributesAt = at;
  into.attributesLength = 0;
  const w0 = view.getInt32(at);
  const w1 = view.getInt32(at + 4);
  const _magic = w0 >>> 24;
  const _version = (w0 >>> 16) & 0xff;
  const _type = (w0 >>> 8) & 0xff;
  const _timeToLive = w0 & 0xff;
  const _length = w1 >>> 16;
  const _isRequest = (w1 >>> 15) & 1;
  const _reserved = w1 & 0x7fff;
  into.magic = _magic;
  into.version = _version;
  into.type = _type;
  into.timeToLive = _timeToLive;
  into.length = _length;
  into.isRequest = _isRequest;
  into.reserved = _reserved;
  if (_magic !== 197) return 2;
  if (_version !== 1) return 3;
  if (_timeToLive > 8) return 4;
  if (_length > 1200) return 5;
  const stop = at + 56 + _length;
  if (stop < at + 8 || stop > end) return 6;
  let p = at + 8;
  const _sourceAt = p;
  const _sourceLength = 16;
  if (_sourceLength < 0 || _sourceLength > stop - p) return 7;
  into.sourceAt = _sourceAt;
  into.sourceLength = _sourceLength;
  p += _sourceLength;
  const _destinationAt = p;
  const _destinationLength = 16;
  if (_destinationLength < 0 || _destinationLength > stop - p) return 8;
  into.destinationAt = _destinationAt;
  into.destinationLength = _destinationLength;
  p += _destinationLength;
  const _messageIdAt = p;
  const _messageIdLength = 8;
  if (_messageIdLength < 0 || _messageIdLength > stop - p) return 9;
  into.messageIdAt = _messageIdAt;
  into.messageIdLength = _messageIdLength;
  p += _messageIdLength;
  const _hopMacAt = p;
  const _hopMacLength = 8;
  if (_hopMacLength < 0 || _hopMacLength > stop - p) return 10;
  into.hopMacAt = _hopMacAt;
  into.hopMacLength = _hopMacLength;
  p += _hopMacLength;
  const _attributesAt = p;
  const _attributesLength = stop - p;
  into.attributesAt = _attributesAt;
  into.attributesLength = _attributesLength;
  if (_attributesLength !== 0 && !attributesFit(view, _attributesAt, _attributesAt + _attributesLength)) return 11;
  return 0;
}

function decodeStruct(view: DataView, at: number, end: number): RelayFrameStruct | number {
  if (end - at < 8) return 1;
  const w0 = view.getInt32(at);
  const w1 = view.getInt32(at + 4);
  const _magic = w0 >>> 24;
  const _version = (w0 >>> 16) & 0xff;
  const _type = (w0 >>> 8) & 0xff;
  const _timeToLive = w0 & 0xff;
  const _length = w1 >>> 16;
  const _isRequest = (w1 >>> 15) & 1;
  const _reserved = w1 & 0x7fff;
  if (_magic !== 197) return 2;
  if (_version !== 1) return 3;
  if (_timeToLive > 8) return 4;
  if (_length > 1200) return 5;
  const stop = at + 56 + _length;
  if (stop < at + 8 || stop > end) return 6;
  let p = at + 8;
  const _sourceAt = p;
  const _sourceLength = 16;
  if (_sourceLength < 0 || _sourceLength > stop - p) return 7;
  p += _sourceLength;
  const _destinationAt = p;
  const _destinationLength = 16;
  if (_destinationLength < 0 || _destinationLength > stop - p) return 8;
  p += _destinationLength;
  const _messageIdAt = p;
  const _messageIdLength = 8;
  if (_messageIdLength < 0 || _messageIdLength > stop - p) return 9;
  p += _messageIdLength;
  const _hopMacAt = p;
  const _hopMacLength = 8;
  if (_hopMacLength < 0 || _hopMacLength > stop - p) return 10;
  p += _hopMacLength;
  const _attributesAt = p;
  const _attributesLength = stop - p;
  if (_attributesLength !== 0 && !attributesFit(view, _attributesAt, _attributesAt + _attributesLength)) return 11;
  return {
    magic: _magic,
    version: _version,
    type: _type,
    timeToLive: _timeToLive,
    length: _length,
    isRequest: _isRequest,
    reserved: _reserved,
    sourceAt: _sourceAt,
    sourceLength: _sourceLength,
    destinationAt: _destinationAt,
    destinationLength: _destinationLength,
    messageIdAt: _messageIdAt,
    messageIdLength: _messageIdLength,
    hopMacAt: _hopMacAt,
    hopMacLength: _hopMacLength,
    attributesAt: _attributesAt,
    attributesLength: _attributesLength,
  };
}

function attributesFit(view: DataView, from: number, to: number): boolean {
  for (let at = from; at < to; ) {
    const _kind = view.getUint8(at);
    switch (_kind) {
      case 1: case 2: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 32) return false;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return false;
        const p = at + 3;
        const _publicKeyLength = 32;
        if (_publicKeyLength < 0 || _publicKeyLength > stop - p) return false;
        at = stop;
        break;
      }
      case 3: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 16) return false;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return false;
        const p = at + 3;
        const _cookieLength = 16;
        if (_cookieLength < 0 || _cookieLength > stop - p) return false;
        at = stop;
        break;
      }
      case 4: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 64) return false;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return false;
        const p = at + 3;
        const _signatureLength = 64;
        if (_signatureLength < 0 || _signatureLength > stop - p) return false;
        at = stop;
        break;
      }
      case 5: {
        if (to - at < 5) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 8) & 0xffff;
        if (_length !== 18) return false;
        const stop = at + 3 + _length;
        if (stop < at + 5 || stop > to) return false;
        const p = at + 5;
        const _addressLength = 16;
        if (_addressLength < 0 || _addressLength > stop - p) return false;
        at = stop;
        break;
      }
      case 6: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length > 64) return false;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return false;
        const p = at + 3;
        const _nameLength = _length;
        if (_nameLength < 0 || _nameLength > stop - p) return false;
        at = stop;
        break;
      }
      case 7: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 16) return false;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return false;
        const p = at + 3;
        const _nonceLength = 16;
        if (_nonceLength < 0 || _nonceLength > stop - p) return false;
        at = stop;
        break;
      }
      case 8: {
        if (to - at < 6) return false;
        const w0 = view.getInt32(at);
        const w1 = view.getUint16(at + 4);
        const _length = (w0 >>> 8) & 0xffff;
        const _cost = w0 & 0xff;
        const _blockSize = w1 >>> 8;
        const _parallel = w1 & 0xff;
        if (_length !== 19) return false;
        if (_cost < 1 || _cost > 20) return false;
        if (_blockSize < 1 || _blockSize > 32) return false;
        if (_parallel < 1 || _parallel > 16) return false;
        const stop = at + 3 + _length;
        if (stop < at + 6 || stop > to) return false;
        const p = at + 6;
        const _saltLength = 16;
        if (_saltLength < 0 || _saltLength > stop - p) return false;
        at = stop;
        break;
      }
      case 9: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 32) return false;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return false;
        const p = at + 3;
        const _responseLength = 32;
        if (_responseLength < 0 || _responseLength > stop - p) return false;
        at = stop;
        break;
      }
      case 10: {
        if (to - at < 15) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 8) & 0xffff;
        if (_length < 108 || _length > 172) return false;
        const stop = at + 3 + _length;
        if (stop < at + 15 || stop > to) return false;
        let p = at + 15;
        const _publicKeyLength = 32;
        if (_publicKeyLength < 0 || _publicKeyLength > stop - p) return false;
        p += _publicKeyLength;
        const _nameLength = _length - 108;
        if (_nameLength < 0 || _nameLength > stop - p) return false;
        p += _nameLength;
        const _signatureLength = 64;
        if (_signatureLength < 0 || _signatureLength > stop - p) return false;
        at = stop;
        break;
      }
      case 11: {
        if (to - at < 15) return false;
        const w0 = view.getInt32(at);
        const w2 = view.getInt32(at + 8);
        const w3 = view.getUint16(at + 12);
        const _length = (w0 >>> 8) & 0xffff;
        const _status = w2 & 0xff;
        const _mapping = w3 >>> 8;
        if (_length !== 108) return false;
        if (_status > 1) return false;
        if (_mapping > 3) return false;
        const stop = at + 3 + _length;
        if (stop < at + 15 || stop > to) return false;
        let p = at + 15;
        const _addressLength = 16;
        if (_addressLength < 0 || _addressLength > stop - p) return false;
        p += _addressLength;
        const _nodeLength = 16;
        if (_nodeLength < 0 || _nodeLength > stop - p) return false;
        p += _nodeLength;
        const _signatureLength = 64;
        if (_signatureLength < 0 || _signatureLength > stop - p) return false;
        at = stop;
        break;
      }
      case 12: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 8) & 0xffff;
        const _standing = w0 & 0xff;
        if (_length < 1 || _length > 65) return false;
        if (_standing > 3) return false;
        const stop = at + 3 + _length;
        if (stop < at + 4 || stop > to) return false;
        const p = at + 4;
        const _nameLength = _length - 1;
        if (_nameLength < 0 || _nameLength > stop - p) return false;
        at = stop;
        break;
      }
      case 13: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 8) return false;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return false;
        const p = at + 3;
        const _tokenLength = 8;
        if (_tokenLength < 0 || _tokenLength > stop - p) return false;
        at = stop;
        break;
      }
      case 14: {
        if (to - at < 9) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 8) & 0xffff;
        if (_length !== 134) return false;
        const stop = at + 3 + _length;
        if (stop < at + 9 || stop > to) return false;
        let p = at + 9;
        const _addressLength = 16;
        if (_addressLength < 0 || _addressLength > stop - p) return false;
        p += _addressLength;
        const _subjectLength = 16;
        if (_subjectLength < 0 || _subjectLength > stop - p) return false;
        p += _subjectLength;
        const _proberLength = 32;
        if (_proberLength < 0 || _proberLength > stop - p) return false;
        p += _proberLength;
        const _signatureLength = 64;
        if (_signatureLength < 0 || _signatureLength > stop - p) return false;
        at = stop;
        break;
      }
      case 15: {
        if (to - at < 17) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 8) & 0xffff;
        if (_length !== 126) return false;
        const stop = at + 3 + _length;
        if (stop < at + 17 || stop > to) return false;
        let p = at + 17;
        const _addressLength = 16;
        if (_addressLength < 0 || _addressLength > stop - p) return false;
        p += _addressLength;
        const _publicKeyLength = 32;
        if (_publicKeyLength < 0 || _publicKeyLength > stop - p) return false;
        p += _publicKeyLength;
        const _signatureLength = 64;
        if (_signatureLength < 0 || _signatureLength > stop - p) return false;
        at = stop;
        break;
      }
      case 16: {
        if (to - at < 7) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 8) & 0xffff;
        if (_length !== 4) return false;
        const stop = at + 3 + _length;
        if (stop < at + 7 || stop > to) return false;
        at = stop;
        break;
      }
      case 17: {
        if (to - at < 5) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 8) & 0xffff;
        if (_length !== 2) return false;
        const stop = at + 3 + _length;
        if (stop < at + 5 || stop > to) return false;
        at = stop;
        break;
      }
      case 18: {
        if (to - at < 15) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 8) & 0xffff;
        if (_length !== 12) return false;
        const stop = at + 3 + _length;
        if (stop < at + 15 || stop > to) return false;
        at = stop;
        break;
      }
      case 19: {
        if (to - at < 11) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 8) & 0xffff;
        if (_length !== 120) return false;
        const stop = at + 3 + _length;
        if (stop < at + 11 || stop > to) return false;
        let p = at + 11;
        const _peerLength = 16;
        if (_peerLength < 0 || _peerLength > stop - p) return false;
        p += _peerLength;
        const _relayLength = 32;
        if (_relayLength < 0 || _relayLength > stop - p) return false;
        p += _relayLength;
        const _signatureLength = 64;
        if (_signatureLength < 0 || _signatureLength > stop - p) return false;
        at = stop;
        break;
      }
      case 20: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 16) return false;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return false;
        const p = at + 3;
        const _nodeLength = 16;
        if (_nodeLength < 0 || _nodeLength > stop - p) return false;
        at = stop;
        break;
      }
      case 21: {
        if (to - at < 11) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 8) & 0xffff;
        if (_length !== 16) return false;
        const stop = at + 3 + _length;
        if (stop < at + 11 || stop > to) return false;
        const p = at + 11;
        const _upToLength = 8;
        if (_upToLength < 0 || _upToLength > stop - p) return false;
        at = stop;
        break;
      }
      case 22: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 8) return false;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return false;
        const p = at + 3;
        const _messageIdLength = 8;
        if (_messageIdLength < 0 || _messageIdLength > stop - p) return false;
        at = stop;
        break;
      }
      case 23: {
        if (to - at < 6) return false;
        const w0 = view.getInt32(at);
        const w1 = view.getUint16(at + 4);
        const _length = (w0 >>> 8) & 0xffff;
        const _code = ((w0 & 0xff) << 8) | (w1 >>> 8);
        if (_length !== 3) return false;
        if (_code < 300 || _code > 699) return false;
        const stop = at + 3 + _length;
        if (stop < at + 6 || stop > to) return false;
        at = stop;
        break;
      }
      case 24: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 8) return false;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return false;
        const p = at + 3;
        const _conversationLength = 8;
        if (_conversationLength < 0 || _conversationLength > stop - p) return false;
        at = stop;
        break;
      }
      case 25: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length > 1197) return false;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return false;
        const p = at + 3;
        const _sealedLength = _length;
        if (_sealedLength < 0 || _sealedLength > stop - p) return false;
        at = stop;
        break;
      }
      case 26: {
        if (to - at < 4) return false;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 8) & 0xffff;
        if (_length !== 1) return false;
        const stop = at + 3 + _length;
        if (stop < at + 4 || stop > to) return false;
        at = stop;
        break;
      }
      case 128: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length > 1197) return false;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return false;
        const p = at + 3;
        const _paddingLength = _length;
        if (_paddingLength < 0 || _paddingLength > stop - p) return false;
        at = stop;
        break;
      }
      default: {
        if (to - at < 3) return false;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length > 1197) return false;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return false;
        const p = at + 3;
        const _dataLength = _length;
        if (_dataLength < 0 || _dataLength > stop - p) return false;
        at = stop;
        break;
      }
    }
  }
  return true;
}

function decodeAttributes(view: DataView, from: number, to: number): RelayFrame['attributes'] {
  const items: RelayFrame['attributes'] = [];
  for (let at = from; at < to; ) {
    const _kind = view.getUint8(at);
    switch (_kind) {
      case 1: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 32) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _publicKeyAt = p;
        const _publicKeyLength = 32;
        if (_publicKeyLength < 0 || _publicKeyLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, publicKey: hexOf(view, _publicKeyAt, _publicKeyLength) });
        at = stop;
        break;
      }
      case 2: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 32) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _publicKeyAt = p;
        const _publicKeyLength = 32;
        if (_publicKeyLength < 0 || _publicKeyLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, publicKey: hexOf(view, _publicKeyAt, _publicKeyLength) });
        at = stop;
        break;
      }
      case 3: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 16) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _cookieAt = p;
        const _cookieLength = 16;
        if (_cookieLength < 0 || _cookieLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, cookie: hexOf(view, _cookieAt, _cookieLength) });
        at = stop;
        break;
      }
      case 4: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 64) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _signatureAt = p;
        const _signatureLength = 64;
        if (_signatureLength < 0 || _signatureLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, signature: hexOf(view, _signatureAt, _signatureLength) });
        at = stop;
        break;
      }
      case 5: {
        if (to - at < 5) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getUint8(at + 4);
        const _length = (w0 >>> 8) & 0xffff;
        const _port = ((w0 & 0xff) << 8) | w1;
        if (_length !== 18) return items;
        const stop = at + 3 + _length;
        if (stop < at + 5 || stop > to) return items;
        const p = at + 5;
        const _addressAt = p;
        const _addressLength = 16;
        if (_addressLength < 0 || _addressLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, port: _port, address: hexOf(view, _addressAt, _addressLength) });
        at = stop;
        break;
      }
      case 6: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length > 64) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _nameAt = p;
        const _nameLength = _length;
        if (_nameLength < 0 || _nameLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, name: hexOf(view, _nameAt, _nameLength) });
        at = stop;
        break;
      }
      case 7: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 16) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _nonceAt = p;
        const _nonceLength = 16;
        if (_nonceLength < 0 || _nonceLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, nonce: hexOf(view, _nonceAt, _nonceLength) });
        at = stop;
        break;
      }
      case 8: {
        if (to - at < 6) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getUint16(at + 4);
        const _length = (w0 >>> 8) & 0xffff;
        const _cost = w0 & 0xff;
        const _blockSize = w1 >>> 8;
        const _parallel = w1 & 0xff;
        if (_length !== 19) return items;
        if (_cost < 1 || _cost > 20) return items;
        if (_blockSize < 1 || _blockSize > 32) return items;
        if (_parallel < 1 || _parallel > 16) return items;
        const stop = at + 3 + _length;
        if (stop < at + 6 || stop > to) return items;
        const p = at + 6;
        const _saltAt = p;
        const _saltLength = 16;
        if (_saltLength < 0 || _saltLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, cost: _cost, blockSize: _blockSize, parallel: _parallel, salt: hexOf(view, _saltAt, _saltLength) });
        at = stop;
        break;
      }
      case 9: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 32) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _responseAt = p;
        const _responseLength = 32;
        if (_responseLength < 0 || _responseLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, response: hexOf(view, _responseAt, _responseLength) });
        at = stop;
        break;
      }
      case 10: {
        if (to - at < 15) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const w2 = view.getInt32(at + 8);
        const w3 = view.getUint16(at + 12);
        const w4 = view.getUint8(at + 14);
        const _length = (w0 >>> 8) & 0xffff;
        const _serial = ((w0 & 0xff) << 24) | (w1 >>> 8);
        const _issued = ((w1 & 0xff) << 24) | (w2 >>> 8);
        const _expires = ((w2 & 0xff) << 24) | (w3 << 8) | w4;
        if (_length < 108 || _length > 172) return items;
        const stop = at + 3 + _length;
        if (stop < at + 15 || stop > to) return items;
        let p = at + 15;
        const _publicKeyAt = p;
        const _publicKeyLength = 32;
        if (_publicKeyLength < 0 || _publicKeyLength > stop - p) return items;
        p += _publicKeyLength;
        const _nameAt = p;
        const _nameLength = _length - 108;
        if (_nameLength < 0 || _nameLength > stop - p) return items;
        p += _nameLength;
        const _signatureAt = p;
        const _signatureLength = 64;
        if (_signatureLength < 0 || _signatureLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, serial: _serial >>> 0, issued: _issued >>> 0, expires: _expires >>> 0, publicKey: hexOf(view, _publicKeyAt, _publicKeyLength), name: hexOf(view, _nameAt, _nameLength), signature: hexOf(view, _signatureAt, _signatureLength) });
        at = stop;
        break;
      }
      case 11: {
        if (to - at < 15) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const w2 = view.getInt32(at + 8);
        const w3 = view.getUint16(at + 12);
        const w4 = view.getUint8(at + 14);
        const _length = (w0 >>> 8) & 0xffff;
        const _sequence = ((w0 & 0xff) << 24) | (w1 >>> 8);
        const _expires = ((w1 & 0xff) << 24) | (w2 >>> 8);
        const _status = w2 & 0xff;
        const _mapping = w3 >>> 8;
        const _port = ((w3 & 0xff) << 8) | w4;
        if (_length !== 108) return items;
        if (_status > 1) return items;
        if (_mapping > 3) return items;
        const stop = at + 3 + _length;
        if (stop < at + 15 || stop > to) return items;
        let p = at + 15;
        const _addressAt = p;
        const _addressLength = 16;
        if (_addressLength < 0 || _addressLength > stop - p) return items;
        p += _addressLength;
        const _nodeAt = p;
        const _nodeLength = 16;
        if (_nodeLength < 0 || _nodeLength > stop - p) return items;
        p += _nodeLength;
        const _signatureAt = p;
        const _signatureLength = 64;
        if (_signatureLength < 0 || _signatureLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, sequence: _sequence >>> 0, expires: _expires >>> 0, status: _status, mapping: _mapping, port: _port, address: hexOf(view, _addressAt, _addressLength), node: hexOf(view, _nodeAt, _nodeLength), signature: hexOf(view, _signatureAt, _signatureLength) });
        at = stop;
        break;
      }
      case 12: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 8) & 0xffff;
        const _standing = w0 & 0xff;
        if (_length < 1 || _length > 65) return items;
        if (_standing > 3) return items;
        const stop = at + 3 + _length;
        if (stop < at + 4 || stop > to) return items;
        const p = at + 4;
        const _nameAt = p;
        const _nameLength = _length - 1;
        if (_nameLength < 0 || _nameLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, standing: _standing, name: hexOf(view, _nameAt, _nameLength) });
        at = stop;
        break;
      }
      case 13: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 8) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _tokenAt = p;
        const _tokenLength = 8;
        if (_tokenLength < 0 || _tokenLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, token: hexOf(view, _tokenAt, _tokenLength) });
        at = stop;
        break;
      }
      case 14: {
        if (to - at < 9) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const w2 = view.getUint8(at + 8);
        const _length = (w0 >>> 8) & 0xffff;
        const _port = ((w0 & 0xff) << 8) | (w1 >>> 24);
        const _issued = ((w1 & 0xffffff) << 8) | w2;
        if (_length !== 134) return items;
        const stop = at + 3 + _length;
        if (stop < at + 9 || stop > to) return items;
        let p = at + 9;
        const _addressAt = p;
        const _addressLength = 16;
        if (_addressLength < 0 || _addressLength > stop - p) return items;
        p += _addressLength;
        const _subjectAt = p;
        const _subjectLength = 16;
        if (_subjectLength < 0 || _subjectLength > stop - p) return items;
        p += _subjectLength;
        const _proberAt = p;
        const _proberLength = 32;
        if (_proberLength < 0 || _proberLength > stop - p) return items;
        p += _proberLength;
        const _signatureAt = p;
        const _signatureLength = 64;
        if (_signatureLength < 0 || _signatureLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, port: _port, issued: _issued >>> 0, address: hexOf(view, _addressAt, _addressLength), subject: hexOf(view, _subjectAt, _subjectLength), prober: hexOf(view, _proberAt, _proberLength), signature: hexOf(view, _signatureAt, _signatureLength) });
        at = stop;
        break;
      }
      case 15: {
        if (to - at < 17) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const w2 = view.getInt32(at + 8);
        const w3 = view.getInt32(at + 12);
        const w4 = view.getUint8(at + 16);
        const _length = (w0 >>> 8) & 0xffff;
        const _sequence = ((w0 & 0xff) << 24) | (w1 >>> 8);
        const _expires = ((w1 & 0xff) << 24) | (w2 >>> 8);
        const _slots = ((w2 & 0xff) << 8) | (w3 >>> 24);
        const _free = (w3 >>> 8) & 0xffff;
        const _port = ((w3 & 0xff) << 8) | w4;
        if (_length !== 126) return items;
        const stop = at + 3 + _length;
        if (stop < at + 17 || stop > to) return items;
        let p = at + 17;
        const _addressAt = p;
        const _addressLength = 16;
        if (_addressLength < 0 || _addressLength > stop - p) return items;
        p += _addressLength;
        const _publicKeyAt = p;
        const _publicKeyLength = 32;
        if (_publicKeyLength < 0 || _publicKeyLength > stop - p) return items;
        p += _publicKeyLength;
        const _signatureAt = p;
        const _signatureLength = 64;
        if (_signatureLength < 0 || _signatureLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, sequence: _sequence >>> 0, expires: _expires >>> 0, slots: _slots, free: _free, port: _port, address: hexOf(view, _addressAt, _addressLength), publicKey: hexOf(view, _publicKeyAt, _publicKeyLength), signature: hexOf(view, _signatureAt, _signatureLength) });
        at = stop;
        break;
      }
      case 16: {
        if (to - at < 7) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getUint16(at + 4);
        const w2 = view.getUint8(at + 6);
        const _length = (w0 >>> 8) & 0xffff;
        const _reservation = ((w0 & 0xff) << 24) | (w1 << 8) | w2;
        if (_length !== 4) return items;
        const stop = at + 3 + _length;
        if (stop < at + 7 || stop > to) return items;
        items.push({ kind: _kind, length: _length, reservation: _reservation >>> 0 });
        at = stop;
        break;
      }
      case 17: {
        if (to - at < 5) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getUint8(at + 4);
        const _length = (w0 >>> 8) & 0xffff;
        const _seconds = ((w0 & 0xff) << 8) | w1;
        if (_length !== 2) return items;
        const stop = at + 3 + _length;
        if (stop < at + 5 || stop > to) return items;
        items.push({ kind: _kind, length: _length, seconds: _seconds });
        at = stop;
        break;
      }
      case 18: {
        if (to - at < 15) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const w2 = view.getInt32(at + 8);
        const w3 = view.getUint16(at + 12);
        const w4 = view.getUint8(at + 14);
        const _length = (w0 >>> 8) & 0xffff;
        const _octets = ((w0 & 0xff) << 24) | (w1 >>> 8);
        const _seconds = ((w1 & 0xff) << 24) | (w2 >>> 8);
        const _credit = ((w2 & 0xff) << 24) | (w3 << 8) | w4;
        if (_length !== 12) return items;
        const stop = at + 3 + _length;
        if (stop < at + 15 || stop > to) return items;
        items.push({ kind: _kind, length: _length, octets: _octets >>> 0, seconds: _seconds >>> 0, credit: _credit >>> 0 });
        at = stop;
        break;
      }
      case 19: {
        if (to - at < 11) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const w2 = view.getUint16(at + 8);
        const w3 = view.getUint8(at + 10);
        const _length = (w0 >>> 8) & 0xffff;
        const _reservation = ((w0 & 0xff) << 24) | (w1 >>> 8);
        const _expires = ((w1 & 0xff) << 24) | (w2 << 8) | w3;
        if (_length !== 120) return items;
        const stop = at + 3 + _length;
        if (stop < at + 11 || stop > to) return items;
        let p = at + 11;
        const _peerAt = p;
        const _peerLength = 16;
        if (_peerLength < 0 || _peerLength > stop - p) return items;
        p += _peerLength;
        const _relayAt = p;
        const _relayLength = 32;
        if (_relayLength < 0 || _relayLength > stop - p) return items;
        p += _relayLength;
        const _signatureAt = p;
        const _signatureLength = 64;
        if (_signatureLength < 0 || _signatureLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, reservation: _reservation >>> 0, expires: _expires >>> 0, peer: hexOf(view, _peerAt, _peerLength), relay: hexOf(view, _relayAt, _relayLength), signature: hexOf(view, _signatureAt, _signatureLength) });
        at = stop;
        break;
      }
      case 20: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 16) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _nodeAt = p;
        const _nodeLength = 16;
        if (_nodeLength < 0 || _nodeLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, node: hexOf(view, _nodeAt, _nodeLength) });
        at = stop;
        break;
      }
      case 21: {
        if (to - at < 11) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getInt32(at + 4);
        const w2 = view.getUint16(at + 8);
        const w3 = view.getUint8(at + 10);
        const _length = (w0 >>> 8) & 0xffff;
        const _queued = ((w0 & 0xff) << 24) | (w1 >>> 8);
        const _credit = ((w1 & 0xff) << 24) | (w2 << 8) | w3;
        if (_length !== 16) return items;
        const stop = at + 3 + _length;
        if (stop < at + 11 || stop > to) return items;
        const p = at + 11;
        const _upToAt = p;
        const _upToLength = 8;
        if (_upToLength < 0 || _upToLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, queued: _queued >>> 0, credit: _credit >>> 0, upTo: hexOf(view, _upToAt, _upToLength) });
        at = stop;
        break;
      }
      case 22: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 8) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _messageIdAt = p;
        const _messageIdLength = 8;
        if (_messageIdLength < 0 || _messageIdLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, messageId: hexOf(view, _messageIdAt, _messageIdLength) });
        at = stop;
        break;
      }
      case 23: {
        if (to - at < 6) return items;
        const w0 = view.getInt32(at);
        const w1 = view.getUint16(at + 4);
        const _length = (w0 >>> 8) & 0xffff;
        const _code = ((w0 & 0xff) << 8) | (w1 >>> 8);
        const _about = w1 & 0xff;
        if (_length !== 3) return items;
        if (_code < 300 || _code > 699) return items;
        const stop = at + 3 + _length;
        if (stop < at + 6 || stop > to) return items;
        items.push({ kind: _kind, length: _length, code: _code, about: _about });
        at = stop;
        break;
      }
      case 24: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length !== 8) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _conversationAt = p;
        const _conversationLength = 8;
        if (_conversationLength < 0 || _conversationLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, conversation: hexOf(view, _conversationAt, _conversationLength) });
        at = stop;
        break;
      }
      case 25: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length > 1197) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _sealedAt = p;
        const _sealedLength = _length;
        if (_sealedLength < 0 || _sealedLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, sealed: hexOf(view, _sealedAt, _sealedLength) });
        at = stop;
        break;
      }
      case 26: {
        if (to - at < 4) return items;
        const w0 = view.getInt32(at);
        const _length = (w0 >>> 8) & 0xffff;
        const _count = w0 & 0xff;
        if (_length !== 1) return items;
        const stop = at + 3 + _length;
        if (stop < at + 4 || stop > to) return items;
        items.push({ kind: _kind, length: _length, count: _count });
        at = stop;
        break;
      }
      case 128: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length > 1197) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _paddingAt = p;
        const _paddingLength = _length;
        if (_paddingLength < 0 || _paddingLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, padding: hexOf(view, _paddingAt, _paddingLength) });
        at = stop;
        break;
      }
      default: {
        if (to - at < 3) return items;
        const w0 = view.getUint16(at);
        const w1 = view.getUint8(at + 2);
        const _length = ((w0 & 0xff) << 8) | w1;
        if (_length > 1197) return items;
        const stop = at + 3 + _length;
        if (stop < at + 3 || stop > to) return items;
        const p = at + 3;
        const _dataAt = p;
        const _dataLength = _length;
        if (_dataLength < 0 || _dataLength > stop - p) return items;
        items.push({ kind: _kind, length: _length, data: hexOf(view, _dataAt, _dataLength) });
        at = stop;
        break;
      }
    }
  }
  return items;
}

function decode(octets: Uint8Array): Decoded<RelayFrame> {
  const view = viewOf(octets);
  const from = scratch;
  if (read(from, view, 0, view.byteLength) !== 0) return { ok: false, fault: firstFault(layout, octets) };
  const value: RelayFrame = {
    magic: from.magic,
    version: from.version,
    type: from.type,
    timeToLive: from.timeToLive,
    length: from.length,
    isRequest: from.isRequest !== 0,
    reserved: from.reserved,
    source: hexOf(view, from.sourceAt, from.sourceLength),
    destination: hexOf(view, from.destinationAt, from.destinationLength),
    messageId: hexOf(view, from.messageIdAt, from.messageIdLength),
    hopMac: hexOf(view, from.hopMacAt, from.hopMacLength),
    attributes: decodeAttributes(view, from.attributesAt, from.attributesAt + from.attributesLength),
  };
  return { ok: true, value, length: 56 + from.length };
}

function lengthOf(from: RelayFrameStruct): number {
  const _sourceLength = from.sourceLength;
  const _destinationLength = from.destinationLength;
  const _messageIdLength = from.messageIdLength;
  const _hopMacLength = from.hopMacLength;
  const _attributesLength = from.attributesLength;
  let _length = from.length;
  if (_length === DERIVE) _length = _attributesLength;
  let p = 8;
  p += _sourceLength;
  p += _destinationLength;
  p += _messageIdLength;
  p += _hopMacLength;
  p += _attributesLength;
  return p;
}

function write(from: RelayFrameStruct, view: DataView, at: number, context?: Context): number {
  const octets = context?.octets ?? view;
  const _sourceLength = from.sourceLength;
  const _destinationLength = from.destinationLength;
  const _messageIdLength = from.messageIdLength;
  const _hopMacLength = from.hopMacLength;
  const _attributesLength = from.attributesLength;
  const _magic = from.magic;
  const _version = from.version;
  const _type = from.type;
  const _timeToLive = from.timeToLive;
  let _length = from.length;
  if (_length === DERIVE) _length = _attributesLength;
  const _isRequest = from.isRequest;
  const _reserved = from.reserved;
  const w0 = ((_magic & 0xff) << 24) | ((_version & 0xff) << 16) | ((_type & 0xff) << 8) | (_timeToLive & 0xff);
  view.setInt32(at, w0);
  const w1 = ((_length & 0xffff) << 16) | ((_isRequest & 1) << 15) | (_reserved & 0x7fff);
  view.setInt32(at + 4, w1);
  let p = at + 8;
  copyOctets(octets, from.sourceAt, view, p, _sourceLength);
  p += _sourceLength;
  copyOctets(octets, from.destinationAt, view, p, _destinationLength);
  p += _destinationLength;
  copyOctets(octets, from.messageIdAt, view, p, _messageIdLength);
  p += _messageIdLength;
  copyOctets(octets, from.hopMacAt, view, p, _hopMacLength);
  p += _hopMacLength;
  copyOctets(octets, from.attributesAt, view, p, _attributesLength);
  p += _attributesLength;
  const stop = p;
  return stop - at;
}

const ATTRIBUTES_0: ReadonlySet<string> = new Set(['kind', 'length', 'publicKey']);
const ATTRIBUTES_1: ReadonlySet<string> = new Set(['kind', 'length', 'publicKey']);
const ATTRIBUTES_2: ReadonlySet<string> = new Set(['kind', 'length', 'cookie']);
const ATTRIBUTES_3: ReadonlySet<string> = new Set(['kind', 'length', 'signature']);
const ATTRIBUTES_4: ReadonlySet<string> = new Set(['kind', 'length', 'port', 'address']);
const ATTRIBUTES_5: ReadonlySet<string> = new Set(['kind', 'length', 'name']);
const ATTRIBUTES_6: ReadonlySet<string> = new Set(['kind', 'length', 'nonce']);
const ATTRIBUTES_7: ReadonlySet<string> = new Set(['kind', 'length', 'cost', 'blockSize', 'parallel', 'salt']);
const ATTRIBUTES_8: ReadonlySet<string> = new Set(['kind', 'length', 'response']);
const ATTRIBUTES_9: ReadonlySet<string> = new Set(['kind', 'length', 'serial', 'issued', 'expires', 'publicKey', 'name', 'signature']);
const ATTRIBUTES_10: ReadonlySet<string> = new Set(['kind', 'length', 'sequence', 'expires', 'status', 'mapping', 'port', 'address', 'node', 'signature']);
const ATTRIBUTES_11: ReadonlySet<string> = new Set(['kind', 'length', 'standing', 'name']);
const ATTRIBUTES_12: ReadonlySet<string> = new Set(['kind', 'length', 'token']);
const ATTRIBUTES_13: ReadonlySet<string> = new Set(['kind', 'length', 'port', 'issued', 'address', 'subject', 'prober', 'signature']);
const ATTRIBUTES_14: ReadonlySet<string> = new Set(['kind', 'length', 'sequence', 'expires', 'slots', 'free', 'port', 'address', 'publicKey', 'signature']);
const ATTRIBUTES_15: ReadonlySet<string> = new Set(['kind', 'length', 'reservation']);
const ATTRIBUTES_16: ReadonlySet<string> = new Set(['kind', 'length', 'seconds']);
const ATTRIBUTES_17: ReadonlySet<string> = new Set(['kind', 'length', 'octets', 'seconds', 'credit']);
const ATTRIBUTES_18: ReadonlySet<string> = new Set(['kind', 'length', 'reservation', 'expires', 'peer', 'relay', 'signature']);
const ATTRIBUTES_19: ReadonlySet<string> = new Set(['kind', 'length', 'node']);
const ATTRIBUTES_20: ReadonlySet<string> = new Set(['kind', 'length', 'queued', 'credit', 'upTo']);
const ATTRIBUTES_21: ReadonlySet<string> = new Set(['kind', 'length', 'messageId']);
const ATTRIBUTES_22: ReadonlySet<string> = new Set(['kind', 'length', 'code', 'about']);
const ATTRIBUTES_23: ReadonlySet<string> = new Set(['kind', 'length', 'conversation']);
const ATTRIBUTES_24: ReadonlySet<string> = new Set(['kind', 'length', 'sealed']);
const ATTRIBUTES_25: ReadonlySet<string> = new Set(['kind', 'length', 'count']);
const ATTRIBUTES_26: ReadonlySet<string> = new Set(['kind', 'length', 'padding']);
const ATTRIBUTES_27: ReadonlySet<string> = new Set(['kind', 'length', 'data']);

function encodeAttributesItem(item: Readonly<Record<string, unknown>>, path: string, view: DataView, at: number): number {
  const _kind = uintFrom(item['kind'], `${path}.kind`, 8);
  switch (item['data'] === undefined ? _kind : -1) {
    case 1: {
      checkProperties(item, ATTRIBUTES_0, path);
      const publicKey = item['publicKey'] === undefined ? '' : hexFrom(item['publicKey'], `${path}.publicKey`);
      const _publicKeyLength = publicKey.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(32, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(publicKey, view, p);
      p += _publicKeyLength;
      const stop = p;
      return stop - at;
    }
    case 2: {
      checkProperties(item, ATTRIBUTES_1, path);
      const publicKey = item['publicKey'] === undefined ? '' : hexFrom(item['publicKey'], `${path}.publicKey`);
      const _publicKeyLength = publicKey.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(32, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(publicKey, view, p);
      p += _publicKeyLength;
      const stop = p;
      return stop - at;
    }
    case 3: {
      checkProperties(item, ATTRIBUTES_2, path);
      const cookie = item['cookie'] === undefined ? '' : hexFrom(item['cookie'], `${path}.cookie`);
      const _cookieLength = cookie.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(16, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(cookie, view, p);
      p += _cookieLength;
      const stop = p;
      return stop - at;
    }
    case 4: {
      checkProperties(item, ATTRIBUTES_3, path);
      const signature = item['signature'] === undefined ? '' : hexFrom(item['signature'], `${path}.signature`);
      const _signatureLength = signature.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(64, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(signature, view, p);
      p += _signatureLength;
      const stop = p;
      return stop - at;
    }
    case 5: {
      checkProperties(item, ATTRIBUTES_4, path);
      const address = item['address'] === undefined ? '' : hexFrom(item['address'], `${path}.address`);
      const _addressLength = address.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(18, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _port = item['port'] === undefined ? missing(`${path}.port`) : uintFrom(item['port'], `${path}.port`, 16);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | ((_port >>> 8) & 0xff);
      view.setInt32(at, w0);
      const w1 = _port & 0xff;
      view.setUint8(at + 4, w1);
      let p = at + 5;
      writeHex(address, view, p);
      p += _addressLength;
      const stop = p;
      return stop - at;
    }
    case 6: {
      checkProperties(item, ATTRIBUTES_5, path);
      const name = item['name'] === undefined ? '' : hexFrom(item['name'], `${path}.name`);
      const _nameLength = name.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_nameLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(name, view, p);
      p += _nameLength;
      const stop = p;
      return stop - at;
    }
    case 7: {
      checkProperties(item, ATTRIBUTES_6, path);
      const nonce = item['nonce'] === undefined ? '' : hexFrom(item['nonce'], `${path}.nonce`);
      const _nonceLength = nonce.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(16, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(nonce, view, p);
      p += _nonceLength;
      const stop = p;
      return stop - at;
    }
    case 8: {
      checkProperties(item, ATTRIBUTES_7, path);
      const salt = item['salt'] === undefined ? '' : hexFrom(item['salt'], `${path}.salt`);
      const _saltLength = salt.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(19, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _cost = item['cost'] === undefined ? missing(`${path}.cost`) : uintFrom(item['cost'], `${path}.cost`, 8);
      const _blockSize = item['blockSize'] === undefined ? missing(`${path}.blockSize`) : uintFrom(item['blockSize'], `${path}.blockSize`, 8);
      const _parallel = item['parallel'] === undefined ? missing(`${path}.parallel`) : uintFrom(item['parallel'], `${path}.parallel`, 8);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | (_cost & 0xff);
      view.setInt32(at, w0);
      const w1 = ((_blockSize & 0xff) << 8) | (_parallel & 0xff);
      view.setUint16(at + 4, w1);
      let p = at + 6;
      writeHex(salt, view, p);
      p += _saltLength;
      const stop = p;
      return stop - at;
    }
    case 9: {
      checkProperties(item, ATTRIBUTES_8, path);
      const response = item['response'] === undefined ? '' : hexFrom(item['response'], `${path}.response`);
      const _responseLength = response.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(32, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(response, view, p);
      p += _responseLength;
      const stop = p;
      return stop - at;
    }
    case 10: {
      checkProperties(item, ATTRIBUTES_9, path);
      const publicKey = item['publicKey'] === undefined ? '' : hexFrom(item['publicKey'], `${path}.publicKey`);
      const _publicKeyLength = publicKey.length >> 1;
      const name = item['name'] === undefined ? '' : hexFrom(item['name'], `${path}.name`);
      const _nameLength = name.length >> 1;
      const signature = item['signature'] === undefined ? '' : hexFrom(item['signature'], `${path}.signature`);
      const _signatureLength = signature.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(108 + _nameLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _serial = item['serial'] === undefined ? missing(`${path}.serial`) : uintFrom(item['serial'], `${path}.serial`, 32);
      const _issued = item['issued'] === undefined ? missing(`${path}.issued`) : uintFrom(item['issued'], `${path}.issued`, 32);
      const _expires = item['expires'] === undefined ? missing(`${path}.expires`) : uintFrom(item['expires'], `${path}.expires`, 32);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | ((_serial >>> 24) & 0xff);
      view.setInt32(at, w0);
      const w1 = ((_serial & 0xffffff) << 8) | ((_issued >>> 24) & 0xff);
      view.setInt32(at + 4, w1);
      const w2 = ((_issued & 0xffffff) << 8) | ((_expires >>> 24) & 0xff);
      view.setInt32(at + 8, w2);
      const w3 = (_expires >>> 8) & 0xffff;
      view.setUint16(at + 12, w3);
      const w4 = _expires & 0xff;
      view.setUint8(at + 14, w4);
      let p = at + 15;
      writeHex(publicKey, view, p);
      p += _publicKeyLength;
      writeHex(name, view, p);
      p += _nameLength;
      writeHex(signature, view, p);
      p += _signatureLength;
      const stop = p;
      return stop - at;
    }
    case 11: {
      checkProperties(item, ATTRIBUTES_10, path);
      const address = item['address'] === undefined ? '' : hexFrom(item['address'], `${path}.address`);
      const _addressLength = address.length >> 1;
      const node = item['node'] === undefined ? '' : hexFrom(item['node'], `${path}.node`);
      const _nodeLength = node.length >> 1;
      const signature = item['signature'] === undefined ? '' : hexFrom(item['signature'], `${path}.signature`);
      const _signatureLength = signature.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(108, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _sequence = item['sequence'] === undefined ? missing(`${path}.sequence`) : uintFrom(item['sequence'], `${path}.sequence`, 32);
      const _expires = item['expires'] === undefined ? missing(`${path}.expires`) : uintFrom(item['expires'], `${path}.expires`, 32);
      const _status = item['status'] === undefined ? missing(`${path}.status`) : uintFrom(item['status'], `${path}.status`, 8);
      const _mapping = item['mapping'] === undefined ? missing(`${path}.mapping`) : uintFrom(item['mapping'], `${path}.mapping`, 8);
      const _port = item['port'] === undefined ? missing(`${path}.port`) : uintFrom(item['port'], `${path}.port`, 16);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | ((_sequence >>> 24) & 0xff);
      view.setInt32(at, w0);
      const w1 = ((_sequence & 0xffffff) << 8) | ((_expires >>> 24) & 0xff);
      view.setInt32(at + 4, w1);
      const w2 = ((_expires & 0xffffff) << 8) | (_status & 0xff);
      view.setInt32(at + 8, w2);
      const w3 = ((_mapping & 0xff) << 8) | ((_port >>> 8) & 0xff);
      view.setUint16(at + 12, w3);
      const w4 = _port & 0xff;
      view.setUint8(at + 14, w4);
      let p = at + 15;
      writeHex(address, view, p);
      p += _addressLength;
      writeHex(node, view, p);
      p += _nodeLength;
      writeHex(signature, view, p);
      p += _signatureLength;
      const stop = p;
      return stop - at;
    }
    case 12: {
      checkProperties(item, ATTRIBUTES_11, path);
      const name = item['name'] === undefined ? '' : hexFrom(item['name'], `${path}.name`);
      const _nameLength = name.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(1 + _nameLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _standing = item['standing'] === undefined ? missing(`${path}.standing`) : uintFrom(item['standing'], `${path}.standing`, 8);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | (_standing & 0xff);
      view.setInt32(at, w0);
      let p = at + 4;
      writeHex(name, view, p);
      p += _nameLength;
      const stop = p;
      return stop - at;
    }
    case 13: {
      checkProperties(item, ATTRIBUTES_12, path);
      const token = item['token'] === undefined ? '' : hexFrom(item['token'], `${path}.token`);
      const _tokenLength = token.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(8, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(token, view, p);
      p += _tokenLength;
      const stop = p;
      return stop - at;
    }
    case 14: {
      checkProperties(item, ATTRIBUTES_13, path);
      const address = item['address'] === undefined ? '' : hexFrom(item['address'], `${path}.address`);
      const _addressLength = address.length >> 1;
      const subject = item['subject'] === undefined ? '' : hexFrom(item['subject'], `${path}.subject`);
      const _subjectLength = subject.length >> 1;
      const prober = item['prober'] === undefined ? '' : hexFrom(item['prober'], `${path}.prober`);
      const _proberLength = prober.length >> 1;
      const signature = item['signature'] === undefined ? '' : hexFrom(item['signature'], `${path}.signature`);
      const _signatureLength = signature.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(134, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _port = item['port'] === undefined ? missing(`${path}.port`) : uintFrom(item['port'], `${path}.port`, 16);
      const _issued = item['issued'] === undefined ? missing(`${path}.issued`) : uintFrom(item['issued'], `${path}.issued`, 32);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | ((_port >>> 8) & 0xff);
      view.setInt32(at, w0);
      const w1 = ((_port & 0xff) << 24) | ((_issued >>> 8) & 0xffffff);
      view.setInt32(at + 4, w1);
      const w2 = _issued & 0xff;
      view.setUint8(at + 8, w2);
      let p = at + 9;
      writeHex(address, view, p);
      p += _addressLength;
      writeHex(subject, view, p);
      p += _subjectLength;
      writeHex(prober, view, p);
      p += _proberLength;
      writeHex(signature, view, p);
      p += _signatureLength;
      const stop = p;
      return stop - at;
    }
    case 15: {
      checkProperties(item, ATTRIBUTES_14, path);
      const address = item['address'] === undefined ? '' : hexFrom(item['address'], `${path}.address`);
      const _addressLength = address.length >> 1;
      const publicKey = item['publicKey'] === undefined ? '' : hexFrom(item['publicKey'], `${path}.publicKey`);
      const _publicKeyLength = publicKey.length >> 1;
      const signature = item['signature'] === undefined ? '' : hexFrom(item['signature'], `${path}.signature`);
      const _signatureLength = signature.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(126, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _sequence = item['sequence'] === undefined ? missing(`${path}.sequence`) : uintFrom(item['sequence'], `${path}.sequence`, 32);
      const _expires = item['expires'] === undefined ? missing(`${path}.expires`) : uintFrom(item['expires'], `${path}.expires`, 32);
      const _slots = item['slots'] === undefined ? missing(`${path}.slots`) : uintFrom(item['slots'], `${path}.slots`, 16);
      const _free = item['free'] === undefined ? missing(`${path}.free`) : uintFrom(item['free'], `${path}.free`, 16);
      const _port = item['port'] === undefined ? missing(`${path}.port`) : uintFrom(item['port'], `${path}.port`, 16);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | ((_sequence >>> 24) & 0xff);
      view.setInt32(at, w0);
      const w1 = ((_sequence & 0xffffff) << 8) | ((_expires >>> 24) & 0xff);
      view.setInt32(at + 4, w1);
      const w2 = ((_expires & 0xffffff) << 8) | ((_slots >>> 8) & 0xff);
      view.setInt32(at + 8, w2);
      const w3 = ((_slots & 0xff) << 24) | ((_free & 0xffff) << 8) | ((_port >>> 8) & 0xff);
      view.setInt32(at + 12, w3);
      const w4 = _port & 0xff;
      view.setUint8(at + 16, w4);
      let p = at + 17;
      writeHex(address, view, p);
      p += _addressLength;
      writeHex(publicKey, view, p);
      p += _publicKeyLength;
      writeHex(signature, view, p);
      p += _signatureLength;
      const stop = p;
      return stop - at;
    }
    case 16: {
      checkProperties(item, ATTRIBUTES_15, path);
      const _length = item['length'] === undefined ? uintFrom(4, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _reservation = item['reservation'] === undefined ? missing(`${path}.reservation`) : uintFrom(item['reservation'], `${path}.reservation`, 32);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | ((_reservation >>> 24) & 0xff);
      view.setInt32(at, w0);
      const w1 = (_reservation >>> 8) & 0xffff;
      view.setUint16(at + 4, w1);
      const w2 = _reservation & 0xff;
      view.setUint8(at + 6, w2);
      let p = at + 7;
      const stop = p;
      return stop - at;
    }
    case 17: {
      checkProperties(item, ATTRIBUTES_16, path);
      const _length = item['length'] === undefined ? uintFrom(2, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _seconds = item['seconds'] === undefined ? missing(`${path}.seconds`) : uintFrom(item['seconds'], `${path}.seconds`, 16);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | ((_seconds >>> 8) & 0xff);
      view.setInt32(at, w0);
      const w1 = _seconds & 0xff;
      view.setUint8(at + 4, w1);
      let p = at + 5;
      const stop = p;
      return stop - at;
    }
    case 18: {
      checkProperties(item, ATTRIBUTES_17, path);
      const _length = item['length'] === undefined ? uintFrom(12, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _octets = item['octets'] === undefined ? missing(`${path}.octets`) : uintFrom(item['octets'], `${path}.octets`, 32);
      const _seconds = item['seconds'] === undefined ? missing(`${path}.seconds`) : uintFrom(item['seconds'], `${path}.seconds`, 32);
      const _credit = item['credit'] === undefined ? missing(`${path}.credit`) : uintFrom(item['credit'], `${path}.credit`, 32);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | ((_octets >>> 24) & 0xff);
      view.setInt32(at, w0);
      const w1 = ((_octets & 0xffffff) << 8) | ((_seconds >>> 24) & 0xff);
      view.setInt32(at + 4, w1);
      const w2 = ((_seconds & 0xffffff) << 8) | ((_credit >>> 24) & 0xff);
      view.setInt32(at + 8, w2);
      const w3 = (_credit >>> 8) & 0xffff;
      view.setUint16(at + 12, w3);
      const w4 = _credit & 0xff;
      view.setUint8(at + 14, w4);
      let p = at + 15;
      const stop = p;
      return stop - at;
    }
    case 19: {
      checkProperties(item, ATTRIBUTES_18, path);
      const peer = item['peer'] === undefined ? '' : hexFrom(item['peer'], `${path}.peer`);
      const _peerLength = peer.length >> 1;
      const relay = item['relay'] === undefined ? '' : hexFrom(item['relay'], `${path}.relay`);
      const _relayLength = relay.length >> 1;
      const signature = item['signature'] === undefined ? '' : hexFrom(item['signature'], `${path}.signature`);
      const _signatureLength = signature.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(120, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _reservation = item['reservation'] === undefined ? missing(`${path}.reservation`) : uintFrom(item['reservation'], `${path}.reservation`, 32);
      const _expires = item['expires'] === undefined ? missing(`${path}.expires`) : uintFrom(item['expires'], `${path}.expires`, 32);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | ((_reservation >>> 24) & 0xff);
      view.setInt32(at, w0);
      const w1 = ((_reservation & 0xffffff) << 8) | ((_expires >>> 24) & 0xff);
      view.setInt32(at + 4, w1);
      const w2 = (_expires >>> 8) & 0xffff;
      view.setUint16(at + 8, w2);
      const w3 = _expires & 0xff;
      view.setUint8(at + 10, w3);
      let p = at + 11;
      writeHex(peer, view, p);
      p += _peerLength;
      writeHex(relay, view, p);
      p += _relayLength;
      writeHex(signature, view, p);
      p += _signatureLength;
      const stop = p;
      return stop - at;
    }
    case 20: {
      checkProperties(item, ATTRIBUTES_19, path);
      const node = item['node'] === undefined ? '' : hexFrom(item['node'], `${path}.node`);
      const _nodeLength = node.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(16, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(node, view, p);
      p += _nodeLength;
      const stop = p;
      return stop - at;
    }
    case 21: {
      checkProperties(item, ATTRIBUTES_20, path);
      const upTo = item['upTo'] === undefined ? '' : hexFrom(item['upTo'], `${path}.upTo`);
      const _upToLength = upTo.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(16, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _queued = item['queued'] === undefined ? missing(`${path}.queued`) : uintFrom(item['queued'], `${path}.queued`, 32);
      const _credit = item['credit'] === undefined ? missing(`${path}.credit`) : uintFrom(item['credit'], `${path}.credit`, 32);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | ((_queued >>> 24) & 0xff);
      view.setInt32(at, w0);
      const w1 = ((_queued & 0xffffff) << 8) | ((_credit >>> 24) & 0xff);
      view.setInt32(at + 4, w1);
      const w2 = (_credit >>> 8) & 0xffff;
      view.setUint16(at + 8, w2);
      const w3 = _credit & 0xff;
      view.setUint8(at + 10, w3);
      let p = at + 11;
      writeHex(upTo, view, p);
      p += _upToLength;
      const stop = p;
      return stop - at;
    }
    case 22: {
      checkProperties(item, ATTRIBUTES_21, path);
      const messageId = item['messageId'] === undefined ? '' : hexFrom(item['messageId'], `${path}.messageId`);
      const _messageIdLength = messageId.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(8, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(messageId, view, p);
      p += _messageIdLength;
      const stop = p;
      return stop - at;
    }
    case 23: {
      checkProperties(item, ATTRIBUTES_22, path);
      const _length = item['length'] === undefined ? uintFrom(3, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _code = item['code'] === undefined ? missing(`${path}.code`) : uintFrom(item['code'], `${path}.code`, 16);
      const _about = item['about'] === undefined ? missing(`${path}.about`) : uintFrom(item['about'], `${path}.about`, 8);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | ((_code >>> 8) & 0xff);
      view.setInt32(at, w0);
      const w1 = ((_code & 0xff) << 8) | (_about & 0xff);
      view.setUint16(at + 4, w1);
      let p = at + 6;
      const stop = p;
      return stop - at;
    }
    case 24: {
      checkProperties(item, ATTRIBUTES_23, path);
      const conversation = item['conversation'] === undefined ? '' : hexFrom(item['conversation'], `${path}.conversation`);
      const _conversationLength = conversation.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(8, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(conversation, view, p);
      p += _conversationLength;
      const stop = p;
      return stop - at;
    }
    case 25: {
      checkProperties(item, ATTRIBUTES_24, path);
      const sealed = item['sealed'] === undefined ? '' : hexFrom(item['sealed'], `${path}.sealed`);
      const _sealedLength = sealed.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_sealedLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(sealed, view, p);
      p += _sealedLength;
      const stop = p;
      return stop - at;
    }
    case 26: {
      checkProperties(item, ATTRIBUTES_25, path);
      const _length = item['length'] === undefined ? uintFrom(1, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const _count = item['count'] === undefined ? missing(`${path}.count`) : uintFrom(item['count'], `${path}.count`, 8);
      const w0 = ((_kind & 0xff) << 24) | ((_length & 0xffff) << 8) | (_count & 0xff);
      view.setInt32(at, w0);
      let p = at + 4;
      const stop = p;
      return stop - at;
    }
    case 128: {
      checkProperties(item, ATTRIBUTES_26, path);
      const padding = item['padding'] === undefined ? '' : hexFrom(item['padding'], `${path}.padding`);
      const _paddingLength = padding.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_paddingLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(padding, view, p);
      p += _paddingLength;
      const stop = p;
      return stop - at;
    }
    default: {
      checkProperties(item, ATTRIBUTES_27, path);
      const data = item['data'] === undefined ? '' : hexFrom(item['data'], `${path}.data`);
      const _dataLength = data.length >> 1;
      const _length = item['length'] === undefined ? uintFrom(_dataLength, `${path}.length`, 16) : uintFrom(item['length'], `${path}.length`, 16);
      const w0 = ((_kind & 0xff) << 8) | ((_length >>> 8) & 0xff);
      view.setUint16(at, w0);
      const w1 = _length & 0xff;
      view.setUint8(at + 2, w1);
      let p = at + 3;
      writeHex(data, view, p);
      p += _dataLength;
      const stop = p;
      return stop - at;
    }
  }
}

function sizeOfAttributes(items: readonly object[]): number {
  let size = 17 * items.length;
  for (const item of items) for (const part of Object.values(item)) if (typeof part === 'string') size += part.length >> 1;
  return size;
}

const PROPERTIES: ReadonlySet<string> = new Set(['magic', 'version', 'type', 'timeToLive', 'length', 'isRequest', 'reserved', 'source', 'destination', 'messageId', 'hopMac', 'attributes']);

function encode(value: Partial<RelayFrame>, context?: Context): Uint8Array {
  checkProperties(value, PROPERTIES, 'RelayFrame');
  const from = create();
  if (value.magic !== undefined) from.magic = uintFrom(value.magic, 'magic', 8);
  if (value.version !== undefined) from.version = uintFrom(value.version, 'version', 8);
  if (value.type !== undefined) from.type = uintFrom(value.type, 'type', 8);
  else missing('type');
  if (value.timeToLive !== undefined) from.timeToLive = uintFrom(value.timeToLive, 'timeToLive', 8);
  if (value.length !== undefined) from.length = uintFrom(value.length, 'length', 16);
  if (value.isRequest !== undefined) from.isRequest = flagFrom(value.isRequest, 'isRequest');
  if (value.reserved !== undefined) from.reserved = uintFrom(value.reserved, 'reserved', 15);
  const source = value.source === undefined ? '' : hexFrom(value.source, 'source');
  const destination = value.destination === undefined ? '' : hexFrom(value.destination, 'destination');
  const messageId = value.messageId === undefined ? '' : hexFrom(value.messageId, 'messageId');
  const hopMac = value.hopMac === undefined ? '' : hexFrom(value.hopMac, 'hopMac');
  const attributes = value.attributes === undefined ? [] : listFrom(value.attributes, 'attributes');
  const scratchView = viewOf(freshOctets((source.length >> 1) + (destination.length >> 1) + (messageId.length >> 1) + (hopMac.length >> 1) + sizeOfAttributes(attributes)));
  from.sourceAt = 0;
  from.sourceLength = writeHex(source, scratchView, 0);
  let filled = from.sourceAt + from.sourceLength;
  from.destinationAt = filled;
  from.destinationLength = writeHex(destination, scratchView, filled);
  filled = from.destinationAt + from.destinationLength;
  from.messageIdAt = filled;
  from.messageIdLength = writeHex(messageId, scratchView, filled);
  filled = from.messageIdAt + from.messageIdLength;
  from.hopMacAt = filled;
  from.hopMacLength = writeHex(hopMac, scratchView, filled);
  filled = from.hopMacAt + from.hopMacLength;
  from.attributesAt = filled;
  attributes.forEach((item, index) => {
    const at = from.attributesAt + from.attributesLength;
    from.attributesLength += encodeAttributesItem(item as Readonly<Record<string, unknown>>, `attributes[${index}]`, scratchView, at);
  });
  if (from.length === DERIVE) from.length = uintFrom(from.attributesLength, 'length', 16);
  const octets = freshOctets(lengthOf(from));
  write(from, viewOf(octets), 0, { ...context, octets: scratchView });
  return octets;
}

/** What the observing decoder walks, and pictures are drawn from. */
export const relayFrameLayout: Layout = {
  layer: "relay/frame",
  title: "RelayFrame",
  description: "What HPR/1 puts into a UDP datagram, or behind 16 bits of length into a TCP stream: a header of 56 octets, and attributes.",
  length: {"octets":{"op":"+","left":{"op":"number","value":56},"right":{"op":"name","name":"length"}},"rule":"HPR-FRAME-02"},
  require: [],
  context: {},
  fields: [
    {"name":"magic","label":"Magic","description":"Clear of STUN, DTLS, TURN channels and RTP on one port (RFC 7983).","bit":0,"rules":["HPR-FRAME-01"],"onInvalid":{"any":["discard"]},"form":"uint","bits":8,"constant":197,"derive":{"op":"number","value":197}},
    {"name":"version","label":"Version","bit":8,"rules":["HPR-FRAME-01"],"onInvalid":{"any":["discard"]},"form":"uint","bits":8,"constant":1,"derive":{"op":"number","value":1}},
    {"name":"type","label":"Type","description":"What the frame says. Below 128 a receiver must know it; others it may ignore.","bit":16,"rules":["HPR-FRAME-03"],"form":"uint","bits":8,"names":{"1":"HELLO","2":"COOKIE","3":"WELCOME","4":"PING","5":"PONG","6":"ERROR","7":"BYE","16":"LOGIN","17":"CHALLENGE","18":"PROVE","19":"CERTIFIED","20":"CONTACTS","21":"CONTACT-LIST","22":"PRESENCE","23":"LOOKUP","24":"FOUND","25":"OK","32":"PROBE-ME","33":"DIAL","34":"PROBE","35":"PROBE-SEEN","36":"PROBE-RESULT","40":"ROLE","41":"PEERS-ASK","42":"PEERS","48":"RESERVE","49":"GRANT","50":"RELEASE","51":"RELEASE-OK","52":"PERMIT","53":"CREDIT","64":"OPEN","65":"ACCEPT","66":"CLOSE","72":"DATA","73":"ACK","74":"MOVE","75":"ECHO"}},
    {"name":"timeToLive","label":"Time to Live","description":"Hops that are left.","bit":24,"rules":["HPR-HOP-01"],"onInvalid":{"any":["discard"]},"form":"uint","bits":8,"maximum":8,"derive":{"op":"number","value":8}},
    {"name":"length","label":"Length","description":"Octets of the attributes.","bit":32,"rules":["HPR-FRAME-02"],"onInvalid":{"any":["discard"]},"form":"uint","bits":16,"unit":"octets","maximum":1200,"derive":{"op":"size","name":"attributes"}},
    {"name":"isRequest","label":"Request","description":"Who sends it waits for an answer.","bit":48,"rules":[],"form":"bool","bits":1,"derive":{"op":"number","value":0}},
    {"name":"reserved","label":"Reserved","bit":49,"rules":[],"form":"uint","bits":15,"send":0,"derive":{"op":"number","value":0}},
    {"name":"source","label":"Source","description":"Identifier of the node that made the frame.","bit":64,"rules":["HPR-CONF-02"],"form":"octets","size":{"op":"number","value":16}},
    {"name":"destination","label":"Destination","description":"Identifier of the node that it is for; zeros where that is not known yet.","bit":192,"rules":["HPR-CONF-02"],"form":"octets","size":{"op":"number","value":16}},
    {"name":"messageId","label":"Message Id","description":"A number that grows with every frame of its source.","bit":320,"rules":["HPR-HOP-03"],"form":"octets","size":{"op":"number","value":8}},
    {"name":"hopMac","label":"Hop MAC","description":"HMAC-SHA-256 of the frame with zeros here, under the key of the hop, its first 8 octets; zeros where there is no session.","bit":384,"rules":["HPR-HOP-04"],"form":"octets","size":{"op":"number","value":8}},
    {"name":"attributes","label":"Attributes","description":"What the frame carries.","bit":448,"rules":["HPR-FRAME-05"],"form":"list","size":"rest","items":[{"title":"RelayKey","description":"The Ed25519 key that is the identity of who sends it.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":1,"derive":{"op":"number","value":1}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":32,"derive":{"op":"number","value":32}},{"name":"publicKey","label":"Public Key","description":"Its SHA-256 starts with the identifier of the node.","bit":24,"rules":[],"form":"octets","size":{"op":"number","value":32}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":1},{"title":"RelayEphemeral","description":"An X25519 key that is used for one handshake.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":2,"derive":{"op":"number","value":2}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":32,"derive":{"op":"number","value":32}},{"name":"publicKey","label":"Public Key","description":"RFC 7748 section 5.","bit":24,"rules":[],"form":"octets","size":{"op":"number","value":32}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":2},{"title":"RelayCookie","description":"Proves that who returns it receives at the address that it sends from.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":3,"derive":{"op":"number","value":3}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":16,"derive":{"op":"number","value":16}},{"name":"cookie","label":"Cookie","description":"Known to nobody but who made it.","bit":24,"rules":[],"form":"octets","size":{"op":"number","value":16}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":3},{"title":"RelaySignature","description":"Binds a handshake to the key of who sends it.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":4,"derive":{"op":"number","value":4}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":64,"derive":{"op":"number","value":64}},{"name":"signature","label":"Signature","description":"Ed25519 over the transcript of the handshake.","bit":24,"rules":[],"form":"octets","size":{"op":"number","value":64}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":4},{"title":"RelayEndpoint","description":"Where a node is seen, or is to be dialled.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":5,"derive":{"op":"number","value":5}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":18,"derive":{"op":"number","value":18}},{"name":"port","label":"Port","bit":24,"rules":[],"form":"uint","bits":16},{"name":"address","label":"Address","description":"An IPv6 address; one of IPv4 as ::ffff:a.b.c.d (RFC 4291 section 2.5.5.2).","bit":40,"rules":[],"form":"octets","size":{"op":"number","value":16}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":5},{"title":"RelayName","description":"A name at the directory.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":6,"derive":{"op":"number","value":6}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","maximum":64,"derive":{"op":"size","name":"name"}},{"name":"name","label":"Name","description":"UTF-8.","bit":24,"rules":[],"form":"octets","size":{"op":"name","name":"length"}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":6},{"title":"RelayNonce","description":"What a proof is good for, once.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":7,"derive":{"op":"number","value":7}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":16,"derive":{"op":"number","value":16}},{"name":"nonce","label":"Nonce","description":"From the directory.","bit":24,"rules":[],"form":"octets","size":{"op":"number","value":16}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":7},{"title":"RelayCost","description":"How a password becomes a key (RFC 7914).","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":8,"derive":{"op":"number","value":8}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":19,"derive":{"op":"number","value":19}},{"name":"cost","label":"Cost","description":"The logarithm to base 2 of N.","bit":24,"rules":[],"form":"uint","bits":8,"minimum":1,"maximum":20},{"name":"blockSize","label":"Block Size","bit":32,"rules":[],"form":"uint","bits":8,"minimum":1,"maximum":32},{"name":"parallel","label":"Parallelization","bit":40,"rules":[],"form":"uint","bits":8,"minimum":1,"maximum":16},{"name":"salt","label":"Salt","description":"Of this name.","bit":48,"rules":[],"form":"octets","size":{"op":"number","value":16}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":8},{"title":"RelayResponse","description":"Proves that the password is known.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":9,"derive":{"op":"number","value":9}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":32,"derive":{"op":"number","value":32}},{"name":"response","label":"Response","description":"As the client proof of RFC 5802.","bit":24,"rules":[],"form":"octets","size":{"op":"number","value":32}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":9},{"title":"RelayCertificate","description":"The directory binds a name to a key.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":["HPR-LOGIN-02"],"form":"uint","bits":8,"constant":10,"derive":{"op":"number","value":10}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","minimum":108,"maximum":172,"derive":{"op":"+","left":{"op":"number","value":108},"right":{"op":"size","name":"name"}}},{"name":"serial","label":"Serial","bit":24,"rules":[],"form":"uint","bits":32},{"name":"issued","label":"Issued","bit":56,"rules":[],"form":"uint","bits":32,"unit":"seconds since 1970"},{"name":"expires","label":"Expires","description":"From then on it is worth nothing.","bit":88,"rules":[],"form":"uint","bits":32,"unit":"seconds since 1970"},{"name":"publicKey","label":"Public Key","description":"Of the node.","bit":120,"rules":[],"form":"octets","size":{"op":"number","value":32}},{"name":"name","label":"Name","description":"UTF-8.","bit":376,"rules":[],"form":"octets","size":{"op":"-","left":{"op":"name","name":"length"},"right":{"op":"number","value":108}}},{"name":"signature","label":"Signature","description":"Of the directory, over the octets of this attribute before it.","rules":[],"form":"octets","size":{"op":"number","value":64}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":10},{"title":"RelayPresence","description":"Where and how a node can be reached, as it says itself.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":["HPR-PRES-01"],"form":"uint","bits":8,"constant":11,"derive":{"op":"number","value":11}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":108,"derive":{"op":"number","value":108}},{"name":"sequence","label":"Sequence","bit":24,"rules":["HPR-PRES-01"],"form":"uint","bits":32},{"name":"expires","label":"Expires","description":"From then on it is worth nothing.","bit":56,"rules":[],"form":"uint","bits":32,"unit":"seconds since 1970"},{"name":"status","label":"Status","bit":88,"rules":[],"form":"uint","bits":8,"names":{"0":"offline","1":"online"},"maximum":1},{"name":"mapping","label":"Mapping","bit":96,"rules":[],"form":"uint","bits":8,"names":{"0":"unknown","1":"public","2":"one mapping for all","3":"a mapping for each destination"},"maximum":3},{"name":"port","label":"Port","bit":104,"rules":[],"form":"uint","bits":16},{"name":"address","label":"Address","description":"Where others see it.","bit":120,"rules":[],"form":"octets","size":{"op":"number","value":16}},{"name":"node","label":"Node","description":"Whose presence it is.","bit":248,"rules":[],"form":"octets","size":{"op":"number","value":16}},{"name":"signature","label":"Signature","description":"Ed25519 over the octets of this attribute before it.","bit":376,"rules":[],"form":"octets","size":{"op":"number","value":64}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":11},{"title":"RelayContact","description":"One name on a contact list.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":12,"derive":{"op":"number","value":12}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","minimum":1,"maximum":65,"derive":{"op":"+","left":{"op":"number","value":1},"right":{"op":"size","name":"name"}}},{"name":"standing","label":"Standing","bit":24,"rules":[],"form":"uint","bits":8,"names":{"0":"removed","1":"asked for","2":"mutual","3":"asks"},"maximum":3},{"name":"name","label":"Name","description":"UTF-8.","bit":32,"rules":[],"form":"octets","size":{"op":"-","left":{"op":"name","name":"length"},"right":{"op":"number","value":1}}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":12},{"title":"RelayToken","description":"Tells one probe from all others.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":13,"derive":{"op":"number","value":13}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":8,"derive":{"op":"number","value":8}},{"name":"token","label":"Token","description":"Chosen at random.","bit":24,"rules":[],"form":"octets","size":{"op":"number","value":8}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":13},{"title":"RelayReachProof","description":"A prober says that its probe arrived: the node can be reached unasked.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":["HPR-REACH-01"],"form":"uint","bits":8,"constant":14,"derive":{"op":"number","value":14}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":134,"derive":{"op":"number","value":134}},{"name":"port","label":"Port","bit":24,"rules":[],"form":"uint","bits":16},{"name":"issued","label":"Issued","bit":40,"rules":[],"form":"uint","bits":32,"unit":"seconds since 1970"},{"name":"address","label":"Address","description":"Where the node was seen and dialled.","bit":72,"rules":[],"form":"octets","size":{"op":"number","value":16}},{"name":"subject","label":"Subject","description":"The node.","bit":200,"rules":[],"form":"octets","size":{"op":"number","value":16}},{"name":"prober","label":"Prober","description":"The public key of who says so.","bit":328,"rules":[],"form":"octets","size":{"op":"number","value":32}},{"name":"signature","label":"Signature","description":"Ed25519 over the octets of this attribute before it.","bit":584,"rules":[],"form":"octets","size":{"op":"number","value":64}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":14},{"title":"RelayRecord","description":"A supernode says where it is and what room it has.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":["HPR-VIEW-03"],"form":"uint","bits":8,"constant":15,"derive":{"op":"number","value":15}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":126,"derive":{"op":"number","value":126}},{"name":"sequence","label":"Sequence","bit":24,"rules":[],"form":"uint","bits":32},{"name":"expires","label":"Expires","description":"From then on it is worth nothing.","bit":56,"rules":[],"form":"uint","bits":32,"unit":"seconds since 1970"},{"name":"slots","label":"Slots","description":"Reservations that it holds at most.","bit":88,"rules":[],"form":"uint","bits":16},{"name":"free","label":"Free","bit":104,"rules":[],"form":"uint","bits":16},{"name":"port","label":"Port","bit":120,"rules":[],"form":"uint","bits":16},{"name":"address","label":"Address","description":"An IPv6 address; one of IPv4 as ::ffff:a.b.c.d (RFC 4291 section 2.5.5.2).","bit":136,"rules":[],"form":"octets","size":{"op":"number","value":16}},{"name":"publicKey","label":"Public Key","description":"Of the supernode.","bit":264,"rules":[],"form":"octets","size":{"op":"number","value":32}},{"name":"signature","label":"Signature","description":"Ed25519 over the octets of this attribute before it.","bit":520,"rules":[],"form":"octets","size":{"op":"number","value":64}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":15},{"title":"RelayReservation","description":"Names a reservation at the supernode that made it.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":16,"derive":{"op":"number","value":16}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":4,"derive":{"op":"number","value":4}},{"name":"reservation","label":"Reservation","bit":24,"rules":[],"form":"uint","bits":32}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":16},{"title":"RelayLease","description":"How long a reservation lasts: asked for, or granted.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":17,"derive":{"op":"number","value":17}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":2,"derive":{"op":"number","value":2}},{"name":"seconds","label":"Seconds","bit":24,"rules":["HPR-RES-03"],"form":"uint","bits":16,"unit":"seconds"}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":17},{"title":"RelayLimits","description":"What a circuit may carry, for each direction, and for how long.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":["HPR-QUOTA-02"],"form":"uint","bits":8,"constant":18,"derive":{"op":"number","value":18}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":12,"derive":{"op":"number","value":12}},{"name":"octets","label":"Octets","bit":24,"rules":[],"form":"uint","bits":32,"unit":"octets"},{"name":"seconds","label":"Seconds","bit":56,"rules":[],"form":"uint","bits":32,"unit":"seconds"},{"name":"credit","label":"Credit","bit":88,"rules":["HPR-FLOW-01"],"form":"uint","bits":32,"unit":"octets"}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":18},{"title":"RelayVoucher","description":"A supernode says that a node holds a reservation there.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":["HPR-RES-05"],"form":"uint","bits":8,"constant":19,"derive":{"op":"number","value":19}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":120,"derive":{"op":"number","value":120}},{"name":"reservation","label":"Reservation","bit":24,"rules":[],"form":"uint","bits":32},{"name":"expires","label":"Expires","description":"From then on it is worth nothing.","bit":56,"rules":[],"form":"uint","bits":32,"unit":"seconds since 1970"},{"name":"peer","label":"Peer","description":"The node that holds it.","bit":88,"rules":[],"form":"octets","size":{"op":"number","value":16}},{"name":"relay","label":"Relay","description":"The public key of the supernode.","bit":216,"rules":[],"form":"octets","size":{"op":"number","value":32}},{"name":"signature","label":"Signature","description":"Of the supernode, over the octets of this attribute before it.","bit":472,"rules":[],"form":"octets","size":{"op":"number","value":64}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":19},{"title":"RelayPeer","description":"Another node.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":20,"derive":{"op":"number","value":20}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":16,"derive":{"op":"number","value":16}},{"name":"node","label":"Node","description":"Its identifier.","bit":24,"rules":[],"form":"octets","size":{"op":"number","value":16}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":20},{"title":"RelayCredit","description":"What of a circuit has been forwarded.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":["HPR-FLOW-01"],"form":"uint","bits":8,"constant":21,"derive":{"op":"number","value":21}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":16,"derive":{"op":"number","value":16}},{"name":"queued","label":"Queued","bit":24,"rules":[],"form":"uint","bits":32,"unit":"octets"},{"name":"credit","label":"Credit","description":"Octets that may be under way and queued at a time.","bit":56,"rules":[],"form":"uint","bits":32,"unit":"octets"},{"name":"upTo","label":"Up To","description":"The last message that has come; what was sent after it counts as under way.","bit":88,"rules":[],"form":"octets","size":{"op":"number","value":8}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":21},{"title":"RelayRequest","description":"Which request this answers.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":22,"derive":{"op":"number","value":22}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":8,"derive":{"op":"number","value":8}},{"name":"messageId","label":"Message Id","description":"Of the request.","bit":24,"rules":[],"form":"octets","size":{"op":"number","value":8}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":22},{"title":"RelayErrorCode","description":"What went wrong, by numbers that STUN, TURN and SIP use.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":23,"derive":{"op":"number","value":23}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":3,"derive":{"op":"number","value":3}},{"name":"code","label":"Code","bit":24,"rules":[],"form":"uint","bits":16,"names":{"400":"Bad Request","401":"Unauthenticated","403":"Forbidden","404":"Not Found","409":"Conflict","420":"Unknown Type","437":"No Reservation","438":"Stale Nonce","441":"Wrong Key","483":"Too Many Hops","486":"Quota Reached","503":"Unavailable","508":"Insufficient Capacity"},"minimum":300,"maximum":699},{"name":"about","label":"About","description":"The type of message that it is about.","bit":40,"rules":[],"form":"uint","bits":8}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":23},{"title":"RelayConversation","description":"Names a conversation of two nodes.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":24,"derive":{"op":"number","value":24}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":8,"derive":{"op":"number","value":8}},{"name":"conversation","label":"Conversation","description":"Chosen at random by who opens it.","bit":24,"rules":[],"form":"octets","size":{"op":"number","value":8}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":24},{"title":"RelaySealed","description":"What only the other end of a conversation can read: a content, encrypted, and its tag (RFC 8439 section 2.8).","fields":[{"name":"kind","label":"Kind","bit":0,"rules":["HPR-CONF-01","HPR-CONF-02"],"form":"uint","bits":8,"constant":25,"derive":{"op":"number","value":25}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","maximum":1197,"derive":{"op":"size","name":"sealed"}},{"name":"sealed","label":"Sealed","description":"Ciphertext and 16 octets of tag.","bit":24,"rules":[],"form":"octets","size":{"op":"name","name":"length"}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":25},{"title":"RelayCount","description":"How many are asked for.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":26,"derive":{"op":"number","value":26}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","constant":1,"derive":{"op":"number","value":1}},{"name":"count","label":"Count","bit":24,"rules":[],"form":"uint","bits":8}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":26},{"title":"RelayPadding","description":"Makes a request as long as its answer.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8,"constant":128,"derive":{"op":"number","value":128}},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","maximum":1197,"derive":{"op":"size","name":"padding"}},{"name":"padding","label":"Padding","description":"Zeros.","bit":24,"rules":[],"form":"octets","size":{"op":"name","name":"length"}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{},"tag":128},{"title":"RelayOtherAttribute","description":"An attribute that this version does not know.","fields":[{"name":"kind","label":"Kind","bit":0,"rules":[],"form":"uint","bits":8},{"name":"length","label":"Length","bit":8,"rules":[],"form":"uint","bits":16,"unit":"octets","maximum":1197,"derive":{"op":"size","name":"data"}},{"name":"data","label":"Data","description":"As it is.","bit":24,"rules":[],"form":"octets","size":{"op":"name","name":"length"}}],"length":{"octets":{"op":"+","left":{"op":"number","value":3},"right":{"op":"name","name":"length"}}},"require":[],"context":{}}]},
  ],
};

const layout = relayFrameLayout;
const scratch = create();

export const relayFrame: Codec<RelayFrame, RelayFrameStruct> = {
  layer: 'relay/frame',
  title: 'RelayFrame',
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
