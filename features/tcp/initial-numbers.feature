Feature: The first number

  Each connection counts from a number of its own, so that segments of one that is gone are not taken for those of the
  next, and so that nobody who has not seen the SYN can guess it.

  @RFC9293-MUST-8
  Rule: A clock moves the numbers on

    @id:tcp-numbers-001 @needs:tcp.echo
    Scenario: The same ports ask again a while later
      When 3 pairs of ports ask for a connection twice, a while apart
      Then each second number is further on, as a clock of 4 microseconds would have it

  @RFC9293-MUST-9
  Rule: One number tells nothing of another

    @id:tcp-numbers-002 @needs:tcp.echo
    Scenario: Neighbouring ports ask one after another
      When the tester asks for a connection from one port after another
      Then the numbers are neither near one another nor in even steps

  @RFC9293-SHLD-1
  Rule: Only the clock makes a difference between the same ports

    @id:tcp-numbers-003 @needs:tcp.echo
    Scenario: All pairs of ports move on alike
      When 4 pairs of ports ask for a connection twice, a while apart
      Then all numbers have moved on alike
