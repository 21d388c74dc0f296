Feature: Selective acknowledgement

  A receiver tells what it holds beyond a gap, so that nothing but the gap is sent again.

  @RFC2018-4b
  Rule: Every acknowledgement tells

    @id:tcp-sack-001 @needs:tcp.discard @needs:tcp.sack
    Scenario: Three segments behind a gap
      Given a connection to the discard service is established, its SYN sent with
        | options |
        | 1, 1, 4 |
      When the tester sends the pieces "2 3 4", of 100 octets each, 20 ms apart
      Then each of the last 3 acknowledgements tells what is held

  @RFC2018-4c
  Rule: The latest first

    @id:tcp-sack-002 @needs:tcp.discard @needs:tcp.sack
    Scenario: Pieces behind three gaps
      Given a connection to the discard service is established, its SYN sent with
        | options |
        | 1, 1, 4 |
      When the tester sends the pieces "6 2 4", of 50 octets each, 20 ms apart
      Then the first block holds piece 4

  @RFC2018-4d
  Rule: As many as there is room for

    @id:tcp-sack-003 @needs:tcp.discard @needs:tcp.sack
    Scenario: Pieces behind three gaps
      Given a connection to the discard service is established, its SYN sent with
        | options |
        | 1, 1, 4 |
      When the tester sends the pieces "2 4 6", of 50 octets each
      Then the last acknowledgement tells of the pieces "2 4 6"

  @RFC2018-5a
  Rule: What was told of is not sent again

    @id:tcp-sack-004 @needs:tcp.characters @needs:tcp.sack
    Scenario: Two of eight segments are lost
      Given the tester takes characters in segments of 500 octets and says what it holds
      When 1 flight is acknowledged, segment by segment
      And a flight comes
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2"
      And 1 duplicate of the last acknowledgement arrives, telling of segments "4 to 5, 2"
      And 3 duplicates of the last acknowledgement arrive, telling of segments "4 to 8, 2"
      Then segments "2, 4 to 8" did not come again

  @RFC2018-5b
  Rule: A timeout makes it forget

    @id:tcp-sack-005 @needs:tcp.characters @needs:tcp.sack
    Scenario: What was told of is sent again after all
      Given the tester takes characters in segments of 500 octets and says what it holds
      When a flight comes
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2"
      And the timer runs out
      And the tester acknowledges one segment more
      And nothing more comes for now
      And 1 duplicate of the last acknowledgement arrives, telling of the newest segment
      Then segment 1 comes again

  @RFC2018-5c
  Rule: The first segment, even if it was told of

    @id:tcp-sack-006 @needs:tcp.characters @needs:tcp.sack
    Scenario: A receiver that has thrown it away
      Given the tester takes characters in segments of 500 octets and says what it holds
      When a flight comes
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2"
      And the tester acknowledges one segment more
      And the timer runs out
      Then segment 1 comes again

  @RFC2018-8
  Rule: What was told of is kept

    @id:tcp-sack-007 @needs:tcp.characters @needs:tcp.sack
    Scenario: All but the first of a flight was told of, and nothing came of it
      Given the tester takes characters in segments of 500 octets and says what it holds
      When a flight comes
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2"
      And the tester acknowledges one segment more
      And nothing more comes for now
      Then segment 1 is sent again in time
      And what comes again is what came before

  @RFC5681-3.2i
  Rule: Only news lets new data go

    @id:tcp-sack-008 @needs:tcp.characters @needs:tcp.sack
    Scenario: Duplicates that tell of nothing
      Given the tester takes characters in segments of 500 octets and says what it holds, after a handshake of 300 ms
      When 1 flight is acknowledged, segment by segment, after 300 ms
      And a flight comes
      And 2 duplicates of the last acknowledgement arrive
      Then no new data comes
