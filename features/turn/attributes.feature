@needs:turn.server
Feature: Attributes that a server does not know, or did not expect

  Types below 0x8000 must be understood by whoever is to act on the message; the others may be passed over.

  @STUN-420-01
  Rule: What must be understood and is not leads to 420

    @id:turn-attributes-001 @needs:stun.binding
    Scenario Outline: Attributes of a Binding request
      Given the server answers a Binding request of client A
      When client A sends a Binding request with "no credentials"
        | attribute | value   |
        | <type>    | <value> |
      Then the server answers with 420

      Examples:
        | case  | type   | value        |
        | low   | 0x7ffe | hex 00000000 |
        | empty | 0x7ff0 |              |
        | odd   | 0x4fff | hex 01       |

    @id:turn-attributes-002
    Scenario: An attribute of an Allocate request
      Given client B has an allocation
      When client A sends an Allocate request
        | attribute           | value        |
        | REQUESTED-TRANSPORT | 17           |
        | 0x7ffe              | hex 00000000 |
      Then the server answers with 420

    @id:turn-attributes-003
    Scenario Outline: The type is listed
      Given the server answers a Binding request of client A
      When client A sends a Binding request with "no credentials"
        | attribute | value        |
        | <one>     | hex 00000000 |
        | <other>   | hex 00000000 |
      Then the answer lists the attributes <one> and <other>

      Examples:
        | case | one    | other  |
        | one  | 0x7ffe | 0x7ffe |
        | two  | 0x7ffe | 0x7ff1 |

  @STUN-420-02
  Rule: An indication that must be understood and is not is dropped

    @id:turn-attributes-004
    Scenario: A Send indication
      Given client A has an allocation
      And client A lets in peer P
      And client A reaches peer P
      When client A sends a Send indication
        | attribute        | value     |
        | XOR-PEER-ADDRESS | peer P    |
        | 0x7ffe           | hex 00    |
        | DATA             | 20 octets |
      Then peer P receives nothing from client A

  @STUN-OPT-01
  Rule: What need not be understood is ignored

    @id:turn-attributes-005
    Scenario Outline: Attributes of a Binding request
      Given client B learns how to authenticate
      And the server answers a Binding request of client A
      When client A sends a Binding request with "no credentials"
        | attribute | value   |
        | <type>    | <value> |
      Then the server answers with success

      Examples:
        | case  | type   | value                  |
        | first | 0xc0fe | hex 01020304           |
        | last  | 0xfffe |                        |
        | long  | 0xc0ff | hex 010203040506070809 |

    @id:turn-attributes-006
    Scenario: An attribute of an Allocate request
      Given client B learns how to authenticate
      When client A sends an Allocate request
        | attribute           | value        |
        | 0xc0fe              | hex 01020304 |
        | REQUESTED-TRANSPORT | 17           |
      Then the server answers with success

    @id:turn-attributes-007
    Scenario: An attribute of a Send indication
      Given client A has an allocation
      And client A lets in peer P
      When client A sends a Send indication
        | attribute        | value     |
        | 0xc0fe           | hex 0102  |
        | XOR-PEER-ADDRESS | peer P    |
        | DATA             | 20 octets |
      Then peer P receives the data from client A

  @STUN-OPT-02
  Rule: What is known but belongs elsewhere is ignored

    @id:turn-attributes-008
    Scenario Outline: Attributes that mean nothing there
      Given client A has an allocation
      When client A sends a Refresh request
        | attribute   | value   |
        | <attribute> | <value> |
      Then the server answers with success

      Examples:
        | case      | attribute           | value  |
        | channel   | CHANNEL-NUMBER      | 0x4000 |
        | transport | REQUESTED-TRANSPORT | 17     |

  @STUN-DUP-01
  Rule: Of an attribute that comes twice only the first need be looked at

    @id:turn-attributes-009
    Scenario: Two lifetimes
      Given client A has an allocation
      When client A sends a Refresh request
        | attribute | value |
        | LIFETIME  | 700   |
        | LIFETIME  | 900   |
      Then it is noted which lifetime was taken

  @STUN-MI-03
  Rule: What follows the integrity is ignored

    @id:turn-attributes-010
    Scenario: An attribute that nobody understands behind MESSAGE-INTEGRITY
      Given client A has an allocation
      When client A sends a Refresh request with "an unknown attribute behind the integrity"
      Then the server answers with success

    @id:turn-attributes-011
    Scenario: A lifetime of zero behind MESSAGE-INTEGRITY deletes nothing
      Given client A has an allocation
      When client A sends a Refresh request with "a lifetime of zero behind the integrity"
      Then the lifetime that the server told is above zero
