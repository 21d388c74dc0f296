Feature: Half open

  A SYN has come and was answered. The acknowledgement of the answer opens the connection; a reset undoes it all, and who
  was waiting waits on.

  @RFC9293-SEG-ACK-1
  Rule: A segment without ACK is dropped

    @id:tcp-half-open-001 @needs:tcp.echo
    Scenario Outline: Data that acknowledges nothing
      Given a connection to the echo service is established
      And data comes back
      When the tester sends a segment that is not to be taken
        | flags   | seq  | data     |
        | <flags> | next | 8 octets |
      Then the implementation stays silent

      Examples:
        | case   | flags |
        | none   | none  |
        | pushed | PSH   |
        | fin    | FIN   |

  @RFC9293-SEG-ACK-2
  Rule: The acknowledgement of the SYN opens the connection

    @id:tcp-half-open-002 @needs:tcp.characters
    Scenario: The window of the third message counts
      Given the tester is at the characters port
      And it has sent
        | flags | window |
        | SYN   | 0      |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the tester sends
        | flags | window |
        | ACK   | 5000   |
      Then a segment comes with more than 1 octets of data

    @id:tcp-half-open-003 @needs:tcp.echo
    Scenario: Three messages are enough
      Given a connection to the echo service is established
      Then the implementation stays silent

    @id:tcp-half-open-004 @needs:tcp.echo
    Scenario: The third message may bring data
      Given the tester is at the echo port
      And it has sent
        | flags |
        | SYN   |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the tester sends
        | flags   | data     |
        | PSH,ACK | 8 octets |
      Then all 8 octets come back

  @RFC9293-SEG-ACK-3
  Rule: An acknowledgement of what was not sent opens nothing

    @id:tcp-half-open-005 @needs:tcp.echo
    Scenario Outline: The answer to a wrong acknowledgement
      Given the tester is at the echo port
      And it has sent
        | flags |
        | SYN   |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the tester sends
        | flags | ack   |
        | ACK   | <ack> |
      Then the acknowledgement of <ack> is turned away

      Examples:
        | case    | ack    |
        | nothing | 0      |
        | beyond  | 2      |
        | far     | 100000 |

  @RFC9293-SEG-RST-4
  Rule: A reset makes who was waiting wait again

    @id:tcp-half-open-006 @needs:tcp.echo
    Scenario: The acknowledgement comes after the reset
      Given the tester is at the echo port
      And it has sent
        | flags |
        | SYN   |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the tester sends
        | flags | seq |
        | RST   | 1   |
        | ACK   | 1   |
      Then a reset comes with number 1

  @RFC9293-SEG-RST-5
  Rule: A reset ends the attempt of who has asked

    @id:tcp-half-open-007 @needs:tcp.calls
    Scenario: Two SYNs have crossed, and the tester gives up
      Given the user has asked the tester for a connection
      And it has sent
        | flags |
        | SYN   |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the tester sends
        | flags | seq |
        | RST   | 1   |
      Then the user is told that the attempt has failed

  @RFC9293-MUST-11
  Rule: Who has received a SYN remembers how it came to that

    @id:tcp-half-open-008 @needs:tcp.calls
    Scenario: Who was waiting waits on
      Given the user has opened a port
      And the tester has a half-open connection to it
      When the tester sends
        | flags | seq |
        | RST   | 1   |
      Then a SYN to that port is answered

    @id:tcp-half-open-009 @needs:tcp.calls
    Scenario: Who has asked is told, and nobody waits
      Given the user has asked the tester for a connection
      And it has sent
        | flags |
        | SYN   |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the tester sends
        | flags | seq |
        | RST   | 1   |
      Then the user is told that the attempt has failed
      And a SYN to the port that it asked from is refused

  @RFC9293-SEG-SYN-1
  Rule: A new SYN makes who was waiting wait again

    @id:tcp-half-open-010 @needs:tcp.echo
    Scenario Outline: A SYN within the window
      Given the tester is at the echo port
      And it has sent
        | flags |
        | SYN   |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the tester sends a segment that is not to be taken
        | flags | seq   |
        | SYN   | <seq> |
      Then the half-open connection is gone, or the SYN was turned away

      Examples:
        | case   | seq  |
        | next   | 1    |
        | within | 1000 |

  @RFC9293-SHLD-2
  Rule: A reset may carry data

    @id:tcp-half-open-011 @needs:tcp.echo
    Scenario Outline: A reset that says why
      Given a connection to the echo service is established
      When the tester sends a segment that is not to be taken
        | flags   | seq  | data     |
        | <flags> | next | <octets> |
      Then the connection is gone

      Examples:
        | case | flags   | octets     |
        | one  | RST,ACK | 1 octet    |
        | more | RST,ACK | 20 octets  |
        | bare | RST     | 100 octets |
