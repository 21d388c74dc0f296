Feature: Delivery

  What is delivered is what was said, in order and once, whatever the network does; and whoever said it is told the truth
  about it.

  @HPR-DELIV-01
  Rule: What arrives is the beginning of what was sent

    @id:relay-delivery-001 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: Over ways that lose, repeat and reorder
      Given ways that lose, repeat and reorder
      And 4 supernodes, and alice and bob who need one
      When alice and bob say 30 things each as fast as they can
      Then what has arrived after 30 s is the beginning of what was said

    @id:relay-delivery-002 @needs:relay.node @needs:relay.directory
    Scenario Outline: A message of <octets> octets
      Given alice and bob, who reach each other
      When alice says <octets> octets to bob
      Then all that was said has arrived, in order and once

      Examples:
        | case  | octets |
        | one   | 1      |
        | frame | 1100   |
        | many  | 20000  |

  @HPR-DELIV-03
  Rule: What is queued is delivered once a path is up

    @id:relay-delivery-003 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: A way that was cut for a while
      Given 4 supernodes, and alice and bob who need one
      And alice and bob have talked over a relay for 3 s
      When nothing reaches bob or leaves it
      And alice and bob talk for 2 s
      And the ways of bob are mended
      Then all that was said arrives within 7 s

  @HPR-DELIV-04
  Rule: Delivered means that the application has it

    @id:relay-delivery-004 @needs:relay.node @needs:relay.directory
    Scenario: An application that does not take it
      Given alice and bob, who reach each other
      And alice and bob have talked for 2 s
      And the application of bob takes no messages
      When alice says something to bob
      Then alice is not told within 5 s that it was delivered

    @id:relay-delivery-005 @needs:relay.node @needs:relay.directory
    Scenario: An application that takes it later
      Given alice and bob, who reach each other
      And the application of bob takes no messages
      When alice says something to bob
      And 3 s go by
      And the application of bob goes on
      Then alice is told that it was delivered

    @id:relay-delivery-006 @needs:relay.node @needs:relay.directory
    Scenario: Nobody is there any more
      Given alice and bob, who reach each other
      And alice and bob have talked for 2 s
      When bob crashes
      And alice says something to bob
      Then alice is told that it failed or is unknown within 60 s

  @HPR-DELIV-05
  Rule: What is lost on the way is sent again in good time

    @id:relay-delivery-007 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: Over ways that lose a tenth
      Given ways that lose, repeat and reorder
      And 4 supernodes, and alice and bob who need one
      When alice and bob say 30 things each as fast as they can
      Then all that was said arrives within 15 s

  @HPR-DELIV-06
  Rule: Two that open a conversation at once have one

    @id:relay-delivery-008 @needs:relay.node @needs:relay.directory
    Scenario Outline: The OPEN of <one> is held up on the way
      Given alice and bob, who have no relay but mallory
      When mallory lets the OPENs of <one> go on after 300 ms
      And alice and bob say 1 things each as fast as they can
      And 1 s go by
      And alice and bob talk for 2 s
      Then all that was said has arrived, in order and once

      Examples:
        | case  | one   |
        | alice | alice |
        | bob   | bob   |
