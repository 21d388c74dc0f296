// Written by `npm run generate` from spec/udp/datagram.schema.json: change that, not this.
/**
 * What UDP puts into an IPv4 datagram (RFC 768): a header of 8 octets, and the data of the application.
 */
export interface UdpDatagram {
  /**
   * Where an answer is to go; 0 when none is wanted.
   */
  sourcePort: number;
  /**
   * Which application at the destination address it is for.
   */
  destinationPort: number;
  /**
   * Octets of header and data; what follows them is no part of the datagram.
   */
  length: number;
  /**
   * Ones-complement checksum of pseudo-header, header and data; 0 says that the sender made none.
   */
  checksum: number;
  /**
   * What the application sends.
   */
  data: string;
}
