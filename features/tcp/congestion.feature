Feature: No more than the network carries

  A sender begins with little, takes what is acknowledged as a sign that there is room for more, and a loss as a sign that there was not.

  @RFC5681-2a
  Rule: Nothing beyond the window that is offered

    @id:tcp-congestion-001 @needs:tcp.characters
    Scenario: A window of two segments and a half
      Given the tester takes characters in segments of 1000 octets and offers a window of 2500
      When 3 flights are acknowledged
      And a flight comes
      Then nothing lies beyond the window that was offered

  @RFC5681-3.1a
  Rule: A segment more for each acknowledgement

    @id:tcp-congestion-002 @needs:tcp.characters
    Scenario: Flights of slow start
      Given the tester takes characters in segments of 500 octets
      When 3 flights are acknowledged, segment by segment
      And a flight comes
      Then no flight grows by more than a segment for each acknowledgement

  @RFC5681-3.1b
  Rule: The first flight

    @id:tcp-congestion-003 @needs:tcp.characters
    Scenario: Segments of 500 octets
      Given the tester takes characters in segments of 500 octets
      When a flight comes
      Then no more than the initial window is on its way

    @id:tcp-congestion-004 @needs:tcp.characters
    Scenario: Segments of 1460 octets
      Given the tester takes characters in segments of 1460 octets
      When a flight comes
      Then no more than the initial window is on its way

  @RFC5681-3.1c
  Rule: The handshake gains nothing

    @id:tcp-congestion-005 @needs:tcp.characters
    Scenario: The first flight, counted exactly
      Given the tester takes characters in segments of 1000 octets
      When a flight comes
      Then no more than the initial window of RFC 5681 is on its way

  @RFC5681-3.1d
  Rule: One segment after a lost SYN,ACK

    @id:tcp-congestion-006 @needs:tcp.characters
    Scenario: The SYN,ACK comes twice
      Given the tester takes characters in segments of 1000 octets once the SYN,ACK has come twice
      When a flight comes
      Then no more than 1 segment is on its way

  @RFC5681-3.1e
  Rule: Slow start goes far

    @id:tcp-congestion-007 @needs:tcp.characters
    Scenario: Flights grow to sixteen segments
      Given the tester takes characters in segments of 500 octets
      When 4 flights are acknowledged, segment by segment
      And a flight comes
      Then a flight has 16 segments or more

  @RFC5681-3.1f
  Rule: Many small acknowledgements gain nothing

    @id:tcp-congestion-008 @needs:tcp.characters
    Scenario: One segment is acknowledged in ten parts
      Given the tester takes characters in segments of 500 octets
      When a flight comes
      And the tester counts flights anew
      And the tester acknowledges one segment more, in 10 parts
      And a flight comes
      Then at most 2 segments of new data come

  @RFC5681-3.1g
  Rule: A segment more in each round trip

    @id:tcp-congestion-009 @needs:tcp.characters
    Scenario: Ten flights of congestion avoidance
      Given the tester takes characters in segments of 500 octets
      When a flight comes
      And the timer runs out
      And the tester acknowledges all that has come
      And 2 flights are acknowledged, segment by segment
      And the tester counts flights anew
      And 10 flights are acknowledged, segment by segment
      And a flight comes
      Then the last flight is at most 11 segments more than the first

  @RFC5681-3.1h
  Rule: Slow start ends at half of what was on its way

    @id:tcp-congestion-010 @needs:tcp.characters
    Scenario: A timeout with eight segments on their way
      Given the tester takes characters in segments of 500 octets
      When 1 flight is acknowledged, segment by segment
      And a flight comes
      And the timer runs out
      And the tester acknowledges all that has come
      And 2 flights are acknowledged, segment by segment
      And a flight comes
      Then no more than 6 segments are on their way

  @RFC5681-3.1i
  Rule: One segment after a timeout

    @id:tcp-congestion-011 @needs:tcp.characters
    Scenario: Eight segments on their way
      Given the tester takes characters in segments of 500 octets
      When 1 flight is acknowledged, segment by segment
      And a flight comes
      And the timer runs out
      And nothing more comes for now
      Then nothing but segment 1 comes

  @RFC9293-MUST-19
  Rule: After a timeout all begins anew

    @id:tcp-congestion-012 @needs:tcp.characters
    Scenario: The timer has run out twice
      Given the tester takes characters in segments of 500 octets
      When 1 flight is acknowledged, segment by segment
      And a flight comes
      And the timer runs out 2 times
      And the tester acknowledges one segment more
      And nothing more comes for now
      Then at most 4 segments come

  @RFC5681-3.2c
  Rule: The third duplicate

    @id:tcp-congestion-013 @needs:tcp.characters
    Scenario: A segment is sent again long before the timer
      Given the tester takes characters in segments of 500 octets, after a handshake of 300 ms
      When 1 flight is acknowledged, segment by segment, after 300 ms
      And a flight comes
      And 3 duplicates of the last acknowledgement arrive
      Then segment 1 comes again

  @RFC5681-3.2d
  Rule: The first two duplicates

    @id:tcp-congestion-014 @needs:tcp.characters
    Scenario: Each lets a segment go
      Given the tester takes characters in segments of 500 octets
      When 1 flight is acknowledged, segment by segment
      And a flight comes
      And the timer runs out
      And the tester acknowledges all that has come
      And 1 flight is acknowledged, segment by segment
      And a flight comes
      And 1 duplicate of the last acknowledgement arrives
      And 1 duplicate of the last acknowledgement arrives
      And nothing more comes for now
      Then 2 segments of new data have come since the last flight

  @RFC5681-3.2e
  Rule: Slow start after a loss ends at half of what was on its way

    @id:tcp-congestion-015 @needs:tcp.characters
    Scenario: Eight segments, the first of them lost
      Given the tester takes characters in segments of 500 octets
      When 1 flight is acknowledged, segment by segment
      And a flight comes
      And 3 duplicates of the last acknowledgement arrive
      And the tester acknowledges all that has come
      And 3 flights are acknowledged, segment by segment
      And a flight comes
      Then no more than 7 segments are on their way

  @RFC5681-3.2f
  Rule: The first missing segment, and no more for now

    @id:tcp-congestion-016 @needs:tcp.characters
    Scenario: Six duplicates
      Given the tester takes characters in segments of 500 octets
      When 1 flight is acknowledged, segment by segment
      And a flight comes
      And 2 duplicates of the last acknowledgement arrive
      And 4 duplicates of the last acknowledgement arrive
      Then segment 1 comes again
      And no more is on its way than half of the flight and 6 segments, or than the flight and 2

  @RFC5681-3.2g
  Rule: Each duplicate lets a segment go in the end

    @id:tcp-congestion-017 @needs:tcp.characters
    Scenario: Nine duplicates
      Given the tester takes characters in segments of 500 octets
      When a flight of 8 segments comes, after a timeout of one twice as large
      And 6 duplicates of the last acknowledgement arrive
      And 3 duplicates of the last acknowledgement arrive
      Then at least 1 segments of new data come

  @RFC5681-3.2h
  Rule: The end of recovery

    @id:tcp-congestion-018 @needs:tcp.characters
    Scenario: What was blown up is let out
      Given the tester takes characters in segments of 500 octets
      When 1 flight is acknowledged, segment by segment
      And a flight comes
      And 9 duplicates of the last acknowledgement arrive
      And the tester acknowledges all that has come
      And a flight comes
      Then no more than 4 segments are on their way

  @RFC5681-4.1
  Rule: After a rest

    @id:tcp-congestion-019 @needs:tcp.echo
    Scenario: An echo after three seconds
      Given the tester hears the echo in segments of 500 octets, after a handshake of 0 ms
      When 8 times 4000 octets are echoed, and acknowledged segment by segment
      And the tester gives nothing for 3000 ms
      And the tester gives 16000 octets to be echoed
      And a flight comes
      Then no more than the restart window is on its way
