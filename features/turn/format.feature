@needs:turn.server
Feature: How answers are written

  Whatever an answer says: its header, its attributes and what fills the space between them have one form.

  @STUN-HDR-02
  Rule: The magic cookie is in every message

    @id:turn-format-001
    Scenario Outline: Answers of several kinds
      Given client B learns how to authenticate
      When client A gets <answer>
      Then the cookie of the answer is right

      Examples:
        | case      | answer               |
        | binding   | "a Binding success"  |
        | challenge | "a challenge"        |
        | allocate  | "an Allocate success" |
        | mismatch  | "a refusal"          |

  @STUN-HDR-03
  Rule: The length counts what follows the header

    @id:turn-format-002
    Scenario Outline: Answers of several kinds
      Given client B learns how to authenticate
      When client A gets <answer>
      Then the length of the answer is right

      Examples:
        | case      | answer               |
        | binding   | "a Binding success"  |
        | challenge | "a challenge"        |
        | allocate  | "an Allocate success" |
        | refresh   | "a Refresh success"  |
        | mismatch  | "a refusal"          |

  @STUN-HDR-07
  Rule: An answer is of the method of its request

    @id:turn-format-003
    Scenario Outline: Answers of several kinds
      Given client B learns how to authenticate
      When client A gets <answer>
      Then the method of the answer is right

      Examples:
        | case      | answer               |
        | binding   | "a Binding success"  |
        | challenge | "a challenge"        |
        | allocate  | "an Allocate success" |
        | refresh   | "a Refresh success"  |
        | mismatch  | "a refusal"          |

  @STUN-PAD-01
  Rule: Attributes are padded with zero to a multiple of four

    @id:turn-format-004 @needs:stun.rfc8489
    Scenario Outline: Answers of several kinds
      Given client B learns how to authenticate
      When client A gets <answer>
      Then the attributes of the answer are padded with zero

      Examples:
        | case      | answer               |
        | binding   | "a Binding success"  |
        | challenge | "a challenge"        |
        | allocate  | "an Allocate success" |
        | mismatch  | "a refusal"          |

    @id:turn-format-018
    Scenario Outline: With whatever
      Given client B learns how to authenticate
      When client A gets <answer>
      Then the attributes of the answer are padded to a multiple of four

      Examples:
        | case      | answer               |
        | binding   | "a Binding success"  |
        | challenge | "a challenge"        |
        | allocate  | "an Allocate success" |
        | mismatch  | "a refusal"          |

    @id:turn-format-005
    Scenario: What the padding of a request holds is nobody's business
      Given client A has an allocation
      When client A sends a Refresh request
        | attribute | value         | padding |
        | SOFTWARE  | hex 6173736179 | 255     |
        | LIFETIME  | 600           |         |
      Then the server answers with success

  @STUN-ERR-01
  Rule: An error response tells a class of 3 to 6 and a number below 100

    @id:turn-format-006
    Scenario Outline: Errors of several kinds
      When client A gets <answer>
      Then the answer has an error code in its range

      Examples:
        | case      | answer         |
        | challenge | "a challenge"  |
        | refusal   | "a refusal"    |
        | unknown   | "a complaint"  |

  @STUN-ERR-02
  Rule: A reason is a short text in UTF-8

    @id:turn-format-007
    Scenario Outline: Errors of several kinds
      When client A gets <answer>
      Then the reason of the error is short and in UTF-8

      Examples:
        | case      | answer         |
        | challenge | "a challenge"  |
        | refusal   | "a refusal"    |
        | unknown   | "a complaint"  |

  @STUN-XOR-02
  Rule: The first octet of an address is zero, and its family known

    @id:turn-format-008
    Scenario Outline: Addresses in answers
      When client A gets <answer>
      Then <attribute> of the answer starts with zero and a family

      Examples:
        | case     | answer                | attribute           |
        | mapped   | "an Allocate success" | XOR-MAPPED-ADDRESS  |
        | relayed  | "an Allocate success" | XOR-RELAYED-ADDRESS |

    @id:turn-format-009
    Scenario: The first octet of an address of a request is nobody's business
      Given client A has an allocation
      And client A lets in peer P
      When client A sends a CreatePermission request with the first octet of the address of peer Q as 255
      Then the server answers with success

  @STUN-XOR-01
  Rule: Ports and addresses are masked with the cookie

    @id:turn-format-010
    Scenario: An allocation tells where its request came from
      When client A gets "an Allocate success"
      Then the answer tells the address that the request came from

    @id:turn-format-011
    Scenario: The peer's address in a Data indication
      Given client A has an allocation
      And client A lets in peer P
      When peer P sends 20 octets to client A
      Then client A receives the data of peer P in a Data indication

  @STUN-SW-01
  Rule: A server says what it is

    @id:turn-format-012
    Scenario Outline: Answers of several kinds
      When client A gets <answer>
      Then the answer has SOFTWARE

      Examples:
        | case      | answer               |
        | binding   | "a Binding success"  |

  @TURN-G-06
  Rule: Allocate and Refresh responses say what the server is

    @id:turn-format-013
    Scenario Outline: Answers of several kinds
      When client A gets <answer>
      Then the answer has SOFTWARE

      Examples:
        | case      | answer               |
        | challenge | "a challenge"        |
        | allocate  | "an Allocate success" |
        | refresh   | "a Refresh success"  |
        | mismatch  | "a refusal"          |

  @STUN-FP-01
  Rule: A FINGERPRINT is the checksum of all before it

    @id:turn-format-014
    Scenario: An answer to a request with FINGERPRINT
      When client A sends a Binding request with "a FINGERPRINT"
      Then the FINGERPRINT of the answer is right, if it has one

  @STUN-FP-02
  Rule: FINGERPRINT is the last attribute

    @id:turn-format-015
    Scenario: An answer to a request with FINGERPRINT
      When client A sends a Binding request with "a FINGERPRINT"
      Then the FINGERPRINT of the answer is its last attribute, if it has one

  @STUN-MI-01
  Rule: MESSAGE-INTEGRITY covers all before it

    @id:turn-format-016
    Scenario Outline: Answers to signed requests
      When client A gets <answer>
      Then the MESSAGE-INTEGRITY of the answer is right, if it has one

      Examples:
        | case     | answer                |
        | allocate | "an Allocate success" |
        | refresh  | "a Refresh success"   |
        | refusal  | "a refusal"           |

    @id:turn-format-017
    Scenario: A signed request with a FINGERPRINT behind is taken
      Given client A has an allocation
      When client A sends a Refresh request with "a FINGERPRINT"
      Then the server answers with success
