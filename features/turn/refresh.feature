@needs:turn.server
Feature: Refreshing and deleting

  @TURN-R-04
  Rule: A Refresh sets the lifetime anew

    @id:turn-refresh-001
    Scenario: The answer tells the lifetime
      Given client A has an allocation
      When client A sends a Refresh request
      Then the answer has LIFETIME

    @id:turn-refresh-002
    Scenario Outline: Several wishes
      Given client A has refreshed its allocation
      And client B has refreshed its allocation for 4294967295 seconds
      And client C has an allocation
      When client C sends a Refresh request
        | attribute | value   |
        | LIFETIME  | <asked> |
      Then the lifetime is <asked> seconds within what A and B got

      Examples:
        | case  | asked |
        | least | 1     |
        | more  | 900   |
        | much  | 86400 |

  @TURN-R-03
  Rule: A lifetime of zero deletes at once

    @id:turn-refresh-003
    Scenario: The answer is a success
      Given client A has an allocation
      When client A sends a Refresh request
        | attribute | value |
        | LIFETIME  | 0     |
      Then the server answers with success

    @id:turn-refresh-004
    Scenario: Peers are no longer relayed
      Given client A has an allocation
      And client A lets in peer P
      And peer P reaches client A in a Data indication
      When client A deletes its allocation
      And peer P sends 30 octets to where client A was
      Then client A receives nothing of what came too late

    @id:turn-refresh-005
    Scenario: The client is no longer relayed
      Given client A has an allocation
      And client A lets in peer P
      And client A reaches peer P
      When client A deletes its allocation
      And client A sends 30 octets to peer P in a Send indication
      Then peer P receives nothing from client A

    @id:turn-refresh-006
    Scenario: Another allocation can be made on the same 5-tuple
      Given client A has an allocation
      When client A deletes its allocation
      And client A sends an Allocate request
      Then the server answers with success

    @id:turn-refresh-007
    Scenario: Permissions do not outlive it
      Given client A has an allocation
      And client A lets in peer P
      And peer P reaches client A in a Data indication
      And client A has deleted its allocation
      And client A has an allocation
      When peer P sends 30 octets to client A
      Then client A receives nothing of it

  @TURN-R-07
  Rule: What is deleted is no longer there

    @id:turn-refresh-008
    Scenario: A Refresh after deletion
      Given client A has an allocation
      And client A has deleted its allocation
      When client A sends a Refresh request
      Then the server answers with 437

    @id:turn-refresh-009 @needs:turn.udp
    Scenario: The same deletion again
      Given client A has an allocation
      And client A has deleted its allocation
      When client A repeats it octet for octet
      Then the server answers with success, or 437

  @TURN-R-09
  Rule: Deleting again and again keeps nothing alive

    @id:turn-refresh-010 @patience:3
    Scenario: Many deletions, and then a peer
      Given client A has an allocation
      And client A lets in peer P
      And peer P reaches client A in a Data indication
      When client A deletes its allocation again and again for 2 seconds
      And peer P sends 30 octets to where client A was
      Then client A receives nothing of what came too late

  @TURN-G-02
  Rule: Without an allocation there is nothing to change

    @id:turn-refresh-011
    Scenario Outline: Requests of several kinds
      Given client B has an allocation
      And peer P exists
      When client A sends a <method> request
      Then the server answers with 437

      Examples:
        | case    | method           |
        | refresh | Refresh          |
        | permit  | CreatePermission |
        | bind    | ChannelBind      |

  @TURN-G-03
  Rule: Without an allocation nothing is relayed, and nothing said

    @id:turn-refresh-012
    Scenario: A Send indication
      Given client B has an allocation
      And client B lets in peer P
      And client B reaches peer P
      When client A sends 30 octets to peer P in a Send indication
      Then peer P receives nothing from client A
      And the server says nothing to client A

    @id:turn-refresh-013
    Scenario: ChannelData
      Given client B has an allocation
      And client B has bound channel 0x4000 to peer P
      When client A sends 30 octets on channel 0x4000
      Then peer P receives nothing from client A
      And the server says nothing to client A

  @TURN-G-04
  Rule: An allocation belongs to the user who made it

    @id:turn-refresh-014
    Scenario Outline: Another user comes on the same 5-tuple
      Given client B has an allocation of another user
      And client A has an allocation
      And peer P exists
      When client A sends a <method> request with "another user's credentials"
      Then the server answers with 441

      Examples:
        | case    | method           |
        | refresh | Refresh          |
        | permit  | CreatePermission |
        | bind    | ChannelBind      |
