Feature: Reachability

  A node is public when others have reached it, from where it had never sent to; then it may serve, if it wishes to. It
  knows a part of the others, however many there are.

  @HPR-REACH-01
  Rule: Public by three proofs of the last ten minutes

    @id:relay-reachability-001 @needs:relay.supernode
    Scenario: Two probers are not enough
      Given a node that is public, with 4 neighbours of which 2 probe
      Then it does not become a supernode

    @id:relay-reachability-002 @needs:relay.supernode
    Scenario: Three are
      Given a node that is public, with 3 neighbours of which 3 probe
      Then it becomes a supernode

    @id:relay-reachability-003 @needs:relay.supernode
    Scenario: Proofs grow old
      Given a node that is public, with 4 neighbours of which 4 probe
      And it has become a supernode
      And it has the client alice
      When no neighbour probes any more
      And 700 s go by
      Then it grants alice nothing

  @HPR-REACH-03
  Rule: Public exactly where everybody can come in

    @id:relay-reachability-004 @needs:relay.supernode
    Scenario Outline: Behind <place> everybody can
      Given a node behind "<place>", with 4 neighbours that probe
      Then it becomes a supernode

      Examples:
        | case        | place  |
        | nothing     | public |
        | all-are-let | EI/EI  |

    @id:relay-reachability-005 @needs:relay.supernode
    Scenario Outline: Behind <place> not everybody can
      Given a node behind "<place>", with 4 neighbours that probe
      Then it does not become a supernode

      Examples:
        | case              | place      |
        | by-address        | EI/AD      |
        | by-port           | EI/APD     |
        | mapped-by-address | AD/EI      |
        | address-address   | AD/AD      |
        | address-port      | AD/APD     |
        | mapped-by-port    | APD/EI     |
        | port-address      | APD/AD     |
        | symmetric         | APD/APD    |
        | firewall          | firewalled |
        | closed            | blocked    |

  @HPR-REACH-04
  Rule: Another address ends the verdict

    @id:relay-reachability-006 @needs:relay.supernode @needs:relay.node
    Scenario: Its translator gets another address
      Given a node behind "EI/EI", with 4 neighbours that probe
      And it has become a supernode
      When its translator gets the address "198.19.200.1"
      Then it stops calling itself public within 15 s

  @HPR-ELECT-01
  Rule: Nobody serves who cannot, or does not wish to

    @id:relay-reachability-007 @needs:relay.supernode
    Scenario: It does not wish to
      Given a node that is public and does not wish to serve, with 4 neighbours that probe
      Then it does not become a supernode

    @id:relay-reachability-008 @needs:relay.supernode
    Scenario: It is asked all the same
      Given a node that is public and does not wish to serve, with 4 neighbours that probe
      And it has the client alice
      Then it grants alice nothing

    @id:relay-reachability-009 @needs:relay.supernode
    Scenario: Nobody has reached it
      Given a node that is public, with 4 neighbours of which 0 probe
      And it has the client alice
      When 130 s go by
      Then it grants alice nothing

  @HPR-VIEW-01
  Rule: A node knows a part of the others

    @id:relay-reachability-010 @needs:relay.supernode
    Scenario: Twelve that could be neighbours
      Given a node that is public, with 12 neighbours of which 12 probe
      Then it keeps at most 8 of them as neighbours

    @soak @id:relay-reachability-011 @needs:relay.supernode
    Scenario: More supernodes than it may know
      Given a node that is public, with 8 neighbours of which 4 probe
      And all of them invent supernodes when they are asked for some
      And it has the client alice
      And 2400 s pass
      Then alice is told of at most 200 supernodes in all

    @soak @id:relay-reachability-012 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario Outline: A population of <nodes>
      Given <relays> supernodes, and 2 pairs of users who need one
      When 220 s go by
      And all pairs talk for 3 s
      Then no node knows more than 200 supernodes, or keeps more than 8 neighbours
      And all that was said has arrived, in order and once

      Examples:
        | case     | nodes | relays |
        | ten      | 10    | 6      |
        | hundred  | 100   | 96     |
        | thousand | 1000  | 996    |
