Feature: The UDP datagram

  UDP adds to IP what programs need to tell each other apart: a port for the program that sends, a port for the one that
  receives. Its header is four numbers of 16 bits: the two ports, the length of header and data, and a checksum. The
  tester asks the echo service of the host, which sends the same data back.

  @RFC768-HDR-1
  Rule: The two ports come first, and an answer goes back to the port that asked

    @id:udp-datagram-001 @needs:udp.echo
    Scenario: The port of the sender is found and answered
      When a UDP echo request is answered
      Then the UDP answer goes to the port that asked

  @RFC768-PROTO
  Rule: IP knows UDP as protocol 17

    @id:udp-datagram-002 @needs:udp.echo
    Scenario: The answer says that it is UDP
      When a UDP echo request is answered
      Then the UDP answer is of protocol 17

  @RFC768-LEN-1
  Rule: The length counts header and data

    @id:udp-datagram-003 @needs:udp.echo
    Scenario Outline: The length of an answer is the number of its octets
      When a UDP echo request with <octets> octets of data is answered
      Then the length of the UDP answer counts its header and data

      Examples:
        | case         | octets |
        | none         | 0      |
        | one          | 1      |
        | even         | 32     |
        | two-octets   | 250    |
        | longest-sure | 548    |

  @RFC768-LEN-2
  Rule: A datagram ends where its length says

    @id:udp-datagram-004 @needs:udp.echo @needs:udp.zero-checksum
    Scenario Outline: What IP carries behind the end is no data
      Given the host takes a UDP echo request without a checksum
      When the tester sends the same UDP echo request with <octets> octets behind its end
      Then the host answers with the data before that end, or not at all

      Examples:
        | case    | octets |
        | one     | 1      |
        | several | 12     |

  @RFC768-LEN-3
  Rule: A length that cannot be makes no datagram

    @id:udp-datagram-005 @needs:udp.echo @needs:udp.zero-checksum
    Scenario Outline: A length below that of the header, or beyond what came, is not answered
      Given the host takes a UDP echo request without a checksum
      When the tester sends the same UDP echo request, its length given as <length> and without a checksum
      Then the host does not answer that UDP echo request

      Examples:
        | case             | length |
        | zero             | 0      |
        | one              | 1      |
        | one-less-than-8  | 7      |
        | one-too-many     | 41     |
        | highest          | 65535  |
