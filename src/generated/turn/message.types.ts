// Written by `npm run generate` from spec/turn/message.schema.json: change that, not this.
/**
 * A message of STUN (RFC 8489 section 5): 20 octets of header, then attributes. TURN (RFC 8656) is made of these, and of channel data.
 */
export interface StunMessage {
  /**
   * What tells STUN from other protocols on the same port.
   */
  zeros: number;
  /**
   * Method and class woven into one another: class bits are 0x0100 and 0x0010.
   */
  type: number;
  /**
   * Octets behind the header.
   */
  length: number;
  /**
   * Fixed; a message of RFC 3489 has part of its transaction ID here.
   */
  magicCookie: number;
  /**
   * 96 bits that tell one transaction from another.
   */
  transactionId: string;
  /**
   * In the order in which they came.
   */
  attributes: (
    | MappedAddress
    | Username
    | MessageIntegrity
    | ErrorCode
    | UnknownAttributes
    | ChannelNumber
    | Lifetime
    | XorPeerAddress
    | Data
    | Realm
    | Nonce
    | XorRelayedAddress
    | RequestedAddressFamily
    | EvenPort
    | RequestedTransport
    | DontFragment
    | MessageIntegritySha256
    | PasswordAlgorithm
    | Userhash
    | XorMappedAddress
    | ReservationToken
    | AdditionalAddressFamily
    | AddressErrorCode
    | PasswordAlgorithms
    | AlternateDomain
    | Icmp
    | Software
    | AlternateServer
    | Fingerprint
    | OtherAttribute
  )[];
}
/**
 * MAPPED-ADDRESS: the address that a request came from, as it is (RFC 8489 section 14.1).
 */
export interface MappedAddress {
  type: 1;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  reserved: number;
  family: 1 | 2;
  port: number;
  address: string;
}
/**
 * USERNAME: whose credentials protect the message (RFC 8489 section 14.3).
 */
export interface Username {
  type: 6;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  username: string;
}
/**
 * MESSAGE-INTEGRITY: HMAC-SHA1 over the message up to this attribute, the length in its header pointing to the end of it (RFC 8489 section 14.5).
 */
export interface MessageIntegrity {
  type: 8;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: 20;
  hmac: string;
}
/**
 * ERROR-CODE: why a request was refused (RFC 8489 section 14.8).
 */
export interface ErrorCode {
  type: 9;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  reserved: number;
  class: number;
  number: number;
  /**
   * UTF-8.
   */
  reason: string;
}
/**
 * UNKNOWN-ATTRIBUTES: the types that were not understood, 16 bits each (RFC 8489 section 14.13).
 */
export interface UnknownAttributes {
  type: 10;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  types: string;
}
/**
 * CHANNEL-NUMBER: the channel that is to be bound (RFC 8656 section 18.1).
 */
export interface ChannelNumber {
  type: 12;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: 4;
  channel: number;
  reserved: number;
}
/**
 * LIFETIME: how long an allocation is kept without a refresh (RFC 8656 section 18.2).
 */
export interface Lifetime {
  type: 13;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: 4;
  lifetime: number;
}
/**
 * XOR-PEER-ADDRESS: a peer, as the server sees it (RFC 8656 section 18.3).
 */
export interface XorPeerAddress {
  type: 18;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  reserved: number;
  family: 1 | 2;
  port: number;
  address: string;
}
/**
 * DATA: what goes to the peer, or comes from it (RFC 8656 section 18.4).
 */
export interface Data {
  type: 19;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  data: string;
}
/**
 * REALM: where the credentials belong (RFC 8489 section 14.9).
 */
export interface Realm {
  type: 20;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  realm: string;
}
/**
 * NONCE: a value of the server's that keeps requests from being replayed (RFC 8489 section 14.10).
 */
export interface Nonce {
  type: 21;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  nonce: string;
}
/**
 * XOR-RELAYED-ADDRESS: the address that the server relays at (RFC 8656 section 18.5).
 */
export interface XorRelayedAddress {
  type: 22;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  reserved: number;
  family: 1 | 2;
  port: number;
  address: string;
}
/**
 * REQUESTED-ADDRESS-FAMILY: which kind of address the client wants (RFC 8656 section 18.6).
 */
