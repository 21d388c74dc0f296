Feature: The reserved bit of the flags

  One bit of the header has no meaning yet. Who sends leaves it zero; who receives does not look at it, so that it can be
  given a meaning one day without changing every machine on the internet at once.

  @RFC791-FLAG-1
  Rule: A sender leaves the reserved bit zero

    @id:ipv4-reserved-001 @needs:ipv4.encode
    Scenario: An encoder that is not told otherwise writes zero
      When the encoder is given the header
        | field          | value        |
        | identification | 1            |
        | dscp           | 0            |
        | ecn            | 0            |
        | dontFragment   | true         |
        | moreFragments  | false        |
        | fragmentOffset | 0            |
        | timeToLive     | 64           |
        | protocol       | 17           |
        | totalLength    | 28           |
        | source         | 192.0.2.1    |
        | destination    | 198.51.100.7 |
        | options        | none         |
      Then octet 6 of what the encoder writes is "0x40"

    @id:ipv4-reserved-002 @needs:ipv4.host
    Scenario: An echo reply has it zero
      When an echo request is answered
      Then the echo reply holds
        | field    | value |
        | reserved | false |

  @RFC1812-RSV
  Rule: A router does not drop a datagram because the bit is set

    @id:ipv4-reserved-003 @needs:ipv4.router
    Scenario: A datagram with the bit set is forwarded
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with
        | field    | value |
        | reserved | true  |
      Then the router forwards it

    @id:ipv4-reserved-004 @needs:ipv4.router
    Scenario: A datagram to the router itself with the bit set is received
      Given the host answers an echo request
      When the tester sends the same echo request with
        | field    | value |
        | reserved | true  |
      Then the host answers with an echo reply

  @RFC1812-RSV-2
  Rule: A router passes the bit on as it came

    @id:ipv4-reserved-005 @needs:ipv4.router
    Scenario Outline: The bit is the same on both sides of the router
      When a datagram to the far side is forwarded, sent with
        | field    | value |
        | reserved | <bit> |
      Then the forwarded datagram holds
        | field    | value |
        | reserved | <bit> |

      Examples:
        | case  | bit   |
        | clear | false |
        | set   | true  |
