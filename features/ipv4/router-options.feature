Feature: Options on their way through a router

  Most options are none of a router's business and go on as they came. A few ask it to do something: to write its address
  down, or to send the datagram another way. Many networks drop datagrams with options nowadays, and may.

  @RFC1812-OPT-1
  Rule: Single octets are understood, and what is not known is ignored

    @id:ipv4-transit-001 @needs:ipv4.router
    Scenario Outline: Options of one octet are stepped over
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with
        | field   | value     |
        | options | <options> |
      Then the router forwards it

      Examples:
        | case         | options    |
        | no-operation | 1, 1, 1, 0 |
        | many         | 40 times 1 |
        | end-at-once  | 0          |

  @RFC1812-OPT-2
  Rule: Options that a router does not know go on unchanged

    @id:ipv4-transit-002 @needs:ipv4.router
    Scenario Outline: An option for experiments is the same on both sides, if it passes at all
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with
        | field   | value     |
        | options | <options> |
      Then the router passes its options on unchanged, or drops the datagram

      Examples:
        | case             | options                   |
        | control          | 30 abcd                   |
        | control-copied   | 158 abcd                  |
        | debugging        | 94 0102030405060708       |
        | debugging-copied | 222 ff                    |
        | without-data     | 30, 1                     |
        | several          | 94 abcd, 1, 158 01, 30 02 |

  @RFC1812-OPT-3
  Rule: A router follows a source route

    @id:ipv4-transit-003 @needs:ipv4.router @needs:ipv4.source-route
    Scenario Outline: The next stop becomes the destination, and the router writes itself down
      Given the router forwards a datagram to the far side
      When the tester sends a datagram to the router, to go on to the far side by source route <type>
      Then the router sends it on, its own address recorded in the source route <type>

      Examples:
        | case   | type |
        | loose  | 131  |
        | strict | 137  |

  @RFC1812-OPT-4
  Rule: A router records itself in a route

    @id:ipv4-transit-004 @needs:ipv4.router
    Scenario Outline: It writes the address of the interface that the datagram leaves by
      Given the router forwards a datagram to the far side
      When the tester sends a datagram that records its route, with room for <slots> addresses
      Then the router records the address of the interface that the datagram leaves by, or does not record at all

      Examples:
        | case | slots |
        | one  | 1     |
        | nine | 9     |