export interface RequestedAddressFamily {
  type: 23;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: 4;
  family: number;
  reserved: number;
}
/**
 * EVEN-PORT: an even port is wanted, and perhaps the next one kept (RFC 8656 section 18.7).
 */
export interface EvenPort {
  type: 24;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: 1;
  /**
   * The next port is to be kept for a later allocation.
   */
  reserve: boolean;
  reserved: number;
}
/**
 * REQUESTED-TRANSPORT: the protocol between server and peers (RFC 8656 section 18.8).
 */
export interface RequestedTransport {
  type: 25;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: 4;
  protocol: number;
  reserved: number;
}
/**
 * DONT-FRAGMENT: what is relayed is not to be cut by routers (RFC 8656 section 18.9).
 */
export interface DontFragment {
  type: 26;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: 0;
}
/**
 * MESSAGE-INTEGRITY-SHA256: HMAC-SHA256 over the message up to this attribute, whole or its first octets (RFC 8489 section 14.6).
 */
export interface MessageIntegritySha256 {
  type: 28;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  hmac: string;
}
/**
 * PASSWORD-ALGORITHM: how the key was made of the password (RFC 8489 section 14.12).
 */
export interface PasswordAlgorithm {
  type: 29;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  algorithm: number;
  algorithmParametersLength: number;
  parameters: string;
}
/**
 * USERHASH: SHA-256 of user name and realm, in place of the name (RFC 8489 section 14.4).
 */
export interface Userhash {
  type: 30;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: 32;
  userhash: string;
}
/**
 * XOR-MAPPED-ADDRESS: the address that a request came from (RFC 8489 section 14.2).
 */
export interface XorMappedAddress {
  type: 32;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  reserved: number;
  family: 1 | 2;
  port: number;
  address: string;
}
/**
 * RESERVATION-TOKEN: names a port that is kept (RFC 8656 section 18.10).
 */
export interface ReservationToken {
  type: 34;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: 8;
  token: string;
}
/**
 * ADDITIONAL-ADDRESS-FAMILY: an address of this family is wanted beside the other (RFC 8656 section 18.11).
 */
export interface AdditionalAddressFamily {
  type: 32768;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: 4;
  family: number;
  reserved: number;
}
/**
 * ADDRESS-ERROR-CODE: why there is no address of one family (RFC 8656 section 18.12).
 */
export interface AddressErrorCode {
  type: 32769;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  family: number;
  reserved: number;
  class: number;
  number: number;
  /**
   * UTF-8.
   */
  reason: string;
}
/**
 * PASSWORD-ALGORITHMS: what the server takes, best first: algorithm, length of parameters, parameters, each filled up to 4 octets (RFC 8489 section 14.11).
 */
export interface PasswordAlgorithms {
  type: 32770;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  algorithms: string;
}
/**
 * ALTERNATE-DOMAIN: the name that the certificate of another server has (RFC 8489 section 14.16).
 */
export interface AlternateDomain {
  type: 32771;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  domain: string;
}
/**
 * ICMP: what the network says of a datagram that was relayed (RFC 8656 section 18.13).
 */
export interface Icmp {
  type: 32772;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: 8;
  reserved: number;
  icmpType: number;
  icmpCode: number;
  errorData: string;
}
/**
 * SOFTWARE: who has made the sender of the message (RFC 8489 section 14.14).
 */
export interface Software {
  type: 32802;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  software: string;
}
/**
 * ALTERNATE-SERVER: another server to ask (RFC 8489 section 14.15).
 */
export interface AlternateServer {
  type: 32803;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  reserved: number;
  family: 1 | 2;
  port: number;
  address: string;
}
/**
 * FINGERPRINT: tells STUN from other protocols on the same port (RFC 8489 section 14.7).
 */
export interface Fingerprint {
  type: 32808;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: 4;
  /**
   * Of the message up to this attribute, exclusive-or'ed with 0x5354554e.
   */
  crc32: number;
}
/**
 * Any other attribute. Spells those above, too, by their octets.
 */
export interface OtherAttribute {
  type: number;
  /**
   * Octets of the value, without the padding behind it.
   */
  length: number;
  value: string;
}
