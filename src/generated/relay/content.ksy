# Written by `npm run generate` from spec/relay/content.schema.json: change that, not this.
meta:
  id: relay_content
  title: "RelayContent"
  endian: be
  bit-endian: be
doc: "What a Sealed attribute holds when it is opened: what one end of a conversation says to the other."
seq:
  - id: kind
    type: b8
    valid:
      min: 1
      max: 6
    doc: "Kind. The type of the frame around says the same."
  - id: reserved
    type: b8
    doc: "Reserved"
  - id: generation
    type: b16
    doc: "Generation. Counts the moves to another path; what is of an older one than has been acknowledged is not taken."
  - id: sequence
    type: b32
    doc: "Sequence. Of data: its number, from 1 on. Of an ack: up to which all has come. Of an echo: which one."
  - id: delivered
    type: b32
    if: "kind == 2"
    doc: "Delivered. Up to which the application has taken all."
  - id: window
    type: b16
    if: "kind == 2"
    doc: "Window. How many numbers after Delivered may be sent."
  - id: selective
    type: b32
    if: "kind == 2"
    doc: "Selective. Bit n: the number Sequence + 2 + n has come too."
  - id: purpose
    type: b8
    valid:
      min: 1
      max: 7
    if: "kind == 1"
    doc: "Purpose"
  - id: is_more
    type: b1
    if: "kind == 1"
    doc: "More. The message goes on in the next number."
  - id: reserved_of_data
    type: b7
    if: "kind == 1"
    doc: "Reserved"
  - id: reference
    type: b32
    if: "kind == 1"
    doc: "Reference. The first number of the message that this answers."
  - id: body
    size-eos: true
    doc: "Body. Of data: the octets of the application."
