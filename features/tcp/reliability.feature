Feature: A stream that arrives whole

  What comes too early waits for what is missing, what comes twice counts once, and all that was received is acknowledged.

  @RFC9293-SEG-TXT-1
  Rule: What comes is handed on in order, and acknowledged

    @id:tcp-reliability-001 @needs:tcp.discard
    Scenario: Data is acknowledged
      Given a connection to the discard service is established
      When the tester sends 3 pieces of 100 octets
      Then 300 octets are acknowledged

    @id:tcp-reliability-002 @needs:tcp.echo
    Scenario: Pieces that overtake one another come back in order
      Given a connection to the echo service is established
      When the tester sends the pieces "3 1 5 2 4", of 100 octets each
      And what is not acknowledged is sent again until it is
      Then all pieces come back, each once and in order

    @id:tcp-reliability-003 @needs:tcp.echo
    Scenario: Pieces that come twice come back once
      Given a connection to the echo service is established
      When the tester sends the pieces "1 1 2 1 3 2 3", of 100 octets each
      And what is not acknowledged is sent again until it is
      Then all pieces come back, each once and in order

  @RFC9293-SHLD-31
  Rule: What comes too early is kept

    @id:tcp-reliability-004 @needs:tcp.discard
    Scenario: A gap is filled, and nothing else is sent again
      Given a connection to the discard service is established
      When the tester sends the pieces "2 3 4 1", of 100 octets each
      Then 400 octets are acknowledged

  @RFC9293-SHLD-14
  Rule: The right edge of the window stays, or moves on

    @id:tcp-reliability-005 @needs:tcp.echo
    Scenario: While the echo piles up
      Given a connection to the echo service is established
      And it has sent
        | flags | window |
        | ACK   | 0      |
      When the tester sends 120 pieces of 1000 octets
      Then the right edge of the window never moves back
