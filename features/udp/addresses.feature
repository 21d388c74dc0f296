Feature: UDP and addresses

  Most of a datagram's way is the business of IP, but UDP answers for what it takes and what it sends: nothing from a
  sender that cannot be, nothing under an address that is not its own, and a word to who has knocked at a closed door.

  @RFC1122-UDP-PORT
  Rule: Who sends to a port that nobody listens to is told

    @id:udp-addresses-001 @needs:udp.echo
    Scenario Outline: A closed port draws a report
      Given the host answers a UDP echo request
      When the tester sends a datagram with <octets> octets of data to a UDP port that is closed
      Then the host reports that the datagram was not delivered

      Examples:
        | case  | octets |
        | none  | 0      |
        | usual | 32     |
        | long  | 548    |

    @id:udp-addresses-002 @needs:udp.echo @needs:udp.zero-checksum
    Scenario: So it does for a datagram without a checksum
      Given the host takes a UDP echo request without a checksum
      When the tester sends a datagram without a checksum to a UDP port that is closed
      Then the host reports that the datagram was not delivered

  @RFC1122-UDP-SRC-1
  Rule: What cannot have been sent by one host is discarded without a word

    @id:udp-addresses-003 @needs:udp.echo
    Scenario Outline: The source is the address of many, or of nobody on a network
      Given the host answers a UDP echo request
      When the tester sends the same UDP echo request as if from <source>
      Then the host stays silent about that UDP echo request

      Examples:
        | case      | source            |
        | limited   | "255.255.255.255" |
        | directed  | "broadcast"       |
        | multicast | "224.0.0.1"       |
        | loopback  | "127.0.0.1"       |

  @RFC1122-UDP-SRC-2
  Rule: A host sends under its own addresses

    @id:udp-addresses-004 @needs:udp.echo
    Scenario Outline: The answer to what was sent to all does not come from all
      When a UDP echo request to the <kind> broadcast address is answered
      Then the UDP answer comes from an address of the host

      Examples:
        | case     | kind     |
        | limited  | limited  |
        | directed | directed |
