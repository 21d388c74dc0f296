Feature: Failures

  Supernodes, the directory and whole parts of the network fail, and conversations go on where they can.

  @HPR-FAIL-01
  Rule: A conversation survives its supernode

    @id:relay-failures-001 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: The relay in use crashes
      Given 4 supernodes, and alice and bob who need one
      And alice and bob have talked over a relay for 4 s
      When the relay of alice and bob crashes
      And alice and bob talk for 8 s
      Then something of alice reaches bob within 6 s of it

    @id:relay-failures-002 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: Nothing is lost, repeated or out of order by it
      Given 4 supernodes, and alice and bob who need one
      And alice and bob have talked over a relay for 4 s
      When the relay of alice and bob crashes
      And alice and bob talk for 8 s
      Then all that was said has arrived, in order and once

  @HPR-FAIL-02
  Rule: After a move the old path delivers nothing

    @id:relay-failures-003 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: A frame that was held back on it
      Given 4 supernodes, and alice and bob who need one
      And alice and bob have talked over a relay for 4 s
      When the relay of alice and bob holds back what alice says, and loses echoes
      And what it held back is let go after 10 s
      Then bob is not given it

    @id:relay-failures-004 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: It arrives over the new path
      Given 4 supernodes, and alice and bob who need one
      And alice and bob have talked over a relay for 4 s
      When the relay of alice and bob holds back what alice says, and loses echoes
      And what it held back is let go after 10 s
      And the ways of bob are mended
      Then all that was said has arrived, in order and once

  @HPR-FAIL-03
  Rule: Parts of a network agree again once it is whole

    @id:relay-failures-005 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: Presences run out meanwhile
      Given 4 supernodes, and alice and bob who need one
      When the network falls apart, alice on the side of the directory with relay-1, bob on the other with relay-2
      Then alice sees bob offline within 62 s
      And bob sees alice offline within 62 s

    @id:relay-failures-006 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: Both are there again after a minute
      Given 4 supernodes, and alice and bob who need one
      When the network falls apart, alice on the side of the directory with relay-1, bob on the other with relay-2
      And 70 s go by
      And the network heals
      Then alice sees bob online within 60 s
      And bob sees alice online within 60 s

  @HPR-LOGIN-04
  Rule: Conversations do not need the directory

    @id:relay-failures-007 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: One that goes on
      Given 4 supernodes, and alice and bob who need one
      And alice and bob have talked for 2 s
      When the directory crashes
      And alice and bob talk for 10 s
      Then all that was said has arrived, in order and once

    @id:relay-failures-008 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: One that begins
      Given 4 supernodes, and alice and bob who need one
      When the directory crashes
      And 20 s go by
      And alice and bob talk for 3 s
      Then all that was said has arrived, in order and once

  @HPR-PRES-02
  Rule: Contacts learn who is gone

    @id:relay-failures-009 @needs:relay.node @needs:relay.directory
    Scenario: Who leaves
      Given alice and bob, who reach each other
      When bob leaves
      Then alice sees bob offline within 2 s

    @id:relay-failures-010 @needs:relay.node @needs:relay.directory
    Scenario: Who crashes
      Given alice and bob, who reach each other
      When bob crashes
      Then alice sees bob offline within 62 s

  @HPR-ELECT-05
  Rule: Supernodes that vanish take nobody with them

    @id:relay-failures-011 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: Two of six
      Given 6 supernodes, and 2 pairs of users who need one
      And every pair has talked for 3 s
      When 30 % of the supernodes vanish at one instant
      And all pairs talk for 11 s
      Then no other supernode has stopped serving
      And all pairs have talked again within 10 s

    @soak @id:relay-failures-012 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: 18 of 60, in a population of 500
      Given 60 supernodes, and 220 pairs of users who need one
      And every pair has talked for 3 s
      When 30 % of the supernodes vanish at one instant
      And all pairs talk for 11 s
      Then no other supernode has stopped serving
      And all pairs have talked again within 10 s
