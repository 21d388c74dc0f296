# Written by `npm run generate` from spec/tcp/matrix.json: change that, not this.
Feature: Every state, every kind of segment: CLOSING

  What comes back to each kind of segment in CLOSING, and where the connection is then. Numbers count
  from the next one that is due: there, inside the window, before it, beyond it.

  @RFC9293-SEG-SYN-2
  Rule: A SYN on a connection that is open is answered by a challenge, or by a reset where it lies in the window and RFC 5961 is not followed

    @id:tcp-matrix-closing-syn-seg-syn-2 @needs:tcp.daytime
    Scenario Outline: SYN in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case        | flags | seq     | answer                  | taken | afterwards |
        | exact       | SYN   | next    | a challenge, or a reset | 0     | CLOSING    |
        | inside      | SYN   | next+10 | a challenge, or a reset | 0     | CLOSING    |
        | old         | SYN   | next-20 | an acknowledgement      | 0     | CLOSING    |
        | first-again | SYN   | 0       | an acknowledgement      | 0     | CLOSING    |

    @id:tcp-matrix-closing-syn-ack-seg-syn-2 @needs:tcp.daytime
    Scenario Outline: SYN with ACK in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack       | answer                  | taken | afterwards |
        | exact  | SYN,ACK | next    | next-1    | a challenge, or a reset | 0     | CLOSING    |
        | inside | SYN,ACK | next+10 | next-1    | a challenge, or a reset | 0     | CLOSING    |
        | old    | SYN,ACK | next-20 | next-1    | an acknowledgement      | 0     | CLOSING    |
        | unsent | SYN,ACK | next    | next+1000 | a challenge, or a reset | 0     | CLOSING    |

  @RFC9293-SEG-ACK-5
  Rule: An acknowledgement of nothing new changes nothing

    @id:tcp-matrix-closing-ack-seg-ack-5 @needs:tcp.daytime
    Scenario Outline: ACK and nothing else in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq     | ack       | answer                        | taken | afterwards |
        | exact  | ACK   | next    | next-1    | an acknowledgement or nothing | 0     | CLOSING    |
        | inside | ACK   | next+10 | next-1    | an acknowledgement or nothing | 0     | CLOSING    |
        | past   | ACK   | next    | next-1000 | an acknowledgement or nothing | 0     | CLOSING    |

  @RFC9293-SEG-SEQ-5
  Rule: A segment that is not acceptable is answered by an acknowledgement of what was received in order, and dropped

    @id:tcp-matrix-closing-ack-seg-seq-5 @needs:tcp.daytime
    Scenario Outline: ACK and nothing else in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case           | flags | seq    | ack       | answer             | taken | afterwards |
        | old            | ACK   | next-1 | next-1    | an acknowledgement | 0     | CLOSING    |
        | old-and-unsent | ACK   | next-1 | next+1000 | an acknowledgement | 0     | CLOSING    |

    @id:tcp-matrix-closing-data-seg-seq-5 @needs:tcp.daytime
    Scenario Outline: data in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case           | flags   | seq     | ack       | data     | answer             | taken | afterwards |
        | old            | PSH,ACK | next-20 | next-1    | 5 octets | an acknowledgement | 0     | CLOSING    |
        | old-and-unsent | PSH,ACK | next-20 | next+1000 | 5 octets | an acknowledgement | 0     | CLOSING    |

    @id:tcp-matrix-closing-fin-seg-seq-5 @needs:tcp.daytime
    Scenario Outline: FIN in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack    | answer             | taken | afterwards |
        | old    | FIN,ACK | next-20 | next-1 | an acknowledgement | 0     | CLOSING    |
        | beyond | FIN,ACK | beyond  | next-1 | an acknowledgement | 0     | CLOSING    |

    @id:tcp-matrix-closing-urg-seg-seq-5 @needs:tcp.daytime
    Scenario Outline: urgent data in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags   | seq     | ack    | urgent | data     | answer             | taken | afterwards |
        | old  | URG,ACK | next-20 | next-1 | 5      | 5 octets | an acknowledgement | 0     | CLOSING    |

  @RFC9293-SEG-SEQ-2
  Rule: A segment without data is acceptable only from the next number up to the end of the window

    @id:tcp-matrix-closing-ack-seg-seq-2 @needs:tcp.daytime
    Scenario Outline: ACK and nothing else in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq    | ack    | answer             | taken | afterwards |
        | beyond | ACK   | beyond | next-1 | an acknowledgement | 0     | CLOSING    |

  @RFC9293-SEG-ACK-6
  Rule: An acknowledgement of what was not sent is answered by an acknowledgement, and the segment is dropped

    @id:tcp-matrix-closing-ack-seg-ack-6 @needs:tcp.daytime
    Scenario Outline: ACK and nothing else in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq  | ack       | answer             | taken | afterwards |
        | unsent | ACK   | next | next+1000 | an acknowledgement | 0     | CLOSING    |

  @RFC9293-SEG-ACK-9
  Rule: In CLOSING an acknowledgement of the FIN leads to TIME-WAIT

    @id:tcp-matrix-closing-ack-seg-ack-9 @needs:tcp.daytime
    Scenario Outline: ACK and nothing else in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case             | flags | seq  | ack  | answer  | taken | afterwards |
        | fin-acknowledged | ACK   | next | next | nothing | 0     | TIME-WAIT  |

  @RFC9293-SEG-TXT-3
  Rule: Data after the peer has closed is passed over

    @id:tcp-matrix-closing-data-seg-txt-3 @needs:tcp.daytime
    Scenario Outline: data in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack    | data     | answer                                  | taken | afterwards |
        | exact  | PSH,ACK | next    | next-1 | 5 octets | an acknowledgement, a reset, or nothing | 0     | CLOSING    |
        | inside | PSH,ACK | next+10 | next-1 | 5 octets | an acknowledgement, a reset, or nothing | 0     | CLOSING    |
        | across | PSH,ACK | next-2  | next-1 | 5 octets | an acknowledgement, a reset, or nothing | 0     | CLOSING    |

  @RFC9293-SEG-SEQ-4
  Rule: Data is acceptable if its first or its last octet lies in the window

    @id:tcp-matrix-closing-data-seg-seq-4 @needs:tcp.daytime
    Scenario Outline: data in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq    | ack    | data     | answer             | taken | afterwards |
        | beyond | PSH,ACK | beyond | next-1 | 5 octets | an acknowledgement | 0     | CLOSING    |

  @RFC9293-SEG-FIN-6
  Rule: A FIN that comes again after the peer has closed changes nothing

    @id:tcp-matrix-closing-fin-seg-fin-6 @needs:tcp.daytime
    Scenario Outline: FIN in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq    | ack    | answer             | taken | afterwards |
        | again | FIN,ACK | next-1 | next-1 | an acknowledgement | 0     | CLOSING    |

  @RFC9293-SEG-RST-7
  Rule: A reset of a connection that both have closed ends it

    @id:tcp-matrix-closing-rst-seg-rst-7 @needs:tcp.daytime
    Scenario Outline: RST in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case             | flags   | seq  | ack       | answer                  | taken | afterwards |
        | exact            | RST     | next |           | nothing                 | 0     | CLOSED     |
        | exact-with-ack   | RST,ACK | next | next-1    | nothing                 | 0     | CLOSED     |
        | exact-and-unsent | RST,ACK | next | next+1000 | its end, or a challenge | 0     | CLOSING    |

  @RFC9293-SEG-RST-3
  Rule: A reset in the window but not at the next number is answered by a challenge, or ends the connection

    @id:tcp-matrix-closing-rst-seg-rst-3 @needs:tcp.daytime
    Scenario Outline: RST in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq     | answer                  | taken | afterwards |
        | inside | RST   | next+10 | a challenge, or its end | 0     | CLOSING    |

  @RFC9293-SEG-RST-1
  Rule: A reset before or behind the window is dropped without a word

    @id:tcp-matrix-closing-rst-seg-rst-1 @needs:tcp.daytime
    Scenario Outline: RST in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case              | flags | seq     | answer  | taken | afterwards |
        | old               | RST   | next-20 | nothing | 0     | CLOSING    |
        | beyond            | RST   | beyond  | nothing | 0     | CLOSING    |
        | number-of-the-fin | RST   | next-1  | nothing | 0     | CLOSING    |

  @RFC9293-SEG-ACK-1
  Rule: A segment without ACK is dropped once a connection is under way

    @id:tcp-matrix-closing-no-ack-seg-ack-1 @needs:tcp.daytime
    Scenario Outline: neither SYN, ACK nor RST in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | data   |
        | <flags> | <seq> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags | seq     | data     | answer                        | taken | afterwards |
        | bare | none  | next    |          | nothing                       | 0     | CLOSING    |
        | data | PSH   | next    | 5 octets | nothing                       | 0     | CLOSING    |
        | fin  | FIN   | next    |          | nothing                       | 0     | CLOSING    |
        | old  | PSH   | next-20 | 5 octets | an acknowledgement or nothing | 0     | CLOSING    |

  @RFC9293-SEG-URG-2
  Rule: Urgent data after the peer has closed is passed over

    @id:tcp-matrix-closing-urg-seg-urg-2 @needs:tcp.daytime
    Scenario Outline: urgent data in CLOSING
      Given a connection of the implementation is in CLOSING
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack    | urgent | data     | answer                                  | taken | afterwards |
        | exact  | URG,ACK | next    | next-1 | 5      | 5 octets | an acknowledgement, a reset, or nothing | 0     | CLOSING    |
        | inside | URG,ACK | next+10 | next-1 | 5      | 5 octets | an acknowledgement, a reset, or nothing | 0     | CLOSING    |
        | ahead  | URG,ACK | next    | next-1 | 100    |          | an acknowledgement, a reset, or nothing | 0     | CLOSING    |
