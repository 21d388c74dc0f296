@needs:turn.client
Feature: How a client authenticates

  The tester is the server. It challenges who comes without credentials, as servers do, and at times otherwise.

  @RFC8489-AUTH-14
  Rule: The first request has no credentials

    @id:turn-clients-authentication-001
    Scenario: Nothing is known of the server yet
      When the client is sent for an allocation
      Then its first request has no credentials

  @RFC8489-AUTH-15
  Rule: A challenge is answered with what it asks for

    @id:turn-clients-authentication-002
    Scenario: An ordinary challenge
      When the client is sent for an allocation
      Then it comes again with the credentials that the server asks for

    @id:turn-clients-authentication-003
    Scenario Outline: A realm that is <case>
      Given the server serves the realm "<realm>"
      When the client is sent for an allocation
      Then it comes again with the credentials that the server asks for

      Examples:
        | case           | realm                                                        |
        | of two words   | the realm                                                    |
        | long           | a.realm.whose.name.goes.on.and.on.until.it.has.sixty.octets  |
        | of one letter  | r                                                            |

    @id:turn-clients-authentication-004 @needs:stun.client.rfc8489
    Scenario Outline: A list of algorithms, <case>
      Given the server lists "<list>"
      When the client is sent for an allocation
      Then it sends the list back, and chooses from "<list>"

      Examples:
        | case                | list                                   |
        | the new one first   | SHA-256, then MD5                      |
        | the old one first   | MD5, then SHA-256                      |
        | an unknown one first | one that nobody knows, then SHA-256   |

  @RFC8489-AUTH-26
  Rule: Who is asked to hide a name sends its hash

    @id:turn-clients-authentication-005
    Scenario: A challenge with the feature of anonymity
      Given the server asks for hidden names
      When the client is sent for an allocation
      Then it hides its name

  @RFC8489-AUTH-16
  Rule: What was refused is not tried again

    @id:turn-clients-authentication-006
    Scenario: 401 to a request with credentials
      Given the server will answer every "signed Allocate" with "401 once more"
      When the client is sent for an allocation
      Then it asks no more with the same name and password

    @id:turn-clients-authentication-007 @needs:turn.client.permission
    Scenario: 401 to a request for a permission
      Given the client has reached peer P
      And the server will answer every "CreatePermission" with "401 once more"
      When the client is sent to peer P
      Then it asks no more with the same name and password

  @RFC8489-AUTH-17
  Rule: A stale nonce is replaced

    @id:turn-clients-authentication-008
    Scenario: Stale when an allocation is asked for
      Given the server will answer the first "signed Allocate" with "438 and a new nonce"
      When the client is sent for an allocation
      Then it asks again with the new nonce

    @id:turn-clients-authentication-009 @needs:turn.client.permission
    Scenario: Stale when a permission is asked for
      Given the client has reached peer P
      And the server will answer the first "CreatePermission" with "438 and a new nonce"
      When the client is sent to peer P
      Then it asks again with the new nonce

    @id:turn-clients-authentication-010 @needs:turn.client.hold @patience:1210 @paced-by:turn.granted-lifetime
    Scenario: Stale when the allocation is refreshed
      Given the server grants less time than others
      And the server will answer the first "Refresh" with "438 and a new nonce"
      When the client is sent for an allocation that it keeps for twice its time
      Then it asks again with the new nonce

  @RFC8489-AUTH-18
  Rule: Whoever has taken out the list is not helped

    @id:turn-clients-authentication-011
    Scenario: The nonce tells of a list that is not there
      Given the server says that it lists algorithms, and lists none
      When the client is sent for an allocation
      Then it asks no more with credentials

  @RFC8489-AUTH-25
  Rule: Without an algorithm in common nothing more is asked

    @id:turn-clients-authentication-012
    Scenario: A list of one that nobody knows
      Given the server lists "one that nobody knows"
      When the client is sent for an allocation
      Then it asks no more with credentials

  @RFC8489-AUTH-19
  Rule: Answers that the server has not signed were never received

    @id:turn-clients-authentication-013
    Scenario Outline: <case>
      Given the server will answer the first "signed Allocate" with "<answer>"
      When the client is sent for an allocation
      Then it is as if it had not received that: the request comes again

      Examples:
        | case                     | answer                                  |
        | no integrity             | a success that nobody has signed        |
        | a wrong integrity        | a success with a wrong integrity        |
        | the integrity of another | a success that somebody else has signed |
        | a refusal without one    | a refusal that nobody has signed        |
