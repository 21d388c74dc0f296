Feature: What a router tells the sender

  A datagram that a router can do nothing more for is discarded, and its sender is told why by an ICMP message that
  quotes it. Reports about the wrong things, or too many of them, would do more harm than good, so there are more rules
  about when not to send one.

  @RFC1812-DU-1
  Rule: No route: network unreachable

    @id:ipv4-router-icmp-001 @needs:ipv4.router
    Scenario: A datagram to where no route leads is reported
      Given the router forwards a datagram to the far side
      When the tester sends a datagram to where no route leads
      Then the router reports that no route leads there

  @RFC1812-DU-3
  Rule: Too long and not to be cut: fragmentation needed

    @id:ipv4-router-icmp-002 @needs:ipv4.router
    Scenario: A datagram with DF set that is too long for the next link is reported
      Given the router cuts a datagram with 100 octets of data for the narrow link
      When the tester sends the same datagram with
        | field        | value |
        | dontFragment | true  |
      Then the router reports that it may not cut the datagram

  @RFC1191-6
  Rule: That report tells how much the next link carries

    @id:ipv4-router-icmp-003 @needs:ipv4.router
    Scenario: The MTU of the next link stands in the lower half of its word
      When the router reports that it may not cut a datagram for the narrow link
      Then the report tells the MTU of the narrow link, 68, and zeros before it

  @RFC1812-PP-1
  Rule: What no other report covers is a parameter problem

    An option that records the route starts at octet 20: its type, its length, its pointer, its slots.

    @id:ipv4-router-icmp-004 @needs:ipv4.router
    Scenario Outline: An option that cannot be right is pointed at, and comes back as it was
      Given the router records its address in a datagram to the far side
      When the tester sends the same datagram with octet <octet> of its header set to <value>
      Then the router reports a parameter problem at octets 20 to 22
      And the report quotes the header as the router received or forwarded it

      Examples:
        | case              | octet | value |
        | length-one        | 21    | 1     |
        | length-too-great  | 21    | 39    |
        | pointer-too-small | 22    | 3     |
        | half-a-slot       | 22    | 6     |

  @RFC1812-ICMP-1
  Rule: About some datagrams nobody is told

    @id:ipv4-router-icmp-005 @needs:ipv4.router
    Scenario Outline: An ICMP error is not answered with another
      Given the router reports that the time to live of a datagram ran out
      When the tester sends an ICMP error of type <type> to the far side, with
        | field      | value |
        | timeToLive | 1     |
      Then the router reports nothing about it

      Examples:
        | case              | type |
        | unreachable       | 3    |
        | source-quench     | 4    |
        | time-exceeded     | 11   |
        | parameter-problem | 12   |

    @id:ipv4-router-icmp-006 @needs:ipv4.router
    Scenario Outline: Nor is what it should not or cannot be told about
      Given the router reports that the time to live of a datagram ran out
      When the tester sends the same datagram with
        | field   | value   |
        | <field> | <value> |
      Then the router reports nothing about it

      Examples:
        | case            | field          | value           |
        | later-fragment  | fragmentOffset | 1               |
        | to-a-group      | destination    | 224.0.0.9       |
        | to-all          | destination    | 255.255.255.255 |
        | to-all-far-away | destination    | 198.18.255.255  |
        | from-all        | source         | 198.18.127.255  |
        | wrong-version   | version        | 5               |

  @RFC1812-ICMP-2
  Rule: The report quotes as much as 576 octets hold

    @id:ipv4-router-icmp-007 @needs:ipv4.router
    Scenario Outline: All of a short datagram comes back, and most of a long one
      When the router reports that the time to live of a datagram with <octets> octets of data ran out
      Then the report quotes as much of the datagram as 576 octets hold

      Examples:
        | case      | octets |
        | short     | 100    |
        | just-fits | 528    |
        | an-octet  | 529    |
        | long      | 1400   |

  @RFC1812-ICMP-3
  Rule: The report has a time to live of its own

    @id:ipv4-router-icmp-008 @needs:ipv4.router
    Scenario: It is not that of the datagram
      When the router reports of datagrams with times to live 37 and 201 that no route leads there
      Then the times to live of the reports are not taken from the datagrams

  @RFC1812-ICMP-4
  Rule: The report comes from the interface that it leaves by

    @id:ipv4-router-icmp-009 @needs:ipv4.router
    Scenario Outline: Wherever the datagram came in
      When the router reports that the time to live of a datagram ran out that came by its <which> interface
      Then the report comes from the address of the interface that it left by

      Examples:
        | case | which |
        | near | near  |
        | far  | far   |

  @RFC1812-ICMP-6
  Rule: The report is handled on its way as the datagram was

    Type of service was the name of the three bits of DSCP that follow the precedence.

    @id:ipv4-router-icmp-010 @needs:ipv4.router
    Scenario Outline: The type of service is taken over
      When the router reports that the time to live of a datagram ran out, sent with
        | field      | value  |
        | timeToLive | 1      |
        | dscp       | <dscp> |
      Then the report has the type of service of the datagram

      Examples:
        | case        | dscp |
        | delay       | 4    |
        | throughput  | 2    |
        | reliability | 1    |
        | precedence  | 40   |

  @RFC1812-RD-1
  Rule: A redirect tells one host of a nearer hop

    A router that sends a datagram back to the network that it came from has shown that there was a shorter way: its
    sender could have reached the next hop without the router.

    @id:ipv4-router-icmp-011 @needs:ipv4.router
    Scenario: A datagram from a neighbour to a neighbour
      Given the router forwards a datagram to the far side
      When the tester sends a datagram to a neighbour by way of the router
      Then the router sends no redirect, or one that names the neighbour to the tester

  @RFC1812-RD-2
  Rule: Only who can go the shorter way is told of it

    @id:ipv4-router-icmp-012 @needs:ipv4.router
    Scenario: Not about a datagram that goes to another network
      When a datagram to the far side is forwarded
      Then the router sends no redirect about it

    @id:ipv4-router-icmp-013 @needs:ipv4.router
    Scenario: Not to somebody on another network
      Given the router forwards a datagram to the far side
      When the tester sends a datagram from the far side to a neighbour, by the interface that leads there
      Then the router sends no redirect about it

    @id:ipv4-router-icmp-014 @needs:ipv4.router @needs:ipv4.source-route
    Scenario: Not about a datagram that has its way written in it
      Given the router forwards a datagram to the far side
      When the tester sends a datagram to the router, to go on to a neighbour by source route 131
      Then the router sends no redirect about it
