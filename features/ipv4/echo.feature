Feature: Echo

  Who sends an echo request to a host learns that datagrams arrive there and that answers come back: the smallest
  conversation there is. A request carries any data; the reply brings it back.

  @RFC1122-ECHO-1
  Rule: A host answers echo requests

    @id:ipv4-echo-001 @needs:ipv4.host
    Scenario: An echo request is answered
      When the tester sends an echo request
      Then the host answers with an echo reply

  @RFC1122-ECHO-2
  Rule: The reply comes from the address that was asked

    @id:ipv4-echo-003 @needs:ipv4.host
    Scenario: Source and destination are exchanged
      When an echo request is answered
      Then the echo reply comes from the address that was asked

  @RFC1122-ECHO-3
  Rule: The reply returns all the data

    @id:ipv4-echo-004 @needs:ipv4.host
    Scenario Outline: Data of any length comes back octet by octet
      When an echo request with <octets> octets of data is answered
      Then the echo reply returns all the data

      Examples:
        | case         | octets |
        | none         | 0      |
        | odd          | 1      |
        | usual        | 56     |
        | odd-and-long | 511    |
        | longest-sure | 548    |

  @RFC792-1
  Rule: Type and code say what a message is

    @id:ipv4-echo-005 @needs:ipv4.host
    Scenario: An echo reply is type 0, code 0
      When an echo request is answered
      Then the echo reply holds
        | field | value |
        | type  | 0     |
        | code  | 0     |

  @RFC792-2
  Rule: The checksum of a message covers all of it

    @id:ipv4-echo-006 @needs:ipv4.host
    Scenario Outline: The reply's own checksum is right
      When an echo request with <octets> octets of data is answered
      Then the message checksum of the echo reply is right

      Examples:
        | case | octets |
        | none | 0      |
        | even | 56     |
        | odd  | 57     |

  @RFC1122-TTL-2
  Rule: A host accepts what has reached it, however little time to live is left

    @id:ipv4-echo-007 @needs:ipv4.host
    Scenario Outline: An echo request whose time to live has all but run out
      Given the host answers an echo request
      When the tester sends the same echo request with
        | field      | value |
        | timeToLive | <ttl> |
      Then the host answers with an echo reply

      Examples:
        | case | ttl |
        | one  | 1   |
        | none | 0   |
