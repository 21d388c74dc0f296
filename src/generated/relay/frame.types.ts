// Written by `npm run generate` from spec/relay/frame.schema.json: change that, not this.
/**
 * What HPR/1 puts into a UDP datagram, or behind 16 bits of length into a TCP stream: a header of 56 octets, and attributes.
 */
export interface RelayFrame {
  /**
   * Clear of STUN, DTLS, TURN channels and RTP on one port (RFC 7983).
   */
  magic: number;
  version: number;
  /**
   * What the frame says. Below 128 a receiver must know it; others it may ignore.
   */
  type: number;
  /**
   * Hops that are left.
   */
  timeToLive: number;
  /**
   * Octets of the attributes.
   */
  length: number;
  /**
   * Who sends it waits for an answer.
   */
  isRequest: boolean;
  reserved: number;
  /**
   * Identifier of the node that made the frame.
   */
  source: string;
  /**
   * Identifier of the node that it is for; zeros where that is not known yet.
   */
  destination: string;
  /**
   * A number that grows with every frame of its source.
   */
  messageId: string;
  /**
   * HMAC-SHA-256 of the frame with zeros here, under the key of the hop, its first 8 octets; zeros where there is no session.
   */
  hopMac: string;
  /**
   * What the frame carries.
   */
  attributes: (
    | RelayKey
    | RelayEphemeral
    | RelayCookie
    | RelaySignature
    | RelayEndpoint
    | RelayName
    | RelayNonce
    | RelayCost
    | RelayResponse
    | RelayCertificate
    | RelayPresence
    | RelayContact
    | RelayToken
    | RelayReachProof
    | RelayRecord
    | RelayReservation
    | RelayLease
    | RelayLimits
    | RelayVoucher
    | RelayPeer
    | RelayCredit
    | RelayRequest
    | RelayErrorCode
    | RelayConversation
    | RelaySealed
    | RelayCount
    | RelayPadding
    | RelayOtherAttribute
  )[];
}
/**
 * The Ed25519 key that is the identity of who sends it.
 */
export interface RelayKey {
  kind: 1;
  length: 32;
  /**
   * Its SHA-256 starts with the identifier of the node.
   */
  publicKey: string;
}
/**
 * An X25519 key that is used for one handshake.
 */
export interface RelayEphemeral {
  kind: 2;
  length: 32;
  /**
   * RFC 7748 section 5.
   */
  publicKey: string;
}
/**
 * Proves that who returns it receives at the address that it sends from.
 */
export interface RelayCookie {
  kind: 3;
  length: 16;
  /**
   * Known to nobody but who made it.
   */
  cookie: string;
}
/**
 * Binds a handshake to the key of who sends it.
 */
export interface RelaySignature {
  kind: 4;
  length: 64;
  /**
   * Ed25519 over the transcript of the handshake.
   */
  signature: string;
}
/**
 * Where a node is seen, or is to be dialled.
 */
export interface RelayEndpoint {
  kind: 5;
  length: 18;
  port: number;
  /**
   * An IPv6 address; one of IPv4 as ::ffff:a.b.c.d (RFC 4291 section 2.5.5.2).
   */
  address: string;
}
/**
 * A name at the directory.
 */
export interface RelayName {
  kind: 6;
  length: number;
  /**
   * UTF-8.
   */
  name: string;
}
/**
 * What a proof is good for, once.
 */
export interface RelayNonce {
  kind: 7;
  length: 16;
  /**
   * From the directory.
   */
  nonce: string;
}
/**
 * How a password becomes a key (RFC 7914).
 */
export interface RelayCost {
  kind: 8;
  length: 19;
  /**
   * The logarithm to base 2 of N.
   */
  cost: number;
  blockSize: number;
  parallel: number;
  /**
   * Of this name.
   */
  salt: string;
}
/**
 * Proves that the password is known.
 */
export interface RelayResponse {
  kind: 9;
  length: 32;
  /**
   * As the client proof of RFC 5802.
   */
  response: string;
}
/**
 * The directory binds a name to a key.
 */
export interface RelayCertificate {
  kind: 10;
  length: number;
  serial: number;
  issued: number;
  /**
   * From then on it is worth nothing.
   */
  expires: number;
  /**
   * Of the node.
   */
  publicKey: string;
  /**
   * UTF-8.
   */
  name: string;
  /**
   * Of the directory, over the octets of this attribute before it.
   */
  signature: string;
}
/**
 * Where and how a node can be reached, as it says itself.
 */
