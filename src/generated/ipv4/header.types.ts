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
   * None, one or several, up to 40 octets; zeros fill the last word. Any option but types 0 and 1 may also be spelled as OtherOption.
   */
  options: (
    | EndOfOptionList
    | NoOperation
    | RecordRoute
    | Timestamp
    | Security
    | LooseSourceRoute
    | StreamIdentifier
    | StrictSourceRoute
    | RouterAlert
    | OtherOption
  )[];
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
 * Every router on the way writes its address into the next free place.
 */
export interface RecordRoute {
  type: 7;
  /**
   * Octets of the option, type and length included.
   */
  length: number;
  /**
   * The octet of the option, counted from 1, at which the next address lies; beyond the option: none is left.
   */
  pointer: number;
  /**
   * Addresses, four octets each.
   */
  route: string;
}
/**
 * Every router on the way writes the time, and its address if the flag says so.
 */
export interface Timestamp {
  type: 68;
  /**
   * Octets of the option, type and length included.
   */
  length: number;
  /**
   * The octet of the option, counted from 1, at which the next timestamp is to go; beyond the option: it is full.
   */
  pointer: number;
  /**
   * How many routers found no place left.
   */
  overflow: number;
  /**
   * What an entry is.
   */
  flag: number;
  /**
   * Words of 32 bits: times, or addresses and times.
   */
  entries: string;
}
/**
 * A security marking (RFC 791, RFC 1108), passed on as octets.
 */
export interface Security {
  type: 130;
  /**
   * Octets of the option, type and length included.
   */
  length: number;
  /**
   * Levels and authorities, not looked into.
   */
  marking: string;
}
/**
 * Addresses to pass on the way, others between them allowed; those passed are replaced by a record.
 */
export interface LooseSourceRoute {
  type: 131;
  /**
   * Octets of the option, type and length included.
   */
  length: number;
  /**
   * The octet of the option, counted from 1, at which the next address lies; beyond the option: none is left.
   */
  pointer: number;
  /**
   * Addresses, four octets each.
   */
  route: string;
}
/**
 * Name of a SATNET stream; obsolete (RFC 6814).
 */
export interface StreamIdentifier {
  type: 136;
  /**
   * Octets of the option, type and length included: always 4.
   */
  length: 4;
  streamId: number;
}
/**
 * Addresses to pass on the way, with none between them; those passed are replaced by a record.
 */
export interface StrictSourceRoute {
  type: 137;
  /**
   * Octets of the option, type and length included.
   */
  length: number;
  /**
   * The octet of the option, counted from 1, at which the next address lies; beyond the option: none is left.
   */
  pointer: number;
  /**
   * Addresses, four octets each.
   */
  route: string;
}
/**
 * Routers on the way are to look more closely (RFC 2113).
 */
export interface RouterAlert {
  type: 148;
  /**
   * Octets of the option, type and length included: always 4.
   */
  length: 4;
  /**
   * 0: look at the datagram; others are unassigned here.
   */
  value: number;
}
/**
 * Any other option: its second octet says how long it is. Also the generic spelling of every option that has a length, right or wrong: given data, an encoder writes type, length and data as they stand; a decoder answers a kind that has a name by that.
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
