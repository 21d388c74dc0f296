# Written by `npm run generate` from spec/turn/channel-data.schema.json: change that, not this.
meta:
  id: channel_data
  title: "ChannelData"
  endian: be
  bit-endian: be
doc: "Application data on a bound channel (RFC 8656 section 12.4). Over TCP zeros fill it up to 4 octets; over UDP they may. They are no part of it."
seq:
  - id: channel_number
    type: b16
    valid:
      min: 16384
      max: 32767
    doc: "Channel Number. RFC 8656 takes 0x4000 to 0x4fff; RFC 5766 took all up to 0x7fff."
  - id: length
    type: b16
    doc: "Length. Octets of data, without what fills it up."
  - id: data
    size: "4 + length - 4"
    doc: "Application Data"
