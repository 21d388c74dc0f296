Feature: Recovery by SACK

  Who knows what has arrived knows what is lost, and what still is on its way.

  @RFC6675-4a
  Rule: Nothing is forgotten in recovery

    @id:tcp-sack-recovery-001 @needs:tcp.characters @needs:tcp.sack-recovery
    Scenario: A receiver throws away what it told of
      Given the tester takes characters in segments of 500 octets and says what it holds
      When a flight of 8 segments comes, after a timeout of one twice as large
      And 3 duplicates of the last acknowledgement arrive, telling of segments "2 to 8"
      And the tester acknowledges one segment more
      And nothing more comes for now
      Then segment 1 is sent again in time
      And what comes again is what came before

  @RFC6675-4b
  Rule: Three segments above it, and it is lost

    @id:tcp-sack-recovery-002 @needs:tcp.characters @needs:tcp.sack-recovery
    Scenario: One acknowledgement tells of three segments
      Given the tester takes characters in segments of 500 octets and says what it holds
      When a flight of 8 segments comes, after a timeout of one twice as large
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2 to 4"
      Then segment 1 comes again

  @RFC6675-4c
  Rule: What is on its way

    @id:tcp-sack-recovery-003 @needs:tcp.characters @needs:tcp.sack-recovery
    Scenario: Half as much as before
      Given the tester takes characters in segments of 500 octets and says what it holds
      When a flight of 8 segments comes, after a timeout of one twice as large
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2 to 8"
      Then at most 3 segments of new data come

  @RFC6675-4d
  Rule: Lost segments first

    @id:tcp-sack-recovery-004 @needs:tcp.characters @needs:tcp.sack-recovery
    Scenario: The first and the third of eight
      Given the tester takes characters in segments of 500 octets and says what it holds
      When a flight of 8 segments comes, after a timeout of one twice as large
      And 1 duplicate of the last acknowledgement arrives, telling of segments "4 to 8, 2"
      Then segments "1 3" come again first

  @RFC6675-5a
  Rule: An acknowledgement begins the count anew

    @id:tcp-sack-recovery-005 @needs:tcp.characters @needs:tcp.sack-recovery
    Scenario: Two duplicates, and one more later
      Given the tester takes characters in segments of 500 octets and says what it holds
      When a flight of 8 segments comes, after a timeout of one twice as large
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2"
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2 to 3"
      And the tester acknowledges 3 segments more, one by one
      And nothing more comes for now
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2"
      Then segments "1" did not come again

  @RFC6675-5b
  Rule: Half of what was on its way

    @id:tcp-sack-recovery-006 @needs:tcp.characters @needs:tcp.sack-recovery
    Scenario: Three duplicates of eight segments
      Given the tester takes characters in segments of 500 octets and says what it holds
      When a flight of 8 segments comes, after a timeout of one twice as large
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2"
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2 to 3"
      And the tester counts flights anew
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2 to 4"
      Then segment 1 comes again
      And no new data comes

  @RFC6675-5c
  Rule: Until all is acknowledged

    @id:tcp-sack-recovery-007 @needs:tcp.characters @needs:tcp.sack-recovery
    Scenario: Another segment is missing, and hardly any told of above it
      Given the tester takes characters in segments of 500 octets and says what it holds
      When a flight of 8 segments comes, after a timeout of one twice as large
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2 to 6"
      And the tester acknowledges 6 segments more, one by one
      And nothing more comes for now
      Then no more than 4 segments are on their way

  @RFC6675-5d
  Rule: As long as there is room

    @id:tcp-sack-recovery-008 @needs:tcp.characters @needs:tcp.sack-recovery
    Scenario: New data in recovery
      Given the tester takes characters in segments of 500 octets and says what it holds
      When a flight of 8 segments comes, after a timeout of one twice as large
      And 1 duplicate of the last acknowledgement arrives, telling of segments "2 to 8"
      Then at least 2 segments of new data come

  @RFC6675-5.1
  Rule: No new recovery after a timeout

    @id:tcp-sack-recovery-009 @needs:tcp.characters @needs:tcp.sack-recovery
    Scenario: What was lost before tells nothing new
      Given the tester takes characters in segments of 500 octets and says what it holds
      When a flight of 8 segments comes, after a timeout of one twice as large
      And 3 duplicates of the last acknowledgement arrive, telling of segments "2 to 8"
      And the timer runs out
      And the tester acknowledges one segment more
      And nothing more comes for now
      And what came again so far does not count
      And 3 duplicates of the last acknowledgement arrive, telling of segments "3 to 7"
      Then segments "1" did not come again
