Feature: The checksum in use

  Every segment has a checksum, and what fails it is as if it had never come.

  @RFC9293-MUST-2
  Rule: Every segment is sent with a checksum

    @id:tcp-checksum-001 @needs:tcp.echo
    Scenario Outline: Data of any length comes with a right checksum
      Given a connection to the echo service is established
      When the tester sends
        | flags   | data     |
        | PSH,ACK | <octets> |
      And the far end has sent something back
      Then all segments have a right checksum

      Examples:
        | case | octets    |
        | one  | 1 octet   |
        | even | 64 octets |
        | odd  | 65 octets |

    @id:tcp-checksum-002 @needs:tcp.echo
    Scenario: So does a reset
      Given the tester is at the closed port
      When the tester sends
        | flags | seq |
        | SYN   | 0   |
      And the implementation has answered
        | flags   |
        | RST,ACK |
      Then all segments have a right checksum

  @RFC9293-MUST-3
  Rule: A segment with a wrong checksum is not acted upon

    @id:tcp-checksum-003 @needs:tcp.echo
    Scenario Outline: Data with a wrong checksum is neither acknowledged nor returned
      Given a connection to the echo service is established
      And data comes back
      When the tester sends, with bit <bit> of the checksum inverted
        | flags   | data     |
        | PSH,ACK | 8 octets |
      Then the implementation stays silent

      Examples:
        | case    | bit |
        | highest | 0   |
        | middle  | 7   |
        | lowest  | 15  |

    @id:tcp-checksum-004 @needs:tcp.echo
    Scenario: A reset with a wrong checksum ends nothing
      Given a connection to the echo service is established
      When the tester sends, with bit 3 of the checksum inverted
        | flags   |
        | RST,ACK |
      Then the connection still carries data

    @id:tcp-checksum-005 @needs:tcp.echo
    Scenario: A SYN with a wrong checksum begins nothing
      Given the tester is at the echo port
      When the tester sends, with bit 12 of the checksum inverted
        | flags |
        | SYN   |
      Then the echo port stays silent
