# Written by `npm run generate` from spec/tcp/matrix.json: change that, not this.
Feature: Every state, every kind of segment: ESTABLISHED

  What comes back to each kind of segment in ESTABLISHED, and where the connection is then. Numbers count
  from the next one that is due: there, inside the window, before it, beyond it.

  @RFC9293-SEG-SYN-2
  Rule: A SYN on a connection that is open is answered by a challenge, or by a reset where it lies in the window and RFC 5961 is not followed

    @id:tcp-matrix-established-syn-seg-syn-2 @needs:tcp.echo
    Scenario Outline: SYN in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case        | flags | seq     | answer                  | taken | afterwards  |
        | exact       | SYN   | next    | a challenge, or a reset | 0     | ESTABLISHED |
        | inside      | SYN   | next+10 | a challenge, or a reset | 0     | ESTABLISHED |
        | old         | SYN   | next-20 | an acknowledgement      | 0     | ESTABLISHED |
        | first-again | SYN   | 0       | an acknowledgement      | 0     | ESTABLISHED |

    @id:tcp-matrix-established-syn-ack-seg-syn-2 @needs:tcp.echo
    Scenario Outline: SYN with ACK in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack       | answer                  | taken | afterwards  |
        | exact  | SYN,ACK | next    | next      | a challenge, or a reset | 0     | ESTABLISHED |
        | inside | SYN,ACK | next+10 | next      | a challenge, or a reset | 0     | ESTABLISHED |
        | old    | SYN,ACK | next-20 | next      | an acknowledgement      | 0     | ESTABLISHED |
        | unsent | SYN,ACK | next    | next+1000 | a challenge, or a reset | 0     | ESTABLISHED |

  @RFC9293-SEG-ACK-5
  Rule: An acknowledgement of nothing new changes nothing

    @id:tcp-matrix-established-ack-seg-ack-5 @needs:tcp.echo
    Scenario Outline: ACK and nothing else in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq     | ack       | answer                        | taken | afterwards  |
        | exact  | ACK   | next    | next      | an acknowledgement or nothing | 0     | ESTABLISHED |
        | inside | ACK   | next+10 | next      | an acknowledgement or nothing | 0     | ESTABLISHED |
        | past   | ACK   | next    | next-1000 | an acknowledgement or nothing | 0     | ESTABLISHED |

    @id:tcp-matrix-established-urg-seg-ack-5 @needs:tcp.echo
    Scenario Outline: urgent data in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   | urgent   |
        | <flags> | <seq> | <ack> | <urgent> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq  | ack  | urgent | answer                        | taken | afterwards  |
        | ahead | URG,ACK | next | next | 100    | an acknowledgement or nothing | 0     | ESTABLISHED |

  @RFC9293-SEG-SEQ-5
  Rule: A segment that is not acceptable is answered by an acknowledgement of what was received in order, and dropped

    @id:tcp-matrix-established-ack-seg-seq-5 @needs:tcp.echo
    Scenario Outline: ACK and nothing else in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case           | flags | seq    | ack       | answer             | taken | afterwards  |
        | old            | ACK   | next-1 | next      | an acknowledgement | 0     | ESTABLISHED |
        | old-and-unsent | ACK   | next-1 | next+1000 | an acknowledgement | 0     | ESTABLISHED |

    @id:tcp-matrix-established-data-seg-seq-5 @needs:tcp.echo
    Scenario Outline: data in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case           | flags   | seq     | ack       | data     | answer             | taken | afterwards  |
        | old            | PSH,ACK | next-20 | next      | 5 octets | an acknowledgement | 0     | ESTABLISHED |
        | old-and-unsent | PSH,ACK | next-20 | next+1000 | 5 octets | an acknowledgement | 0     | ESTABLISHED |

    @id:tcp-matrix-established-fin-seg-seq-5 @needs:tcp.echo
    Scenario Outline: FIN in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack  | answer             | taken | afterwards  |
        | old    | FIN,ACK | next-20 | next | an acknowledgement | 0     | ESTABLISHED |
        | beyond | FIN,ACK | beyond  | next | an acknowledgement | 0     | ESTABLISHED |

    @id:tcp-matrix-established-urg-seg-seq-5 @needs:tcp.echo
    Scenario Outline: urgent data in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags   | seq     | ack  | urgent | data     | answer             | taken | afterwards  |
        | old  | URG,ACK | next-20 | next | 5      | 5 octets | an acknowledgement | 0     | ESTABLISHED |

  @RFC9293-SEG-SEQ-2
  Rule: A segment without data is acceptable only from the next number up to the end of the window

    @id:tcp-matrix-established-ack-seg-seq-2 @needs:tcp.echo
    Scenario Outline: ACK and nothing else in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq    | ack  | answer             | taken | afterwards  |
        | beyond | ACK   | beyond | next | an acknowledgement | 0     | ESTABLISHED |

  @RFC9293-SEG-ACK-6
  Rule: An acknowledgement of what was not sent is answered by an acknowledgement, and the segment is dropped

    @id:tcp-matrix-established-ack-seg-ack-6 @needs:tcp.echo
    Scenario Outline: ACK and nothing else in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq  | ack       | answer             | taken | afterwards  |
        | unsent | ACK   | next | next+1000 | an acknowledgement | 0     | ESTABLISHED |

    @id:tcp-matrix-established-data-seg-ack-6 @needs:tcp.echo
    Scenario Outline: data in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq  | ack       | data     | answer             | taken | afterwards  |
        | unsent | PSH,ACK | next | next+1000 | 5 octets | an acknowledgement | 0     | ESTABLISHED |

    @id:tcp-matrix-established-fin-seg-ack-6 @needs:tcp.echo
    Scenario Outline: FIN in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq  | ack       | answer             | taken | afterwards  |
        | unsent | FIN,ACK | next | next+1000 | an acknowledgement | 0     | ESTABLISHED |

    @id:tcp-matrix-established-urg-seg-ack-6 @needs:tcp.echo
    Scenario Outline: urgent data in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq  | ack       | urgent | data     | answer             | taken | afterwards  |
        | unsent | URG,ACK | next | next+1000 | 5      | 5 octets | an acknowledgement | 0     | ESTABLISHED |

  @RFC9293-SEG-TXT-1
  Rule: Data that is next in order is taken, delivered and acknowledged

    @id:tcp-matrix-established-data-seg-txt-1 @needs:tcp.echo
    Scenario Outline: data in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq  | ack  | data     | answer             | taken | afterwards  |
        | exact | PSH,ACK | next | next | 5 octets | an acknowledgement | 5     | ESTABLISHED |

    @id:tcp-matrix-established-urg-seg-txt-1 @needs:tcp.echo
    Scenario Outline: urgent data in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq  | ack  | urgent | data     | answer             | taken | afterwards  |
        | exact | URG,ACK | next | next | 5      | 5 octets | an acknowledgement | 5     | ESTABLISHED |

  @RFC9293-SEG-SEQ-4
  Rule: Data is acceptable if its first or its last octet lies in the window

    @id:tcp-matrix-established-data-seg-seq-4 @needs:tcp.echo
    Scenario Outline: data in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack  | data     | answer                        | taken | afterwards  |
        | inside | PSH,ACK | next+10 | next | 5 octets | an acknowledgement or nothing | 0     | ESTABLISHED |
        | beyond | PSH,ACK | beyond  | next | 5 octets | an acknowledgement            | 0     | ESTABLISHED |

    @id:tcp-matrix-established-urg-seg-seq-4 @needs:tcp.echo
    Scenario Outline: urgent data in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack  | urgent | data     | answer                        | taken | afterwards  |
        | inside | URG,ACK | next+10 | next | 5      | 5 octets | an acknowledgement or nothing | 0     | ESTABLISHED |

  @RFC9293-SEG-SEQ-7
  Rule: Of a segment that is partly old only the new part is taken

    @id:tcp-matrix-established-data-seg-seq-7 @needs:tcp.echo
    Scenario Outline: data in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq    | ack  | data     | answer             | taken | afterwards  |
        | across | PSH,ACK | next-2 | next | 5 octets | an acknowledgement | 3     | ESTABLISHED |

  @RFC9293-SEG-FIN-3
  Rule: A FIN on an open connection closes one direction of it, and the other stays open

    @id:tcp-matrix-established-fin-seg-fin-3 @needs:tcp.echo
    Scenario Outline: FIN in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case      | flags       | seq  | ack  | data     | answer             | taken | afterwards |
        | exact     | FIN,ACK     | next | next |          | an acknowledgement | 1     | LAST-ACK   |
        | with-data | FIN,PSH,ACK | next | next | 5 octets | an acknowledgement | 6     | LAST-ACK   |

  @RFC9293-SEG-FIN-2
  Rule: A FIN that is next in order is acknowledged, and the user is told; one that comes too early waits for what is before it

    @id:tcp-matrix-established-fin-seg-fin-2 @needs:tcp.echo
    Scenario Outline: FIN in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack  | answer                        | taken | afterwards  |
        | inside | FIN,ACK | next+10 | next | an acknowledgement or nothing | 0     | ESTABLISHED |

  @RFC9293-SEG-RST-2
  Rule: A reset at the very next number ends the connection

    @id:tcp-matrix-established-rst-seg-rst-2 @needs:tcp.echo
    Scenario Outline: RST in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case             | flags   | seq  | ack       | answer                  | taken | afterwards  |
        | exact            | RST     | next |           | nothing                 | 0     | CLOSED      |
        | exact-with-ack   | RST,ACK | next | next      | nothing                 | 0     | CLOSED      |
        | exact-and-unsent | RST,ACK | next | next+1000 | its end, or a challenge | 0     | ESTABLISHED |

  @RFC9293-SEG-RST-3
  Rule: A reset in the window but not at the next number is answered by a challenge, or ends the connection

    @id:tcp-matrix-established-rst-seg-rst-3 @needs:tcp.echo
    Scenario Outline: RST in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq     | answer                  | taken | afterwards  |
        | inside | RST   | next+10 | a challenge, or its end | 0     | ESTABLISHED |

  @RFC9293-SEG-RST-1
  Rule: A reset before or behind the window is dropped without a word

    @id:tcp-matrix-established-rst-seg-rst-1 @needs:tcp.echo
    Scenario Outline: RST in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq     | answer  | taken | afterwards  |
        | old    | RST   | next-20 | nothing | 0     | ESTABLISHED |
        | beyond | RST   | beyond  | nothing | 0     | ESTABLISHED |

  @RFC9293-SEG-ACK-1
  Rule: A segment without ACK is dropped once a connection is under way

    @id:tcp-matrix-established-no-ack-seg-ack-1 @needs:tcp.echo
    Scenario Outline: neither SYN, ACK nor RST in ESTABLISHED
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   | data   |
        | <flags> | <seq> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags | seq     | data     | answer                        | taken | afterwards  |
        | bare | none  | next    |          | nothing                       | 0     | ESTABLISHED |
        | data | PSH   | next    | 5 octets | nothing                       | 0     | ESTABLISHED |
        | fin  | FIN   | next    |          | nothing                       | 0     | ESTABLISHED |
        | old  | PSH   | next-20 | 5 octets | an acknowledgement or nothing | 0     | ESTABLISHED |
