# Written by `npm run generate` from spec/tcp/matrix.json: change that, not this.
Feature: Every state, every kind of segment: SYN-SENT

  What comes back to each kind of segment in SYN-SENT, and where the connection is then. Numbers count
  from the next one that is due: there, inside the window, before it, beyond it.

  @RFC9293-SEG-SYNSENT-5
  Rule: In SYN-SENT a SYN without an acknowledgement is answered by our SYN again, which acknowledges it

    @id:tcp-matrix-syn-sent-syn-seg-synsent-5 @needs:tcp.calls
    Scenario Outline: SYN in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags | seq     | answer         | taken | afterwards   |
        | exact | SYN   | next    | a SYN with ACK | 0     | SYN-RECEIVED |
        | old   | SYN   | next-20 | a SYN with ACK | 0     | SYN-RECEIVED |

  @RFC9293-SEG-SYNSENT-4
  Rule: In SYN-SENT a SYN that acknowledges ours opens the connection and is acknowledged

    @id:tcp-matrix-syn-sent-syn-ack-seg-synsent-4 @needs:tcp.calls
    Scenario Outline: SYN with ACK in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq     | ack  | answer             | taken | afterwards  |
        | exact | SYN,ACK | next    | next | an acknowledgement | 1     | ESTABLISHED |
        | old   | SYN,ACK | next-20 | next | an acknowledgement | 1     | ESTABLISHED |

  @RFC9293-SEG-SYNSENT-1
  Rule: In SYN-SENT an acknowledgement of what was not sent is answered by a reset at its number, unless it is a reset itself

    @id:tcp-matrix-syn-sent-syn-ack-seg-synsent-1 @needs:tcp.calls
    Scenario Outline: SYN with ACK in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq  | ack       | answer  | taken | afterwards |
        | unsent | SYN,ACK | next | next+1000 | a reset | 0     | SYN-SENT   |
        | past   | SYN,ACK | next | next-1000 | a reset | 0     | SYN-SENT   |

    @id:tcp-matrix-syn-sent-ack-seg-synsent-1 @needs:tcp.calls
    Scenario Outline: ACK and nothing else in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags | seq  | ack       | answer  | taken | afterwards |
        | unsent | ACK   | next | next+1000 | a reset | 0     | SYN-SENT   |
        | past   | ACK   | next | next-1000 | a reset | 0     | SYN-SENT   |

    @id:tcp-matrix-syn-sent-data-seg-synsent-1 @needs:tcp.calls
    Scenario Outline: data in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq  | ack       | data     | answer  | taken | afterwards |
        | unsent | PSH,ACK | next | next+1000 | 5 octets | a reset | 0     | SYN-SENT   |

    @id:tcp-matrix-syn-sent-fin-seg-synsent-1 @needs:tcp.calls
    Scenario Outline: FIN in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq  | ack       | answer  | taken | afterwards |
        | unsent | FIN,ACK | next | next+1000 | a reset | 0     | SYN-SENT   |

    @id:tcp-matrix-syn-sent-rst-seg-synsent-1 @needs:tcp.calls
    Scenario Outline: RST in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case             | flags   | seq  | ack       | answer  | taken | afterwards |
        | exact-and-unsent | RST,ACK | next | next+1000 | nothing | 0     | SYN-SENT   |
        | past             | RST,ACK | next | next-1000 | nothing | 0     | SYN-SENT   |

    @id:tcp-matrix-syn-sent-urg-seg-synsent-1 @needs:tcp.calls
    Scenario Outline: urgent data in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case   | flags   | seq  | ack       | urgent | data     | answer  | taken | afterwards |
        | unsent | URG,ACK | next | next+1000 | 5      | 5 octets | a reset | 0     | SYN-SENT   |

  @RFC9293-SEG-SYNSENT-6
  Rule: In SYN-SENT a segment that is neither SYN nor reset is dropped

    @id:tcp-matrix-syn-sent-ack-seg-synsent-6 @needs:tcp.calls
    Scenario Outline: ACK and nothing else in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags | seq  | ack  | answer  | taken | afterwards |
        | exact | ACK   | next | next | nothing | 0     | SYN-SENT   |

    @id:tcp-matrix-syn-sent-data-seg-synsent-6 @needs:tcp.calls
    Scenario Outline: data in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq  | ack  | data     | answer  | taken | afterwards |
        | exact | PSH,ACK | next | next | 5 octets | nothing | 0     | SYN-SENT   |

    @id:tcp-matrix-syn-sent-no-ack-seg-synsent-6 @needs:tcp.calls
    Scenario Outline: neither SYN, ACK nor RST in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   | data   |
        | <flags> | <seq> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags | seq  | data     | answer  | taken | afterwards |
        | bare | none  | next |          | nothing | 0     | SYN-SENT   |
        | data | PSH   | next | 5 octets | nothing | 0     | SYN-SENT   |

    @id:tcp-matrix-syn-sent-urg-seg-synsent-6 @needs:tcp.calls
    Scenario Outline: urgent data in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   | ack   | urgent   | data   |
        | <flags> | <seq> | <ack> | <urgent> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags   | seq  | ack  | urgent | data     | answer  | taken | afterwards |
        | exact | URG,ACK | next | next | 5      | 5 octets | nothing | 0     | SYN-SENT   |

  @RFC9293-SEG-FIN-1
  Rule: A FIN means nothing to who waits for a SYN, or for the answer to one

    @id:tcp-matrix-syn-sent-fin-seg-fin-1 @needs:tcp.calls
    Scenario Outline: FIN in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   | ack   | data   |
        | <flags> | <seq> | <ack> | <data> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case      | flags       | seq  | ack  | data     | answer  | taken | afterwards |
        | exact     | FIN,ACK     | next | next |          | nothing | 0     | SYN-SENT   |
        | with-data | FIN,PSH,ACK | next | next | 5 octets | nothing | 0     | SYN-SENT   |

    @id:tcp-matrix-syn-sent-no-ack-seg-fin-1 @needs:tcp.calls
    Scenario Outline: neither SYN, ACK nor RST in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case | flags | seq  | answer  | taken | afterwards |
        | fin  | FIN   | next | nothing | 0     | SYN-SENT   |

  @RFC9293-SEG-SYNSENT-3
  Rule: In SYN-SENT a reset without an acknowledgement is passed over

    @id:tcp-matrix-syn-sent-rst-seg-synsent-3 @needs:tcp.calls
    Scenario Outline: RST in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case  | flags | seq  | answer  | taken | afterwards |
        | exact | RST   | next | nothing | 0     | SYN-SENT   |

  @RFC9293-SEG-SYNSENT-2
  Rule: In SYN-SENT a reset that acknowledges the SYN ends the attempt, and the user is told

    @id:tcp-matrix-syn-sent-rst-seg-synsent-2 @needs:tcp.calls
    Scenario Outline: RST in SYN-SENT
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq   | ack   |
        | <flags> | <seq> | <ack> |
      Then the answer is "<answer>", <taken> octets being taken
      And the connection is in <afterwards> afterwards

      Examples:
        | case           | flags   | seq  | ack  | answer  | taken | afterwards |
        | exact-with-ack | RST,ACK | next | next | nothing | 0     | CLOSED     |
