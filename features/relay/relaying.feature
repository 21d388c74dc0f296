Feature: Relaying

  A relay passes on what it cannot read, over sessions it knows, a bounded number of times, and changes nothing of it.

  @HPR-HOP-01
  Rule: Every relay takes one hop from the time to live

    @id:relay-relaying-001 @needs:relay.supernode
    Scenario Outline: Data with a time to live of <sent>
      Given a supernode with a circuit from alice to bob
      When alice sends bob data with a time to live of <sent>
      Then bob gets it with a time to live of <got>

      Examples:
        | case  | sent | got |
        | most  | 8    | 7   |
        | least | 2    | 1   |

    @id:relay-relaying-002 @needs:relay.supernode
    Scenario Outline: Data with a time to live of <sent> goes no further
      Given a supernode with a circuit from alice to bob
      And alice sends bob data, which arrives
      When alice sends bob data with a time to live of <sent>
      Then bob does not get it, and the sender is told error 483

      Examples:
        | case | sent |
        | one  | 1    |

  @HPR-HOP-02
  Rule: Nothing goes round in a circle

    @id:relay-relaying-003 @needs:relay.supernode
    Scenario: The next hop sends a frame back
      Given a supernode with a circuit from alice to bob
      And alice sends bob data, which arrives
      When bob sends back the frame that it got
      Then alice does not get it
      And bob does not get it

  @HPR-HOP-03
  Rule: Nothing is forwarded twice

    @id:relay-relaying-004 @needs:relay.supernode
    Scenario: A frame that comes again from the relay before
      Given a supernode with the clients relay and bob
      And bob holds a reservation
      And alice has a circuit to bob over relay
      When alice sends bob data over relay
      And the same frame is sent again
      Then bob gets it only once

    @id:relay-relaying-005 @needs:relay.supernode
    Scenario: And again after half a minute
      Given a supernode with the clients relay and bob
      And bob holds a reservation
      And alice has a circuit to bob over relay
      When alice sends bob data over relay
      And the same frame is sent again 30 s later
      Then bob gets it only once

  @HPR-HOP-04
  Rule: A relay changes nothing else

    @id:relay-relaying-006 @needs:relay.supernode
    Scenario Outline: <octets> octets
      Given a supernode with a circuit from alice to bob
      When alice sends bob <octets> octets
      Then bob gets it unchanged but for time to live and hop MAC

      Examples:
        | case      | octets |
        | none      | 0      |
        | few       | 3      |
        | odd       | 77     |
        | many      | 1000   |
        | all-there | 1200   |
