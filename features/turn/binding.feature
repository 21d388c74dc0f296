@needs:turn.server @needs:stun.binding
Feature: Binding requests

  Whoever asks a server what its own address looks like from there asks without credentials, and is told.

  @STUN-BIND-01
  Rule: A Binding request needs no credentials

    @id:turn-binding-001 @needs:turn.udp
    Scenario: Over UDP
      Given client B learns how to authenticate
      When client A sends a Binding request with "no credentials"
      Then the server answers with success

    @id:turn-binding-002 @needs:turn.tcp
    Scenario: Over TCP
      Given client B learns how to authenticate
      And client A comes over TCP
      When client A sends a Binding request with "no credentials"
      Then the server answers with success

  @STUN-BIND-02
  Rule: The answer tells where the request came from

    @id:turn-binding-003
    Scenario: One client
      When client A sends a Binding request with "no credentials"
      Then the answer tells the address that the request came from

    @id:turn-binding-004
    Scenario: Another client has another address
      Given the server answers a Binding request of client A
      When client B sends a Binding request with "no credentials"
      Then the answer tells the address that the request came from

    @id:turn-binding-005 @needs:turn.tcp
    Scenario: Over TCP
      Given client A comes over TCP
      When client A sends a Binding request with "no credentials"
      Then the answer tells the address that the request came from

  @STUN-BIND-03
  Rule: FINGERPRINT is not asked for

    @id:turn-binding-006
    Scenario Outline: With it and without
      Given client B learns how to authenticate
      When client A sends a Binding request with "<mark>"
      Then the server answers with success

      Examples:
        | case    | mark           |
        | without | no credentials |
        | with    | a FINGERPRINT  |

  @STUN-SRC-01
  Rule: An answer comes from where the request was sent to

    @id:turn-binding-007 @needs:turn.udp
    Scenario Outline: Requests of several kinds
      Given client B learns how to authenticate
      When client A sends a <method> request with "no credentials"
      Then the answer comes from the address that the request was sent to

      Examples:
        | case     | method   |
        | binding  | Binding  |
        | allocate | Allocate |
        | refresh  | Refresh  |

  @STUN-SRC-02
  Rule: Over TCP an answer comes on the connection of its request

    @id:turn-binding-008 @needs:turn.tcp
    Scenario: Two connections
      Given client C learns how to authenticate
      And client A comes over TCP
      And client B comes over TCP
      And the server answers a Binding request of client B
      When client A sends a Binding request with "no credentials"
      Then the server answers with success
      And the server says nothing to client B

  @STUN-TCP-02
  Rule: A server leaves a connection open for its client

    @id:turn-binding-009 @needs:turn.tcp
    Scenario: Another request on the same connection
      Given client B learns how to authenticate
      And client A comes over TCP
      And the server answers a Binding request of client A
      When client A sends a Binding request with "no credentials"
      Then the server answers with success

  @STUN-RETX-02
  Rule: A request that is sent again has the same effect as one

    @id:turn-binding-010 @needs:turn.udp
    Scenario: A Binding request
      Given the server answers a Binding request of client A
      When client A repeats it octet for octet
      Then the server answers with success
      And the answer tells the address that the request came from

  @STUN-IND-01
  Rule: Nothing is answered to an indication

    @id:turn-binding-011 @needs:turn.udp
    Scenario: A Binding indication
      Given the server answers a Binding request of client A
      When client A sends a Binding indication
      Then the server says nothing to client A

    @id:turn-binding-012 @needs:turn.udp
    Scenario Outline: Indications of methods that know only requests, and of none
      Given the server answers a Binding request of client A
      When client A sends a <method> indication
      Then the server says nothing to client A

      Examples:
        | case              | method           |
        | allocate          | Allocate         |
        | refresh           | Refresh          |
        | create-permission | CreatePermission |
        | channel-bind      | ChannelBind      |
        | unknown           | 0x0ff            |
        | send-without      | Send             |
        | data              | Data             |
