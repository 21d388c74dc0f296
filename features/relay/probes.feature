Feature: Probes and records

  Nodes dial one another to find out who can be reached. Nobody can be made to dial anybody else by that, and nobody can fill
  another's view with supernodes that do not exist.

  @HPR-REACH-02
  Rule: A probe goes to who asked, from where nobody has sent to

    @id:relay-probes-001 @needs:relay.supernode
    Scenario: A client asks for a probe
      Given a node with the client alice
      When alice sends PROBE-ME
      Then a PROBE arrives at alice, from where it has never sent to, and is not longer

    @id:relay-probes-002 @needs:relay.supernode
    Scenario: A request that names the address of another
      Given a node with the client alice
      And a station carol without a session
      When alice sends PROBE-ME that names the address of carol
      Then nothing arrives at carol

  @HPR-HOP-05
  Rule: Nothing goes to an address that cannot be a node elsewhere

    @id:relay-probes-003 @needs:relay.supernode
    Scenario Outline: DIAL to <address>, <spelling>
      Given a node with the client alice
      And a station carol without a session
      And a DIAL of alice to carol makes a PROBE arrive there
      When alice sends DIAL to "<address>", spelt <spelling>
      Then that is refused, and nothing goes to "<address>"

      Examples:
        | case            | address         | spelling   |
        | loopback        | 127.0.0.1       | mapped     |
        | loopback-other  | 127.8.7.6       | mapped     |
        | unspecified     | 0.0.0.0         | mapped     |
        | this-network    | 0.1.2.3         | mapped     |
        | link-local      | 169.254.3.4     | mapped     |
        | multicast       | 224.0.0.251     | mapped     |
        | multicast-last  | 239.255.255.250 | mapped     |
        | broadcast       | 255.255.255.255 | mapped     |
        | compatible      | 127.0.0.1       | compatible |
        | translated      | 127.0.0.1       | translated |
        | translated-link | 169.254.3.4     | translated |
        | six-to-four     | 127.0.0.1       | 6to4       |

    @id:relay-probes-004 @needs:relay.supernode
    Scenario Outline: DIAL to an address of IPv6 alone: <case>
      Given a node with the client alice
      And a station carol without a session
      And a DIAL of alice to carol makes a PROBE arrive there
      When alice sends DIAL to "<address>", spelt IPv6
      Then that is refused

      Examples:
        | case       | address                          |
        | loopback   | 00000000000000000000000000000001 |
        | none       | 00000000000000000000000000000000 |
        | link-local | fe800000000000000000000000000001 |
        | multicast  | ff020000000000000000000000000001 |

  @HPR-VIEW-03
  Rule: Only records that are signed, live and proven count, and not too many of one informer

    @id:relay-probes-005 @needs:relay.supernode
    Scenario Outline: A record <how>
      Given a supernode with the clients alice, bob and carol
      And alice tells of a record that is right, and bob is told of it
      When carol tells of a record "<how>"
      Then bob is not told of the record of carol

      Examples:
        | case      | how                                  |
        | forged    | with a bit of its signature inverted |
        | expired   | that has expired                     |
        | unproven  | without a proof                      |
        | two       | with two proofs                      |
        | one       | with three proofs of one prober      |
        | another   | with proofs of another node          |

    @id:relay-probes-006 @needs:relay.supernode
    Scenario: One informer that has many to tell
      Given a supernode with the clients alice and bob
      And prober-1 invents supernodes when it is asked for some
      And 60 of those that it invents are alive at once
      Then bob is told of at most 50 supernodes of one informer
