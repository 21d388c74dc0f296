# Written by `npm run generate` from spec/tcp/segment.schema.json: change that, not this.
meta:
  id: tcp_segment
  title: "TcpSegment"
  endian: be
  bit-endian: be
doc: "What TCP puts into an IPv4 datagram (RFC 9293 section 3.1): a header of 20 octets, options when the data offset says so, and data."
seq:
  - id: source_port
    type: b16
    doc: "Source Port. The sender's port."
  - id: destination_port
    type: b16
    doc: "Destination Port. The receiver's port."
  - id: sequence_number
    type: b32
    doc: "Sequence Number. The number of the first octet of data; of a SYN itself when there is one (RFC 9293 section 3.4)."
  - id: acknowledgment_number
    type: b32
    doc: "Acknowledgment Number. With ACK set: the next number that its sender expects."
  - id: data_offset
    type: b4
    valid:
      min: 5
    doc: "DOffset. Length of the header in 32-bit words, options and padding included."
  - id: reserved
    type: b4
    doc: "Rsrvd. Sent as zero, and no reason to refuse a segment."
  - id: cwr
    type: b1
    doc: "CWR. The congestion window was reduced (RFC 3168)."
  - id: ece
    type: b1
    doc: "ECE. Echoes that congestion was met (RFC 3168)."
  - id: urg
    type: b1
    doc: "URG. The urgent pointer means something."
  - id: ack
    type: b1
    doc: "ACK. The acknowledgment number means something."
  - id: psh
    type: b1
    doc: "PSH. What has come is to be handed on without waiting for more."
  - id: rst
    type: b1
    doc: "RST. The connection is reset."
  - id: syn
    type: b1
    doc: "SYN. Sequence numbers are made to agree; takes a number itself."
  - id: fin
    type: b1
    doc: "FIN. The sender has no more data; takes a number itself."
  - id: window
    type: b16
    doc: "Window. How many octets its sender takes from the acknowledged one on, before scaling."
  - id: checksum
    type: b16
    doc: "Checksum. Ones-complement checksum of pseudo-header, header and data."
  - id: urgent_pointer
    type: b16
    doc: "Urgent Pointer. With URG set: how far behind the sequence number the urgent data ends."
  - id: options
    size: "data_offset * 4 - 20"
    type: options
    doc: "Options. None, one or several, up to 40 octets; zeros fill the last word."
  - id: data
    size-eos: true
    doc: "Data. What the application sends."
types:
  options:
    seq:
      - id: items
        type: options_item
        repeat: until
        repeat-until: "_.kind == 0 or _io.eof"
        if: not _io.eof
      - id: padding
        size-eos: true
  options_item:
    seq:
      - id: kind
        type: b8
      - id: body
        type:
          switch-on: kind
          cases:
            2: maximum_segment_size
            3: window_scale
            4: sack_permitted
            5: sack
            8: timestamps
            28: user_timeout
            34: fast_open
            _: other_tcp_option
        if: "kind != 0 and kind != 1"
  maximum_segment_size:
    seq:
      - id: length
        type: b8
        valid: 4
        doc: "Length"
      - id: mss
        type: b16
        doc: "MSS. Octets of data."
  window_scale:
    seq:
      - id: length
        type: b8
        valid: 3
        doc: "Length"
      - id: shift
        type: b8
        doc: "shift.cnt"
  sack_permitted:
    seq:
      - id: length
        type: b8
        valid: 2
        doc: "Length"
  sack:
    seq:
      - id: length
        type: b8
        valid:
          min: 2
        doc: "Length"
      - id: blocks
        size: "length - 2"
        doc: "Blocks. Pairs of sequence numbers, 8 octets each."
  timestamps:
    seq:
      - id: length
        type: b8
        valid: 10
        doc: "Length"
      - id: value
        type: b32
        doc: "TSval"
      - id: echo
        type: b32
        doc: "TSecr"
  user_timeout:
    seq:
      - id: length
        type: b8
        valid: 4
        doc: "Length"
      - id: granularity
        type: b1
        doc: "G"
      - id: timeout
        type: b15
        doc: "User Timeout"
  fast_open:
    seq:
      - id: length
        type: b8
        valid:
          min: 2
        doc: "Length"
      - id: cookie
        size: "length - 2"
        doc: "Cookie"
  other_tcp_option:
    seq:
      - id: length
        type: b8
        valid:
          min: 2
        doc: "Length"
      - id: data
        size: "length - 2"
        doc: "Data"
