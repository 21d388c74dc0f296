Feature: What of a segment is heard

  A segment is of the present if it lies in the window that was offered. While the window is closed no data is taken,
  yet what the peer says of itself is heard; and of two words on the same matter the newer one counts.

  @RFC9293-SEG-SEQ-1
  Rule: While the window is closed, a segment without data is acceptable only at the very next number

    @id:tcp-acceptance-001 @needs:tcp.calls
    Scenario: An acknowledgement one octet ahead of a closed window
      Given a user reads nothing, and both windows are closed
      When this segment arrives
        | flags | seq    |
        | ACK   | next+1 |
      Then the answer is "an acknowledgement", 0 octets being taken

  @RFC9293-SEG-SEQ-3
  Rule: While the window is closed, no data is acceptable

    @id:tcp-acceptance-002 @needs:tcp.calls
    Scenario Outline: Data into a closed window is turned away
      Given a user reads nothing, and both windows are closed
      When this segment arrives
        | flags   | seq  | data   |
        | PSH,ACK | next | <data> |
      Then the answer is "an acknowledgement", 0 octets being taken

      Examples:
        | case      | data       |
        | an-octet  | 1 octet    |
        | a-segment | 500 octets |

  @RFC9293-SEG-SEQ-6
  Rule: A segment with RST that is not acceptable is dropped without a word

    @id:tcp-acceptance-003 @needs:tcp.echo
    Scenario Outline: What would be acknowledged without RST
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | data   |
        | <flags> | <seq> | <data> |
      Then the answer is "nothing", 0 octets being taken
      And the connection is in ESTABLISHED afterwards

      Examples:
        | case         | flags       | seq       | data     |
        | old-data     | RST,ACK     | next-20   | 5 octets |
        | old-fin      | RST,FIN,ACK | next-20   |          |
        | data-beyond  | RST,ACK     | beyond    | 5 octets |
        | old-with-syn | RST,SYN     | next-20   |          |

  @RFC9293-SEG-SEQ-8
  Rule: While the window is closed, a valid acknowledgement is still heard

    @id:tcp-acceptance-004 @needs:tcp.calls
    Scenario: The peer opens its window while the other one is closed
      Given a user reads nothing, and both windows are closed
      And the user has asked to send 5 octets
      When this segment arrives
        | flags | seq  | window |
        | ACK   | next | 1000   |
      Then the user's data comes

  @RFC9293-MUST-66
  Rule: Resets and urgent pointers are heeded even while the receive window is closed

    @id:tcp-acceptance-005 @needs:tcp.calls
    Scenario Outline: A reset into a closed window
      Given a user reads nothing, and both windows are closed
      When this segment arrives
        | flags   | seq  |
        | <flags> | next |
      Then the answer is "nothing", 0 octets being taken
      And the connection is in CLOSED afterwards

      Examples:
        | case                 | flags   |
        | alone                | RST     |
        | with-acknowledgement | RST,ACK |

  @RFC9293-SEG-ACK-4
  Rule: What is acknowledged is not sent again

    @id:tcp-acceptance-006 @needs:tcp.echo
    Scenario: One of two segments is acknowledged
      Given a connection to the echo service is established
      And the tester has sent 2 segments of 536 octets and heard their echo
      When the tester acknowledges the first segment of the echo
      Then what comes again begins behind that segment

  @RFC9293-SEG-ACK-7
  Rule: Only what is no older than the last word on it changes the window

    @id:tcp-acceptance-007 @needs:tcp.echo
    Scenario: A window that was offered before the last acknowledgement
      Given a connection to the echo service is established
      And the tester has sent 10 octets and heard their echo
      When the tester sends
        | flags   | ack  | window | data      |
        | PSH,ACK | next | 0      | 50 octets |
      And the echo is held back
      And the tester sends
        | flags | ack    | window |
        | ACK   | next-5 | 1000   |
      Then the echo is still held back
      And the 50 octets come once the window is opened

  @RFC9293-MAY-12
  Rule: Acknowledgements are checked against the largest window ever offered, so that nobody injects data who guesses

    @id:tcp-acceptance-008 @needs:tcp.echo
    Scenario: Data with an acknowledgement of long ago
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq  | ack        | data     |
        | PSH,ACK | next | next-70000 | 5 octets |
      Then the 5 octets are taken or turned away

  @RFC9293-MAY-13
  Rule: Data that comes too early is acknowledged at once, with the number that is still missing

    @id:tcp-acceptance-009 @needs:tcp.echo
    Scenario: Data ten octets ahead
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq     | data     |
        | PSH,ACK | next+10 | 5 octets |
      Then the answer is "an acknowledgement or nothing", 0 octets being taken
