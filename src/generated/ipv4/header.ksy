# Written by `npm run generate` from spec/ipv4/header.schema.json: change that, not this.
meta:
  id: ipv4_header
  title: "Ipv4Header"
  endian: be
  bit-endian: be
doc: "The header that starts every IPv4 datagram (RFC 791 section 3.1): 20 octets, and options when IHL says so."
seq:
  - id: version
    type: b4
    valid: 4
    doc: "Version. Which format the header has; this one is 4."
  - id: ihl
    type: b4
    valid:
      min: 5
    doc: "IHL. Length of the header in 32-bit words, options and padding included."
  - id: dscp
    type: b6
    doc: "DSCP. The Differentiated Services codepoint (RFC 2474), once the upper bits of Type of Service."
  - id: ecn
    type: b2
    doc: "ECN. Explicit congestion notification (RFC 3168)."
  - id: total_length
    type: b16
    doc: "Total Length. Octets of the whole datagram, header and data."
  - id: identification
    type: b16
    doc: "Identification. Tells which fragments belong to one datagram."
  - id: reserved
    type: b1
    doc: "Reserved. Bit 0 of the flags: sent as zero, and no reason to drop a datagram that has it set."
  - id: dont_fragment
    type: b1
    doc: "DF. The datagram may not be cut into fragments."
  - id: more_fragments
    type: b1
    doc: "MF. This is a fragment, and not the last one of its datagram."
  - id: fragment_offset
    type: b13
    doc: "Fragment Offset. Where in its datagram the fragment's data starts."
  - id: time_to_live
    type: b8
    doc: "Time to Live. How many more times the datagram may be forwarded."
  - id: protocol
    type: b8
    doc: "Protocol. What the data is: the number of the protocol above."
  - id: header_checksum
    type: b16
    doc: "Header Checksum. Ones-complement checksum of the header alone."
  - id: source
    type: b32
    doc: "Source Address. Address of the sender."
  - id: destination
    type: b32
    doc: "Destination Address. Address of the receiver."
  - id: options
    size: "ihl * 4 - 20"
    type: options
    doc: "Options. None, one or several, up to 40 octets; zeros fill the last word. Any option but types 0 and 1 may also be spelled as OtherOption."
types:
  options:
    seq:
      - id: items
        type: options_item
        repeat: until
        repeat-until: "_.type == 0 or _io.eof"
        if: not _io.eof
      - id: padding
        size-eos: true
  options_item:
    seq:
      - id: type
        type: b8
      - id: body
        type:
          switch-on: type
          cases:
            7: record_route
            68: timestamp
            130: security
            131: loose_source_route
            136: stream_identifier
            137: strict_source_route
            148: router_alert
            _: other_option
        if: "type != 0 and type != 1"
  record_route:
    seq:
      - id: length
        type: b8
        valid:
          min: 3
        doc: "Length. Octets of the option, type and length included."
      - id: pointer
        type: b8
        valid:
          min: 4
        doc: "Pointer. The octet of the option, counted from 1, at which the next address lies; beyond the option: none is left."
      - id: route
        size: "length - 3"
        doc: "Route Data. Addresses, four octets each."
  timestamp:
    seq:
      - id: length
        type: b8
        valid:
          min: 4
        doc: "Length. Octets of the option, type and length included."
      - id: pointer
        type: b8
        valid:
          min: 5
        doc: "Pointer. The octet of the option, counted from 1, at which the next timestamp is to go; beyond the option: it is full."
      - id: overflow
        type: b4
        doc: "Overflow. How many routers found no place left."
      - id: flag
        type: b4
        doc: "Flag. What an entry is."
      - id: entries
        size: "length - 4"
        doc: "Entries. Words of 32 bits: times, or addresses and times."
  security:
    seq:
      - id: length
        type: b8
        valid:
          min: 2
        doc: "Length. Octets of the option, type and length included."
      - id: marking
        size: "length - 2"
        doc: "Marking. Levels and authorities, not looked into."
  loose_source_route:
    seq:
      - id: length
        type: b8
        valid:
          min: 3
        doc: "Length. Octets of the option, type and length included."
      - id: pointer
        type: b8
        valid:
          min: 4
        doc: "Pointer. The octet of the option, counted from 1, at which the next address lies; beyond the option: none is left."
      - id: route
        size: "length - 3"
        doc: "Route Data. Addresses, four octets each."
  stream_identifier:
    seq:
      - id: length
        type: b8
        valid: 4
        doc: "Length. Octets of the option, type and length included: always 4."
      - id: stream_id
        type: b16
        doc: "Stream ID"
  strict_source_route:
    seq:
      - id: length
        type: b8
        valid:
          min: 3
        doc: "Length. Octets of the option, type and length included."
      - id: pointer
        type: b8
        valid:
          min: 4
        doc: "Pointer. The octet of the option, counted from 1, at which the next address lies; beyond the option: none is left."
      - id: route
        size: "length - 3"
        doc: "Route Data. Addresses, four octets each."
  router_alert:
    seq:
      - id: length
        type: b8
        valid: 4
        doc: "Length. Octets of the option, type and length included: always 4."
      - id: value
        type: b16
        doc: "Value. 0: look at the datagram; others are unassigned here."
  other_option:
    seq:
      - id: length
        type: b8
        valid:
          min: 2
        doc: "Length. Octets of the option, type and length included."
      - id: data
        size: "length - 2"
        doc: "Data"
