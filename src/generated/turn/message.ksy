# Written by `npm run generate` from spec/turn/message.schema.json: change that, not this.
meta:
  id: stun_message
  title: "StunMessage"
  endian: be
  bit-endian: be
doc: "A message of STUN (RFC 8489 section 5): 20 octets of header, then attributes. TURN (RFC 8656) is made of these, and of channel data."
seq:
  - id: zeros
    type: b2
    valid: 0
    doc: "Zeros. What tells STUN from other protocols on the same port."
  - id: type
    type: b14
    doc: "STUN Message Type. Method and class woven into one another: class bits are 0x0100 and 0x0010."
  - id: length
    type: b16
    doc: "Message Length. Octets behind the header."
  - id: magic_cookie
    type: b32
    valid: 554869826
    doc: "Magic Cookie. Fixed; a message of RFC 3489 has part of its transaction ID here."
  - id: transaction_id
    size: "12"
    doc: "Transaction ID. 96 bits that tell one transaction from another."
  - id: attributes
    size: "20 + length - 20"
    type: attributes
    doc: "Attributes. In the order in which they came."
types:
  attributes:
    seq:
      - id: items
        type: attributes_item
        repeat: until
        repeat-until: "_io.eof"
        if: not _io.eof
  attributes_item:
    seq:
      - id: type
        type: b16
      - id: body
        type:
          switch-on: type
          cases:
            1: mapped_address
            6: username
            8: message_integrity
            9: error_code
            10: unknown_attributes
            12: channel_number
            13: lifetime
            18: xor_peer_address
            19: data
            20: realm
            21: nonce
            22: xor_relayed_address
            23: requested_address_family
            24: even_port
            25: requested_transport
            26: dont_fragment
            28: message_integrity_sha256
            29: password_algorithm
            30: userhash
            32: xor_mapped_address
            34: reservation_token
            32768: additional_address_family
            32769: address_error_code
            32770: password_algorithms
            32771: alternate_domain
            32772: icmp
            32802: software
            32803: alternate_server
            32808: fingerprint
            _: other_attribute
  mapped_address:
    seq:
      - id: length
        type: b16
        valid:
          min: 8
          max: 20
        doc: "Length. Octets of the value, without the padding behind it."
      - id: reserved
        type: b8
        doc: "Reserved"
      - id: family
        type: b8
        valid:
          any-of: [1, 2]
        doc: "Family"
      - id: port
        type: b16
        doc: "Port"
      - id: address
        size: "4 + length - 8"
        doc: "Address"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  username:
    seq:
      - id: length
        type: b16
        valid:
          max: 763
        doc: "Length. Octets of the value, without the padding behind it."
      - id: username
        size: "4 + length - 4"
        doc: "Username"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  message_integrity:
    seq:
      - id: length
        type: b16
        valid: 20
        doc: "Length. Octets of the value, without the padding behind it."
      - id: hmac
        size: "4 + length - 4"
        doc: "HMAC"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  error_code:
    seq:
      - id: length
        type: b16
        valid:
          min: 4
          max: 767
        doc: "Length. Octets of the value, without the padding behind it."
      - id: reserved
        type: b21
        doc: "Reserved"
      - id: class
        type: b3
        valid:
          min: 3
          max: 6
        doc: "Class"
      - id: number
        type: b8
        valid:
          max: 99
        doc: "Number"
      - id: reason
        size: "4 + length - 8"
        doc: "Reason Phrase. UTF-8."
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  unknown_attributes:
    seq:
      - id: length
        type: b16
        doc: "Length. Octets of the value, without the padding behind it."
      - id: types
        size: "4 + length - 4"
        doc: "Attribute Types"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  channel_number:
    seq:
      - id: length
        type: b16
        valid: 4
        doc: "Length. Octets of the value, without the padding behind it."
      - id: channel
        type: b16
        doc: "Channel Number"
      - id: reserved
        type: b16
        doc: "RFFU"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  lifetime:
    seq:
      - id: length
        type: b16
        valid: 4
        doc: "Length. Octets of the value, without the padding behind it."
      - id: lifetime
        type: b32
        doc: "Lifetime"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  xor_peer_address:
    seq:
      - id: length
        type: b16
        valid:
          min: 8
          max: 20
        doc: "Length. Octets of the value, without the padding behind it."
      - id: reserved
        type: b8
        doc: "Reserved"
      - id: family
        type: b8
        valid:
          any-of: [1, 2]
        doc: "Family"
      - id: port
        type: b16
        doc: "X-Port"
      - id: address
        size: "4 + length - 8"
        doc: "X-Address"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  data:
    seq:
      - id: length
        type: b16
        doc: "Length. Octets of the value, without the padding behind it."
      - id: data
        size: "4 + length - 4"
        doc: "Data"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  realm:
    seq:
      - id: length
        type: b16
        valid:
          max: 763
        doc: "Length. Octets of the value, without the padding behind it."
      - id: realm
        size: "4 + length - 4"
        doc: "Realm"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  nonce:
    seq:
      - id: length
        type: b16
        valid:
          max: 763
        doc: "Length. Octets of the value, without the padding behind it."
      - id: nonce
        size: "4 + length - 4"
        doc: "Nonce"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  xor_relayed_address:
    seq:
      - id: length
        type: b16
        valid:
          min: 8
          max: 20
        doc: "Length. Octets of the value, without the padding behind it."
      - id: reserved
        type: b8
        doc: "Reserved"
      - id: family
        type: b8
        valid:
          any-of: [1, 2]
        doc: "Family"
      - id: port
        type: b16
        doc: "X-Port"
      - id: address
        size: "4 + length - 8"
        doc: "X-Address"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  requested_address_family:
    seq:
      - id: length
        type: b16
        valid: 4
        doc: "Length. Octets of the value, without the padding behind it."
      - id: family
        type: b8
        doc: "Family"
      - id: reserved
        type: b24
        doc: "Reserved"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  even_port:
    seq:
      - id: length
        type: b16
        valid: 1
        doc: "Length. Octets of the value, without the padding behind it."
      - id: reserve
        type: b1
        doc: "R. The next port is to be kept for a later allocation."
      - id: reserved
        type: b7
        doc: "RFFU"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  requested_transport:
    seq:
      - id: length
        type: b16
        valid: 4
        doc: "Length. Octets of the value, without the padding behind it."
      - id: protocol
        type: b8
        doc: "Protocol"
      - id: reserved
        type: b24
        doc: "RFFU"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  dont_fragment:
    seq:
      - id: length
        type: b16
        valid: 0
        doc: "Length. Octets of the value, without the padding behind it."
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  message_integrity_sha256:
    seq:
      - id: length
        type: b16
        valid:
          min: 16
          max: 32
        doc: "Length. Octets of the value, without the padding behind it."
      - id: hmac
        size: "4 + length - 4"
        doc: "HMAC"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  password_algorithm:
    seq:
      - id: length
        type: b16
        valid:
          min: 4
        doc: "Length. Octets of the value, without the padding behind it."
      - id: algorithm
        type: b16
        doc: "Algorithm"
      - id: algorithm_parameters_length
        type: b16
        doc: "Algorithm Parameters Length"
      - id: parameters
        size: "4 + length - 8"
        doc: "Algorithm Parameters"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  userhash:
    seq:
      - id: length
        type: b16
        valid: 32
        doc: "Length. Octets of the value, without the padding behind it."
      - id: userhash
        size: "4 + length - 4"
        doc: "Userhash"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  xor_mapped_address:
    seq:
      - id: length
        type: b16
        valid:
          min: 8
          max: 20
        doc: "Length. Octets of the value, without the padding behind it."
      - id: reserved
        type: b8
        doc: "Reserved"
      - id: family
        type: b8
        valid:
          any-of: [1, 2]
        doc: "Family"
      - id: port
        type: b16
        doc: "X-Port"
      - id: address
        size: "4 + length - 8"
        doc: "X-Address"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  reservation_token:
    seq:
      - id: length
        type: b16
        valid: 8
        doc: "Length. Octets of the value, without the padding behind it."
      - id: token
        size: "4 + length - 4"
        doc: "Token"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  additional_address_family:
    seq:
      - id: length
        type: b16
        valid: 4
        doc: "Length. Octets of the value, without the padding behind it."
      - id: family
        type: b8
        doc: "Family"
      - id: reserved
        type: b24
        doc: "Reserved"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  address_error_code:
    seq:
      - id: length
        type: b16
        valid:
          min: 4
          max: 767
        doc: "Length. Octets of the value, without the padding behind it."
      - id: family
        type: b8
        doc: "Family"
      - id: reserved
        type: b13
        doc: "Reserved"
      - id: class
        type: b3
        valid:
          min: 3
          max: 6
        doc: "Class"
      - id: number
        type: b8
        valid:
          max: 99
        doc: "Number"
      - id: reason
        size: "4 + length - 8"
        doc: "Reason Phrase. UTF-8."
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  password_algorithms:
    seq:
      - id: length
        type: b16
        doc: "Length. Octets of the value, without the padding behind it."
      - id: algorithms
        size: "4 + length - 4"
        doc: "Algorithms"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  alternate_domain:
    seq:
      - id: length
        type: b16
        valid:
          max: 255
        doc: "Length. Octets of the value, without the padding behind it."
      - id: domain
        size: "4 + length - 4"
        doc: "Domain"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  icmp:
    seq:
      - id: length
        type: b16
        valid: 8
        doc: "Length. Octets of the value, without the padding behind it."
      - id: reserved
        type: b16
        doc: "Reserved"
      - id: icmp_type
        type: b7
        doc: "ICMP Type"
      - id: icmp_code
        type: b9
        doc: "ICMP Code"
      - id: error_data
        size: "4 + length - 8"
        doc: "Error Data"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  software:
    seq:
      - id: length
        type: b16
        valid:
          max: 763
        doc: "Length. Octets of the value, without the padding behind it."
      - id: software
        size: "4 + length - 4"
        doc: "Software"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  alternate_server:
    seq:
      - id: length
        type: b16
        valid:
          min: 8
          max: 20
        doc: "Length. Octets of the value, without the padding behind it."
      - id: reserved
        type: b8
        doc: "Reserved"
      - id: family
        type: b8
        valid:
          any-of: [1, 2]
        doc: "Family"
      - id: port
        type: b16
        doc: "Port"
      - id: address
        size: "4 + length - 8"
        doc: "Address"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  fingerprint:
    seq:
      - id: length
        type: b16
        valid: 4
        doc: "Length. Octets of the value, without the padding behind it."
      - id: crc32
        type: b32
        doc: "CRC-32. Of the message up to this attribute, exclusive-or'ed with 0x5354554e."
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
  other_attribute:
    seq:
      - id: length
        type: b16
        doc: "Length. Octets of the value, without the padding behind it."
      - id: value
        size: "4 + length - 4"
        doc: "Value"
      - id: padding
        size: "(4 - (4 + length) % 4) % 4"
