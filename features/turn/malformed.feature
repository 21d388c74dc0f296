@needs:turn.server @needs:turn.udp
Feature: Messages that are none

  What does not have the form of a STUN message is dropped without a word; whoever multiplexes other protocols on the
  port relies on it. Each is sent after the same message without the fault was answered.

  Background:
    Given the server answers a Binding request of client A

  @STUN-HDR-01
  Rule: The first two bits of a STUN message are zero

    @id:turn-malformed-001
    Scenario Outline: One bit is set, or both
      When client A sends a Binding request spoilt by "<fault>"
      Then the server says nothing to client A

      Examples:
        | case   | fault                |
        | first  | the first bit set    |
        | second | the second bit set   |
        | both   | the first bits set   |

  @STUN-HDR-05
  Rule: What is no sound message is dropped without a word

    @id:turn-malformed-002
    Scenario Outline: A wrong header
      When client A sends an Allocate request spoilt by "<fault>"
      Then the server says nothing to client A

      Examples:
        | case          | fault                          |
        | cookie        | another magic cookie           |
        | length-long   | a length beyond its end        |
        | length-odd    | a length that is no multiple   |

    @id:turn-malformed-003
    Scenario Outline: Too few octets, or none that are a message
      When client A sends <octets> octets that begin like a Binding request
      Then the server says nothing to client A

      Examples:
        | case     | octets |
        | none     | 0      |
        | one      | 1      |
        | type     | 2      |
        | header   | 19     |

    @id:turn-malformed-004
    Scenario Outline: Classes that answer nothing
      When client A sends a Binding <class>
      Then the server says nothing to client A

      Examples:
        | case    | class            |
        | success | success response |
        | error   | error response   |

    @id:turn-malformed-005
    Scenario: A method that nobody knows
      When client A sends a 0x0ff request spoilt by "nothing"
      Then the server says nothing to client A
