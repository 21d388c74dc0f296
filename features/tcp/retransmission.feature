Feature: What is not acknowledged is sent again

  Not too soon, or a network that is merely slow would be flooded; and each time later than before.

  @RFC9293-SEG-TMO-2
  Rule: When the timer runs out, the first segment is sent again, and the timer started again

    @id:tcp-retransmission-001 @needs:tcp.characters
    Scenario: Nobody acknowledges
      Given the tester takes characters in segments of 1000 octets
      When a flight comes
      And nothing more comes for now
      Then segment 1 is sent again in time
      And it comes again and again
      And what comes again is what came before

  @RFC9293-MUST-18
  Rule: The timeout follows the round trips

    @id:tcp-retransmission-002 @needs:tcp.characters
    Scenario: Round trips that grow longer
      Given the tester takes characters one segment of 1000 octets at a time, after a handshake of 400 ms
      When a flight is acknowledged after 600 ms
      And a flight is acknowledged after 800 ms
      And a flight comes
      And the timer runs out
      Then what came again came no sooner than the round trips allow

  @RFC6298-2.1
  Rule: A second, before anything is known

    @id:tcp-retransmission-003 @needs:tcp.echo
    Scenario: A SYN,ACK that nobody acknowledges
      Given the tester is at the echo port
      When the tester sends a SYN, and the answer comes twice
      Then what came again came no sooner than 1000 ms after it was sent

  @RFC6298-2.2
  Rule: Three times the first round trip

    @id:tcp-retransmission-004 @needs:tcp.characters
    Scenario: The handshake takes 600 ms, the first segment 900
      Given the tester takes characters one segment of 1000 octets at a time, after a handshake of 600 ms
      When a flight is acknowledged after 900 ms
      And a flight comes
      And the timer runs out
      Then what came again came no sooner than the round trips allow

  @RFC6298-2.3a
  Rule: The variation first, then the estimate

    @id:tcp-retransmission-005 @needs:tcp.characters
    Scenario: A round trip much longer than the one before
      Given the tester takes characters one segment of 1000 octets at a time, after a handshake of 600 ms
      When a flight is acknowledged after 800 ms
      And a flight is acknowledged after 1600 ms
      And a flight comes
      And the timer runs out
      Then what came again came no sooner than the round trips allow

    @id:tcp-retransmission-021 @needs:tcp.characters @needs:tcp.rfc6298
    Scenario: A round trip much longer than the one before, an eighth and a quarter counting
      Given the tester takes characters one segment of 1000 octets at a time, after a handshake of 600 ms
      When a flight is acknowledged after 800 ms
      And a flight is acknowledged after 1600 ms
      And a flight comes
      And the timer runs out
      Then what came again came no sooner than the round trips allow, an eighth and a quarter counting

  @RFC6298-2.3b
  Rule: What was long is forgotten slowly

    @id:tcp-retransmission-006 @needs:tcp.characters @needs:tcp.rfc6298
    Scenario: Short round trips after long ones
      Given the tester takes characters one segment of 1000 octets at a time, after a handshake of 600 ms
      When a flight is acknowledged after 600 ms
      And 2 flights are acknowledged after 20 ms each
      And a flight comes
      And the timer runs out
      Then what came again came no sooner than the round trips allow, an eighth and a quarter counting

  @RFC6298-2.4
  Rule: Never less than a second

    @id:tcp-retransmission-007 @needs:tcp.characters
    Scenario: A round trip of no time
      Given the tester takes characters in segments of 1000 octets
      When a flight is acknowledged after 0 ms
      And a flight comes
      And the timer runs out
      Then what came again came no sooner than 1000 ms after it was sent

  @RFC6298-3a
  Rule: What was sent again measures nothing

    @id:tcp-retransmission-008 @needs:tcp.characters
    Scenario: The wait stays doubled until new data is acknowledged
      Given the tester takes characters one segment of 1000 octets at a time
      When a flight comes
      And the timer runs out
      And the tester acknowledges all that has come
      And a flight comes
      And the timer runs out
      Then each wait is twice as long as the one before

  @RFC6298-3b
  Rule: Round trips are measured all the time

    @id:tcp-retransmission-009 @needs:tcp.characters
    Scenario: Round trips that grow longer
      Given the tester takes characters one segment of 1000 octets at a time, after a handshake of 330 ms
      When a flight is acknowledged after 500 ms
      And a flight is acknowledged after 700 ms
      And a flight is acknowledged after 800 ms
      And a flight is acknowledged after 900 ms
      And a flight is acknowledged after 950 ms
      And a flight comes
      And the timer runs out
      Then what came again came no sooner than the round trips allow

  @RFC6298-5
  Rule: Not sooner than a timeout after it was sent

    @id:tcp-retransmission-010 @needs:tcp.characters
    Scenario: The last of three flights
      Given the tester takes characters one segment of 1000 octets at a time, after a handshake of 600 ms
      When a flight is acknowledged after 900 ms
      And a flight is acknowledged after 1200 ms
      And a flight comes
      And the timer runs out
      Then what came again came no sooner than the round trips allow

  @RFC6298-5.1
  Rule: Data starts the timer

    @id:tcp-retransmission-011 @needs:tcp.echo
    Scenario: Data after a rest is sent again, too
      Given the tester hears the echo in segments of 1000 octets, after a handshake of 0 ms
      When the tester gives 10 octets to be echoed
      And a flight is acknowledged after 0 ms
      And the tester gives nothing for 3000 ms
      And the tester gives 10 octets to be echoed
      And a flight comes
      Then segment 1 is sent again in time

  @RFC6298-5.2
  Rule: When all is acknowledged the timer stops

    @id:tcp-retransmission-012 @needs:tcp.echo
    Scenario: Data is sent shortly before an old timer would run out
      Given the tester hears the echo in segments of 1000 octets, after a handshake of 600 ms
      When the tester gives 10 octets to be echoed
      And a flight is acknowledged after 900 ms
      And the tester gives nothing for 700 ms
      And the tester gives 10 octets to be echoed
      And a flight comes
      And the timer runs out
      Then what came again came no sooner than the round trips allow

  @RFC6298-5.3
  Rule: An acknowledgement of new data starts the timer anew

    @id:tcp-retransmission-013 @needs:tcp.characters
    Scenario: One of two segments is acknowledged
      Given the tester takes characters two segments of 1000 octets at a time, after a handshake of 600 ms
      When a flight is acknowledged after 900 ms
      And a flight comes
      And the tester gives nothing for 1200 ms
      And the tester acknowledges one segment more
      And the timer runs out
      Then what came again came no sooner after the acknowledgement than the round trips allow

  @RFC6298-5.4
  Rule: The earliest is sent again, and no other

    @id:tcp-retransmission-014 @needs:tcp.characters
    Scenario: Four segments on their way
      Given the tester takes characters in segments of 1000 octets
      When a flight comes
      And the timer runs out
      And nothing more comes for now
      Then segment 1 comes again
      And nothing but segment 1 comes

  @RFC6298-5.5
  Rule: Each wait is twice as long

    @id:tcp-retransmission-015 @needs:tcp.characters
    Scenario: Three times in a row
      Given the tester takes characters in segments of 1000 octets
      When a flight comes
      And the timer runs out 3 times
      Then each wait is twice as long as the one before

  @RFC6298-5.7
  Rule: Three seconds after a lost SYN

    @id:tcp-retransmission-016 @needs:tcp.calls
    Scenario: The SYN was sent twice
      Given the user has asked the tester for a connection
      And the SYN is lost once, and the tester takes segments of 536 octets
      When the user gives 100 octets
      And a flight comes
      And the timer runs out
      Then what came again came no sooner than 3000 ms after it was sent

  @RFC9293-MUST-20
  Rule: In the end the connection is given up

    @id:tcp-retransmission-017 @needs:tcp.characters @patience:3700
    Scenario: Nobody acknowledges for an hour
      Given the tester takes characters in segments of 1000 octets
      When a flight comes
      Then in the end the connection is given up

  @RFC9293-SHLD-11
  Rule: Not before 100 seconds

    @id:tcp-retransmission-018 @needs:tcp.characters @patience:100
    Scenario: An acknowledgement after 100 seconds
      Given the tester takes characters in segments of 1000 octets
      When a flight comes
      Then after 100 seconds the connection goes on

  @RFC9293-MUST-21
  Rule: The user says when

    @id:tcp-retransmission-019 @needs:tcp.calls @patience:40
    Scenario: A user with little patience
      Given the user has opened a port
      And the user has a connection to the tester, who takes segments of 536 octets
      When the user asks to give up after 20 seconds
      And the user gives 100 octets
      And a flight comes
      Then after 40 seconds the connection is given up

  @RFC9293-SHLD-9
  Rule: The user is told of trouble

    @id:tcp-retransmission-020 @needs:tcp.calls @patience:300
    Scenario: Nobody acknowledges
      Given the user has opened a port
      And the user has a connection to the tester, who takes segments of 536 octets
      When the user gives 100 octets
      And a flight comes
      Then that user is told of trouble
