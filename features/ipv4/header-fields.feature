Feature: The IPv4 header, field by field

  Every machine on the internet reads the same header. Nothing in it names a field: what a bit means is decided by where
  it stands. The octets are written as pairs of hexadecimal digits, the first octet on the wire first.

  A decoder gets the octets of a header, without the data that would follow, and gives back the value of each field; or
  it refuses them, as a receiver does that discards the datagram.

  @RFC791-HDR-1
  Rule: Every field stands at its own fixed bits

    @id:ipv4-fields-001 @needs:ipv4.decode
    Scenario: A header in which every field has a value of its own is read
      When the decoder is given the header "45b9 05dc 1234 20b9 3911 5c2f c000 0201 c633 6407"
      Then the decoder reads
        | field          | value        |
        | version        | 4            |
        | ihl            | 5            |
        | dscp           | 46           |
        | ecn            | 1            |
        | totalLength    | 1500         |
        | identification | 4660         |
        | reserved       | false        |
        | dontFragment   | false        |
        | moreFragments  | true         |
        | fragmentOffset | 185          |
        | timeToLive     | 57           |
        | protocol       | 17           |
        | headerChecksum | 0x5c2f       |
        | source         | 192.0.2.1    |
        | destination    | 198.51.100.7 |
        | options        | none         |

    @id:ipv4-fields-002 @needs:ipv4.decode
    Scenario Outline: A low and a high value of each field are read, its neighbours untouched
      Given the decoder accepts the header of fixture "balanced"
      When the decoder is given the same header with
        | field   | value   |
        | <field> | <value> |
      Then the decoder reads the same header with
        | field   | value   |
        | <field> | <value> |

      Examples:
        | case             | field          | value           |
        | dscp-lowest      | dscp           | 0               |
        | dscp-highest     | dscp           | 63              |
        | ecn-lowest       | ecn            | 0               |
        | ecn-highest      | ecn            | 3               |
        | length-highest   | totalLength    | 65535           |
        | id-lowest        | identification | 0               |
        | id-highest       | identification | 65535           |
        | ttl-lowest       | timeToLive     | 1               |
        | ttl-highest      | timeToLive     | 255             |
        | protocol-lowest  | protocol       | 0               |
        | protocol-highest | protocol       | 255             |
        | source-low       | source         | 1.0.0.1         |
        | source-high      | source         | 223.255.255.254 |
        | destination-low  | destination    | 1.0.0.1         |
        | destination-all  | destination    | 255.255.255.255 |

    @id:ipv4-fields-003 @needs:ipv4.encode
    Scenario: The same header is written
      When the encoder is given the header
        | field          | value        |
        | version        | 4            |
        | ihl            | 5            |
        | dscp           | 46           |
        | ecn            | 1            |
        | totalLength    | 1500         |
        | identification | 4660         |
        | reserved       | false        |
        | dontFragment   | false        |
        | moreFragments  | true         |
        | fragmentOffset | 185          |
        | timeToLive     | 57           |
        | protocol       | 17           |
        | headerChecksum | 0x5c2f       |
        | source         | 192.0.2.1    |
        | destination    | 198.51.100.7 |
        | options        | none         |
      Then the encoder writes "45b9 05dc 1234 20b9 3911 5c2f c000 0201 c633 6407"

    @id:ipv4-fields-004 @needs:ipv4.decode
    Scenario: Headers drawn at random
      Given 30 headers that nobody has written down
      Then the decoder reads each of them as it was made

  @RFC791-FLAG-2
  Rule: The second flag says do not fragment, the third that more fragments follow

    @id:ipv4-flags-001 @needs:ipv4.decode
    Scenario Outline: Each combination of the two flags is read
      Given the decoder accepts the header of fixture "balanced"
      When the decoder is given the same header with
        | field         | value |
        | dontFragment  | <df>  |
        | moreFragments | <mf>  |
      Then the decoder reads
        | field         | value |
        | dontFragment  | <df>  |
        | moreFragments | <mf>  |

      Examples:
        | case    | df    | mf    |
        | neither | false | false |
        | df      | true  | false |
        | mf      | false | true  |

    @id:ipv4-flags-002 @needs:ipv4.encode
    Scenario Outline: Each flag is written to its own bit
      When the encoder is given the header
        | field          | value        |
        | identification | 1            |
        | dscp           | 0            |
        | ecn            | 0            |
        | reserved       | false        |
        | dontFragment   | <df>         |
        | moreFragments  | <mf>         |
        | fragmentOffset | 0            |
        | timeToLive     | 64           |
        | protocol       | 17           |
        | totalLength    | 28           |
        | source         | 192.0.2.1    |
        | destination    | 198.51.100.7 |
        | options        | none         |
      Then octet 6 of what the encoder writes is <octet>

      Examples:
        | case    | df    | mf    | octet  |
        | neither | false | false | "0x00" |
        | df      | true  | false | "0x40" |
        | mf      | false | true  | "0x20" |

  @RFC791-FO-1
  Rule: The fragment offset is 13 bits wide and counts 8 octets at a time

    @id:ipv4-offset-001 @needs:ipv4.decode
    Scenario Outline: Every bit of the offset is read
      Given the decoder accepts the header of fixture "balanced"
      When the decoder is given the same header with
        | field          | value    |
        | fragmentOffset | <offset> |
      Then the decoder reads
        | field          | value    |
        | fragmentOffset | <offset> |

      Examples:
        | case        | offset |
        | lowest-bit  | 1      |
        | low-bits    | 255    |
        | ninth-bit   | 256    |
        | highest-bit | 4096   |
        | high-bits   | 8064   |

    @id:ipv4-offset-002 @needs:ipv4.encode
    Scenario: The offset shares two octets with the flags
      When the encoder is given the header
        | field          | value        |
        | identification | 1            |
        | dscp           | 0            |
        | ecn            | 0            |
        | reserved       | false        |
        | dontFragment   | false        |
        | moreFragments  | true         |
        | fragmentOffset | 4660         |
        | timeToLive     | 64           |
        | protocol       | 17           |
        | totalLength    | 28           |
        | source         | 192.0.2.1    |
        | destination    | 198.51.100.7 |
        | options        | none         |
      Then octet 6 of what the encoder writes is "0x32"
      And octet 7 of what the encoder writes is "0x34"
