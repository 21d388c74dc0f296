// Written by `npm run generate` from spec/tcp/segment.schema.json: change that, not this.
/**
 * What TCP puts into an IPv4 datagram (RFC 9293 section 3.1): a header of 20 octets, options when the data offset says so, and data.
 */
export interface TcpSegment {
  /**
   * The sender's port.
   */
  sourcePort: number;
  /**
   * The receiver's port.
   */
  destinationPort: number;
  /**
   * The number of the first octet of data; of a SYN itself when there is one (RFC 9293 section 3.4).
   */
  sequenceNumber: number;
  /**
   * With ACK set: the next number that its sender expects.
   */
  acknowledgmentNumber: number;
  /**
   * Length of the header in 32-bit words, options and padding included.
   */
  dataOffset: number;
  /**
   * Sent as zero, and no reason to refuse a segment.
   */
  reserved: number;
  /**
   * The congestion window was reduced (RFC 3168).
   */
  cwr: boolean;
  /**
   * Echoes that congestion was met (RFC 3168).
   */
  ece: boolean;
  /**
   * The urgent pointer means something.
   */
  urg: boolean;
  /**
   * The acknowledgment number means something.
   */
  ack: boolean;
  /**
   * What has come is to be handed on without waiting for more.
   */
  psh: boolean;
  /**
   * The connection is reset.
   */
  rst: boolean;
  /**
   * Sequence numbers are made to agree; takes a number itself.
   */
  syn: boolean;
  /**
   * The sender has no more data; takes a number itself.
   */
  fin: boolean;
  /**
   * How many octets its sender takes from the acknowledged one on, before scaling.
   */
  window: number;
  /**
   * Ones-complement checksum of pseudo-header, header and data.
   */
  checksum: number;
  /**
   * With URG set: how far behind the sequence number the urgent data ends.
   */
  urgentPointer: number;
  /**
   * None, one or several, up to 40 octets; zeros fill the last word.
   */
  options: (
    | TcpEndOfOptionList
    | TcpNoOperation
    | MaximumSegmentSize
    | WindowScale
    | SackPermitted
    | Sack
    | Timestamps
    | UserTimeout
    | FastOpen
    | OtherTcpOption
  )[];
  /**
   * What the application sends.
   */
  data: string;
}
/**
 * No option follows; what is left of the header is padding.
 */
export interface TcpEndOfOptionList {
  kind: 0;
}
/**
 * Fills an octet between options.
 */
export interface TcpNoOperation {
  kind: 1;
}
/**
 * The largest segment that its sender takes (RFC 9293 section 3.7.1); in a SYN alone.
 */
export interface MaximumSegmentSize {
  kind: 2;
  length: 4;
  /**
   * Octets of data.
   */
  mss: number;
}
/**
 * By how many bits its sender's windows are shifted (RFC 7323 section 2.2); in a SYN alone.
 */
export interface WindowScale {
  kind: 3;
  length: 3;
  shift: number;
}
/**
 * Its sender understands selective acknowledgements (RFC 2018 section 2); in a SYN alone.
 */
export interface SackPermitted {
  kind: 4;
  length: 2;
}
/**
 * What has arrived out of order: each block the first number and the one behind the last (RFC 2018 section 3).
 */
export interface Sack {
  kind: 5;
  length: number;
  /**
   * Pairs of sequence numbers, 8 octets each.
   */
  blocks: string;
}
/**
 * The sender's clock, and the peer's as it came last (RFC 7323 section 3.2).
 */
export interface Timestamps {
  kind: 8;
  length: 10;
  value: number;
  echo: number;
}
/**
 * How long its sender waits for an acknowledgement (RFC 5482 section 3).
 */
export interface UserTimeout {
  kind: 28;
  length: 4;
  granularity: number;
  timeout: number;
}
/**
 * A cookie of TCP Fast Open (RFC 7413 section 4.1.1), as it is.
 */
export interface FastOpen {
  kind: 34;
  length: number;
  cookie: string;
}
/**
 * Any other option: its second octet says how long it is. Spells those above, too, by their octets.
 */
export interface OtherTcpOption {
  kind: number;
  length: number;
  data: string;
}
