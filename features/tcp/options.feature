Feature: Options

  Behind the fixed header a segment may carry options, each with a kind and, but for two, a length, so that whoever does
  not know one can pass it over. How large a segment may be is the option that all must know.

  @RFC9293-MUST-4
  Rule: The three options that all must know

    The service that never ends shows what the largest segment is that it takes the tester to accept.

    @id:tcp-options-001 @needs:tcp.characters
    Scenario Outline: The segment size between other options is understood
      Given a connection to the characters service is established, its SYN sent with
        | options   |
        | <options> |
      Then no segment has more than 400 octets of data

      Examples:
        | case          | options            |
        | alone         | 2 0190             |
        | after-nothing | 1, 1, 1, 1, 2 0190 |
        | before-end    | 2 0190, 0          |
        | amid          | 1, 1, 2 0190, 1, 0 |

  @RFC9293-MUST-5
  Rule: Options may come in any segment

    @id:tcp-options-002 @needs:tcp.echo
    Scenario Outline: Data behind options comes back
      Given a connection to the echo service is established
      When the tester sends
        | flags   | data      | options   |
        | PSH,ACK | 12 octets | <options> |
      Then all 12 octets come back

      Examples:
        | case    | options                                      |
        | padding | 1, 1, 1, 1                                   |
        | end     | 0                                            |
        | unknown | 253 aabbccdd                                 |
        | longest | 253 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa |

  @RFC9293-MUST-6
  Rule: An unknown option is passed over

    @id:tcp-options-003 @needs:tcp.characters
    Scenario Outline: The segment size behind unknown options is understood
      Given a segment size of 400 octets is kept to where it stands alone
      And a connection to the characters service is established, its SYN sent with
        | options   |
        | <options> |
      Then no segment has more than 400 octets of data

      Examples:
        | case     | options                                |
        | empty    | 253, 2 0190                            |
        | short    | 253 aa, 2 0190                         |
        | long     | 253 aaaaaaaaaaaaaaaaaaaa, 2 0190       |
        | several  | 253 aa, 254 bbcc, 79 dddddd, 2 0190    |
        | decoying | 253 0204ffff, 2 0190                   |

  @RFC9293-MUST-7
  Rule: A length that cannot be does no harm

    @id:tcp-options-004 @needs:tcp.echo
    Scenario Outline: After a SYN with an illegal option the next connection is served
      Given the tester is at the echo port
      When the tester sends
        | flags | options   |
        | SYN   | <options> |
      Then a new connection to the echo service carries data

      Examples:
        | case        | options             |
        | none        | 2 of length 0       |
        | one         | 2 of length 1       |
        | unknown     | 253 of length 0     |
        | beyond      | 2 of length 44 05b4 |
        | at-the-end  | 1, 1, 2 of length 4 |
        | far-beyond  | 253 of length 255   |

    @id:tcp-options-005 @needs:tcp.echo
    Scenario Outline: So it is after such an option in a segment with data
      Given a connection to the echo service is established
      When the tester sends
        | flags   | data     | options   |
        | PSH,ACK | 5 octets | <options> |
      Then a new connection to the echo service carries data

      Examples:
        | case    | options             |
        | none    | 253 of length 0     |
        | one     | 8 of length 1       |
        | beyond  | 5 of length 60      |

  @RFC9293-MUST-64
  Rule: An option may begin anywhere

    @id:tcp-options-006 @needs:tcp.characters
    Scenario Outline: The segment size across a word boundary is understood
      Given a segment size of 400 octets is kept to where it stands alone
      And a connection to the characters service is established, its SYN sent with
        | options   |
        | <options> |
      Then no segment has more than 400 octets of data

      Examples:
        | case          | options         |
        | one-further   | 1, 2 0190       |
        | two-further   | 1, 1, 2 0190    |
        | three-further | 1, 1, 1, 2 0190 |

  @RFC9293-MUST-65
  Rule: The segment size stands in a SYN only

    @id:tcp-options-007 @needs:tcp.echo
    Scenario: Acknowledgements, data and the end have none
      Given a connection to the echo service is established, its SYN sent with
        | options |
        | 2 0190  |
      When the tester sends
        | flags       | data     |
        | PSH,ACK     | 5 octets |
        | FIN,PSH,ACK | 3 octets |
      And the far end has closed, too
      Then no segment but a SYN carries the option "maximum segment size"

  @RFC9293-MUST-14
  Rule: The segment size is understood

    @id:tcp-options-008 @needs:tcp.characters
    Scenario Outline: No segment is larger than the peer takes
      Given a connection to the characters service is established, its SYN sent with
        | options   |
        | <options> |
      Then no segment has more than <octets> octets of data

      Examples:
        | case     | options | octets |
        | small    | 2 00c8  | 200    |
        | odd      | 2 01f3  | 499    |
        | ethernet | 2 05b4  | 1460   |

  @RFC9293-SHLD-5
  Rule: Every SYN says how much its sender takes

    @id:tcp-options-009 @needs:tcp.echo
    Scenario: A SYN that is sent again says it again
      Given the tester is at the echo port
      And it has sent
        | flags |
        | SYN   |
      And it has been answered by a SYN with a segment size other than 536
      When the SYN is sent again
      Then the last segment carries the option "maximum segment size"

  @RFC9293-MUST-15
  Rule: Who does not say how much it takes is sent 536 octets at most

    @id:tcp-options-010 @needs:tcp.characters
    Scenario: A SYN without options
      Given a connection to the characters service is established
      Then no segment has more than 536 octets of data

  @RFC9293-MUST-16
  Rule: Options and the path take their part

    @id:tcp-options-011 @needs:tcp.characters
    Scenario Outline: A peer that takes more than the link carries
      Given a connection to the characters service is established, its SYN sent with
        | options   |
        | <options> |
      Then no segment has more than 1460 octets of data

      Examples:
        | case     | options |
        | more     | 2 05dc  |
        | far-more | 2 ffff  |

    @id:tcp-options-012 @needs:tcp.characters @needs:tcp.timestamps
    Scenario: Timestamps in every segment
      Given a connection to the characters service with timestamps and a segment size of 400 is established
      Then no segment has more than 400 octets of options and data

  @RFC9293-MUST-67
  Rule: Nobody offers more than IP can bring

    @id:tcp-options-013 @needs:tcp.discard
    Scenario: As much as was offered is taken in one segment
      Given the tester is at the discard port
      And it has sent
        | flags |
        | SYN   |
      And it has been answered by a SYN with a segment size
      Then a segment of that size is taken whole

  @RFC2018-2
  Rule: SACK-permitted stands in a SYN only

    @id:tcp-options-014 @needs:tcp.echo
    Scenario: Acknowledgements, data and the end have none
      Given a connection to the echo service is established, its SYN sent with
        | options |
        | 1, 1, 4 |
      When the tester sends
        | flags       | data     |
        | PSH,ACK     | 5 octets |
        | FIN,PSH,ACK | 3 octets |
      And the far end has closed, too
      Then no segment but a SYN carries the option "SACK-permitted"

  @RFC2018-3
  Rule: SACK holds whole blocks

    @id:tcp-options-015 @needs:tcp.discard @needs:tcp.sack
    Scenario: Five islands of data beyond a gap
      Given a connection to the discard service is established, its SYN sent with
        | options |
        | 1, 1, 4 |
      When the tester sends
        | flags | seq      | data      |
        | ACK   | next+100 | 10 octets |
        | ACK   | next+200 | 10 octets |
        | ACK   | next+300 | 10 octets |
        | ACK   | next+400 | 10 octets |
        | ACK   | next+500 | 10 octets |
      And the implementation has acknowledged, and is quiet
      Then every SACK option is made of 1 to 4 whole blocks

    @id:tcp-options-016 @needs:tcp.discard @needs:tcp.sack @needs:tcp.timestamps
    Scenario: Beside timestamps there is room for one less
      Given a connection to the discard service with timestamps and SACK is established
      When the tester sends with timestamps
        | flags | seq      | data      |
        | ACK   | next+100 | 10 octets |
        | ACK   | next+200 | 10 octets |
        | ACK   | next+300 | 10 octets |
        | ACK   | next+400 | 10 octets |
        | ACK   | next+500 | 10 octets |
      And the implementation has acknowledged, and is quiet
      Then every SACK option is made of 1 to 3 whole blocks

  @RFC2018-4a
  Rule: No SACK to a peer that has not asked for it

    @id:tcp-options-017 @needs:tcp.discard
    Scenario: Data beyond a gap, after a SYN without SACK-permitted
      Given a connection to the discard service is established
      When the tester sends
        | flags | seq      | data      |
        | ACK   | next+100 | 10 octets |
      And the implementation has acknowledged, and is quiet
      Then no segment but a SYN carries the option "SACK"
