Feature: Addresses

  Most addresses stand for one interface of one host. Some stand for many hosts, for none yet, or for the host itself, and
  have no place in one field of the header or the other.

  What no answer shows, a request between other addresses does: the same echo request, but for one of its addresses. A
  host may leave it unanswered; if it answers, its own datagram must not use an address in a way that it never may.

  @RFC1122-ADDR-1
  Rule: Network 0 is for those who have no address yet

    @id:ipv4-addresses-001 @needs:ipv4.host
    Scenario Outline: No host answers from an address of network 0
      Given the host answers an echo request
      When the tester sends the same echo request to <place>
      Then whatever answers does not come from an address that starts with 0

      Examples:
        | case      | place       |
        | this-host | "0.0.0.0"   |
        | some-host | "0.0.0.1"   |

    @id:ipv4-addresses-002 @needs:ipv4.host
    Scenario Outline: No host answers to an address of network 0
      Given the host answers an echo request
      When the tester sends the same echo request from <place>
      Then whatever answers does not go to an address that starts with 0

      Examples:
        | case      | place       |
        | this-host | "0.0.0.0"   |
        | some-host | "0.0.0.9"   |

  @RFC1122-ADDR-2
  Rule: What stands for many hosts is nobody's source

    @id:ipv4-addresses-003 @needs:ipv4.host
    Scenario Outline: Who answers a request to all, answers from an address of his own
      Given the host answers an echo request
      When the tester sends the same echo request to <place>
      Then whatever answers comes from the address of one host

      Examples:
        | case     | place                |
        | directed | "all on the network" |
        | limited  | "255.255.255.255"    |

  @RFC1122-ADDR-3
  Rule: 127.0.0.0/8 is inside a host, and nowhere else

    @id:ipv4-addresses-004 @needs:ipv4.host
    Scenario: No host answers from 127.0.0.1
      Given the host answers an echo request
      When the tester sends the same echo request to "127.0.0.1"
      Then whatever answers does not come from an address that starts with 127

    @id:ipv4-addresses-005 @needs:ipv4.host
    Scenario: No host answers to 127.0.0.1
      Given the host answers an echo request
      When the tester sends the same echo request from "127.0.0.1"
      Then whatever answers does not go to an address that starts with 127

  @RFC1122-ADDR-4
  Rule: What a host sends comes from one of its own addresses

    @id:ipv4-addresses-006 @needs:ipv4.host
    Scenario: An echo reply
      When an echo request is answered
      Then the echo reply comes from an address of the host

    @id:ipv4-addresses-007 @needs:ipv4.host
    Scenario: A report about a protocol that nobody speaks
      When the host reports that nobody there speaks the protocol of a datagram
      Then the report comes from an address of the host

  @RFC1122-ADDR-5
  Rule: A host discards what is not for it without a word

    @id:ipv4-addresses-008 @needs:ipv4.host
    Scenario Outline: An echo request to somebody else
      Given the host answers an echo request
      When the tester sends the same echo request to <place>
      Then the host neither answers it nor hands it on

      Examples:
        | case           | place                  |
        | a-neighbour    | "a neighbour"          |
        | another-net    | "the far side"         |
        | no-route       | "where no route leads" |
        | strange-group  | "224.0.1.77"           |

  @RFC1122-ADDR-6
  Rule: A host discards what comes from an address that no sender has

    @id:ipv4-addresses-009 @needs:ipv4.host
    Scenario Outline: An echo request from an address that is no host's
      Given the host answers an echo request
      When the tester sends the same echo request from <place>
      Then the host stays silent about it

      Examples:
        | case      | place                |
        | directed  | "all on the network" |
        | limited   | "255.255.255.255"    |
        | group     | "224.0.0.1"          |
        | loopback  | "127.0.0.1"          |

  @RFC1122-ADDR-7
  Rule: Where a network ends, the mask says

    @id:ipv4-addresses-010 @needs:ipv4.host @needs:ipv4.multihomed
    Scenario: Two networks that differ in the seventeenth bit are told apart
      Given the host answers an echo request
      When the tester sends the same echo request from the far side to "its other address"
      Then the host answers with an echo reply by the interface of the far side

  @RFC1122-MH-1
  Rule: An answer comes from the address that was asked, whichever way it goes

    @id:ipv4-addresses-011 @needs:ipv4.host @needs:ipv4.multihomed
    Scenario: An echo request from beyond another interface
      Given the host answers an echo request
      When the host answers the same echo request from "the far side"
      Then the echo reply comes from "the host"

    @id:ipv4-addresses-012 @needs:ipv4.host @needs:ipv4.multihomed
    Scenario: A datagram of a protocol that nobody speaks from beyond another interface
      When the host reports that nobody there speaks the protocol of a datagram from "the far side"
      Then the report comes from "the host"

  @RFC1122-ECHO-4
  Rule: Whether many answer who asks them all is left to them

    @id:ipv4-addresses-013 @needs:ipv4.host
    Scenario Outline: What a host does is recorded
      Given the host answers an echo request
      When the tester sends the same echo request to <place>
      Then it is recorded what the host does with it

      Examples:
        | case      | place                |
        | directed  | "all on the network" |
        | limited   | "255.255.255.255"    |
        | all-hosts | "224.0.0.1"          |
