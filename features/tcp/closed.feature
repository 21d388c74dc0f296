Feature: Segments for a connection that does not exist

  Who gets a segment of a connection that it does not know says so by a reset, so that the other side does not go on
  speaking to nobody. A reset is never answered by a reset.

  @RFC9293-SEG-CLOSED-1
  Rule: A reset is passed over

    @id:tcp-closed-001 @needs:tcp.echo
    Scenario: A reset to a port where nobody listens
      Given the tester is at the closed port
      And it has sent
        | flags | seq |
        | SYN   | 0   |
      And it has been answered
        | flags   | ack |
        | RST,ACK | 1   |
      When the tester sends
        | flags | seq |
        | RST   | 1   |
      Then the closed port stays silent

  @RFC9293-SEG-CLOSED-2
  Rule: A segment without ACK is answered by a reset that acknowledges it

    @id:tcp-closed-002 @needs:tcp.echo
    Scenario Outline: The reset acknowledges all that the segment takes of sequence space
      Given the tester is at the closed port
      When the tester sends
        | flags   | seq | data   |
        | <flags> | 0   | <data> |
      Then the implementation answers
        | flags   | seq        | ack   |
        | RST,ACK | absolute+0 | <ack> |

      Examples:
        | case          | flags   | data      | ack |
        | syn           | SYN     |           | 1   |
        | syn-with-data | SYN     | 10 octets | 11  |
        | fin           | FIN     |           | 1   |
        | syn-and-fin   | SYN,FIN |           | 2   |

  @RFC9293-SEG-CLOSED-3
  Rule: A segment with ACK is answered by a reset at the number that it acknowledged

    @id:tcp-closed-003 @needs:tcp.echo
    Scenario Outline: The reset starts where the acknowledgement pointed
      Given the tester is at the closed port
      When the tester sends
        | flags   | seq | ack               | data   |
        | <flags> | 0   | absolute+74565432 | <data> |
      Then the implementation answers
        | flags | seq               |
        | RST   | absolute+74565432 |

      Examples:
        | case          | flags   | data     |
        | ack           | ACK     |          |
        | syn-ack       | SYN,ACK |          |
        | fin-ack       | FIN,ACK |          |
        | ack-with-data | ACK     | 3 octets |
