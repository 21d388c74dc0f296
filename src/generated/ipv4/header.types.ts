// Written by `npm run generate` from spec/ipv4/header.schema.json: change that, not this.
/**
 * Four decimal numbers with dots between.
 */
export type Ipv4Address = string;

/**
 * The header that starts every IPv4 datagram (RFC 791 section 3.1): 20 octets, and options when IHL says so.
 */
export interface Ipv4Header {
  /**
   * Which format the header has; this one is 4.
   */
  version: number;
  /**
   * Length of the header in 32-bit words, options and padding included.
   */
  ihl: number;
  /**
   * The Differentiated Services codepoint (RFC 2474), once the upper bits of Type of Service.
   */
  dscp: number;
  /**
   * Explicit congestion notification (RFC 3168).
   */
  ecn: number;
  /**
   * Octets of the whole datagram, header and data.
   */
  totalLength: number;
  /**
   * Tells which fragments belong to one datagram.
   */
  identification: number;
  /**
   * Bit 0 of the flags: sent as zero, and no reason to drop a datagram that has it set.
   */
  reserved: boolean;
  /**
   * The datagram may not be cut into fragments.
   */
  dontFragment: boolean;
  /**
   * This is a fragment, and not the last one of its datagram.
   */
  moreFragments: boolean;
  /**
   * Where in its datagram the fragment's data starts.
   */
  fragmentOffset: number;
  /**
   * How many more times the datagram may be forwarded.
   */
  timeToLive: number;
  /**
   * What the data is: the number of the protocol above.
   */
  protocol: number;
  /**
   * Ones-complement checksum of the header alone.
   */
  headerChecksum: number;
  source: Ipv4Address;
  destination: Ipv4Address;
  /**
   * None, one or several, up to 40 octets; zeros fill the last word.
   */
  options: (EndOfOptionList | NoOperation | OtherOption)[];
}
/**
 * No option follows; what is left of the header is padding.
 */
export interface EndOfOptionList {
  type: 0;
}
/**
 * Fills an octet between options.
 */
export interface NoOperation {
  type: 1;
}
/**
 * Any other option: its second octet says how long it is.
 */
export interface OtherOption {
  /**
   * One bit copied, two bits class, five bits number.
   */
  type: number;
  /**
   * Octets of the option, type and length included.
   */
  length: number;
  data: string;
}
