@needs:turn.server
Feature: Address families

  @TURN-A-12
  Rule: A family that is not supported is 440

    @id:turn-families-001
    Scenario: A family that does not exist
      Given client B has an allocation that it asked for with
        | attribute                | value |
        | REQUESTED-TRANSPORT      | 17    |
        | REQUESTED-ADDRESS-FAMILY | IPv4  |
      When client A sends an Allocate request
        | attribute                | value |
        | REQUESTED-TRANSPORT      | 17    |
        | REQUESTED-ADDRESS-FAMILY | 7     |
      Then the server answers with 440 or 400

    @id:turn-families-002
    Scenario: IPv6 is given, or refused as 440
      Given client B has an allocation that it asked for with
        | attribute                | value |
        | REQUESTED-TRANSPORT      | 17    |
        | REQUESTED-ADDRESS-FAMILY | IPv4  |
      When client A sends an Allocate request
        | attribute                | value |
        | REQUESTED-TRANSPORT      | 17    |
        | REQUESTED-ADDRESS-FAMILY | IPv6  |
      Then the relayed address is of IPv6, or the server answers 440

  @TURN-A-11
  Rule: One family and an additional one are not asked for together

    @id:turn-families-003
    Scenario: Both attributes
      Given client B has an allocation
      When client A sends an Allocate request
        | attribute                 | value |
        | REQUESTED-TRANSPORT       | 17    |
        | REQUESTED-ADDRESS-FAMILY  | IPv4  |
        | ADDITIONAL-ADDRESS-FAMILY | IPv6  |
      Then the server answers with 400

  @TURN-A-14
  Rule: The next port is not reserved for two families

    @id:turn-families-004
    Scenario: A reservation and an additional family
      Given client B has an allocation
      When client A sends an Allocate request
        | attribute                 | value        |
        | REQUESTED-TRANSPORT       | 17           |
        | EVEN-PORT                 | and the next |
        | ADDITIONAL-ADDRESS-FAMILY | IPv6         |
      Then the server answers with 400

  @TURN-A-15
  Rule: The additional family is not IPv4

    @id:turn-families-005
    Scenario: IPv4 as the additional family
      Given client B has an allocation
      When client A sends an Allocate request
        | attribute                 | value |
        | REQUESTED-TRANSPORT       | 17    |
        | ADDITIONAL-ADDRESS-FAMILY | IPv4  |
      Then the server answers with 400, if it has room

  @TURN-A-16
  Rule: A wish for two families that is met in part says why

    @id:turn-families-006 @needs:turn.ipv4-only
    Scenario: A server without IPv6
      When client A sends an Allocate request
        | attribute                 | value |
        | REQUESTED-TRANSPORT       | 17    |
        | ADDITIONAL-ADDRESS-FAMILY | IPv6  |
      Then the server answers with success
      And the answer says that the other family failed with 440 or 508

  @TURN-A-17
  Rule: A wish for two families that is met gives two addresses

    @id:turn-families-007 @needs:turn.ipv6
    Scenario: A server with both
      When client A sends an Allocate request
        | attribute                 | value |
        | REQUESTED-TRANSPORT       | 17    |
        | ADDITIONAL-ADDRESS-FAMILY | IPv6  |
      Then the answer has relayed addresses of both families

  @TURN-R-05
  Rule: A family that the allocation has not is 443

    @id:turn-families-008
    Scenario: A Refresh for IPv6
      Given client A has an allocation
      And client A is answered success to a Refresh for "IPv4"
      When client A sends a Refresh request
        | attribute                | value |
        | REQUESTED-ADDRESS-FAMILY | IPv6  |
      Then the server answers with 443

  @TURN-R-06
  Rule: One half of a dual allocation is deleted without the other

    @id:turn-families-009 @needs:turn.ipv6
    Scenario: The IPv6 half goes
      Given client A has an allocation that it asked for with
        | attribute                 | value |
        | REQUESTED-TRANSPORT       | 17    |
        | ADDITIONAL-ADDRESS-FAMILY | IPv6  |
      And client A lets in peer P
      And client A is answered success to the deletion of its "IPv6" half
      When peer P sends 30 octets to client A
      Then client A receives the data of peer P in a Data indication

  @TURN-P-07
  Rule: A peer of another family is 443

    @id:turn-families-010
    Scenario: A permission for a peer of IPv6
      Given client A has an allocation that it asked for with
        | attribute                | value |
        | REQUESTED-TRANSPORT      | 17    |
        | REQUESTED-ADDRESS-FAMILY | IPv4  |
      And client A lets in peer P
      When client A sends a CreatePermission request
        | attribute        | value            |
        | XOR-PEER-ADDRESS | [2001:db8::1]:99 |
      Then the server answers with 443

  @TURN-C-06
  Rule: A channel to a peer of another family is 443

    @id:turn-families-011
    Scenario: A peer of IPv6
      Given client A has an allocation that it asked for with
        | attribute                | value |
        | REQUESTED-TRANSPORT      | 17    |
        | REQUESTED-ADDRESS-FAMILY | IPv4  |
      And client A has bound channel 0x4001 to peer P
      When client A sends a ChannelBind request
        | attribute        | value            |
        | CHANNEL-NUMBER   | 0x4002           |
        | XOR-PEER-ADDRESS | [2001:db8::1]:99 |
      Then the server answers with 443

  @TURN-X-01
  Rule: No channel leads into a tunnel

    @id:turn-families-012 @needs:turn.ipv6
    Scenario Outline: Teredo and 6to4
      Given client A has an allocation that it asked for with
        | attribute                | value |
        | REQUESTED-TRANSPORT      | 17    |
        | REQUESTED-ADDRESS-FAMILY | IPv6  |
      And client A is answered success to a ChannelBind for "[2001:db8::77]:99"
      When client A sends a ChannelBind request
        | attribute        | value      |
        | CHANNEL-NUMBER   | 0x4003     |
        | XOR-PEER-ADDRESS | <address> |
      Then the server refuses

      Examples:
        | case   | address                       |
        | sixto4 | [2002:c000:204::1]:99         |
        | teredo | [2001:0:c000:204::1]:99       |
