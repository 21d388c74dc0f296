# Written by `npm run generate` from spec/tcp/matrix.json: change that, not this.
Feature: Every state, every kind of segment: TIME-WAIT

  What comes back to each kind of segment in TIME-WAIT, and where the connection is then. Numbers count
  from the next one that is due: there, inside the window, before it, beyond it.

  @RFC9293-SEG-SYN-4
  Rule: In TIME-WAIT a SYN begins a new connection, or leaves all as it is

    @id:tcp-matrix-time-wait-syn-seg-syn-4 @needs:tcp.daytime
    Scenario Outline: SYN in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case        | flags | seq     | answer                    | taken | afterwards |
        | exact       | SYN   | next    | a new connection, or none | 0     | TIME-WAIT  |
        | inside      | SYN   | next+10 | a new connection, or none | 0     | TIME-WAIT  |
        | old         | SYN   | next-20 | a new connection, or none | 0     | TIME-WAIT  |
        | first-again | SYN   | 0       | a new connection, or none | 0     | TIME-WAIT  |

  @RFC9293-SEG-SYN-2
  Rule: A SYN on a connection that is open is answered by a challenge, or by a reset where it lies in the window and RFC 5961 is not followed

    @id:tcp-matrix-time-wait-syn-ack-seg-syn-2 @needs:tcp.daytime
    Scenario Outline: SYN with ACK in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack       | answer                           | taken | afterwards |
        | exact  | SYN,ACK | next    | next      | a challenge, a reset, or nothing | 0     | TIME-WAIT  |
        | inside | SYN,ACK | next+10 | next      | a challenge, a reset, or nothing | 0     | TIME-WAIT  |
        | old    | SYN,ACK | next-20 | next      | an acknowledgement or nothing    | 0     | TIME-WAIT  |
        | unsent | SYN,ACK | next    | next+1000 | a challenge, a reset, or nothing | 0     | TIME-WAIT  |

  @RFC9293-MUST-13
  Rule: Who closes first stays in TIME-WAIT for twice the longest life of a segment

    @id:tcp-matrix-time-wait-ack-must-13 @needs:tcp.daytime
    Scenario Outline: ACK and nothing else in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq     | ack       | answer                        | taken | afterwards |
        | exact  | ACK   | next    | next      | an acknowledgement or nothing | 0     | TIME-WAIT  |
        | inside | ACK   | next+10 | next      | an acknowledgement or nothing | 0     | TIME-WAIT  |
        | past   | ACK   | next    | next-1000 | an acknowledgement or nothing | 0     | TIME-WAIT  |
        | unsent | ACK   | next    | next+1000 | an acknowledgement or nothing | 0     | TIME-WAIT  |

  @RFC9293-SEG-SEQ-5
  Rule: A segment that is not acceptable is answered by an acknowledgement of what was received in order, and dropped

    @id:tcp-matrix-time-wait-ack-seg-seq-5 @needs:tcp.daytime
    Scenario Outline: ACK and nothing else in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case           | flags | seq    | ack       | answer             | taken | afterwards |
        | old            | ACK   | next-1 | next      | an acknowledgement | 0     | TIME-WAIT  |
        | beyond         | ACK   | beyond | next      | an acknowledgement | 0     | TIME-WAIT  |
        | old-and-unsent | ACK   | next-1 | next+1000 | an acknowledgement | 0     | TIME-WAIT  |

    @id:tcp-matrix-time-wait-data-seg-seq-5 @needs:tcp.daytime
    Scenario Outline: data in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case           | flags   | seq     | ack       | data     | answer             | taken | afterwards |
        | old            | PSH,ACK | next-20 | next      | 5 octets | an acknowledgement | 0     | TIME-WAIT  |
        | beyond         | PSH,ACK | beyond  | next      | 5 octets | an acknowledgement | 0     | TIME-WAIT  |
        | old-and-unsent | PSH,ACK | next-20 | next+1000 | 5 octets | an acknowledgement | 0     | TIME-WAIT  |

    @id:tcp-matrix-time-wait-fin-seg-seq-5 @needs:tcp.daytime
    Scenario Outline: FIN in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack  | answer             | taken | afterwards |
        | old    | FIN,ACK | next-20 | next | an acknowledgement | 0     | TIME-WAIT  |
        | beyond | FIN,ACK | beyond  | next | an acknowledgement | 0     | TIME-WAIT  |

    @id:tcp-matrix-time-wait-urg-seg-seq-5 @needs:tcp.daytime
    Scenario Outline: urgent data in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags   | seq     | ack  | urgent | data     | answer             | taken | afterwards |
        | old  | URG,ACK | next-20 | next | 5      | 5 octets | an acknowledgement | 0     | TIME-WAIT  |

  @RFC9293-SEG-TXT-3
  Rule: Data after the peer has closed is passed over

    @id:tcp-matrix-time-wait-data-seg-txt-3 @needs:tcp.daytime
    Scenario Outline: data in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack  | data     | answer                        | taken | afterwards |
        | exact  | PSH,ACK | next    | next | 5 octets | an acknowledgement or nothing | 0     | TIME-WAIT  |
        | inside | PSH,ACK | next+10 | next | 5 octets | an acknowledgement or nothing | 0     | TIME-WAIT  |
        | across | PSH,ACK | next-2  | next | 5 octets | an acknowledgement or nothing | 0     | TIME-WAIT  |

  @RFC9293-SEG-FIN-7
  Rule: In TIME-WAIT a FIN that comes again is acknowledged, and the state stays

    @id:tcp-matrix-time-wait-fin-seg-fin-7 @needs:tcp.daytime
    Scenario Outline: FIN in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq    | ack  | answer             | taken | afterwards |
        | again | FIN,ACK | next-1 | next | an acknowledgement | 0     | TIME-WAIT  |

  @RFC9293-SEG-RST-7
  Rule: A reset of a connection that both have closed ends it

    @id:tcp-matrix-time-wait-rst-seg-rst-7 @needs:tcp.daytime
    Scenario Outline: RST in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case             | flags   | seq  | ack       | answer                         | taken | afterwards |
        | exact            | RST     | next |           | nothing, and its end or not    | 0     | TIME-WAIT  |
        | exact-with-ack   | RST,ACK | next | next      | nothing, and its end or not    | 0     | TIME-WAIT  |
        | exact-and-unsent | RST,ACK | next | next+1000 | its end or not, or a challenge | 0     | TIME-WAIT  |

  @RFC9293-SEG-RST-3
  Rule: A reset in the window but not at the next number is answered by a challenge, or ends the connection

    @id:tcp-matrix-time-wait-rst-seg-rst-3 @needs:tcp.daytime
    Scenario Outline: RST in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq     | answer                                     | taken | afterwards |
        | inside | RST   | next+10 | a challenge or nothing, and its end or not | 0     | TIME-WAIT  |

  @RFC9293-SEG-RST-1
  Rule: A reset before or behind the window is dropped without a word

    @id:tcp-matrix-time-wait-rst-seg-rst-1 @needs:tcp.daytime
    Scenario Outline: RST in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq     | answer  | taken | afterwards |
        | old    | RST   | next-20 | nothing | 0     | TIME-WAIT  |
        | beyond | RST   | beyond  | nothing | 0     | TIME-WAIT  |

  @RFC9293-SEG-ACK-1
  Rule: A segment without ACK is dropped once a connection is under way

    @id:tcp-matrix-time-wait-no-ack-seg-ack-1 @needs:tcp.daytime
    Scenario Outline: neither SYN, ACK nor RST in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   | data   |
        | <flags> | <seq> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags | seq     | data     | answer                        | taken | afterwards |
        | bare | none  | next    |          | an acknowledgement or nothing | 0     | TIME-WAIT  |
        | data | PSH   | next    | 5 octets | an acknowledgement or nothing | 0     | TIME-WAIT  |
        | fin  | FIN   | next    |          | an acknowledgement or nothing | 0     | TIME-WAIT  |
        | old  | PSH   | next-20 | 5 octets | an acknowledgement or nothing | 0     | TIME-WAIT  |

  @RFC9293-SEG-URG-2
  Rule: Urgent data after the peer has closed is passed over

    @id:tcp-matrix-time-wait-urg-seg-urg-2 @needs:tcp.daytime
    Scenario Outline: urgent data in TIME-WAIT
      Given a connection of the implementation is in TIME-WAIT
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack  | urgent | data     | answer                        | taken | afterwards |
        | exact  | URG,ACK | next    | next | 5      | 5 octets | an acknowledgement or nothing | 0     | TIME-WAIT  |
        | inside | URG,ACK | next+10 | next | 5      | 5 octets | an acknowledgement or nothing | 0     | TIME-WAIT  |
        | ahead  | URG,ACK | next    | next | 100    |          | an acknowledgement or nothing | 0     | TIME-WAIT  |
