@needs:turn.server
Feature: What lasts how long

  @TURN-P-01
  Rule: A permission lasts five minutes

    @id:turn-lifetimes-001 @patience:310 @paced-by:turn.permission-lifetime
    Scenario: Shortly before its end it holds
      Given client A has an allocation
      And client A lets in peer P
      And nothing is sent until shortly before the end of a permission
      When peer P sends 30 octets to client A
      Then client A receives the data of peer P in a Data indication

    @id:turn-lifetimes-002 @patience:310 @paced-by:turn.permission-lifetime
    Scenario: After its end it does not
      Given client A has an allocation
      And client A lets in peer P
      And peer P reaches client A in a Data indication
      And nothing is sent until after the end of a permission
      When peer P sends 30 octets to client A
      Then client A receives nothing of it

    @id:turn-lifetimes-003 @patience:310 @paced-by:turn.permission-lifetime
    Scenario: CreatePermission begins it anew
      Given client A has an allocation
      And client A lets in peer P
      And nothing is sent until the middle of a permission
      And client A lets in peer P
      And nothing is sent until shortly before the end of a permission
      When peer P sends 30 octets to client A
      Then client A receives the data of peer P in a Data indication

  @TURN-S-04
  Rule: Sending does not prolong a permission

    @id:turn-lifetimes-004 @patience:310 @paced-by:turn.permission-lifetime
    Scenario: A Send indication in the middle
      Given client A has an allocation
      And client A lets in peer P
      And nothing is sent until the middle of a permission
      And client A reaches peer P
      And nothing is sent until after the end of a permission that began before
      When peer P sends 30 octets to client A
      Then client A receives nothing of it

  @TURN-C-12
  Rule: ChannelData prolong neither channel nor permission

    @id:turn-lifetimes-005 @patience:310 @paced-by:turn.permission-lifetime
    Scenario: Data in the middle
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      And nothing is sent until the middle of a permission
      And client A reaches peer P on channel 0x4000
      And nothing is sent until after the end of a permission that began before
      When peer P sends 30 octets to client A
      Then client A receives nothing of it

  @TURN-C-07
  Rule: A channel lasts ten minutes

    @id:turn-lifetimes-006 @patience:620 @paced-by:turn.channel-lifetime
    Scenario: Shortly before its end it holds
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      And client A keeps its permission for peer P until shortly before the end of a channel
      When peer P sends 30 octets to client A
      Then client A receives the data of peer P on channel 0x4000

    @id:turn-lifetimes-007 @patience:620 @paced-by:turn.channel-lifetime
    Scenario: After its end the number can be bound to another
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      And client A keeps its permission for peer P until after the end of a channel
      When client A binds channel 0x4000 to peer R
      Then the server answers with success

    @id:turn-lifetimes-008 @patience:620 @paced-by:turn.channel-lifetime
    Scenario: After its end data come in a Data indication
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      And client A keeps its permission for peer P until after the end of a channel
      When peer P sends 30 octets to client A
      Then client A receives the data of peer P in a Data indication

  @TURN-R-08
  Rule: Relaying prolongs no allocation

    @id:turn-lifetimes-009 @patience:620
    Scenario: Data until the end
      Given client A has an allocation
      And client A lets in peer P
      And client A sends and receives with peer P until after the end of its allocation
      When client A sends a Refresh request
      Then the server answers with 437

  @TURN-R-10
  Rule: An allocation lasts as long as was told

    @id:turn-lifetimes-010 @patience:620
    Scenario: Shortly before its end it is there
      Given client A has an allocation
      And nothing is sent until shortly before the end of its allocation
      When client A sends a Refresh request
      Then the server answers with success

  @TURN-A-22
  Rule: A token gives the port that was reserved

    @id:turn-lifetimes-011 @patience:30
    Scenario: For thirty seconds at least
      Given client A has an allocation that it asked for with
        | attribute           | value        |
        | REQUESTED-TRANSPORT | 17           |
        | EVEN-PORT           | and the next |
      And nothing is sent for 28 seconds
      When client B sends an Allocate request
        | attribute           | value     |
        | REQUESTED-TRANSPORT | 17        |
        | RESERVATION-TOKEN   | the token |
      Then the port of client B is the one after that of client A
