Feature: TIME-WAIT

  Who closes first waits at the end, so that the last acknowledgement can be said again, and what is still on its way dies
  out. How long it waits is left open; that it waits, and ends, is not.

  @RFC1337-3
  Rule: In TIME-WAIT a reset is passed over, so that an old duplicate cannot end the state early

    @id:tcp-time-wait-001 @needs:tcp.daytime
    Scenario: A reset at the next number
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags | seq  |
        | RST   | next |
      Then the reset has ended it, or not

  @RFC6191-2
  Rule: In TIME-WAIT a SYN begins a new connection if it is later than all before

    @id:tcp-time-wait-002 @needs:tcp.daytime
    Scenario Outline: The number tells, where timestamps do not
      Given the implementation is in TIME-WAIT, and the tester has said timestamp 1000000 last
      When this segment arrives
        | flags | seq   | options   |
        | SYN   | <seq> | <options> |
      Then the answer is "<answer>", 0 octets being taken

      Examples:
        | case                    | seq       | options                  | answer                  |
        | same-time-later-number  | next+1000 | 1, 1, 8 000f424000000000 | a SYN with ACK          |
        | no-time-later-number    | next+1000 | none                     | a SYN with ACK          |
        | earlier-time-and-number | next-1000 | 1, 1, 8 000f420000000000 | nothing, or a challenge |

    @id:tcp-time-wait-003 @needs:tcp.daytime
    Scenario Outline: No timestamps were used before
      Given the implementation is in TIME-WAIT, and no timestamps were used
      When this segment arrives
        | flags | seq   | options   |
        | SYN   | <seq> | <options> |
      Then the answer is "<answer>", 0 octets being taken

      Examples:
        | case                | seq       | options                  | answer         |
        | timestamps-now      | next-1000 | 1, 1, 8 000f424000000000 | a SYN with ACK |
        | later-number        | next+1000 | none                     | a SYN with ACK |
        | right-above-the-fin | next      | none                     | a SYN with ACK |

  @RFC9293-MAY-2
  Rule: In TIME-WAIT a SYN may begin a new connection, whose first number is above all that the old one used

    @id:tcp-time-wait-004 @needs:tcp.daytime
    Scenario: A SYN far above the old numbers
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags | seq         |
        | SYN   | next+100000 |
      Then a new connection begins above all old numbers, or none

  @RFC9293-SHLD-4
  Rule: Timestamps tell a new connection from an old duplicate in TIME-WAIT, so that it need not wait

    @id:tcp-time-wait-005 @needs:tcp.daytime
    Scenario: A later timestamp, with a number of before
      Given the implementation is in TIME-WAIT, and the tester has said timestamp 1000000 last
      When this segment arrives
        | flags | seq       | options                  |
        | SYN   | next-1000 | 1, 1, 8 000f424100000000 |
      Then the answer is "a SYN with ACK", 0 octets being taken

  @RFC9293-SEG-ACK-8
  Rule: In FIN-WAIT-1 an acknowledgement of the FIN leads to FIN-WAIT-2

    @id:tcp-time-wait-006 @needs:tcp.daytime @patience:130
    Scenario: From there a FIN leads to the end
      Given a connection of the implementation is in FIN-WAIT-1
      When the tester sends
        | flags   | ack  |
        | ACK     | next |
        | FIN,ACK | next |
      Then once all timers have run out the connection is forgotten

  @RFC9293-SEG-ACK-9
  Rule: In CLOSING an acknowledgement of the FIN leads to TIME-WAIT

    @id:tcp-time-wait-007 @needs:tcp.daytime @patience:130
    Scenario: And so to the end
      Given a connection of the implementation is in CLOSING
      When the tester sends
        | flags | ack  |
        | ACK   | next |
      Then once all timers have run out the connection is forgotten

  @RFC9293-SEG-FIN-5
  Rule: In FIN-WAIT-2 a FIN leads to TIME-WAIT

    @id:tcp-time-wait-008 @needs:tcp.daytime @patience:130
    Scenario: And so to the end
      Given a connection of the implementation is in FIN-WAIT-2
      When the tester sends
        | flags   | ack  |
        | FIN,ACK | next |
      Then once all timers have run out the connection is forgotten

  @RFC9293-SEG-ACK-11
  Rule: In TIME-WAIT a FIN that comes again is acknowledged, and the wait begins anew

    @id:tcp-time-wait-009 @needs:tcp.daytime @patience:170
    Scenario: A FIN that comes again and again
      Given a connection of the implementation is in TIME-WAIT
      Then it outlives others, as long as its FIN comes again

  @RFC9293-SEG-TMO-3
  Rule: When the time of TIME-WAIT is over the connection is forgotten

    @id:tcp-time-wait-010 @needs:tcp.daytime @patience:130
    Scenario: Nothing comes any more
      Given a connection of the implementation is in TIME-WAIT
      Then once all timers have run out the connection is forgotten
