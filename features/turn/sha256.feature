@needs:turn.server @needs:turn.authentication @needs:stun.rfc8489 @needs:stun.password-algorithms
Feature: Password algorithms

  A server of RFC 8489 may list algorithms for keys; a client that takes part signs with SHA-256, and nobody between them
  can make both use less.

  @RFC8489-AUTH-07
  Rule: An algorithm that was not offered so is a bad request

    @id:turn-sha256-001
    Scenario Outline: Something is missing or changed
      Given client B has an allocation
      When client A sends an Allocate request with "<fault>"
      Then the server answers with 400

      Examples:
        | case        | fault                                     |
        | list        | PASSWORD-ALGORITHM alone                  |
        | choice      | PASSWORD-ALGORITHMS alone                 |
        | another     | an algorithm that is not listed           |
        | cut         | a list without SHA-256                    |

  @RFC8489-AUTH-11
  Rule: Answers to signed requests are signed

    @id:turn-sha256-002
    Scenario: A client that chose SHA-256
      When client A sends an Allocate request with "SHA-256"
      Then the answer is signed with the SHA-256 key of its user

  @STUN-MI-02
  Rule: MESSAGE-INTEGRITY-SHA256 has 32 octets

    @id:turn-sha256-003
    Scenario: An answer to who chose SHA-256
      When client A sends an Allocate request with "SHA-256"
      Then the MESSAGE-INTEGRITY-SHA256 of the answer has 32 octets

    @id:turn-sha256-004
    Scenario: A request with a truncated one is not taken
      Given client B has an allocation that it asked for with "SHA-256"
      When client A sends an Allocate request with "a truncated SHA-256"
      Then the server does not take it

  @RFC8489-AUTH-08
  Rule: An unknown user is challenged

    @id:turn-sha256-005
    Scenario: The challenge lists the algorithms
      Given client B has an allocation
      And client A is answered 401 to an Allocate request with "an unknown user"
      When client A sends an Allocate request with "an unknown user"
      Then the answer has PASSWORD-ALGORITHMS

  @RFC8489-AUTH-10
  Rule: A nonce that is no longer good is replaced

    @id:turn-sha256-006
    Scenario: The answer lists the algorithms
      Given client A has an allocation
      And client A is answered 438 to a Refresh request with "a nonce of its own making"
      When client A sends a Refresh request with "a nonce of its own making"
      Then the answer has PASSWORD-ALGORITHMS
