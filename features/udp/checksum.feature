Feature: The UDP checksum

  The checksum covers the datagram and also the addresses between which it travels, so that one which was led astray is
  found out. Zero says that the sender has made none; a checksum that comes to zero is therefore sent as all ones, which
  adds up to the same.

  @RFC768-CSUM-1
  Rule: A checksum covers addresses, protocol, length, header and data

    @id:udp-checksum-001 @needs:udp.echo
    Scenario Outline: The checksum of an answer is right
      When a UDP echo request with <octets> octets of data is answered
      Then the checksum of the UDP answer is right

      Examples:
        | case         | octets |
        | none         | 0      |
        | odd          | 1      |
        | even         | 32     |
        | odd-and-long | 511    |
        | longest-sure | 548    |

  @RFC768-CSUM-2
  Rule: A checksum that comes to zero is sent as all ones

    @id:udp-checksum-002 @needs:udp.echo
    Scenario Outline: The answer to such a datagram adds up alike, and says all ones too
      Given the host answers a UDP echo request with a checksum of its own
      When a UDP echo request is answered whose checksum comes to zero, with <octets> octets of data
      Then the checksum of the UDP answer is all ones

      Examples:
        | case  | octets |
        | least | 2      |
        | more  | 64     |

  @RFC768-CSUM-3
  Rule: Zero says that there is no checksum

    @id:udp-checksum-003 @needs:udp.echo
    Scenario: A datagram without a checksum is answered
      Given the host answers a UDP echo request
      When the tester sends the same UDP echo request without a checksum
      Then the host answers that UDP echo request

  @RFC1122-UDP-CSUM-1
  Rule: What has a right checksum is taken

    @id:udp-checksum-004 @needs:udp.echo
    Scenario Outline: Datagrams of any length are found to be right
      Given the host answers a UDP echo request
      When the tester sends a UDP echo request with <octets> octets of data
      Then the host answers that UDP echo request

      Examples:
        | case         | octets |
        | odd          | 1      |
        | even         | 2      |
        | odd-and-long | 511    |
        | longest-sure | 548    |

    @id:udp-checksum-005 @needs:udp.echo
    Scenario: All ones are right where the checksum comes to zero
      Given the host answers a UDP echo request
      When the tester sends a UDP echo request whose checksum comes to zero, with 32 octets of data
      Then the host answers that UDP echo request

  @RFC1122-UDP-CSUM-2
  Rule: What has a wrong checksum is discarded without a word

    @id:udp-checksum-006 @needs:udp.echo
    Scenario Outline: One bit of the checksum is inverted
      Given the host answers a UDP echo request
      When the tester sends such a UDP echo request with bit <bit> of its checksum inverted
      Then the host stays silent about that UDP echo request

      Examples:
        | case   | bit |
        | first  | 0   |
        | middle | 8   |
        | last   | 15  |

    @id:udp-checksum-007 @needs:udp.echo
    Scenario Outline: The checksum was made for another pseudo-header
      Given the host answers a UDP echo request
      When the tester sends the same UDP echo request with a checksum made for another <part>
      Then the host stays silent about that UDP echo request

      Examples:
        | case        | part        |
        | source      | source      |
        | destination | destination |
        | protocol    | protocol    |
        | length      | length      |

  @RFC1122-UDP-CSUM-4
  Rule: Checksums are made unless an application wants none

    @id:udp-checksum-008 @needs:udp.echo
    Scenario: An answer has a checksum
      When a UDP echo request is answered
      Then the UDP answer has a checksum
