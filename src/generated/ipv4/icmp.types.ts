// Written by `npm run generate` from spec/ipv4/icmp.schema.json: change that, not this.
/**
 * A message of ICMP (RFC 792): echo, destination unreachable, time exceeded, parameter problem; any other type as data.
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
   * Says, with the sequence number, which echo a reply answers.
   */
  identifier?: number;
  /**
   * Counts the echoes of one identifier.
   */
  sequenceNumber?: number;
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
   * Of an echo: what comes back; of an error: the start of the datagram that caused it; of another type: all the rest.
   */
  data: string;
}
