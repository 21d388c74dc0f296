// Written by `npm run generate` from spec/ipv4/icmp.schema.json: change that, not this.
/**
 * Four decimal numbers with dots between.
 */
export type Ipv4Address = string;

/**
 * A message of ICMP (RFC 792): echo, timestamp, destination unreachable, source quench, redirect, time exceeded, parameter problem; any other type as data.
 */
export interface IcmpMessage {
  /**
   * What the message says, and with it the format of what follows.
   */
  type: number;
  /**
   * Narrows the type.
   */
  code: number;
  /**
   * Ones-complement checksum of the whole message.
   */
  checksum: number;
  /**
   * Says, with the sequence number, which request a reply answers.
   */
  identifier?: number;
  /**
   * Counts the requests of one identifier.
   */
  sequenceNumber?: number;
  /**
   * When the sender last touched the request. Milliseconds since midnight UT; with the first bit set, in another unit.
   */
  originateTimestamp?: number;
  /**
   * When the request reached who answers. Milliseconds since midnight UT; with the first bit set, in another unit.
   */
  receiveTimestamp?: number;
  /**
   * When who answers last touched the reply. Milliseconds since midnight UT; with the first bit set, in another unit.
   */
  transmitTimestamp?: number;
  gatewayAddress?: Ipv4Address;
  unused?: number;
  unusedBeforeMtu?: number;
  /**
   * The largest datagram that the next hop takes (RFC 1191 section 4); 0 from a router that does not say.
   */
  nextHopMtu?: number;
  /**
   * The octet of the returned header at which the problem was found.
   */
  pointer?: number;
  unusedAfterPointer?: number;
  /**
   * Of an echo: what comes back; of an error: the start of the datagram that caused it; after the fields of a timestamp: nothing; of another type: all the rest.
   */
  data: string;
}
