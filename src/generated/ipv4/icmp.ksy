# Written by `npm run generate` from spec/ipv4/icmp.schema.json: change that, not this.
meta:
  id: icmp_message
  title: "IcmpMessage"
  endian: be
  bit-endian: be
doc: "A message of ICMP (RFC 792): echo, timestamp, destination unreachable, source quench, redirect, time exceeded, parameter problem; any other type as data."
seq:
  - id: type
    type: b8
    doc: "Type. What the message says, and with it the format of what follows."
  - id: code
    type: b8
    doc: "Code. Narrows the type."
  - id: checksum
    type: b16
    doc: "Checksum. Ones-complement checksum of the whole message."
  - id: identifier
    type: b16
    if: "type == 0 or type == 8 or type == 13 or type == 14"
    doc: "Identifier. Says, with the sequence number, which request a reply answers."
  - id: sequence_number
    type: b16
    if: "type == 0 or type == 8 or type == 13 or type == 14"
    doc: "Sequence Number. Counts the requests of one identifier."
  - id: originate_timestamp
    type: b32
    if: "type == 13 or type == 14"
    doc: "Originate Timestamp. When the sender last touched the request. Milliseconds since midnight UT; with the first bit set, in another unit."
  - id: receive_timestamp
    type: b32
    if: "type == 13 or type == 14"
    doc: "Receive Timestamp. When the request reached who answers. Milliseconds since midnight UT; with the first bit set, in another unit."
  - id: transmit_timestamp
    type: b32
    if: "type == 13 or type == 14"
    doc: "Transmit Timestamp. When who answers last touched the reply. Milliseconds since midnight UT; with the first bit set, in another unit."
  - id: gateway_address
    type: b32
    if: "type == 5"
    doc: "Gateway Internet Address. The router to send datagrams for this destination to."
  - id: unused
    type: b32
    if: "type == 4 or type == 11 or type == 3 and code != 4"
    doc: "unused"
  - id: unused_before_mtu
    type: b16
    if: "type == 3 and code == 4"
    doc: "unused"
  - id: next_hop_mtu
    type: b16
    if: "type == 3 and code == 4"
    doc: "Next-Hop MTU. The largest datagram that the next hop takes (RFC 1191 section 4); 0 from a router that does not say."
  - id: pointer
    type: b8
    if: "type == 12"
    doc: "Pointer. The octet of the returned header at which the problem was found."
  - id: unused_after_pointer
    type: b24
    if: "type == 12"
    doc: "unused"
  - id: data
    size-eos: true
    doc: "Data. Of an echo: what comes back; of an error: the start of the datagram that caused it; after the fields of a timestamp: nothing; of another type: all the rest."
