Feature: Paths

  Two users talk directly where what stands between them allows it, over a relay otherwise, and over the better one of
  several. Which pairs of translators can be direct is found by a search in a bare model of them: 45 of 81.

  @HPR-PATH-01
  Rule: Direct when and only when it is possible

    @id:relay-paths-001 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario Outline: Behind <one> and <other>
      Given 4 supernodes, and alice behind "<one>" and bob behind "<other>"
      When alice and bob talk for 10 s
      Then they talk directly or over a relay, alice and bob, as what stands between them allows

      Examples:
        | case                  | one     | other      |
        | open-symmetric        | EI/EI   | APD/APD    |
        | address-symmetric     | EI/AD   | APD/APD    |
        | port-and-port         | EI/APD  | EI/APD     |
        | port-and-address      | EI/APD  | AD/EI      |
        | port-and-symmetric    | EI/APD  | APD/APD    |
        | mapped-open           | AD/EI   | AD/EI      |
        | mapped-and-strict     | AD/EI   | AD/APD     |
        | symmetric-open        | APD/EI  | APD/AD     |
        | ports-both            | AD/EI   | APD/EI     |
        | strict-both           | AD/AD   | APD/AD     |
        | symmetric-both        | APD/APD | APD/APD    |
        | public-symmetric      | public  | APD/APD    |
        | public-firewalled     | public  | firewalled |
        | firewalled-both       | firewalled | firewalled |

    @id:relay-paths-002 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: Nothing at all where everything is closed
      Given 4 supernodes, alice who is "blocked", and bob behind "public"
      When bob says something to alice
      Then nothing of bob reaches alice

    @id:relay-paths-003 @needs:relay.node @needs:relay.directory @needs:relay.supernode @soak
    Scenario: All 81 pairs of the nine behaviours
      Given users of every behaviour twice, and 6 supernodes
      When every pair talks for 12 s
      Then every pair talks directly or over a relay, as what stands between them allows

  @HPR-PATH-02
  Rule: The path in use is not much longer than the best

    @id:relay-paths-004 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: Fast and slow relays
      Given 4 supernodes at "80 10 120 40" ms, and alice and bob who need one
      When alice and bob talk for 15 s
      Then the path of alice to bob is at most "1.25" times as long as the best

    @id:relay-paths-008 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: The relay in use becomes slow
      Given 4 supernodes at "20 20 20 20" ms, and alice and bob who need one
      And alice and bob have talked over a relay for 8 s
      When the ways of the relay in use take 100 ms more every 20 s for 20 s
      Then the path of alice to bob is at most "1.25" times as long as the best

  @HPR-PATH-03
  Rule: Paths do not flap

    @id:relay-paths-005 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: A gain of less than a fifth is none
      Given 4 supernodes at "40 40 40 40" ms, and alice and bob who need one
      And alice and bob have talked over a relay for 8 s
      When the ways of the relay in use take 3 ms more every 3 s for 18 s
      Then the path of alice to bob has not changed for 16 s

    @id:relay-paths-006 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: Five seconds between two changes
      Given 4 supernodes at "20 20 20 20" ms, and alice and bob who need one
      And alice and bob have talked over a relay for 8 s
      When the ways of the relay in use take 60 ms more every 2 s for 24 s
      Then the path of alice to bob has not changed twice within 5 s, in 24 s

  @HPR-PATH-04
  Rule: A relayed conversation becomes direct when it can

    @id:relay-paths-007 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: The first attempts are lost
      Given 4 supernodes, and alice behind "EI/APD" and bob behind "EI/APD"
      And packets between alice and bob are lost
      When alice and bob talk for 1 s
      And packets pass again between them
      And alice and bob talk for 10 s
      Then they talk directly or over a relay, alice and bob, as what stands between them allows
