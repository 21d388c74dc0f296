# Written by `npm run generate` from spec/tcp/matrix.json: change that, not this.
Feature: Every state, every kind of segment: LISTEN

  What comes back to each kind of segment in LISTEN, and where the connection is then. Numbers count
  from the next one that is due: there, inside the window, before it, beyond it.

  @RFC9293-SEG-LISTEN-3
  Rule: In LISTEN a SYN is answered by a SYN that acknowledges it, with a first number of the answerer's own

    @id:tcp-matrix-listen-syn-seg-listen-3 @needs:tcp.echo
    Scenario Outline: SYN in LISTEN
      Given a connection of the implementation is in LISTEN
      When this segment arrives
        | flags   | seq   | data   |
        | <flags> | <seq> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case      | flags | seq     | data     | answer         | taken | afterwards   |
        | exact     | SYN   | next    |          | a SYN with ACK | 0     | SYN-RECEIVED |
        | inside    | SYN   | next+10 |          | a SYN with ACK | 0     | SYN-RECEIVED |
        | with-data | SYN   | next    | 5 octets | a SYN with ACK | 0     | SYN-RECEIVED |

  @RFC9293-SEG-LISTEN-2
  Rule: In LISTEN an acknowledgement is answered by a reset at the number that it acknowledged

    @id:tcp-matrix-listen-syn-ack-seg-listen-2 @needs:tcp.echo
    Scenario Outline: SYN with ACK in LISTEN
      Given a connection of the implementation is in LISTEN
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq     | ack               | answer  | taken | afterwards |
        | exact | SYN,ACK | next    | absolute+74565432 | a reset | 0     | LISTEN     |
        | old   | SYN,ACK | next-20 | absolute+74565432 | a reset | 0     | LISTEN     |

    @id:tcp-matrix-listen-ack-seg-listen-2 @needs:tcp.echo
    Scenario Outline: ACK and nothing else in LISTEN
      Given a connection of the implementation is in LISTEN
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags | seq    | ack               | answer  | taken | afterwards |
        | exact | ACK   | next   | absolute+74565432 | a reset | 0     | LISTEN     |
        | old   | ACK   | next-1 | absolute+74565432 | a reset | 0     | LISTEN     |

    @id:tcp-matrix-listen-data-seg-listen-2 @needs:tcp.echo
    Scenario Outline: data in LISTEN
      Given a connection of the implementation is in LISTEN
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq     | ack               | data     | answer  | taken | afterwards |
        | exact | PSH,ACK | next    | absolute+74565432 | 5 octets | a reset | 0     | LISTEN     |
        | old   | PSH,ACK | next-20 | absolute+74565432 | 5 octets | a reset | 0     | LISTEN     |

    @id:tcp-matrix-listen-fin-seg-listen-2 @needs:tcp.echo
    Scenario Outline: FIN in LISTEN
      Given a connection of the implementation is in LISTEN
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case      | flags       | seq     | ack               | data     | answer  | taken | afterwards |
        | exact     | FIN,ACK     | next    | absolute+74565432 |          | a reset | 0     | LISTEN     |
        | with-data | FIN,PSH,ACK | next    | absolute+74565432 | 5 octets | a reset | 0     | LISTEN     |
        | old       | FIN,ACK     | next-20 | absolute+74565432 |          | a reset | 0     | LISTEN     |

    @id:tcp-matrix-listen-urg-seg-listen-2 @needs:tcp.echo
    Scenario Outline: urgent data in LISTEN
      Given a connection of the implementation is in LISTEN
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq     | ack               | urgent | data     | answer  | taken | afterwards |
        | exact | URG,ACK | next    | absolute+74565432 | 5      | 5 octets | a reset | 0     | LISTEN     |
        | old   | URG,ACK | next-20 | absolute+74565432 | 5      | 5 octets | a reset | 0     | LISTEN     |
        | ahead | URG,ACK | next    | absolute+74565432 | 100    |          | a reset | 0     | LISTEN     |

  @RFC9293-SEG-LISTEN-1
  Rule: In LISTEN a reset is passed over

    @id:tcp-matrix-listen-rst-seg-listen-1 @needs:tcp.echo
    Scenario Outline: RST in LISTEN
      Given a connection of the implementation is in LISTEN
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case           | flags   | seq     | ack               | answer  | taken | afterwards |
        | exact          | RST     | next    |                   | nothing | 0     | LISTEN     |
        | exact-with-ack | RST,ACK | next    | absolute+74565432 | nothing | 0     | LISTEN     |
        | old            | RST     | next-20 |                   | nothing | 0     | LISTEN     |

  @RFC9293-SEG-LISTEN-4
  Rule: In LISTEN a segment without SYN, ACK and RST is dropped without a word

    @id:tcp-matrix-listen-no-ack-seg-listen-4 @needs:tcp.echo
    Scenario Outline: neither SYN, ACK nor RST in LISTEN
      Given a connection of the implementation is in LISTEN
      When this segment arrives
        | flags   | seq   | data   |
        | <flags> | <seq> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags | seq  | data     | answer  | taken | afterwards |
        | bare | none  | next |          | nothing | 0     | LISTEN     |
        | data | PSH   | next | 5 octets | nothing | 0     | LISTEN     |
        | fin  | FIN   | next |          | nothing | 0     | LISTEN     |
