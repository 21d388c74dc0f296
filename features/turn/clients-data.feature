@needs:turn.client
Feature: A client and its peers

  @TURN-P-05
  Rule: A permission is for peers of the family that is relayed

    @id:turn-clients-data-001 @needs:turn.client.permission
    Scenario: A peer of IPv4
      When the client is sent to peer P
      Then every permission that it asks for has peers of IPv4

  @TURN-S-01
  Rule: Data go to peers that were let in before

    @id:turn-clients-data-002 @needs:turn.client.send
    Scenario: A peer that is let in
      When the client is sent to peer P
      Then whatever it sends has a peer, data and a permission

    @id:turn-clients-data-003 @needs:turn.client.send @needs:turn.client.permission
    Scenario Outline: A permission that is <case>
      Given the client has reached peer P
      And the server will answer every "CreatePermission" with "<answer>"
      When the client is sent to peer P
      Then it sends nothing to who is not let in

      Examples:
        | case             | answer    |
        | refused          | error 403 |
        | beyond the quota | error 508 |
        | not answered     | nothing   |

    @id:turn-clients-data-004 @needs:turn.client.send @needs:turn.client.hold @patience:345
    Scenario: A permission that would have run out
      When the client is sent to peer P, and stays for 330 seconds
      Then what it sends after five minutes has a permission, too

  @TURN-S-08
  Rule: Data that lack an attribute are dropped

    @id:turn-clients-data-005 @needs:turn.client.send @needs:turn.client.output
    Scenario Outline: Data <case>
      Given the server will send the client data "<case>" before what the peer sends
      When the client is sent to peer P
      Then it hands out what the peer has sent, and nothing else

      Examples:
        | case                     |
        | without XOR-PEER-ADDRESS |
        | without DATA             |

  @TURN-S-09
  Rule: Data of who was not let in are dropped

    @id:turn-clients-data-006 @needs:turn.client.send @needs:turn.client.output
    Scenario: Another peer
      Given the server will send the client data "of peer Q" before what the peer sends
      When the client is sent to peer P
      Then it hands out what the peer has sent, and nothing else

  @TURN-C-08
  Rule: A channel has one peer, and a peer one channel

    @id:turn-clients-data-007 @needs:turn.client.peers
    Scenario: Two peers
      When the client is sent to peers P and Q by channels
      Then each peer has a channel of its own

    @id:turn-clients-data-008 @needs:turn.client.hold @patience:345
    Scenario: A channel whose permission would have run out
      When the client is sent to peer P by a channel, and stays for 330 seconds
      Then each peer has a channel of its own

  @TURN-C-17
  Rule: Where client and server do not agree on channels, they begin afresh

    @id:turn-clients-data-009
    Scenario: 400 to ChannelBind
      Given the server will answer the first "ChannelBind" with "error 400"
      When the client is sent to peer P by a channel
      Then it begins afresh
