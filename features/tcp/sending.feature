Feature: Segments of a good size

  Small segments cost as much as large ones: a sender fills them, and waits for that where waiting is no loss.

  @RFC9293-SHLD-7
  Rule: Less than a segment waits while data is on its way

    @id:tcp-sending-001 @needs:tcp.echo
    Scenario: Two small pieces of an echo
      Given the tester hears the echo in segments of 1000 octets, after a handshake of 0 ms
      When the tester gives 10 octets to be echoed
      And a flight comes
      And the tester gives 10 octets to be echoed
      And nothing more comes for now
      Then no new data comes

  @RFC9293-MUST-17
  Rule: A user can turn that off

    @id:tcp-sending-002 @needs:tcp.calls
    Scenario: Two small pieces of a user
      Given the user has opened a port
      And the user has a connection to the tester, who takes segments of 536 octets
      When the user turns the waiting off
      And the user gives 10 octets
      And a flight comes
      And the user gives 10 octets
      And nothing more comes for now
      Then new data comes

  @RFC9293-MUST-60
  Rule: Nothing is kept back for ever

    @id:tcp-sending-003 @needs:tcp.calls
    Scenario: A user gives little
      Given the user has opened a port
      And the user has a connection to the tester, who takes segments of 536 octets
      When the user gives 10 octets
      And the user gives 10 octets
      Then 20 octets of the user come

  @RFC9293-MUST-61
  Rule: The last segment has PSH

    @id:tcp-sending-004 @needs:tcp.echo
    Scenario: An echo of three segments
      Given the tester hears the echo in segments of 1000 octets, after a handshake of 0 ms
      When the tester gives 2500 octets to be echoed
      And 2500 octets have come back
      Then the last segment has PSH

  @RFC9293-SHLD-27
  Rule: What was given in pieces goes out in full segments

    @id:tcp-sending-005 @needs:tcp.echo
    Scenario: Many small pieces wait for the window
      Given the tester hears the echo in segments of 1000 octets, after a handshake of 0 ms
      When the tester closes its window
      And the tester gives 100 octets to be echoed, 25 times
      And nothing more comes for now
      And the tester opens its window
      And a flight comes
      Then all segments but the last are full

  @RFC9293-SHLD-28
  Rule: Where there is enough, segments are full

    @id:tcp-sending-006 @needs:tcp.characters
    Scenario: Characters without end
      Given the tester takes characters in segments of 1000 octets
      When 2 flights are acknowledged
      Then all segments are full as long as there is more to send
