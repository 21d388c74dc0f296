Feature: A stream over a bad link

  A link loses, doubles, delays and spoils segments; whoever sends again what is not acknowledged gets all of its data
  through, and the same data back.

  @RFC9293-SEG-TXT-1
  Rule: What comes is handed on in order, and acknowledged

    @id:tcp-bad-link-001 @needs:tcp.echo
    Scenario Outline: Segments overtake one another, and come twice
      Given a connection to the echo service is established
      And from now on a link, drawn from seed <seed>, does this to 100 segments
        | way   | doubled   | held   |
        | there | <doubled> | <held> |
      When the tester has 6000 octets to be echoed, in pieces of 400
      Then all octets come back, each once and in its place

      Examples:
        | case      | seed | doubled | held |
        | overtaken | 1    | 0       | 40   |
        | doubled   | 2    | 40      | 0    |
        | both      | 3    | 30      | 30   |

    @id:tcp-bad-link-002 @needs:tcp.echo @soak
    Scenario Outline: All at once, both ways
      Given a connection to the echo service is established
      And from now on a link, drawn from seed <seed>, does this to 100 segments
        | way   | lost | doubled | held | spoilt |
        | there | 10   | 10      | 10   | 10     |
        | back  | 5    | 10      | 10   | 5      |
      When the tester has 6000 octets to be echoed, in pieces of 400
      Then all octets come back, each once and in its place

      Examples:
        | case   | seed |
        | first  | 4    |
        | second | 5    |

    @id:tcp-bad-link-006 @needs:tcp.echo
    Scenario: What is sent again reaches into what came too early
      Given a connection to the echo service is established
      And from now on a link, drawn from seed 6, does this to 100 segments
        | way   | lost |
        | there | 25   |
      When the tester has 4000 octets to be echoed, in pieces of 300, and of 500 when sent again
      Then all octets come back, each once and in its place

  @RFC9293-SEG-SEQ-7
  Rule: Of a segment that is partly old only the new part is taken

    @id:tcp-bad-link-003 @needs:tcp.echo
    Scenario: Acknowledgements are lost, and what is sent again has more behind it
      Given a connection to the echo service is established
      And from now on a link, drawn from seed 10, does this to 100 segments
        | way  | lost |
        | back | 30   |
      When the tester has 3000 octets to be echoed, in pieces of 100, and of 500 when sent again
      Then all octets come back, each once and in its place

  @RFC9293-MUST-3
  Rule: A segment with a wrong checksum is not acted upon

    @id:tcp-bad-link-004 @needs:tcp.echo
    Scenario Outline: One bit of many a segment is wrong
      Given a connection to the echo service is established
      And from now on a link, drawn from seed <seed>, does this to 100 segments
        | way   | spoilt |
        | there | 25     |
      When the tester has 4000 octets to be echoed, in pieces of 400
      Then all octets come back, each once and in its place

      Examples:
        | case   | seed |
        | first  | 7    |
        | second | 8    |

  @RFC9293-SEG-TMO-2
  Rule: When the timer runs out, the first segment is sent again, and the timer started again

    @id:tcp-bad-link-005 @needs:tcp.echo
    Scenario: Much of what is sent back is lost
      Given a connection to the echo service is established
      And from now on a link, drawn from seed 9, does this to 100 segments
        | way  | lost |
        | back | 20   |
      When the tester has 4000 octets to be echoed, in pieces of 400
      Then what was lost is sent again, until all octets have come back, each once and in its place
