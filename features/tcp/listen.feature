Feature: Waiting for a connection

  Who waits for a SYN heeds nothing else: a reset is nobody's, an acknowledgement is of something that was never sent.

  @RFC9293-SEG-LISTEN-1
  Rule: A reset is passed over

    @id:tcp-listen-001 @needs:tcp.echo
    Scenario Outline: A reset to a port where somebody listens
      Given the tester is at the echo port
      When the tester sends
        | flags   |
        | <flags> |
      Then the echo port stays silent

      Examples:
        | case | flags   |
        | bare | RST     |
        | ack  | RST,ACK |
        | syn  | RST,SYN |

  @RFC9293-SEG-LISTEN-2
  Rule: An acknowledgement is answered by a reset

    @id:tcp-listen-002 @needs:tcp.echo
    Scenario Outline: The reset starts where the acknowledgement pointed
      Given the tester is at the echo port
      When the tester sends
        | flags   | ack               | data   |
        | <flags> | absolute+74565432 | <data> |
      Then the implementation answers
        | flags | seq               |
        | RST   | absolute+74565432 |

      Examples:
        | case    | flags   | data     |
        | ack     | ACK     |          |
        | syn-ack | SYN,ACK |          |
        | fin-ack | FIN,ACK |          |
        | data    | PSH,ACK | 8 octets |

  @RFC9293-SEG-LISTEN-4
  Rule: All else is dropped

    @id:tcp-listen-003 @needs:tcp.echo
    Scenario Outline: A segment that asks for nothing
      Given the tester is at the echo port
      When the tester sends
        | flags   | data   |
        | <flags> | <data> |
      Then the echo port stays silent

      Examples:
        | case   | flags | data     |
        | none   | none  |          |
        | data   | PSH   | 8 octets |
        | urgent | URG   | 8 octets |

  @RFC9293-SEG-FIN-1
  Rule: A FIN means nothing before the connection

    @id:tcp-listen-004 @needs:tcp.echo
    Scenario: A FIN before the SYN
      Given the tester is at the echo port
      When the tester sends a segment that is not to be taken
        | flags | seq       |
        | FIN   | next+1000 |
      And the tester sends
        | flags |
        | SYN   |
      Then the connection opens and carries data

    @id:tcp-listen-005 @needs:tcp.calls
    Scenario Outline: A FIN before the answer to a SYN
      Given the user has asked the tester for a connection
      When the tester sends a segment that is not to be taken
        | flags   | seq | ack   |
        | <flags> | 0   | <ack> |
      Then the handshake goes on as if that had not come

      Examples:
        | case         | flags   | ack |
        | fin          | FIN     |     |
        | acknowledged | FIN,ACK | 1   |
