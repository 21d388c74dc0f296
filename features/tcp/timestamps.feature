Feature: Timestamps

  Each segment says when it was sent, and returns what the other side said last. So a round trip can be measured, and a
  segment from long ago is known even after the numbers have come round.

  @RFC7323-3.2a
  Rule: What came is returned

    @id:tcp-stamps-001 @needs:tcp.echo @needs:tcp.timestamps
    Scenario: The answer to a SYN returns its timestamp
      When the tester asks the echo service with timestamps
      Then the implementation answers and returns timestamp 0

    @id:tcp-stamps-002 @needs:tcp.discard @needs:tcp.timestamps
    Scenario: An acknowledgement returns that of the data
      Given a connection to the discard service with timestamps is established
      When the tester sends with timestamps
        | flags   | data     | timestamp |
        | PSH,ACK | 5 octets | 7         |
      Then 5 numbers are acknowledged, and timestamp 7 is returned

  @RFC7323-3.2b
  Rule: What a SYN returns is passed over

    @id:tcp-stamps-003 @needs:tcp.echo @needs:tcp.timestamps
    Scenario: A SYN returns what it cannot have received
      When the tester asks the echo service with timestamps, and returns 305419896
      Then the implementation answers and returns timestamp 0

  @RFC7323-3.2c
  Rule: A SYN returns zero

    @id:tcp-stamps-004 @needs:tcp.calls @needs:tcp.timestamps
    Scenario: The SYN of a user's connection
      When the user asks the tester for a connection
      Then a SYN comes that returns no timestamp

  @RFC7323-3.2d
  Rule: No timestamps to who has sent none

    @id:tcp-stamps-005 @needs:tcp.echo
    Scenario: The answer to a SYN without options
      Given the tester is at the echo port
      When the tester sends
        | flags |
        | SYN   |
      And the implementation has answered
        | flags   |
        | SYN,ACK |
      Then the last segment does not carry the option "timestamps"

  @RFC7323-3.2e
  Rule: Every segment has them

    @id:tcp-stamps-006 @needs:tcp.echo @needs:tcp.timestamps
    Scenario: Acknowledgements, data and the end
      Given a connection to the echo service with timestamps is established
      When the tester sends with timestamps
        | flags       | data     |
        | PSH,ACK     | 5 octets |
        | FIN,PSH,ACK | 3 octets |
      And the far end has closed, too
      Then every segment but a reset carries the option "timestamps"

  @RFC7323-3.2f
  Rule: A segment without them is dropped

    @id:tcp-stamps-007 @needs:tcp.echo @needs:tcp.timestamps
    Scenario: Data without timestamps
      Given a connection to the echo service with timestamps is established
      And data comes back with timestamps
      When the tester sends a segment that is not to be taken
        | flags   | seq  | data     |
        | PSH,ACK | next | 8 octets |
      Then the implementation stays silent, as a segment with timestamps shows

  @RFC7323-3.2g
  Rule: A segment without them ends nothing

    @id:tcp-stamps-008 @needs:tcp.echo @needs:tcp.timestamps
    Scenario: Something without timestamps, and then data with them
      Given a connection to the echo service with timestamps is established
      When the tester sends a segment that is not to be taken
        | flags | seq  |
        | ACK   | next |
      Then the connection still carries data with timestamps

  @RFC7323-3.2h
  Rule: Timestamps that were not agreed on are passed over

    @id:tcp-stamps-009 @needs:tcp.echo
    Scenario: Data with timestamps after a SYN without
      Given a connection to the echo service is established
      When the tester sends
        | flags   | data     | options                     |
        | PSH,ACK | 5 octets | 1, 1, 8 0000000700000000  |
        | PSH,ACK | 5 octets | 1, 1, 8 0000000300000000  |
      Then all 10 octets come back

  @RFC7323-4.1a
  Rule: The clock runs as time does

    @id:tcp-stamps-010 @needs:tcp.discard @needs:tcp.timestamps
    Scenario: Three looks at the clock
      Given a connection to the discard service with timestamps is established
      When the tester looks at the clock three times, 1 second apart
      Then it has run evenly

  @RFC7323-4.3a
  Rule: The earliest of what is acknowledged counts

    @id:tcp-stamps-011 @needs:tcp.discard @needs:tcp.timestamps
    Scenario: Three segments one after another
      Given a connection to the discard service with timestamps is established
      Then acknowledgements of 3 segments return the timestamp of the earliest that they acknowledge

  @RFC7323-4.3b
  Rule: What came too early does not count

    @id:tcp-stamps-012 @needs:tcp.discard @needs:tcp.timestamps
    Scenario: Data beyond a gap
      Given a connection to the discard service with timestamps is established
      And 5 octets with timestamp 5 are acknowledged
      When the tester sends with timestamps
        | flags   | seq     | data     | timestamp |
        | PSH,ACK | next+50 | 5 octets | 9         |
      Then 0 numbers are acknowledged, and timestamp 5 is returned

  @RFC7323-4.3c
  Rule: What fills a gap counts

    @id:tcp-stamps-013 @needs:tcp.discard @needs:tcp.timestamps
    Scenario: The gap is filled
      Given a connection to the discard service with timestamps is established
      And 5 octets with timestamp 5 are acknowledged
      And data beyond a gap of 5 octets is acknowledged with timestamp 9
      When the tester sends with timestamps
        | flags   | data     | timestamp |
        | PSH,ACK | 5 octets | 11        |
      Then what fills the gap is acknowledged, and timestamp 11 is returned

  @RFC7323-4.3d
  Rule: Any segment in order moves it on

    @id:tcp-stamps-014 @needs:tcp.discard @needs:tcp.timestamps
    Scenario: An acknowledgement without data
      Given a connection to the discard service with timestamps is established
      When the tester sends with timestamps
        | flags | timestamp |
        | ACK   | 20        |
      Then the next acknowledgement returns timestamp 20

  @RFC7323-5.2a
  Rule: A reset may be old

    @id:tcp-stamps-015 @needs:tcp.echo @needs:tcp.timestamps
    Scenario: A reset with an old timestamp
      Given a connection to the echo service with timestamps is established
      And 5 octets with timestamp 1000 come back
      When the tester sends with timestamps what is not to be taken
        | flags   | seq  | timestamp |
        | RST,ACK | next | 1         |
      Then the connection is gone

  @RFC7323-5.2b
  Rule: A reset returns what it answers

    @id:tcp-stamps-016 @needs:tcp.echo @needs:tcp.timestamps
    Scenario: A SYN with timestamps to a closed port
      When the tester asks the closed service with timestamps
      Then a reset comes that returns the timestamp and has none of its own

  @RFC7323-5.3b
  Rule: A segment from long ago is turned away

    @id:tcp-stamps-017 @needs:tcp.echo @needs:tcp.timestamps
    Scenario Outline: Data with an old timestamp
      Given a connection to the echo service with timestamps is established
      And 5 octets with timestamp 1000 come back
      When the tester sends with timestamps what is not to be taken
        | flags   | seq  | data     | timestamp |
        | PSH,ACK | next | 8 octets | <old>     |
      Then it is acknowledged as if it had not come

      Examples:
        | case     | old  |
        | by-much  | 1    |
        | by-some  | 500  |

  @RFC7323-5.3c
  Rule: Once is enough

    @id:tcp-stamps-018 @needs:tcp.discard @needs:tcp.timestamps
    Scenario: What came early is older than what fills the gap
      Given a connection to the discard service with timestamps is established
      And data that comes too early is kept
      And data beyond a gap of 5 octets is acknowledged with timestamp 3
      When the tester sends with timestamps
        | flags   | data     | timestamp |
        | PSH,ACK | 5 octets | 50        |
      Then 10 numbers are acknowledged, and timestamp 50 is returned
