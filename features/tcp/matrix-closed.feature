# Written by `npm run generate` from spec/tcp/matrix.json: change that, not this.
Feature: Every state, every kind of segment: CLOSED

  What comes back to each kind of segment in CLOSED, and where the connection is then. Numbers count
  from the next one that is due: there, inside the window, before it, beyond it.

  @RFC9293-SEG-CLOSED-2
  Rule: A segment without ACK for a connection that does not exist is answered by a reset with sequence number 0 that acknowledges all of it

    @id:tcp-matrix-closed-syn-seg-closed-2 @needs:tcp.echo
    Scenario Outline: SYN in CLOSED
      Given a connection of the implementation is in CLOSED
      When this segment arrives
        | flags   | seq   | data   |
        | <flags> | <seq> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case      | flags | seq     | data     | answer  | taken | afterwards |
        | exact     | SYN   | next    |          | a reset | 0     | CLOSED     |
        | old       | SYN   | next-20 |          | a reset | 0     | CLOSED     |
        | with-data | SYN   | next    | 5 octets | a reset | 0     | CLOSED     |

    @id:tcp-matrix-closed-no-ack-seg-closed-2 @needs:tcp.echo
    Scenario Outline: neither SYN, ACK nor RST in CLOSED
      Given a connection of the implementation is in CLOSED
      When this segment arrives
        | flags   | seq   | data   |
        | <flags> | <seq> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags | seq  | data     | answer  | taken | afterwards |
        | bare | none  | next |          | a reset | 0     | CLOSED     |
        | data | PSH   | next | 5 octets | a reset | 0     | CLOSED     |
        | fin  | FIN   | next |          | a reset | 0     | CLOSED     |

  @RFC9293-SEG-CLOSED-3
  Rule: A segment with ACK for a connection that does not exist is answered by a reset whose sequence number is the number that it acknowledged

    @id:tcp-matrix-closed-syn-ack-seg-closed-3 @needs:tcp.echo
    Scenario Outline: SYN with ACK in CLOSED
      Given a connection of the implementation is in CLOSED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq     | ack               | answer  | taken | afterwards |
        | exact | SYN,ACK | next    | absolute+74565432 | a reset | 0     | CLOSED     |
        | old   | SYN,ACK | next-20 | absolute+74565432 | a reset | 0     | CLOSED     |

    @id:tcp-matrix-closed-ack-seg-closed-3 @needs:tcp.echo
    Scenario Outline: ACK and nothing else in CLOSED
      Given a connection of the implementation is in CLOSED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags | seq    | ack               | answer  | taken | afterwards |
        | exact | ACK   | next   | absolute+74565432 | a reset | 0     | CLOSED     |
        | old   | ACK   | next-1 | absolute+74565432 | a reset | 0     | CLOSED     |

    @id:tcp-matrix-closed-data-seg-closed-3 @needs:tcp.echo
    Scenario Outline: data in CLOSED
      Given a connection of the implementation is in CLOSED
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq     | ack               | data     | answer  | taken | afterwards |
        | exact | PSH,ACK | next    | absolute+74565432 | 5 octets | a reset | 0     | CLOSED     |
        | old   | PSH,ACK | next-20 | absolute+74565432 | 5 octets | a reset | 0     | CLOSED     |

    @id:tcp-matrix-closed-fin-seg-closed-3 @needs:tcp.echo
    Scenario Outline: FIN in CLOSED
      Given a connection of the implementation is in CLOSED
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case      | flags       | seq     | ack               | data     | answer  | taken | afterwards |
        | exact     | FIN,ACK     | next    | absolute+74565432 |          | a reset | 0     | CLOSED     |
        | with-data | FIN,PSH,ACK | next    | absolute+74565432 | 5 octets | a reset | 0     | CLOSED     |
        | old       | FIN,ACK     | next-20 | absolute+74565432 |          | a reset | 0     | CLOSED     |

    @id:tcp-matrix-closed-urg-seg-closed-3 @needs:tcp.echo
    Scenario Outline: urgent data in CLOSED
      Given a connection of the implementation is in CLOSED
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq     | ack               | urgent | data     | answer  | taken | afterwards |
        | exact | URG,ACK | next    | absolute+74565432 | 5      | 5 octets | a reset | 0     | CLOSED     |
        | old   | URG,ACK | next-20 | absolute+74565432 | 5      | 5 octets | a reset | 0     | CLOSED     |
        | ahead | URG,ACK | next    | absolute+74565432 | 100    |          | a reset | 0     | CLOSED     |

  @RFC9293-SEG-CLOSED-1
  Rule: A reset for a connection that does not exist is passed over without a word

    @id:tcp-matrix-closed-rst-seg-closed-1 @needs:tcp.echo
    Scenario Outline: RST in CLOSED
      Given a connection of the implementation is in CLOSED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case           | flags   | seq     | ack               | answer  | taken | afterwards |
        | exact          | RST     | next    |                   | nothing | 0     | CLOSED     |
        | exact-with-ack | RST,ACK | next    | absolute+74565432 | nothing | 0     | CLOSED     |
        | old            | RST     | next-20 |                   | nothing | 0     | CLOSED     |
