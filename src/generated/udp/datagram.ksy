# Written by `npm run generate` from spec/udp/datagram.schema.json: change that, not this.
meta:
  id: udp_datagram
  title: "UdpDatagram"
  endian: be
  bit-endian: be
doc: "What UDP puts into an IPv4 datagram (RFC 768): a header of 8 octets, and the data of the application."
seq:
  - id: source_port
    type: b16
    doc: "Source Port. Where an answer is to go; 0 when none is wanted."
  - id: destination_port
    type: b16
    doc: "Destination Port. Which application at the destination address it is for."
  - id: length
    type: b16
    valid:
      min: 8
    doc: "Length. Octets of header and data; what follows them is no part of the datagram."
  - id: checksum
    type: b16
    doc: "Checksum. Ones-complement checksum of pseudo-header, header and data; 0 says that the sender made none."
  - id: data
    size: "length - 8"
    doc: "Data. What the application sends."
