Feature: Fragmentation

  A datagram may be longer than the next link can carry. A router cuts its data into pieces of whole 8 octets and sends
  each as a datagram of its own, a fragment, with the header of the first and its own offset. Nobody puts them together
  before they are where they go.

  The link on the router's narrow side carries 68 octets at most, the least that a link may: 48 octets of data behind a
  header without options.

  @RFC791-FRAG-1
  Rule: Data is cut at multiples of 8 octets

    @id:ipv4-fragmentation-001 @needs:ipv4.router
    Scenario Outline: Each fragment but the last holds whole units
      When a datagram with 100 octets of data crosses the narrow link in fragments, sent with
        | field   | value     |
        | options | <options> |
      Then each fragment but the last carries a multiple of 8 octets

      Examples:
        | case              | options             |
        | room-for-48       | none                |
        | room-for-44       | 158 0000            |
        | room-for-40-or-48 | 30 abcdef0123456789 |

  @RFC791-FRAG-2
  Rule: 68 octets need no cutting anywhere

    @id:ipv4-fragmentation-002 @needs:ipv4.router
    Scenario Outline: A datagram of 68 octets crosses the narrow link in one piece
      When the tester sends a datagram of 68 octets in all to the narrow side, with
        | field   | value     |
        | options | <options> |
      Then it crosses the narrow link whole

      Examples:
        | case            | options    |
        | shortest-header | none       |
        | longest-header  | 40 times 1 |

  @RFC791-FRAG-3
  Rule: A datagram that is marked so is not cut

    @id:ipv4-fragmentation-003 @needs:ipv4.router
    Scenario: A datagram with DF set does not come to the narrow side in pieces
      Given the router cuts a datagram with 100 octets of data for the narrow link
      When the tester sends the same datagram with
        | field        | value |
        | dontFragment | true  |
      Then nothing of it crosses the narrow link

  @RFC791-FRAG-4
  Rule: Offsets, flags and lengths say where each piece belongs

    @id:ipv4-fragmentation-004 @needs:ipv4.router
    Scenario Outline: What is cut may be a fragment itself
      When a datagram with 104 octets of data crosses the narrow link in fragments, sent with
        | field          | value    |
        | moreFragments  | <more>   |
        | fragmentOffset | <offset> |
      Then the fragments are its parts by their offsets, flags, lengths and data

      Examples:
        | case   | more  | offset |
        | whole  | false | 0      |
        | first  | true  | 0      |
        | middle | true  | 13     |
        | last   | false | 8000   |

  @RFC791-OPT-2
  Rule: The type of an option says whether it is copied

    The first bit of the type is the copied flag; two bits of class and five of number follow. The types here are those
    for experiments: nobody knows more about them than these bits say.

    @id:ipv4-fragmentation-005 @needs:ipv4.router
    Scenario Outline: Options that nobody knows are copied as their first bit says
      When a datagram with 100 octets of data crosses the narrow link in fragments, sent with
        | field   | value     |
        | options | <options> |
      Then the first fragment has the options "<options>", each later one "<copied>"

      Examples:
        | case               | options           | copied   |
        | control-not-copied | 30 abcd           | none     |
        | control-copied     | 158 abcd          | 158 abcd |
        | debugging-not      | 94 abcd           | none     |
        | debugging-copied   | 222 abcd          | 222 abcd |
        | one-of-each        | 94 abcd, 158 0102 | 158 0102 |

  @RFC791-OPT-4
  Rule: Some options go with every fragment, the others with the first

    The recorded route here is full, and the timestamps are for somebody else: no router has anything to add.

    @id:ipv4-fragmentation-006 @needs:ipv4.router
    Scenario Outline: Options that are known are copied as their description says
      When a datagram with 100 octets of data crosses the narrow link in fragments, sent with
        | field   | value     |
        | options | <options> |
      Then the first fragment has the options "<options>", each later one "<copied>"

      Examples:
        | case         | options                          | copied             |
        | record-route | 7 08c0000201                     | none               |
        | timestamp    | 68 0503c000020100000000          | none               |
        | stream       | 136 002a                         | 136 002a           |
        | router-alert | 148 0000                         | 148 0000           |
        | both-kinds   | 7 08c0000201, 136 002a, 148 0000 | 136 002a, 148 0000 |

  @RFC791-CSUM-2
  Rule: Who changes a header works its checksum out anew

    @id:ipv4-fragmentation-007 @needs:ipv4.router
    Scenario Outline: The checksum of each fragment is right
      When a datagram with 100 octets of data crosses the narrow link in fragments, sent with
        | field   | value     |
        | options | <options> |
      Then the header checksum of each fragment is right

      Examples:
        | case            | options           |
        | without-options | none              |
        | copied          | 158 abcd          |
        | not-copied      | 94 abcd, 158 0102 |

  @RFC791-TTL-2
  Rule: Every fragment has lost time to live

    @id:ipv4-fragmentation-008 @needs:ipv4.router
    Scenario: The time to live of all fragments is lower
      When a datagram with 200 octets of data crosses the narrow link in fragments, sent with
        | field      | value |
        | timeToLive | 64    |
      Then the time to live of each fragment is below 64

  @RFC6864-6
  Rule: DF stays set, and holds for fragments too

    @id:ipv4-fragmentation-009 @needs:ipv4.router
    Scenario: A router passes DF on as it came
      When a datagram to the far side is forwarded, sent with
        | field        | value |
        | dontFragment | true  |
      Then the forwarded datagram holds
        | field        | value |
        | dontFragment | true  |

    @id:ipv4-fragmentation-010 @needs:ipv4.router
    Scenario: A fragment with DF set is not cut further
      Given the router cuts a datagram with 104 octets of data for the narrow link, sent with
        | field         | value |
        | moreFragments | true  |
      When the tester sends the same datagram with
        | field        | value |
        | dontFragment | true  |
      Then nothing of it crosses the narrow link

  @RFC1812-FRAG-1
  Rule: A router cuts what is too long

    @id:ipv4-fragmentation-011 @needs:ipv4.router
    Scenario Outline: A long datagram reaches the narrow side
      When the tester sends a datagram with <octets> octets of data to the narrow side
      Then all its data crosses the narrow link

      Examples:
        | case         | octets |
        | one-too-many | 49     |
        | some         | 528    |
        | many         | 1480   |

  @RFC1812-FRAG-2
  Rule: It makes as few fragments as can be, and sends them in order

    @id:ipv4-fragmentation-012 @needs:ipv4.router
    Scenario Outline: No fragment more than needed
      When a datagram with <octets> octets of data crosses the narrow link in fragments
      Then it has crossed in at most <count> fragments

      Examples:
        | case         | octets | count |
        | one-too-many | 49     | 2     |
        | two-full     | 96     | 2     |
        | two-and-one  | 97     | 3     |
        | ten-full     | 480    | 10    |

    @id:ipv4-fragmentation-013 @needs:ipv4.router
    Scenario: One after another
      When a datagram with 480 octets of data crosses the narrow link in fragments
      Then the fragments have left in the order of their offsets

  @RFC1812-FRAG-3
  Rule: Nothing is put together on the way

    @id:ipv4-fragmentation-014 @needs:ipv4.router
    Scenario Outline: A fragment does not wait for the others
      Given the router forwards a datagram to the far side
      When the tester sends the <which> fragment of a datagram to the far side, and no other
      Then the router passes that fragment on as it is

      Examples:
        | case   | which  |
        | first  | first  |
        | middle | middle |
        | last   | last   |
