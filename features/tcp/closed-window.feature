Feature: Closed windows, and windows of a few octets

  Acknowledgements without data are not sent again when they get lost, and with one that opens a window both sides would
  wait for ever. So a sender that has data probes a closed window from time to time. And neither side deals in crumbs:
  a receiver does not offer them, and a sender does not fill them.

  @RFC9293-MUST-36
  Rule: A closed window is probed

    @id:tcp-closed-window-001 @needs:tcp.characters
    Scenario: The word that the window is open again got lost
      Given the characters service has filled a window of 1072 octets
      When the tester acknowledges all data and offers 0 octets
      Then the service probes the window

  @RFC9293-MUST-37
  Rule: As long as probes are answered the connection stays open

    @id:tcp-closed-window-002 @needs:tcp.characters @patience:620
    Scenario: The window stays closed for ten minutes
      Given the characters service has filled a window of 1072 octets
      When the tester acknowledges all data and offers 0 octets
      And the tester says for 10 minutes that the window is closed
      Then the connection is still open

  @RFC9293-SHLD-29
  Rule: The first probe comes after a retransmission timeout

    @id:tcp-closed-window-003 @needs:tcp.characters
    Scenario: Neither at once nor after minutes
      Given the characters service has filled a window of 1072 octets
      When the tester acknowledges all data and offers 0 octets
      Then the service probes the window after a tenth of a second at least and a minute at most

  @RFC9293-SHLD-30
  Rule: Probes become rarer and rarer

    @id:tcp-closed-window-004 @needs:tcp.characters @patience:190
    Scenario: Six intervals, none shorter than the one before
      Given the characters service has filled a window of 1072 octets
      When the tester acknowledges all data and offers 0 octets
      Then 6 intervals between probes, which are all answered, grow to twice the first or more

  @RFC9293-MUST-38
  Rule: A sender does not fill a window of a few octets at once

    @id:tcp-closed-window-005 @needs:tcp.characters
    Scenario: A hundred octets where there were two thousand
      Given the characters service has filled a window of 2144 octets
      When the tester acknowledges all data and offers 100 octets
      Then the service does not send them at once

  @RFC9293-MUST-39
  Rule: A receiver does not open its window by a few octets

    @id:tcp-closed-window-006 @needs:tcp.calls
    Scenario: The user reads a hundred octets, and a hundred more
      Given a user reads nothing, and both windows are closed
      When the user reads 100 octets 4 times
      Then its window is not opened by less than a segment

  @RFC9293-SEG-SEQ-8
  Rule: While the window is closed, a valid acknowledgement is still heard

    @id:tcp-closed-window-007 @needs:tcp.calls
    Scenario: The user has read an octet, and the peer has probed with one
      Given a user reads nothing, and both windows are closed
      And the user has asked to send 5 octets
      And the user has read 1 octet, and the tester has probed the window with 1 octet
      When this segment arrives
        | flags | seq  | window |
        | ACK   | next | 1000   |
      Then the user's data comes
