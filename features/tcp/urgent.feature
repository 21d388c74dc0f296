Feature: Urgent data

  A sender can mark the end of something urgent, further on in its data: the receiver is told where that is before it has
  come, and makes haste. Few applications use it, and every TCP has it.

  @RFC9293-MUST-30
  Rule: What a user sends as urgent is announced by URG

    @id:tcp-urgent-001 @needs:tcp.calls
    Scenario: Five octets that are urgent
      Given a user's connection is in ESTABLISHED
      When the user sends 5 octets as urgent data
      Then URG announces them

  @RFC9293-MUST-31
  Rule: Urgent data may be of any length

    @id:tcp-urgent-002 @needs:tcp.calls
    Scenario: Urgent data of six segments is sent
      Given a user's connection is in ESTABLISHED
      When the user sends 3000 octets as urgent data
      Then the last of them comes with an urgent pointer behind all of them

    @id:tcp-urgent-003 @needs:tcp.calls
    Scenario: Urgent data of six segments comes
      Given a user's connection is in ESTABLISHED
      When the tester sends urgent data in 6 segments of 500 octets
      Then the user receives all of it

  @RFC9293-MUST-62
  Rule: The urgent pointer is the number of the octet behind the urgent data

    @id:tcp-urgent-004 @needs:tcp.calls
    Scenario: Where the pointer points
      Given a user's connection is in ESTABLISHED
      When the user sends 5 octets as urgent data
      Then the last of them comes with an urgent pointer behind all of them

  @RFC9293-MUST-32
  Rule: The user is told when urgent data is announced

    @id:tcp-urgent-005 @needs:tcp.calls
    Scenario: Urgent data comes
      Given a user's connection is in ESTABLISHED
      When the tester sends urgent data in 1 segment of 5 octets
      Then the user is told of urgent data

    @id:tcp-urgent-006 @needs:tcp.calls
    Scenario: Urgent data comes once what was urgent before is read
      Given a user's connection is in ESTABLISHED
      And urgent data has come, and the user was told of it and has read it
      When the tester sends urgent data in 1 segment of 5 octets
      Then the user is told of urgent data

  @RFC9293-MUST-33
  Rule: The user can find out whether urgent data is still to be read

    @id:tcp-urgent-007 @needs:tcp.calls @needs:tcp.urgent-mark
    Scenario: Before and after it is read
      Given a user's connection is in ESTABLISHED
      When the tester sends urgent data in 1 segment of 5 octets
      Then more urgent data is to be read, and none once the user has read it

    @id:tcp-urgent-008 @needs:tcp.calls @needs:tcp.urgent-mark
    Scenario: The user has read what came, and the rest is on its way
      Given a user's connection is in ESTABLISHED
      When 2 octets come that point to urgent data 5 octets further on, and the user reads them
      Then more urgent data is to be read

  @RFC9293-SEG-URG-1
  Rule: The user is told of urgent data as long as the peer can send

    @id:tcp-urgent-009 @needs:tcp.calls
    Scenario Outline: The user itself has nothing more to send
      Given a user's connection is in <state>
      When the tester sends urgent data in 1 segment of 5 octets
      Then the user is told of urgent data

      Examples:
        | case       | state      |
        | fin-wait-1 | FIN-WAIT-1 |
        | fin-wait-2 | FIN-WAIT-2 |
