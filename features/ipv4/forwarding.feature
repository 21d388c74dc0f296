Feature: Forwarding and the time to live

  A router hands a datagram on, one step nearer to its destination. So that nothing can go round for ever, each router
  lowers the time to live; the one that would lower it to zero discards the datagram and tells the sender.

  @RFC1812-TTL-1
  Rule: Each router lowers the time to live by at least one

    @id:ipv4-forward-001 @needs:ipv4.router
    Scenario Outline: The time to live on the far side is lower
      When a datagram to the far side is forwarded, sent with
        | field      | value |
        | timeToLive | <ttl> |
      Then the time to live of the forwarded datagram is below <ttl>

      Examples:
        | case    | ttl |
        | highest | 255 |
        | usual   | 64  |
        | high    | 128 |

  @RFC1812-TTL-2
  Rule: A datagram whose time to live is used up goes no further

    @id:ipv4-forward-002 @needs:ipv4.router
    Scenario Outline: A datagram with no time left is not forwarded
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with
        | field      | value |
        | timeToLive | <ttl> |
      Then the router does not forward it

      Examples:
        | case | ttl |
        | one  | 1   |

  @RFC1812-TE-1
  Rule: The router tells the source that the time to live ran out

    @id:ipv4-forward-003 @needs:ipv4.router
    Scenario Outline: Time exceeded in transit is reported
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with
        | field      | value |
        | timeToLive | <ttl> |
      Then the router reports that the time to live ran out

      Examples:
        | case | ttl |
        | one  | 1   |
        | none | 0   |

  @RFC1122-ICMP-2
  Rule: The report quotes the datagram that it is about

    @id:ipv4-forward-004 @needs:ipv4.router
    Scenario Outline: Header and first octets come back
      When the router reports that the time to live of a datagram with <octets> octets of data ran out
      Then the report quotes the header as the router received or forwarded it
      And the report quotes at least 8 octets of the data

      Examples:
        | case      | octets |
        | exactly-8 | 8      |
        | more      | 64     |

  @RFC791-TTL-1
  Rule: A time to live of zero is not one of 256

    @id:ipv4-forward-005 @needs:ipv4.router
    Scenario: A datagram that comes with no time to live goes no further
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with
        | field      | value |
        | timeToLive | 0     |
      Then the router does not forward it

  @RFC1812-TTL-3
  Rule: A router discards nothing because the next one will

    The least time to live that gets past a router is one more than it takes: 2, if it takes 1.

    @id:ipv4-forward-006 @needs:ipv4.router
    Scenario: A datagram with just enough time left is forwarded
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with the least time to live that gets past the router
      Then the router forwards it

  @RFC1812-TTL-4
  Rule: The time to live of what is for the router itself is not looked at

    @id:ipv4-forward-007 @needs:ipv4.router
    Scenario Outline: An echo request to the router whose time to live has all but run out
      Given the router answers an echo request to its <which> address
      When the tester sends the same echo request with
        | field      | value |
        | timeToLive | <ttl> |
      Then the host answers with an echo reply

      Examples:
        | case      | which | ttl |
        | near-one  | near  | 1   |
        | near-none | near  | 0   |
        | far-one   | far   | 1   |
        | far-none  | far   | 0   |

  @RFC1812-TTL-5
  Rule: Nothing leaves a router with a time to live of zero

    @id:ipv4-forward-008 @needs:ipv4.router
    Scenario: Not what it sends of its own accord
      When the router reports that the time to live of a datagram with 32 octets of data ran out
      Then the time to live of the report is above 0

    @id:ipv4-forward-009 @needs:ipv4.router
    Scenario Outline: Nor what it hands on
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with
        | field      | value |
        | timeToLive | <ttl> |
      Then the router lets no datagram with time to live 0 pass

      Examples:
        | case | ttl |
        | one  | 1   |
        | none | 0   |

  @RFC1624-1
  Rule: A checksum that is mended is the one that working it out anew gives

    Ones-complement arithmetic has two zeros, all bits clear and all bits set. The sum of a header is never the first, so
    its checksum is never the second. Who lowers a time to live by one and mends the checksum finds out here whether it
    minds the carry.

    @id:ipv4-forward-010 @needs:ipv4.router
    Scenario Outline: Checksums near the two zeros
      When a datagram whose header checksum is "<checksum>" is forwarded
      Then the header checksum of the forwarded datagram is what working it out anew gives

      Examples:
        | case            | checksum |
        | becomes-zero    | 0xfeff   |
        | was-zero        | 0x0000   |
        | carries         | 0xff00   |
        | carries-to-most | 0xfffe   |
        | becomes-highest | 0xfefe   |

  @RFC1812-MART-1
  Rule: Nothing is forwarded that comes from an address that no host has

    @id:ipv4-forward-011 @needs:ipv4.router
    Scenario Outline: An impossible source
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with
        | field  | value    |
        | source | <source> |
      Then the router does not forward it

      Examples:
        | case             | source          |
        | this-host        | 0.0.0.0         |
        | this-network     | 0.1.2.3         |
        | loopback         | 127.0.0.1       |
        | loopback-highest | 127.255.255.254 |
        | group            | 224.0.0.1       |
        | group-highest    | 239.255.255.255 |
        | all              | 255.255.255.255 |
        | all-on-this-side | 198.18.127.255  |

  @RFC1812-SQ
  Rule: A router that has much to do asks nobody to send less

    @id:ipv4-forward-012 @needs:ipv4.router
    Scenario: Many datagrams that are long for the next link
      Given the router forwards a datagram to the far side
      When the tester sends 50 datagrams to the narrow side at once
      Then the router sends no source quench