export interface RelayPresence {
  kind: 11;
  length: 108;
  sequence: number;
  /**
   * From then on it is worth nothing.
   */
  expires: number;
  status: number;
  mapping: number;
  port: number;
  /**
   * Where others see it.
   */
  address: string;
  /**
   * Whose presence it is.
   */
  node: string;
  /**
   * Ed25519 over the octets of this attribute before it.
   */
  signature: string;
}
/**
 * One name on a contact list.
 */
export interface RelayContact {
  kind: 12;
  length: number;
  standing: number;
  /**
   * UTF-8.
   */
  name: string;
}
/**
 * Tells one probe from all others.
 */
export interface RelayToken {
  kind: 13;
  length: 8;
  /**
   * Chosen at random.
   */
  token: string;
}
/**
 * A prober says that its probe arrived: the node can be reached unasked.
 */
export interface RelayReachProof {
  kind: 14;
  length: 134;
  port: number;
  issued: number;
  /**
   * Where the node was seen and dialled.
   */
  address: string;
  /**
   * The node.
   */
  subject: string;
  /**
   * The public key of who says so.
   */
  prober: string;
  /**
   * Ed25519 over the octets of this attribute before it.
   */
  signature: string;
}
/**
 * A supernode says where it is and what room it has.
 */
export interface RelayRecord {
  kind: 15;
  length: 126;
  sequence: number;
  /**
   * From then on it is worth nothing.
   */
  expires: number;
  /**
   * Reservations that it holds at most.
   */
  slots: number;
  free: number;
  port: number;
  /**
   * An IPv6 address; one of IPv4 as ::ffff:a.b.c.d (RFC 4291 section 2.5.5.2).
   */
  address: string;
  /**
   * Of the supernode.
   */
  publicKey: string;
  /**
   * Ed25519 over the octets of this attribute before it.
   */
  signature: string;
}
/**
 * Names a reservation at the supernode that made it.
 */
export interface RelayReservation {
  kind: 16;
  length: 4;
  reservation: number;
}
/**
 * How long a reservation lasts: asked for, or granted.
 */
export interface RelayLease {
  kind: 17;
  length: 2;
  seconds: number;
}
/**
 * What a circuit may carry, for each direction, and for how long.
 */
export interface RelayLimits {
  kind: 18;
  length: 12;
  octets: number;
  seconds: number;
  credit: number;
}
/**
 * A supernode says that a node holds a reservation there.
 */
export interface RelayVoucher {
  kind: 19;
  length: 120;
  reservation: number;
  /**
   * From then on it is worth nothing.
   */
  expires: number;
  /**
   * The node that holds it.
   */
  peer: string;
  /**
   * The public key of the supernode.
   */
  relay: string;
  /**
   * Of the supernode, over the octets of this attribute before it.
   */
  signature: string;
}
/**
 * Another node.
 */
export interface RelayPeer {
  kind: 20;
  length: 16;
  /**
   * Its identifier.
   */
  node: string;
}
/**
 * What of a circuit has been forwarded.
 */
export interface RelayCredit {
  kind: 21;
  length: 16;
  queued: number;
  /**
   * Octets that may be under way and queued at a time.
   */
  credit: number;
  /**
   * The last message that has come; what was sent after it counts as under way.
   */
  upTo: string;
}
/**
 * Which request this answers.
 */
export interface RelayRequest {
  kind: 22;
  length: 8;
  /**
   * Of the request.
   */
  messageId: string;
}
/**
 * What went wrong, by numbers that STUN, TURN and SIP use.
 */
export interface RelayErrorCode {
  kind: 23;
  length: 3;
  code: number;
  /**
   * The type of message that it is about.
   */
  about: number;
}
/**
 * Names a conversation of two nodes.
 */
export interface RelayConversation {
  kind: 24;
  length: 8;
  /**
   * Chosen at random by who opens it.
   */
  conversation: string;
}
/**
 * What only the other end of a conversation can read: a content, encrypted, and its tag (RFC 8439 section 2.8).
 */
export interface RelaySealed {
  kind: 25;
  length: number;
  /**
   * Ciphertext and 16 octets of tag.
   */
  sealed: string;
}
/**
 * How many are asked for.
 */
export interface RelayCount {
  kind: 26;
  length: 1;
  count: number;
}
/**
 * Makes a request as long as its answer.
 */
export interface RelayPadding {
  kind: 128;
  length: number;
  /**
   * Zeros.
   */
  padding: string;
}
/**
 * An attribute that this version does not know.
 */
export interface RelayOtherAttribute {
  kind: number;
  length: number;
  /**
   * As it is.
   */
  data: string;
}
