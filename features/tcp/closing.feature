Feature: How users end connections, and learn of their end

  A FIN says that nothing more will come, and is acknowledged like data: each side closes its own direction. A reset says
  that all is over. Users are told which of the two it was.

  @RFC9293-MUST-12
  Rule: The user is told whether the peer has closed in good order or has reset the connection

    @id:tcp-closing-001 @needs:tcp.calls
    Scenario Outline: A peer that closes, and one that resets
      Given a user's connection is in ESTABLISHED
      And the user waits for data
      When the tester sends
        | flags   |
        | <flags> |
      Then the user is told that the connection has <ended>

      Examples:
        | case  | flags   | ended  |
        | fin   | FIN,ACK | closed |
        | reset | RST,ACK | failed |

  @RFC9293-MAY-1
  Rule: After CLOSE the user cannot read any more: the close is for both directions

    @id:tcp-closing-002 @needs:tcp.daytime
    Scenario: Data for a service that has closed
      Given a connection of the implementation is in FIN-WAIT-2
      When this segment arrives
        | flags   | seq  | data     |
        | PSH,ACK | next | 5 octets |
      Then it is taken or refused

  @RFC9293-SHLD-3
  Rule: CLOSE while data is unread, or data that comes after it, makes a reset of the connection

    @id:tcp-closing-003 @needs:tcp.calls
    Scenario: The user closes with five octets unread
      Given a user's connection is in ESTABLISHED
      And it has sent
        | flags   | data     |
        | PSH,ACK | 5 octets |
      And it has been answered
        | flags | ack  |
        | ACK   | next |
      When the user closes that connection
      Then a reset comes, at the next number

    @id:tcp-closing-004 @needs:tcp.calls
    Scenario: Data comes after the user has closed
      Given a user's connection is in ESTABLISHED
      And the user has done with it
      And its FIN has come
      When the tester sends
        | flags   | data     |
        | PSH,ACK | 5 octets |
      Then a reset says that it will not be read

  @RFC9293-SEG-CALL-7
  Rule: RECEIVE on a connection that the peer has closed, with nothing left to read, tells the user so

    @id:tcp-closing-005 @needs:tcp.calls
    Scenario: The user asks for data that will not come
      Given a user's connection is in CLOSE-WAIT
      When the user asks for data
      Then the user is told that nothing will come

  @RFC9293-SEG-CALL-2
  Rule: CLOSE of an established connection sends a FIN and awaits the acknowledgement of it

    @id:tcp-closing-006 @needs:tcp.calls
    Scenario: The user closes first
      Given a user's connection is in ESTABLISHED
      When the user closes that connection
      Then a FIN comes
      And the connection is in FIN-WAIT-1 afterwards

    @id:tcp-closing-012 @needs:tcp.calls
    Scenario: The user closes before its data is acknowledged
      Given a user's connection is in ESTABLISHED
      And 5 octets of the user's have come and are not acknowledged
      When the user closes that connection
      Then a FIN comes

  @RFC9293-SEG-CALL-3
  Rule: CLOSE of a connection that the peer has closed sends what is queued, then a FIN

    @id:tcp-closing-007 @needs:tcp.calls
    Scenario: The user sends much and closes at once
      Given a user's connection is in CLOSE-WAIT
      When the user sends 6000 octets and closes
      Then all of the data comes, and a FIN behind it
      And the connection is in LAST-ACK afterwards

  @RFC9293-SEG-CALL-5
  Rule: ABORT of an open connection sends a reset at the next number

    @id:tcp-closing-008 @needs:tcp.calls
    Scenario Outline: The user wants nothing more
      Given a user's connection is in <state>
      When the user aborts
      Then a reset comes, at the next number

      Examples:
        | case        | state       |
        | established | ESTABLISHED |
        | fin-wait-1  | FIN-WAIT-1  |
        | fin-wait-2  | FIN-WAIT-2  |
        | close-wait  | CLOSE-WAIT  |

  @RFC9293-SEG-RST-6
  Rule: A reset of an open connection fails what its user waits for

    @id:tcp-closing-009 @needs:tcp.calls
    Scenario Outline: A user waits for data when the reset comes
      Given a user's connection is in <state>
      And the user waits for data
      When the tester sends
        | flags | seq  |
        | RST   | next |
      Then the user is told that the connection has failed

      Examples:
        | case        | state       |
        | established | ESTABLISHED |
        | fin-wait-1  | FIN-WAIT-1  |
        | fin-wait-2  | FIN-WAIT-2  |

  @RFC9293-SEG-FIN-4
  Rule: In FIN-WAIT-1 a FIN leads to TIME-WAIT if it comes with an acknowledgement of ours, and otherwise to CLOSING

    @id:tcp-closing-010 @needs:tcp.daytime
    Scenario: A FIN that does not acknowledge the other
      Given a connection of the implementation is in FIN-WAIT-1
      When this segment arrives
        | flags   | seq  | ack    |
        | FIN,ACK | next | next-1 |
      Then the answer is "an acknowledgement", 1 octets being taken
      And its own FIN comes again

  @RFC9293-SEG-URG-2
  Rule: Urgent data after the peer has closed is passed over

    @id:tcp-closing-011 @needs:tcp.calls
    Scenario: The user hears nothing of it
      Given a user's connection is in CLOSE-WAIT
      When this segment arrives
        | flags   | seq  | urgent | data     |
        | URG,ACK | next | 5      | 5 octets |
      Then the answer is "an acknowledgement or nothing", 0 octets being taken
      And the connection is in CLOSE-WAIT afterwards
      And the user is not told of urgent data
