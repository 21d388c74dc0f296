# Written by `npm run generate` from spec/relay/frame.schema.json: change that, not this.
meta:
  id: relay_frame
  title: "RelayFrame"
  endian: be
  bit-endian: be
doc: "What HPR/1 puts into a UDP datagram, or behind 16 bits of length into a TCP stream: a header of 56 octets, and attributes."
seq:
  - id: magic
    type: b8
    valid: 197
    doc: "Magic. Clear of STUN, DTLS, TURN channels and RTP on one port (RFC 7983)."
  - id: version
    type: b8
    valid: 1
    doc: "Version"
  - id: type
    type: b8
    doc: "Type. What the frame says. Below 128 a receiver must know it; others it may ignore."
  - id: time_to_live
    type: b8
    valid:
      max: 8
    doc: "Time to Live. Hops that are left."
  - id: length
    type: b16
    valid:
      max: 1200
    doc: "Length. Octets of the attributes."
  - id: is_request
    type: b1
    doc: "Request. Who sends it waits for an answer."
  - id: reserved
    type: b15
    doc: "Reserved"
  - id: source
    size: "16"
    doc: "Source. Identifier of the node that made the frame."
  - id: destination
    size: "16"
    doc: "Destination. Identifier of the node that it is for; zeros where that is not known yet."
  - id: message_id
    size: "8"
    doc: "Message Id. A number that grows with every frame of its source."
  - id: hop_mac
    size: "8"
    doc: "Hop MAC. HMAC-SHA-256 of the frame with zeros here, under the key of the hop, its first 8 octets; zeros where there is no session."
  - id: attributes
    size: "56 + length - 56"
    type: attributes
    doc: "Attributes. What the frame carries."
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
      - id: kind
        type: b8
      - id: body
        type:
          switch-on: kind
          cases:
            1: relay_key
            2: relay_ephemeral
            3: relay_cookie
            4: relay_signature
            5: relay_endpoint
            6: relay_name
            7: relay_nonce
            8: relay_cost
            9: relay_response
            10: relay_certificate
            11: relay_presence
            12: relay_contact
            13: relay_token
            14: relay_reach_proof
            15: relay_record
            16: relay_reservation
            17: relay_lease
            18: relay_limits
            19: relay_voucher
            20: relay_peer
            21: relay_credit
            22: relay_request
            23: relay_error_code
            24: relay_conversation
            25: relay_sealed
            26: relay_count
            128: relay_padding
            _: relay_other_attribute
  relay_key:
    seq:
      - id: length
        type: b16
        valid: 32
        doc: "Length"
      - id: public_key
        size: "32"
        doc: "Public Key. Its SHA-256 starts with the identifier of the node."
  relay_ephemeral:
    seq:
      - id: length
        type: b16
        valid: 32
        doc: "Length"
      - id: public_key
        size: "32"
        doc: "Public Key. RFC 7748 section 5."
  relay_cookie:
    seq:
      - id: length
        type: b16
        valid: 16
        doc: "Length"
      - id: cookie
        size: "16"
        doc: "Cookie. Known to nobody but who made it."
  relay_signature:
    seq:
      - id: length
        type: b16
        valid: 64
        doc: "Length"
      - id: signature
        size: "64"
        doc: "Signature. Ed25519 over the transcript of the handshake."
  relay_endpoint:
    seq:
      - id: length
        type: b16
        valid: 18
        doc: "Length"
      - id: port
        type: b16
        doc: "Port"
      - id: address
        size: "16"
        doc: "Address. An IPv6 address; one of IPv4 as ::ffff:a.b.c.d (RFC 4291 section 2.5.5.2)."
  relay_name:
    seq:
      - id: length
        type: b16
        valid:
          max: 64
        doc: "Length"
      - id: name
        size: "length"
        doc: "Name. UTF-8."
  relay_nonce:
    seq:
      - id: length
        type: b16
        valid: 16
        doc: "Length"
      - id: nonce
        size: "16"
        doc: "Nonce. From the directory."
  relay_cost:
    seq:
      - id: length
        type: b16
        valid: 19
        doc: "Length"
      - id: cost
        type: b8
        valid:
          min: 1
          max: 20
        doc: "Cost. The logarithm to base 2 of N."
      - id: block_size
        type: b8
        valid:
          min: 1
          max: 32
        doc: "Block Size"
      - id: parallel
        type: b8
        valid:
          min: 1
          max: 16
        doc: "Parallelization"
      - id: salt
        size: "16"
        doc: "Salt. Of this name."
  relay_response:
    seq:
      - id: length
        type: b16
        valid: 32
        doc: "Length"
      - id: response
        size: "32"
        doc: "Response. As the client proof of RFC 5802."
  relay_certificate:
    seq:
      - id: length
        type: b16
        valid:
          min: 108
          max: 172
        doc: "Length"
      - id: serial
        type: b32
        doc: "Serial"
      - id: issued
        type: b32
        doc: "Issued"
      - id: expires
        type: b32
        doc: "Expires. From then on it is worth nothing."
      - id: public_key
        size: "32"
        doc: "Public Key. Of the node."
      - id: name
        size: "length - 108"
        doc: "Name. UTF-8."
      - id: signature
        size: "64"
        doc: "Signature. Of the directory, over the octets of this attribute before it."
  relay_presence:
    seq:
      - id: length
        type: b16
        valid: 108
        doc: "Length"
      - id: sequence
        type: b32
        doc: "Sequence"
      - id: expires
        type: b32
        doc: "Expires. From then on it is worth nothing."
      - id: status
        type: b8
        valid:
          max: 1
        doc: "Status"
      - id: mapping
        type: b8
        valid:
          max: 3
        doc: "Mapping"
      - id: port
        type: b16
        doc: "Port"
      - id: address
        size: "16"
        doc: "Address. Where others see it."
      - id: node
        size: "16"
        doc: "Node. Whose presence it is."
      - id: signature
        size: "64"
        doc: "Signature. Ed25519 over the octets of this attribute before it."
  relay_contact:
    seq:
      - id: length
        type: b16
        valid:
          min: 1
          max: 65
        doc: "Length"
      - id: standing
        type: b8
        valid:
          max: 3
        doc: "Standing"
      - id: name
        size: "length - 1"
        doc: "Name. UTF-8."
  relay_token:
    seq:
      - id: length
        type: b16
        valid: 8
        doc: "Length"
      - id: token
        size: "8"
        doc: "Token. Chosen at random."
  relay_reach_proof:
    seq:
      - id: length
        type: b16
        valid: 134
        doc: "Length"
      - id: port
        type: b16
        doc: "Port"
      - id: issued
        type: b32
        doc: "Issued"
      - id: address
        size: "16"
        doc: "Address. Where the node was seen and dialled."
      - id: subject
        size: "16"
        doc: "Subject. The node."
      - id: prober
        size: "32"
        doc: "Prober. The public key of who says so."
      - id: signature
        size: "64"
        doc: "Signature. Ed25519 over the octets of this attribute before it."
  relay_record:
    seq:
      - id: length
        type: b16
        valid: 126
        doc: "Length"
      - id: sequence
        type: b32
        doc: "Sequence"
      - id: expires
        type: b32
        doc: "Expires. From then on it is worth nothing."
      - id: slots
        type: b16
        doc: "Slots. Reservations that it holds at most."
      - id: free
        type: b16
        doc: "Free"
      - id: port
        type: b16
        doc: "Port"
      - id: address
        size: "16"
        doc: "Address. An IPv6 address; one of IPv4 as ::ffff:a.b.c.d (RFC 4291 section 2.5.5.2)."
      - id: public_key
        size: "32"
        doc: "Public Key. Of the supernode."
      - id: signature
        size: "64"
        doc: "Signature. Ed25519 over the octets of this attribute before it."
  relay_reservation:
    seq:
      - id: length
        type: b16
        valid: 4
        doc: "Length"
      - id: reservation
        type: b32
        doc: "Reservation"
  relay_lease:
    seq:
      - id: length
        type: b16
        valid: 2
        doc: "Length"
      - id: seconds
        type: b16
        doc: "Seconds"
  relay_limits:
    seq:
      - id: length
        type: b16
        valid: 12
        doc: "Length"
      - id: octets
        type: b32
        doc: "Octets"
      - id: seconds
        type: b32
        doc: "Seconds"
      - id: credit
        type: b32
        doc: "Credit"
  relay_voucher:
    seq:
      - id: length
        type: b16
        valid: 120
        doc: "Length"
      - id: reservation
        type: b32
        doc: "Reservation"
      - id: expires
        type: b32
        doc: "Expires. From then on it is worth nothing."
      - id: peer
        size: "16"
        doc: "Peer. The node that holds it."
      - id: relay
        size: "32"
        doc: "Relay. The public key of the supernode."
      - id: signature
        size: "64"
        doc: "Signature. Of the supernode, over the octets of this attribute before it."
  relay_peer:
    seq:
      - id: length
        type: b16
        valid: 16
        doc: "Length"
      - id: node
        size: "16"
        doc: "Node. Its identifier."
  relay_credit:
    seq:
      - id: length
        type: b16
        valid: 16
        doc: "Length"
      - id: queued
        type: b32
        doc: "Queued"
      - id: credit
        type: b32
        doc: "Credit. Octets that may be under way and queued at a time."
      - id: up_to
        size: "8"
        doc: "Up To. The last message that has come; what was sent after it counts as under way."
  relay_request:
    seq:
      - id: length
        type: b16
        valid: 8
        doc: "Length"
      - id: message_id
        size: "8"
        doc: "Message Id. Of the request."
  relay_error_code:
    seq:
      - id: length
        type: b16
        valid: 3
        doc: "Length"
      - id: code
        type: b16
        valid:
          min: 300
          max: 699
        doc: "Code"
      - id: about
        type: b8
        doc: "About. The type of message that it is about."
  relay_conversation:
    seq:
      - id: length
        type: b16
        valid: 8
        doc: "Length"
      - id: conversation
        size: "8"
        doc: "Conversation. Chosen at random by who opens it."
  relay_sealed:
    seq:
      - id: length
        type: b16
        valid:
          max: 1197
        doc: "Length"
      - id: sealed
        size: "length"
        doc: "Sealed. Ciphertext and 16 octets of tag."
  relay_count:
    seq:
      - id: length
        type: b16
        valid: 1
        doc: "Length"
      - id: count
        type: b8
        doc: "Count"
  relay_padding:
    seq:
      - id: length
        type: b16
        valid:
          max: 1197
        doc: "Length"
      - id: padding
        size: "length"
        doc: "Padding. Zeros."
  relay_other_attribute:
    seq:
      - id: length
        type: b16
        valid:
          max: 1197
        doc: "Length"
      - id: data
        size: "length"
        doc: "Data. As it is."
