Feature: Fragments become a datagram again

  A network that cannot carry a datagram whole cuts it into fragments, each a datagram of its own. They take their own
  ways: the last may arrive first, some twice, those of two datagrams mixed. The host at the end puts each datagram
  together again. Here a letter names the datagram and a number the fragment: b2 is the second fragment of datagram b.

  @RFC1122-REASM-0
  Rule: Every host reassembles, in whatever order the fragments come

    @id:ipv4-reassembly-001 @needs:ipv4.host
    Scenario Outline: Echo requests that come in three fragments each are answered whole
      Given the host answers an echo request with 544 octets of data
      When the tester sends such echo requests in fragments, in the order <order>
      Then every echo request is answered with all its data

      Examples:
        | case             | order               |
        | in-order         | "a1 a2 a3"          |
        | reversed         | "a3 a2 a1"          |
        | first-last       | "a2 a3 a1"          |
        | middle-last      | "a1 a3 a2"          |
        | duplicate-first  | "a1 a1 a2 a3"       |
        | duplicate-middle | "a2 a1 a2 a3"       |
        | duplicate-last   | "a3 a3 a1 a2"       |
        | interleaved      | "a1 b3 a2 b2 b1 a3" |

  @RFC791-REASM-1
  Rule: Fragments of one datagram agree in source, destination, protocol and identification

    @id:ipv4-reassembly-002 @needs:ipv4.host
    Scenario: Fragments that differ only in their identification are not mixed up
      Given the host answers echo requests in fragments, in the order "a1 a2 a3"
      When the tester sends fragments that differ only in their identification, in the order "b1 c2 b3"
      Then the host answers none of them

    @id:ipv4-reassembly-003 @needs:ipv4.host
    Scenario: Fragments that differ only in their protocol are not mixed up
      Given the host answers echo requests in fragments, in the order "a1 a2 a3"
      When the tester sends fragments that differ only in their protocol, in the order "b1 c2 b3"
      Then the host answers none of them

  @RFC791-TL-2
  Rule: Everybody takes datagrams of 576 octets

    @id:ipv4-reassembly-004 @needs:ipv4.host
    Scenario Outline: A datagram of 576 octets in one piece
      Given the host answers an echo request
      When the tester sends an echo request that is 576 octets long, with
        | field   | value     |
        | options | <options> |
      Then the host answers with an echo reply

      Examples:
        | case           | options    |
        | short-header   | none       |
        | longest-header | 40 times 1 |

  @RFC1122-REASM-1
  Rule: Everybody puts datagrams of 576 octets together

    @id:ipv4-reassembly-005 @needs:ipv4.host
    Scenario Outline: A datagram of 576 octets in fragments
      Given the host answers an echo request with 548 octets of data
      When the tester sends an echo request that is 576 octets long in the fragments of a link that carries <mtu>
      Then every echo request is answered with all its data

      Examples:
        | case          | mtu |
        | two           | 572 |
        | three         | 296 |
        | narrowest-way | 68  |

  @RFC1122-REASM-2
  Rule: A host puts together whatever its link could have carried whole

    @id:ipv4-reassembly-006 @needs:ipv4.host
    Scenario Outline: A datagram of 1500 octets, as the link has them
      Given the host answers an echo request with 1472 octets of data
      When the tester sends an echo request that is 1500 octets long in the fragments of a link that carries <mtu>
      Then every echo request is answered with all its data

      Examples:
        | case    | mtu  |
        | halves  | 776  |
        | smaller | 576  |
        | mended  | 1492 |

  @RFC791-REASM-2
  Rule: Only the last fragment says how long a datagram is

    Fragments are named here by the first and last octet of the message that they hold.

    @id:ipv4-reassembly-007 @needs:ipv4.host
    Scenario Outline: Nothing is missing before the end, but the end
      Given the host answers echo requests in fragments, in the order "a3 a2 a1"
      When the tester sends the beginning of a message that goes on with zeros, in the fragments <fragments>
      Then the host answers none of them

      Examples:
        | case      | fragments         |
        | one       | "0-191"           |
        | two       | "0-191 192-383"   |
        | two-twice | "0-191 192-383 192-383" |

  @RFC791-REASM-3
  Rule: Where fragments overlap, one of them counts

    A star marks a fragment that holds other octets where it overlaps those before it. Which of both a host keeps is not
    said in words that bind; many drop the datagram, since fragments that overlap are mostly somebody's attack.

    @id:ipv4-reassembly-008 @needs:ipv4.host
    Scenario Outline: Two fragments that differ where they overlap
      Given the host answers echo requests in fragments, in the order "a1 a2 a3"
      When the tester sends an echo request in the fragments <fragments>
      Then the reply, if there is one, holds either copy where they overlap, and all else as it was sent

      Examples:
        | case       | fragments                        |
        | same-place | "0-191 192-383 192-383* 384-551" |
        | over-end   | "0-191 96-287* 288-551"          |
        | over-start | "192-551 0-287*"                 |
        | within     | "0-383 96-191* 384-551"          |
        | around     | "96-191 0-383* 384-551"          |
        | last-twice | "384-551 384-551* 0-383"         |

  @RFC791-CSUM-3
  Rule: What fails its checksum is discarded at once

    An exclamation mark marks a fragment whose header checksum is wrong.

    @id:ipv4-reassembly-009 @needs:ipv4.host
    Scenario: A fragment with a wrong checksum fills no hole
      Given the host answers echo requests in fragments, in the order "a1 a2 a3"
      When the tester sends an echo request in the fragments "0-191 192-383! 384-551"
      Then the host answers none of them

    @id:ipv4-reassembly-010 @needs:ipv4.host
    Scenario: A fragment with a wrong checksum leaves nothing behind
      Given the host answers echo requests in fragments, in the order "a1 a2 a3"
      When the tester sends an echo request in the fragments "0-191 192-383! 384-551 192-383"
      Then every echo request is answered with all its data

  @RFC1122-FRAG-1
  Rule: Whether a host cuts what it sends into fragments is left to it

    @id:ipv4-reassembly-011 @needs:ipv4.host
    Scenario: What becomes of a reply that its link does not carry whole is recorded
      Given the host answers an echo request
      When the tester sends an echo request that is 2000 octets long in the fragments of a link that carries 1500
      Then it is recorded whether the host cuts its reply into fragments
