@needs:turn.server @needs:turn.authentication
Feature: Long-term credentials

  A request without credentials is answered by what one needs to sign it; then only who knows the password gets on.

  @RFC8489-AUTH-01
  Rule: Without integrity there is a challenge

    @id:turn-auth-001
    Scenario Outline: Requests that change something
      Given client B has an allocation
      When client A sends a <method> request with "no credentials"
      Then the server answers with 401, or 437 where there is no allocation

      Examples:
        | case     | method           |
        | refresh  | Refresh          |
        | permit   | CreatePermission |
        | bind     | ChannelBind      |

    @id:turn-auth-002
    Scenario: An Allocate request
      Given client B has an allocation
      When client A sends an Allocate request with "no credentials"
      Then the server answers with 401

    @id:turn-auth-003
    Scenario Outline: What the challenge tells
      Given client B has an allocation
      When client A sends an Allocate request with "no credentials"
      Then the answer has <attribute>

      Examples:
        | case  | attribute |
        | realm | REALM     |
        | nonce | NONCE     |

    @id:turn-auth-004
    Scenario Outline: What the challenge tells is short enough
      When client A sends an Allocate request with "no credentials"
      Then <attribute> of the answer has fewer than 128 characters

      Examples:
        | case  | attribute |
        | realm | REALM     |
        | nonce | NONCE     |

  @RFC8489-AUTH-02
  Rule: A challenge carries no credentials

    @id:turn-auth-005
    Scenario Outline: Attributes of who is not known yet
      Given client B has an allocation
      When client A gets "a challenge"
      Then the answer has no <attribute>

      Examples:
        | case      | attribute         |
        | username  | USERNAME          |
        | userhash  | USERHASH          |
        | integrity | MESSAGE-INTEGRITY |

  @RFC8489-AUTH-03
  Rule: No two clients get the same nonce

    @id:turn-auth-006
    Scenario: Two clients of one address
      Given client B has an allocation
      When client A gets "a challenge"
      Then the nonce is another one than that of client B

  @RFC8656-AUTH-22
  Rule: A first Allocate request gets a nonce of its own

    @id:turn-auth-007
    Scenario: Two clients of one address
      Given client B has an allocation
      When client A gets "a challenge"
      Then the nonce is another one than that of client B

    @id:turn-auth-008 @patience:3610 @paced-by:turn.nonce-lifetime
    Scenario: A nonce does not last for ever
      Given client A has an allocation
      And client A keeps its allocation for the lifetime of a nonce
      When client A sends a Refresh request with "the nonce that it had at first"
      Then the server answers with 438 or 401

  @RFC8489-AUTH-04
  Rule: A nonce tells which security features there are

    @id:turn-auth-009
    Scenario: The beginning of a nonce
      When client A gets "a challenge"
      Then the nonce begins with the cookie and four characters of base64

  @RFC8489-AUTH-05
  Rule: Integrity without name, realm or nonce is a bad request

    @id:turn-auth-010
    Scenario Outline: An attribute is missing
      Given client B has an allocation
      When client A sends an Allocate request with "<missing>"
      Then the server answers with 400

      Examples:
        | case     | missing     |
        | username | no USERNAME |
        | realm    | no REALM    |
        | nonce    | no NONCE    |

  @RFC8489-AUTH-06
  Rule: To a bad request no name, realm or nonce is told

    @id:turn-auth-011
    Scenario Outline: What the answer does not tell
      Given client B has an allocation
      And client A is answered 400 to an Allocate request with "no USERNAME"
      When client A sends an Allocate request with "no USERNAME"
      Then the answer has no <attribute>

      Examples:
        | case     | attribute |
        | username | USERNAME  |
        | realm    | REALM     |
        | nonce    | NONCE     |

  @RFC8489-AUTH-08
  Rule: An unknown user is challenged

    @id:turn-auth-012
    Scenario: An Allocate request
      Given client B has an allocation
      When client A sends an Allocate request with "an unknown user"
      Then the server answers with 401

    @id:turn-auth-013
    Scenario Outline: What the challenge tells
      Given client B has an allocation
      And client A is answered 401 to an Allocate request with "an unknown user"
      When client A sends an Allocate request with "an unknown user"
      Then the answer has <attribute>

      Examples:
        | case  | attribute |
        | realm | REALM     |
        | nonce | NONCE     |

  @RFC8489-AUTH-09
  Rule: A wrong integrity is challenged

    @id:turn-auth-014
    Scenario Outline: Wrong in several ways
      Given client B has an allocation
      When client A sends an Allocate request with "<fault>"
      Then the server answers with 401

      Examples:
        | case     | fault             |
        | password | a wrong password  |
        | bit      | a wrong integrity |

    @id:turn-auth-015
    Scenario Outline: What the challenge tells
      Given client B has an allocation
      And client A is answered 401 to an Allocate request with "a wrong password"
      When client A sends an Allocate request with "a wrong password"
      Then the answer has <attribute>

      Examples:
        | case  | attribute |
        | realm | REALM     |
        | nonce | NONCE     |

    @id:turn-auth-016
    Scenario Outline: Where there is an allocation already
      Given client A has an allocation
      And peer P exists
      When client A sends a <method> request with "a wrong password"
      Then the server answers with 401

      Examples:
        | case    | method           |
        | refresh | Refresh          |
        | permit  | CreatePermission |
        | bind    | ChannelBind      |

  @RFC8489-AUTH-10
  Rule: A nonce that is no longer good is replaced

    @id:turn-auth-017
    Scenario: A nonce that the server never gave
      Given client A has an allocation
      When client A sends a Refresh request with "a nonce of its own making"
      Then the server answers with 438 or 401
      And the answer has REALM
      And the answer has NONCE

    @id:turn-auth-018
    Scenario Outline: What the answer tells
      Given client A has an allocation
      And client A is answered 438 to a Refresh request with "a nonce of its own making"
      When client A sends a Refresh request with "a nonce of its own making"
      Then the answer has <attribute>

      Examples:
        | case  | attribute |
        | realm | REALM     |
        | nonce | NONCE     |

    @id:turn-auth-019
    Scenario: The nonce that it tells is good
      Given client A has an allocation
      And client A is answered 438 to a Refresh request with "a nonce of its own making"
      When client A sends a Refresh request with "the nonce of the last answer"
      Then the server answers with success

    @id:turn-auth-030 @patience:3610 @paced-by:turn.nonce-lifetime
    Scenario: A nonce whose time is over
      Given client A has an allocation
      And client A keeps its allocation for the lifetime of a nonce
      When client A sends a Refresh request with "the nonce that it had at first"
      Then the server answers with 438, if the nonce is no longer good

  @RFC8489-AUTH-11
  Rule: Answers to signed requests are signed

    @id:turn-auth-020
    Scenario Outline: Successes and errors
      When client A gets <answer>
      Then the answer is signed with the key of its user

      Examples:
        | case     | answer                      |
        | allocate | "an Allocate success"       |
        | refresh  | "a Refresh success"         |
        | permit   | "a CreatePermission success" |
        | bind     | "a ChannelBind success"     |
        | mismatch | "a refusal to who is known" |

  @RFC8489-AUTH-12
  Rule: Answers to signed requests tell no name, realm or nonce

    @id:turn-auth-021
    Scenario Outline: What a success does not tell
      When client A gets "an Allocate success"
      Then the answer has no <attribute>

      Examples:
        | case     | attribute |
        | username | USERNAME  |
        | realm    | REALM     |
        | nonce    | NONCE     |

  @RFC8489-AUTH-13
  Rule: The key is the MD5 of name, realm and password

    @id:turn-auth-022
    Scenario: A request that is signed with it
      Given client A is answered 401 to an Allocate request with "a wrong password"
      When client A sends an Allocate request
      Then the server answers with success

  @RFC8489-AUTH-24
  Rule: Long names are read

    @id:turn-auth-023
    Scenario: A name of 508 octets is unknown, but no fault
      Given client B has an allocation
      When client A sends an Allocate request with "a name of 508 octets"
      Then the server answers with 401

    @id:turn-auth-024 @needs:stun.rfc8489
    Scenario: A name of 763 octets is unknown, but no fault
      Given client B has an allocation
      When client A sends an Allocate request with "a name of 763 octets"
      Then the server answers with 401

  @TURN-X-05
  Rule: Who is not authenticated changes nothing

    @id:turn-auth-025
    Scenario: An unsigned Refresh of zero deletes nothing
      Given client A has an allocation
      And client A lets in peer P
      When client A sends a Refresh request with "no credentials"
        | attribute | value |
        | LIFETIME  | 0     |
      And peer P sends 30 octets to client A
      Then client A receives the data of peer P in a Data indication

    @id:turn-auth-026
    Scenario: An unsigned CreatePermission lets nobody in
      Given client A has an allocation
      And peer Q exists
      When client A sends a CreatePermission request with "no credentials"
        | attribute        | value  |
        | XOR-PEER-ADDRESS | peer Q |
      And peer Q sends 30 octets to client A
      Then client A receives nothing of it

    @id:turn-auth-027
    Scenario: An unsigned ChannelBind binds nothing
      Given client A has an allocation
      And client A lets in peer P
      When client A sends a ChannelBind request with "no credentials"
      And peer P sends 30 octets to client A
      Then client A receives the data of peer P in a Data indication

  @TURN-A-04
  Rule: An Allocate request is authenticated

    @id:turn-auth-028
    Scenario Outline: Who does not sign rightly gets no allocation
      Given client B has an allocation
      When client A sends an Allocate request with "<fault>"
      Then the server refuses

      Examples:
        | case     | fault             |
        | nobody   | no credentials    |
        | password | a wrong password  |
        | user     | an unknown user   |

  @TURN-X-07
  Rule: An answer to who is not known is not much larger than the question

    @id:turn-auth-029
    Scenario: The challenge
      When client A gets "a challenge"
      Then it is noted how much larger than the request the answer is
