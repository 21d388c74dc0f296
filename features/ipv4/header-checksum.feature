Feature: The header checksum

  The checksum covers the header alone. Each word of 16 bits is added up in ones-complement arithmetic and the sum
  inverted; who adds up all words, the checksum too, gets all ones when nothing has changed on the way.

  @RFC791-CSUM-1
  Rule: The checksum covers every word of the header

    @id:ipv4-checksum-001 @needs:ipv4.decode
    Scenario Outline: A field is changed, the checksum is not
      Given the decoder accepts the header of fixture "router-alert"
      When the decoder is given the same header, its checksum left as it was, with
        | field   | value   |
        | <field> | <value> |
      Then the decoder refuses it

      Examples:
        | case           | field          | value        |
        | dscp           | dscp           | 63           |
        | ecn            | ecn            | 3            |
        | length         | totalLength    | 1000         |
        | identification | identification | 2            |
        | reserved       | reserved       | true         |
        | flags          | dontFragment   | true         |
        | offset         | fragmentOffset | 1            |
        | ttl            | timeToLive     | 63           |
        | protocol       | protocol       | 6            |
        | source         | source         | 192.0.2.2    |
        | destination    | destination    | 198.51.100.8 |
        | options        | options        | 148 0001     |

    @id:ipv4-checksum-002 @needs:ipv4.decode
    Scenario Outline: The checksum itself is changed
      Given the decoder accepts the header of fixture "router-alert"
      When the decoder is given the same header with bit <bit> of its checksum inverted
      Then the decoder refuses it

      Examples:
        | case  | bit |
        | first | 0   |
        | eight | 7   |
        | ninth | 8   |
        | last  | 15  |

    @id:ipv4-checksum-009 @needs:ipv4.decode
    Scenario: Checksums of headers drawn at random
      Given 30 headers with options that nobody has written down
      When the decoder accepts each of them
      Then the decoder refuses each of them when a bit of its checksum is inverted

    @id:ipv4-checksum-003 @needs:ipv4.decode
    Scenario Outline: A sum that carries more than once is added up right
      When the decoder is given the header of fixture <fixture>
      Then the decoder reads
        | field          | value      |
        | headerChecksum | <checksum> |

      Examples:
        | case          | fixture          | checksum |
        | no-carry-left | "checksum-zero"  | 0x0000   |
        | double-carry  | "checksum-carry" | 0xfffe   |

    @id:ipv4-checksum-004 @needs:ipv4.encode
    Scenario Outline: An encoder that is told no checksum works it out
      When the encoder is given the header
        | field          | value            |
        | dscp           | 0                |
        | ecn            | 0                |
        | reserved       | false            |
        | totalLength    | <length>         |
        | identification | <identification> |
        | dontFragment   | false            |
        | moreFragments  | false            |
        | fragmentOffset | 0                |
        | timeToLive     | 64               |
        | protocol       | 17               |
        | source         | 192.0.2.1        |
        | destination    | 198.51.100.7     |
        | options        | <options>        |
      Then the encoder writes <octets>

      Examples:
        | case           | identification | length | options  | octets                                                        |
        | plain          | 1              | 40     | none     | "4500 0028 0001 0000 4011 8e88 c000 0201 c633 6407"           |
        | options        | 65535          | 40     | 148 0000 | "4600 0028 ffff 0000 4011 f984 c000 0201 c633 6407 9404 0000" |
        | carry-of-carry | 36502          | 28     | none     | "4500 001c 8e96 0000 4011 fffe c000 0201 c633 6407"           |

    @id:ipv4-checksum-005 @needs:ipv4.host
    Scenario: The header of what a host sends has a right checksum
      When an echo request is answered
      Then the header checksum of the echo reply is right

    @id:ipv4-checksum-006 @needs:ipv4.router
    Scenario: A router that has lowered the time to live writes the checksum anew
      When a datagram to the far side is forwarded
      Then the header checksum of the forwarded datagram is right

  @RFC1122-CSUM
  Rule: A host discards a datagram with a wrong checksum without a word

    @id:ipv4-checksum-007 @needs:ipv4.host
    Scenario Outline: An echo request with a wrong checksum is not answered
      Given the host answers an echo request
      When the tester sends the same echo request with bit <bit> of its header checksum inverted
      Then the host stays silent about it

      Examples:
        | case  | bit |
        | first | 0   |
        | last  | 15  |

    @id:ipv4-checksum-008 @needs:ipv4.host
    Scenario: The checksum covers options too
      Given the host answers an echo request with
        | field   | value     |
        | options | 4 times 1 |
      When the tester sends the same echo request with a checksum of the first 20 octets of its header only
      Then the host stays silent about it
