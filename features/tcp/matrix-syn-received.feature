# Written by `npm run generate` from spec/tcp/matrix.json: change that, not this.
Feature: Every state, every kind of segment: SYN-RECEIVED

  What comes back to each kind of segment in SYN-RECEIVED, and where the connection is then. Numbers count
  from the next one that is due: there, inside the window, before it, beyond it.

  @RFC9293-SEG-SYN-1
  Rule: In SYN-RECEIVED a new SYN within the window makes who was waiting for a SYN wait again

    @id:tcp-matrix-syn-received-syn-seg-syn-1 @needs:tcp.echo
    Scenario Outline: SYN in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq     | answer                                         | taken | afterwards   |
        | exact  | SYN   | next    | silence or a reset, and LISTEN; or a challenge | 0     | SYN-RECEIVED |
        | inside | SYN   | next+10 | silence or a reset, and LISTEN; or a challenge | 0     | SYN-RECEIVED |

    @id:tcp-matrix-syn-received-syn-ack-seg-syn-1 @needs:tcp.echo
    Scenario Outline: SYN with ACK in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack  | answer                                         | taken | afterwards   |
        | exact  | SYN,ACK | next    | next | silence or a reset, and LISTEN; or a challenge | 0     | SYN-RECEIVED |
        | inside | SYN,ACK | next+10 | next | silence or a reset, and LISTEN; or a challenge | 0     | SYN-RECEIVED |

  @RFC9293-SEG-SEQ-5
  Rule: A segment that is not acceptable is answered by an acknowledgement of what was received in order, and dropped

    @id:tcp-matrix-syn-received-syn-seg-seq-5 @needs:tcp.echo
    Scenario Outline: SYN in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case        | flags | seq     | answer                                      | taken | afterwards   |
        | first-again | SYN   | 0       | a SYN with ACK again, or an acknowledgement | 0     | SYN-RECEIVED |
        | old         | SYN   | next-20 | a SYN with ACK again, or an acknowledgement | 0     | SYN-RECEIVED |

    @id:tcp-matrix-syn-received-syn-ack-seg-seq-5 @needs:tcp.echo
    Scenario Outline: SYN with ACK in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags   | seq     | ack  | answer                                      | taken | afterwards   |
        | old  | SYN,ACK | next-20 | next | a SYN with ACK again, or an acknowledgement | 0     | SYN-RECEIVED |

    @id:tcp-matrix-syn-received-ack-seg-seq-5 @needs:tcp.echo
    Scenario Outline: ACK and nothing else in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq    | ack  | answer                                      | taken | afterwards   |
        | old    | ACK   | next-1 | next | a SYN with ACK again, or an acknowledgement | 0     | SYN-RECEIVED |
        | beyond | ACK   | beyond | next | a SYN with ACK again, or an acknowledgement | 0     | SYN-RECEIVED |

    @id:tcp-matrix-syn-received-data-seg-seq-5 @needs:tcp.echo
    Scenario Outline: data in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq     | ack  | data     | answer                                      | taken | afterwards   |
        | old    | PSH,ACK | next-20 | next | 5 octets | a SYN with ACK again, or an acknowledgement | 0     | SYN-RECEIVED |
        | beyond | PSH,ACK | beyond  | next | 5 octets | a SYN with ACK again, or an acknowledgement | 0     | SYN-RECEIVED |

    @id:tcp-matrix-syn-received-fin-seg-seq-5 @needs:tcp.echo
    Scenario Outline: FIN in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags   | seq     | ack  | answer                                      | taken | afterwards   |
        | old  | FIN,ACK | next-20 | next | a SYN with ACK again, or an acknowledgement | 0     | SYN-RECEIVED |

    @id:tcp-matrix-syn-received-urg-seg-seq-5 @needs:tcp.echo
    Scenario Outline: urgent data in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags   | seq     | ack  | urgent | data     | answer                                      | taken | afterwards   |
        | old  | URG,ACK | next-20 | next | 5      | 5 octets | a SYN with ACK again, or an acknowledgement | 0     | SYN-RECEIVED |

  @RFC9293-SEG-ACK-2
  Rule: In SYN-RECEIVED an acknowledgement of our SYN opens the connection, and its window counts

    @id:tcp-matrix-syn-received-ack-seg-ack-2 @needs:tcp.echo
    Scenario Outline: ACK and nothing else in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags | seq  | ack  | answer  | taken | afterwards  |
        | exact | ACK   | next | next | nothing | 0     | ESTABLISHED |

    @id:tcp-matrix-syn-received-data-seg-ack-2 @needs:tcp.echo
    Scenario Outline: data in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq  | ack  | data     | answer             | taken | afterwards  |
        | exact | PSH,ACK | next | next | 5 octets | an acknowledgement | 5     | ESTABLISHED |

    @id:tcp-matrix-syn-received-urg-seg-ack-2 @needs:tcp.echo
    Scenario Outline: urgent data in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq  | ack  | urgent | data     | answer             | taken | afterwards  |
        | exact | URG,ACK | next | next | 5      | 5 octets | an acknowledgement | 5     | ESTABLISHED |

  @RFC9293-SEG-ACK-3
  Rule: In SYN-RECEIVED an acknowledgement of what was not sent is answered by a reset at its number, or turned away with an acknowledgement

    @id:tcp-matrix-syn-received-ack-seg-ack-3 @needs:tcp.echo
    Scenario Outline: ACK and nothing else in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq  | ack       | answer                  | taken | afterwards   |
        | unsent | ACK   | next | next+1000 | a reset, or a challenge | 0     | SYN-RECEIVED |
        | past   | ACK   | next | next-1000 | a reset, or a challenge | 0     | SYN-RECEIVED |

    @id:tcp-matrix-syn-received-data-seg-ack-3 @needs:tcp.echo
    Scenario Outline: data in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq  | ack       | data     | answer                  | taken | afterwards   |
        | unsent | PSH,ACK | next | next+1000 | 5 octets | a reset, or a challenge | 0     | SYN-RECEIVED |

    @id:tcp-matrix-syn-received-fin-seg-ack-3 @needs:tcp.echo
    Scenario Outline: FIN in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq  | ack       | answer                  | taken | afterwards   |
        | unsent | FIN,ACK | next | next+1000 | a reset, or a challenge | 0     | SYN-RECEIVED |

    @id:tcp-matrix-syn-received-urg-seg-ack-3 @needs:tcp.echo
    Scenario Outline: urgent data in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq  | ack       | urgent | data     | answer                  | taken | afterwards   |
        | unsent | URG,ACK | next | next+1000 | 5      | 5 octets | a reset, or a challenge | 0     | SYN-RECEIVED |

  @RFC9293-SEG-FIN-3
  Rule: A FIN on an open connection closes one direction of it, and the other stays open

    @id:tcp-matrix-syn-received-fin-seg-fin-3 @needs:tcp.echo
    Scenario Outline: FIN in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case      | flags       | seq  | ack  | data     | answer             | taken | afterwards |
        | exact     | FIN,ACK     | next | next |          | an acknowledgement | 1     | LAST-ACK   |
        | with-data | FIN,PSH,ACK | next | next | 5 octets | an acknowledgement | 6     | LAST-ACK   |

  @RFC9293-SEG-RST-4
  Rule: In SYN-RECEIVED a reset makes who was waiting for a SYN wait again

    @id:tcp-matrix-syn-received-rst-seg-rst-4 @needs:tcp.echo
    Scenario Outline: RST in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case           | flags   | seq  | ack  | answer  | taken | afterwards |
        | exact          | RST     | next |      | nothing | 0     | LISTEN     |
        | exact-with-ack | RST,ACK | next | next | nothing | 0     | LISTEN     |

  @RFC9293-SEG-RST-3
  Rule: A reset in the window but not at the next number is answered by a challenge, or ends the connection

    @id:tcp-matrix-syn-received-rst-seg-rst-3 @needs:tcp.echo
    Scenario Outline: RST in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq     | answer                  | taken | afterwards   |
        | inside | RST   | next+10 | a challenge, or its end | 0     | SYN-RECEIVED |

  @RFC9293-SEG-RST-1
  Rule: A reset before or behind the window is dropped without a word

    @id:tcp-matrix-syn-received-rst-seg-rst-1 @needs:tcp.echo
    Scenario Outline: RST in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq     | answer  | taken | afterwards   |
        | old    | RST   | next-20 | nothing | 0     | SYN-RECEIVED |
        | beyond | RST   | beyond  | nothing | 0     | SYN-RECEIVED |

  @RFC9293-SEG-ACK-1
  Rule: A segment without ACK is dropped once a connection is under way

    @id:tcp-matrix-syn-received-no-ack-seg-ack-1 @needs:tcp.echo
    Scenario Outline: neither SYN, ACK nor RST in SYN-RECEIVED
      Given a connection of the implementation is in SYN-RECEIVED
      When this segment arrives
        | flags   | seq   | data   |
        | <flags> | <seq> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags | seq  | data     | answer  | taken | afterwards   |
        | bare | none  | next |          | nothing | 0     | SYN-RECEIVED |
        | data | PSH   | next | 5 octets | nothing | 0     | SYN-RECEIVED |
        | fin  | FIN   | next |          | nothing | 0     | SYN-RECEIVED |
