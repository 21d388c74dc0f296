Feature: Headers that a router looks at before anything else

  A header that is damaged may say anything: to forward by it would carry the damage on, to report about it could tell
  somebody who has nothing to do with it. So a router checks each header first, and discards what is wrong in silence,
  but for a few faults that leave no doubt whom to tell.

  @RFC1812-HV-1
  Rule: Fewer than 20 octets are no datagram

    @id:ipv4-validation-001 @needs:ipv4.router
    Scenario: A header that is cut off before its end
      Given the router forwards a datagram that is a header and nothing else
      When the tester sends all but the last octet of such a datagram
      Then the router passes nothing of it on and says nothing

  @RFC1812-HV-2
  Rule: The checksum is right

    @id:ipv4-validation-002 @needs:ipv4.router
    Scenario Outline: A datagram with a wrong checksum is discarded without a word
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with bit <bit> of its header checksum inverted
      Then the router discards it without a word

      Examples:
        | case   | bit |
        | first  | 0   |
        | eighth | 7   |
        | last   | 15  |

  @RFC791-CSUM-2
  Rule: It is verified whoever the datagram is for

    @id:ipv4-validation-003 @needs:ipv4.router
    Scenario Outline: An echo request to the router itself with a wrong checksum
      Given the router answers an echo request to its <which> address
      When the tester sends the same echo request with bit 12 of its header checksum inverted
      Then the host stays silent about it

      Examples:
        | case | which |
        | near | near  |
        | far  | far   |

  @RFC1812-HV-3
  Rule: The version is 4

    @id:ipv4-validation-004 @needs:ipv4.router
    Scenario Outline: A datagram that is right but for its version is discarded without a word
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with
        | field   | value     |
        | version | <version> |
      Then the router discards it without a word

      Examples:
        | case     | version |
        | zero     | 0       |
        | stream   | 5       |
        | all-bits | 15      |

  @RFC1812-HV-4
  Rule: The header is five words long at least

    A router may add up the octets that the header claims to have, or 20 whatever it claims: the checksum is right for
    the one, then for the other.

    @id:ipv4-validation-005 @needs:ipv4.router
    Scenario Outline: A header that claims four words is discarded
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with IHL 4 and a checksum of its first <octets> octets
      Then the router discards it, and at most reports a parameter problem at octet 0

      Examples:
        | case       | octets |
        | as-claimed | 16     |
        | as-it-is   | 20     |

    @id:ipv4-validation-006 @needs:ipv4.router
    Scenario Outline: A header that claims less is discarded without a word
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with IHL <ihl> and a checksum of its first <octets> octets
      Then the router discards it without a word

      Examples:
        | case             | ihl | octets |
        | three-as-claimed | 3   | 12     |
        | three-as-it-is   | 3   | 20     |
        | none             | 0   | 20     |

  @RFC1812-HV-6
  Rule: A datagram is as long as it says

    @id:ipv4-validation-007 @needs:ipv4.router
    Scenario Outline: What has lost its end is not forwarded
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram without its last <octets> octets
      Then the router does not forward it

      Examples:
        | case     | octets |
        | an-octet | 1      |
        | much     | 24     |

    @id:ipv4-validation-008 @needs:ipv4.router
    Scenario: Its sender is told that the total length is wrong
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram without its last 4 octets
      Then the router reports a parameter problem at octets 2 to 3
