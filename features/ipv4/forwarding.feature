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
        | none | 0   |

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
