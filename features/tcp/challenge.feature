Feature: Challenges to whoever may be guessing

  Somebody who sees nothing of a connection can still guess a number in its window. A reset or a SYN that is not exact is
  therefore answered by a question: the true peer, if it has really lost the connection, can answer it exactly.

  @RFC5961-3.2a
  Rule: A reset is believed only at the very next number

    @id:tcp-challenge-001 @needs:tcp.echo @needs:tcp.rfc5961
    Scenario: A reset in the middle of the window
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags | seq     |
        | RST   | next+10 |
      Then the answer is "an acknowledgement", 0 octets being taken
      And the connection is in ESTABLISHED afterwards

  @RFC5961-3.2b
  Rule: A reset at the very next number, as it follows a challenge, resets the connection

    @id:tcp-challenge-002 @needs:tcp.echo @needs:tcp.rfc5961
    Scenario: The peer has lost the connection, and answers the challenge
      Given a connection to the echo service is established
      And it has sent
        | flags | seq |
        | RST   | 500 |
      And it has been answered
        | flags | ack  |
        | ACK   | next |
      When the tester sends
        | flags | seq  |
        | RST   | next |
        | ACK   | next |
      Then the implementation answers
        | flags |
        | RST   |

  @RFC5961-3.2c
  Rule: A reset in the window but not at the next number is answered by a challenge, and the connection goes on

    @id:tcp-challenge-003 @needs:tcp.echo @needs:tcp.rfc5961
    Scenario Outline: At the first number that is wrong, and at the last
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq   |
        | <flags> | <seq> |
      Then the answer is "an acknowledgement", 0 octets being taken
      And the connection is in ESTABLISHED afterwards

      Examples:
        | case             | flags   | seq    |
        | first            | RST     | next+1 |
        | last             | RST     | edge-1 |
        | acknowledges-too | RST,ACK | next+1 |

  @RFC5961-3.2d
  Rule: A reset outside of the window is dropped without a word

    @id:tcp-challenge-004 @needs:tcp.echo @needs:tcp.rfc5961
    Scenario Outline: Right before the window, and behind it
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags | seq   |
        | RST   | <seq> |
      Then the answer is "nothing", 0 octets being taken
      And the connection is in ESTABLISHED afterwards

      Examples:
        | case   | seq    |
        | before | next-1 |
        | behind | beyond |

  @RFC5961-3.2e
  Rule: In SYN-SENT a reset counts only if it acknowledges the SYN

    @id:tcp-challenge-005 @needs:tcp.calls @needs:tcp.rfc5961
    Scenario Outline: Resets of somebody who has not seen the SYN
      Given a connection of the implementation is in SYN-SENT
      When this segment arrives
        | flags   | seq | ack   |
        | <flags> | 0   | <ack> |
      Then the answer is "nothing", 0 octets being taken
      And the connection is in <state> afterwards

      Examples:
        | case       | flags   | ack    | state    |
        | none       | RST     |        | SYN-SENT |
        | too-low    | RST,ACK | next-1 | SYN-SENT |
        | too-high   | RST,ACK | next+1 | SYN-SENT |
        | of-the-syn | RST,ACK | next   | CLOSED   |

  @RFC5961-4.2
  Rule: A SYN on an open connection is answered by a challenge, and a reset in answer to that ends the connection

    @id:tcp-challenge-006 @needs:tcp.echo @needs:tcp.rfc5961
    Scenario Outline: The peer has started anew
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags | seq   |
        | SYN   | <seq> |
      Then the answer is "an acknowledgement", 0 octets being taken
      And the connection is in ESTABLISHED afterwards

      Examples:
        | case   | seq          |
        | exact  | next         |
        | inside | next+100     |
        | before | next-100     |
        | far    | next+1000000 |

  @RFC5961-5.2
  Rule: Data whose acknowledgement is of before the largest window ever, or of what was never sent, is turned away

    @id:tcp-challenge-007 @needs:tcp.echo @needs:tcp.rfc5961
    Scenario Outline: Data of somebody who guesses
      Given a connection of the implementation is in ESTABLISHED
      When this segment arrives
        | flags   | seq  | ack   | data     |
        | PSH,ACK | next | <ack> | 5 octets |
      Then the answer is "an acknowledgement", 0 octets being taken
      And the connection is in ESTABLISHED afterwards

      Examples:
        | case          | ack        |
        | of-long-ago   | next-70000 |
        | of-the-future | next+1     |
