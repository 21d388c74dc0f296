Feature: Keep-alives

  A connection on which nobody has anything to say sends nothing, and lives. Some implementations ask from time to time
  whether the peer is still there, by a segment that has to be answered. Users decide on it, and it is rare.

  @RFC9293-MUST-24
  Rule: The user turns keep-alives on and off for each connection

    @id:tcp-keep-alive-001 @needs:tcp.calls @patience:7800
    Scenario: One of two connections has them
      Given a user's connection, with keep-alives turned on
      And another connection, with keep-alives turned off
      When the first connection has had its keep-alive
      Then the second connection has had none

    @id:tcp-keep-alive-002 @needs:tcp.calls @patience:7800
    Scenario: They are turned on and off again
      Given a user's connection, with keep-alives turned on
      And another connection, with keep-alives turned on
      And they are turned off again there
      When the first connection has had its keep-alive
      Then the second connection has had none

  @RFC9293-MUST-25
  Rule: Nobody has keep-alives who has not asked for them

    @id:tcp-keep-alive-003 @needs:tcp.echo @patience:8000
    Scenario: Nothing is said for more than two hours
      Given a connection of the implementation is in ESTABLISHED
      When nothing is said on it
      Then no keep-alive comes within 7800 seconds

  @RFC9293-MUST-26
  Rule: Keep-alives are for connections of which nothing was heard for the whole interval

    @id:tcp-keep-alive-004 @needs:tcp.calls @patience:10900
    Scenario: The peer is heard an hour after the beginning
      Given a user's connection, with keep-alives turned on
      And 3600 seconds have passed
      When the tester is heard once more
      Then no keep-alive comes within 7190 seconds

  @RFC9293-MUST-28
  Rule: Keep-alives come after two hours at the earliest, unless another interval was set

    @id:tcp-keep-alive-005 @needs:tcp.calls @patience:7400
    Scenario: Not within two hours
      Given a user's connection, with keep-alives turned on
      When nothing is said on it
      Then no keep-alive comes within 7190 seconds

  @RFC9293-MUST-29
  Rule: One keep-alive without an answer does not end the connection

    @id:tcp-keep-alive-006 @needs:tcp.calls @patience:7800
    Scenario: The first keep-alive gets lost
      Given a user's connection, with keep-alives turned on
      When its keep-alive comes and is not answered
      Then the connection outlives it

  @RFC9293-SHLD-12
  Rule: A keep-alive carries no data

    @id:tcp-keep-alive-007 @needs:tcp.calls @patience:7800
    Scenario: A keep-alive, and nothing in it
      Given a user's connection, with keep-alives turned on
      When its keep-alive comes and is not answered
      Then it carries no data
