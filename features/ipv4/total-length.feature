Feature: The length of a datagram

  Total Length counts header and data. It is 16 bits wide, so no datagram is longer than 65535 octets.

  @RFC791-TL-1
  Rule: Total Length counts the octets of header and data

    @id:ipv4-length-001 @needs:ipv4.decode
    Scenario Outline: A total length that its own header fits into is read
      Given the decoder accepts the header of fixture "balanced"
      When the decoder is given the same header with
        | field       | value    |
        | totalLength | <length> |
      Then the decoder reads
        | field       | value    |
        | totalLength | <length> |

      Examples:
        | case        | length |
        | header-only | 20     |
        | low-octet   | 255    |
        | high-octet  | 256    |
        | longest     | 65535  |

    @id:ipv4-length-002 @needs:ipv4.decode @RFC1812-HV-5
    Scenario Outline: A total length that its own header does not fit into
      Given the decoder accepts the header of fixture <fixture>
      When the decoder is given the same header with
        | field       | value    |
        | totalLength | <length> |
      Then the decoder refuses it

      Examples:
        | case          | fixture        | length |
        | nothing       | "balanced"     | 0      |
        | an-octet-less | "balanced"     | 19     |
        | options-out   | "router-alert" | 20     |

    @id:ipv4-length-003 @needs:ipv4.encode
    Scenario: An encoder that is told no total length counts header and data
      When the encoder is given the header, and 12 octets of data after it
        | field          | value        |
        | identification | 1            |
        | dscp           | 0            |
        | ecn            | 0            |
        | reserved       | false        |
        | dontFragment   | false        |
        | moreFragments  | false        |
        | fragmentOffset | 0            |
        | timeToLive     | 64           |
        | protocol       | 17           |
        | source         | 192.0.2.1    |
        | destination    | 198.51.100.7 |
        | options        | 148 0000     |
      Then octet 2 of what the encoder writes is "0x00"
      And octet 3 of what the encoder writes is "0x24"

    @id:ipv4-length-004 @needs:ipv4.host
    Scenario: Octets that a link adds behind a datagram are none of its data
      Given the host answers an echo request with 4 octets of data
      When the tester sends the same echo request with 14 octets of padding behind it
      Then the host answers with an echo reply
      And the echo reply returns all the data

  @RFC1812-HV-5
  Rule: A router discards a datagram that is shorter than its header

    @id:ipv4-length-005 @needs:ipv4.router
    Scenario Outline: A datagram whose total length does not hold its header is not forwarded
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with
        | field       | value    |
        | totalLength | <length> |
      Then the router discards it, and at most reports a parameter problem at octet 2

      Examples:
        | case             | length |
        | an-octet-less    | 19     |
        | four-octets-less | 16     |

    @id:ipv4-length-006 @needs:ipv4.router
    Scenario: A datagram with no length at all is discarded without a word
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with
        | field       | value |
        | totalLength | 0     |
      Then the router discards it without a word
