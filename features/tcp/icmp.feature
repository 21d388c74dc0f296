Feature: What ICMP says of segments

  Routers and hosts on the way report what becomes of datagrams. Some of it ends an attempt to open a connection; most
  passes, and a connection outlives it; one kind of message is not listened to any more.

  @RFC9293-MUST-54
  Rule: ICMP errors concern the connection whose segment they quote, and no other

    @id:tcp-icmp-001 @needs:tcp.calls
    Scenario: One of two attempts is refused
      Given the user has asked twice for a connection to the tester
      When ICMP says that the port of the first attempt cannot be reached
      Then the second attempt still opens, though the first has failed

    @id:tcp-icmp-008 @needs:tcp.calls @needs:tcp.reports
    Scenario: The attempt whose SYN it quotes hears of it
      Given the user has asked for a connection to the tester
      When ICMP says that the port cannot be reached
      Then that attempt fails, or the user is told of trouble

  @RFC9293-MUST-55
  Rule: Source quench is passed over

    @id:tcp-icmp-002 @needs:tcp.characters
    Scenario: A sender that is asked to slow down does not
      Given the characters service has sent into a window of 60000 octets, and each segment was quenched
      When all data is acknowledged
      Then the service sends as much as before or more

  @RFC9293-MUST-56
  Rule: A soft error does not end a connection

    @id:tcp-icmp-003 @needs:tcp.echo
    Scenario Outline: A segment on its way is reported
      Given a connection of the implementation is in ESTABLISHED
      And the tester has sent 5 octets and heard their echo
      When ICMP type <type>, code <code> comes about it
      Then the connection still carries data

      Examples:
        | case                | type | code |
        | network-unreachable | 3    | 0    |
        | host-unreachable    | 3    | 1    |
        | route-failed        | 3    | 5    |
        | time-exceeded       | 11   | 0    |
        | reassembly-timeout  | 11   | 1    |
        | parameter-problem   | 12   | 0    |

  @RFC9293-SHLD-25
  Rule: The user can learn of soft errors

    @id:tcp-icmp-004 @needs:tcp.calls @needs:tcp.reports
    Scenario Outline: A segment of the user's is reported
      Given a user's connection is in ESTABLISHED
      And 5 octets of the user's have come and are not acknowledged
      When ICMP type <type>, code <code> comes about it
      Then the user is told of trouble

      Examples:
        | case                | type | code |
        | network-unreachable | 3    | 0    |
        | host-unreachable    | 3    | 1    |
        | route-failed        | 3    | 5    |
        | time-exceeded       | 11   | 0    |
        | reassembly-timeout  | 11   | 1    |
        | parameter-problem   | 12   | 0    |

  @RFC9293-SHLD-26
  Rule: A hard error ends the attempt to open a connection

    @id:tcp-icmp-005 @needs:tcp.calls
    Scenario Outline: Protocol or port cannot be reached
      Given the user has asked for a connection to the tester
      When ICMP says that the <what> cannot be reached
      Then that attempt fails

      Examples:
        | case     | what     |
        | protocol | protocol |
        | port     | port     |

  @RFC9293-MUST-47
  Rule: Users are told of trouble that does not end their connection

    @id:tcp-icmp-006 @needs:tcp.calls @needs:tcp.reports
    Scenario: ICMP says that the host cannot be reached
      Given a user's connection is in ESTABLISHED
      And 5 octets of the user's have come and are not acknowledged
      When ICMP type 3, code 1 comes about it
      Then the user is told of trouble

    @id:tcp-icmp-007 @needs:tcp.calls @needs:tcp.reports @patience:100
    Scenario: Data is sent again and again
      Given a user's connection is in ESTABLISHED
      When 5 octets of the user's come and are never acknowledged
      Then the user is told of trouble before the connection ends
