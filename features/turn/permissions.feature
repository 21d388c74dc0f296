@needs:turn.server
Feature: Permissions

  Nobody reaches a client whom it has not let in; whom it lets in is told by the address alone.

  @TURN-P-03
  Rule: Who is not let in is dropped without a word

    @id:turn-permissions-001
    Scenario: No permission at all
      Given client A has an allocation
      When peer Q sends 30 octets to client A
      Then client A receives nothing of it

    @id:turn-permissions-002
    Scenario: A permission for another address
      Given client A has an allocation
      And client A lets in peer P
      And peer P reaches client A in a Data indication
      When peer Q sends 30 octets to client A
      Then client A receives nothing of it

    @id:turn-permissions-003
    Scenario: The peer is told nothing
      Given client A has an allocation
      When peer Q sends 30 octets to client A
      Then client A receives nothing of it
      And peer Q receives nothing from client A

  @TURN-X-06
  Rule: Nobody reaches a client unasked

    @id:turn-permissions-004
    Scenario Outline: Data that look like something else
      Given client A has an allocation
      When peer Q sends <what> to client A
      Then client A receives nothing of it

      Examples:
        | case    | what                 |
        | binding | "a Binding request"  |
        | channel | "ChannelData"        |
        | data    | "a Data indication"  |

  @TURN-P-02
  Rule: A permission is for an address, whatever the port

    @id:turn-permissions-005
    Scenario: Another port of the address
      Given client A has an allocation
      And client A lets in peer P
      When peer R sends 30 octets to client A
      Then client A receives the data of peer R in a Data indication

    @id:turn-permissions-006
    Scenario: The port in the request counts for nothing
      Given client A has an allocation
      And peer P exists
      And client A is answered success to a CreatePermission for "peer P at port 9"
      When peer P sends 30 octets to client A
      Then client A receives the data of peer P in a Data indication

  @TURN-P-04
  Rule: The permissions of one allocation are not another's

    @id:turn-permissions-007
    Scenario: Another client has let the peer in
      Given client A has an allocation
      And client B has an allocation
      And client B lets in peer Q
      And peer Q reaches client B in a Data indication
      When peer Q sends 30 octets to client A
      Then client A receives nothing of it

  @TURN-P-06
  Rule: A permission for nobody is a bad request

    @id:turn-permissions-008
    Scenario: No address
      Given client A has an allocation
      And client A lets in peer P
      When client A sends a CreatePermission request
        | attribute | value |
        | SOFTWARE  | assay |
      Then the server answers with 400

    @id:turn-permissions-009
    Scenario Outline: Addresses that are none
      Given client A has an allocation
      And client A lets in peer P
      When client A sends a CreatePermission request
        | attribute | value   |
        | 0x0012    | <value> |
      Then the server answers with 400

      Examples:
        | case  | value            |
        | empty |                  |
        | short | hex 0001         |
        | cut   | hex 000121124212 |

  @TURN-P-09
  Rule: All whom a request names are let in

    @id:turn-permissions-010
    Scenario Outline: Two addresses
      Given client A has an allocation
      And peer P exists
      And peer Q exists
      And client A is answered success to a CreatePermission for "peer P and peer Q"
      When peer <peer> sends 30 octets to client A
      Then client A receives the data of peer <peer> in a Data indication

      Examples:
        | case   | peer |
        | first  | P    |
        | second | Q    |

  @TURN-P-10
  Rule: Of a list with one who is refused nobody is let in, or all others

    @id:turn-permissions-011
    Scenario: One of another family
      Given client A has an allocation
      And client A is refused a CreatePermission for "peer Q and [2001:db8::1]:99"
      When peer Q sends 30 octets to client A
      Then it is noted whether client A receives it

  @TURN-P-08
  Rule: A server may refuse peers

    @id:turn-permissions-012
    Scenario: A multicast address
      Given client A has an allocation
      And client A lets in peer P
      When client A sends a CreatePermission request
        | attribute        | value        |
        | XOR-PEER-ADDRESS | 224.0.0.1:99 |
      Then it is noted whether the server takes it
