Feature: Asking for a connection

  A user asks for a connection, and its TCP sends a SYN. What comes then is believed only as far as it answers that SYN.

  @RFC9293-SEG-CALL-1
  Rule: A passive OPEN waits, an active one asks

    @id:tcp-opening-001 @needs:tcp.calls
    Scenario: A port is open once a user has opened it
      Given a SYN to a port that no user has opened is refused
      When the user opens that port
      Then a SYN to that port is answered

    @id:tcp-opening-002 @needs:tcp.calls
    Scenario: An active OPEN sends a SYN and no more
      When the user asks the tester for a connection
      Then a SYN comes that acknowledges nothing

  @RFC9293-SEG-CALL-4
  Rule: CLOSE before the connection forgets it

    @id:tcp-opening-003 @needs:tcp.calls
    Scenario: The answer to a SYN comes too late
      Given the user has asked the tester for a connection
      When the user gives up
      And the tester sends
        | flags   | ack |
        | SYN,ACK | 1   |
      Then the implementation answers
        | flags | seq |
        | RST   | 1   |

    @id:tcp-opening-004 @needs:tcp.calls
    Scenario: A port that was closed again
      Given the user has opened a port
      When the user gives up
      Then a SYN to that port is refused

  @RFC9293-SEG-SYNSENT-1
  Rule: An acknowledgement of what was not sent is answered by a reset

    @id:tcp-opening-005 @needs:tcp.calls
    Scenario Outline: The reset starts where the acknowledgement pointed
      Given the user has asked the tester for a connection
      When the tester sends a segment that is not to be taken
        | flags   | seq | ack   |
        | <flags> | 0   | <ack> |
      Then the implementation answers
        | flags | seq   |
        | RST   | <ack> |

      Examples:
        | case           | flags   | ack    |
        | nothing        | ACK     | 0      |
        | beyond         | ACK     | 2      |
        | far-beyond     | ACK     | 100000 |
        | answer-nothing | SYN,ACK | 0      |
        | answer-beyond  | SYN,ACK | 2      |

    @id:tcp-opening-006 @needs:tcp.calls
    Scenario Outline: A reset is not answered, nor believed
      Given the user has asked the tester for a connection
      When the tester sends a segment that is not to be taken
        | flags   | seq | ack   |
        | RST,ACK | 0   | <ack> |
      Then the handshake goes on as if that had not come

      Examples:
        | case    | ack |
        | nothing | 0   |
        | beyond  | 2   |

  @RFC9293-SEG-SYNSENT-2
  Rule: A reset that acknowledges the SYN ends the attempt

    @id:tcp-opening-007 @needs:tcp.calls
    Scenario: The tester refuses
      Given the user has asked the tester for a connection
      When the tester sends
        | flags   | seq        | ack |
        | RST,ACK | absolute+0 | 1   |
      Then the user is told that the attempt has failed

  @RFC9293-SEG-SYNSENT-3
  Rule: A reset that acknowledges nothing is passed over

    @id:tcp-opening-008 @needs:tcp.calls
    Scenario: Anybody's reset
      Given the user has asked the tester for a connection
      When the tester sends a segment that is not to be taken
        | flags | seq |
        | RST   | 0   |
      Then the handshake goes on as if that had not come

  @RFC9293-SEG-SYNSENT-4
  Rule: A SYN that acknowledges the SYN opens the connection

    @id:tcp-opening-009 @needs:tcp.calls
    Scenario: The third of the three messages
      Given the user has asked the tester for a connection
      When the tester sends
        | flags   | ack |
        | SYN,ACK | 1   |
      Then the implementation answers
        | flags | seq | ack |
        | ACK   | 1   | 1   |
      And the user is told that the connection is open

  @RFC9293-SEG-SYNSENT-5
  Rule: A SYN that acknowledges nothing is acknowledged by the SYN again

    @id:tcp-opening-010 @needs:tcp.calls
    Scenario: Two SYNs cross
      Given the user has asked the tester for a connection
      When the tester sends
        | flags |
        | SYN   |
      Then the implementation answers
        | flags   | seq | ack |
        | SYN,ACK | 0   | 1   |

  @RFC9293-MUST-10
  Rule: Two that ask each other get one connection

    The tester ends the handshake with a bare acknowledgement, which every reading of the text accepts.

    @id:tcp-opening-011 @needs:tcp.calls
    Scenario: The connection of two SYNs that crossed carries data
      Given the user has asked the tester for a connection
      And it has sent
        | flags |
        | SYN   |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the tester sends
        | flags | seq | ack |
        | ACK   | 1   | 1   |
      Then data goes from the tester to the user and from the user to the tester

  @RFC9293-SEG-SYNSENT-6
  Rule: A segment that is neither SYN nor reset is dropped

    @id:tcp-opening-012 @needs:tcp.calls
    Scenario Outline: A segment before the answer
      Given the user has asked the tester for a connection
      When the tester sends a segment that is not to be taken
        | flags   | seq | ack   | data   |
        | <flags> | 0   | <ack> | <data> |
      Then the handshake goes on as if that had not come

      Examples:
        | case         | flags | ack | data     |
        | acknowledged | ACK   | 1   |          |
        | with-data    | ACK   | 1   | 8 octets |
        | nothing      | none  |     |          |
        | data         | PSH   |     | 8 octets |

  @RFC9293-SEG-SYNSENT-7
  Rule: Data with the answer is not lost

    @id:tcp-opening-013 @needs:tcp.calls
    Scenario: The answer to a SYN brings data
      Given the user has asked the tester for a connection
      When the tester answers the SYN and adds the data "61 73 73 61 79"
      Then the user receives the data "61 73 73 61 79", at once or when it comes again

  @RFC9293-MUST-22
  Rule: A SYN that is not answered is sent again, and given up in the end

    @id:tcp-opening-014 @needs:tcp.calls @patience:300
    Scenario: Nobody answers
      When the user asks the tester for a connection
      Then the SYN comes at least 3 times
      And in the end the user is told that the attempt has failed

  @RFC9293-MUST-23
  Rule: A SYN is tried for 3 minutes

    @id:tcp-opening-015 @needs:tcp.calls @patience:190
    Scenario: The user is told nothing for 3 minutes
      Given the user has asked the tester for a connection
      Then the attempt goes on for 180 seconds

  @RFC9293-MUST-41
  Rule: A passive OPEN leaves other connections alone

    @id:tcp-opening-016 @needs:tcp.calls
    Scenario: The port is opened once more while a connection is half open
      Given the user has opened a port
      And the tester has a half-open connection to it
      When the user opens the same port again, whatever it is told
      Then the half-open connection opens and carries data for the user

  @RFC9293-MUST-42
  Rule: A port can be listened at while another connection of it is half open

    @id:tcp-opening-017 @needs:tcp.calls
    Scenario: Beside a SYN that is not answered
      Given the user has asked the tester for a connection
      When the user opens the port that it asked from
      Then a SYN to that port is answered

    @id:tcp-opening-018 @needs:tcp.calls
    Scenario: Beside two SYNs that have crossed
      Given the user has asked the tester for a connection
      And it has sent
        | flags |
        | SYN   |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the user opens the port that it asked from
      Then a SYN to that port is answered

  @RFC9293-MUST-43
  Rule: An OPEN may name a local address

    @id:tcp-opening-019 @needs:tcp.calls @needs:ipv4.multihomed
    Scenario: An active OPEN from the other address
      When the user asks the tester for a connection, from its other address
      Then a SYN comes from that address

    @id:tcp-opening-020 @needs:tcp.calls @needs:ipv4.multihomed
    Scenario: A passive OPEN at the other address
      Given the user has opened a port at its other address alone
      Then a SYN to that port at the usual address is refused

  @RFC9293-MUST-44
  Rule: Without a local address that of the way is taken

    @id:tcp-opening-021 @needs:tcp.calls @needs:ipv4.multihomed
    Scenario Outline: The address is that of the interface that leads to the tester
      When the user asks the tester for a connection, <where>
      Then a SYN comes from the address on that side

      Examples:
        | case   | where                |
        | near   | at the near side     |
        | beyond | at the far side      |

  @RFC9293-MUST-45
  Rule: All segments come from one address

    @id:tcp-opening-022 @needs:tcp.calls @needs:ipv4.multihomed
    Scenario: The connection goes on from where it began
      Given the user has asked the tester for a connection, at the far side
      When the tester sends
        | flags   | ack |
        | SYN,ACK | 1   |
      Then an acknowledgement comes from the same address as the SYN

  @RFC9293-MUST-46
  Rule: An OPEN toward nobody is refused

    @id:tcp-opening-023 @needs:tcp.calls
    Scenario Outline: A remote address where no single host can be
      When the user asks for a connection to <address>
      Then the user is told that the attempt has failed
      And no SYN goes to that address

      Examples:
        | case      | address           |
        | limited   | "255.255.255.255" |
        | directed  | "broadcast"       |
        | multicast | "224.0.0.9"       |
