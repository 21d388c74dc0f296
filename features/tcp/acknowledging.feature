Feature: When data is acknowledged

  One acknowledgement for two segments saves half of them, but none may be late: whoever sends learns from them how fast it may, and what was lost.

  @RFC9293-SHLD-18
  Rule: There are fewer acknowledgements than segments

    @id:tcp-acknowledging-001 @needs:tcp.discard
    Scenario: A stream of 40 segments
      Given a connection to the discard service is established
      When the tester sends 40 pieces of 100 octets, as the window allows
      Then there are at most 39 acknowledgements

  @RFC9293-SHLD-19
  Rule: Every second full segment is acknowledged

    @id:tcp-acknowledging-002 @needs:tcp.discard
    Scenario: A stream of 20 segments
      Given a connection to the discard service is established
      When the tester sends 20 segments of the largest size that is taken, 10 ms apart
      Then there are at least 10 acknowledgements

  @RFC9293-MUST-40
  Rule: No acknowledgement takes half a second

    @id:tcp-acknowledging-003 @needs:tcp.discard
    Scenario: One small segment
      Given a connection to the discard service is established
      When the tester sends 1 pieces of 10 octets
      Then the first acknowledgement comes in less than 500 ms

  @RFC5681-4.2a
  Rule: The first octet that waits decides

    @id:tcp-acknowledging-004 @needs:tcp.discard
    Scenario: Small segments that keep coming
      Given a connection to the discard service is established
      When the tester sends 6 pieces of 10 octets, 150 ms apart
      Then the first acknowledgement comes in less than 501 ms

  @RFC5681-4.2b
  Rule: Twice the largest segment is acknowledged, in however small pieces it comes

    @id:tcp-acknowledging-005 @needs:tcp.discard
    Scenario: A stream of 24 halves
      Given a connection to the discard service is established
      When the tester sends 24 segments of half the largest size that is taken, 10 ms apart
      Then there are at least 6 acknowledgements

  @RFC5681-4.2c
  Rule: No more acknowledgements than segments

    @id:tcp-acknowledging-006 @needs:tcp.discard
    Scenario: A stream with a gap
      Given a connection to the discard service is established
      When the tester sends the pieces "1 2 3 5 6 7 8", of 100 octets each
      Then there are at most 7 acknowledgements

  @RFC5681-3.2a
  Rule: Out of order is acknowledged at once

    @id:tcp-acknowledging-007 @needs:tcp.discard
    Scenario: Three segments behind a gap
      Given a connection to the discard service is established
      When the tester sends the pieces "2 3 4", of 100 octets each, 20 ms apart
      Then there are at least 3 acknowledgements

  @RFC5681-3.2b
  Rule: What fills a gap is acknowledged at once

    @id:tcp-acknowledging-008 @needs:tcp.discard
    Scenario: A gap is filled piece by piece
      Given a connection to the discard service is established
      When the tester sends the pieces "5 1 2 3 4", of 50 octets each, 20 ms apart
      Then there are at least 5 acknowledgements
