@needs:turn.server
Feature: Allocations

  A client asks for a transport address at the server, at which peers reach it.

  @TURN-G-01
  Rule: A server serves clients over UDP

    @id:turn-allocate-001 @needs:turn.udp
    Scenario: An allocation over UDP
      Given client B learns how to authenticate
      When client A sends an Allocate request
      Then the server answers with success

  @TURN-A-27
  Rule: A success tells the relayed address, the lifetime and where the request came from

    @id:turn-allocate-002
    Scenario Outline: What the answer has
      When client A gets "an Allocate success"
      Then the answer has <attribute>

      Examples:
        | case     | attribute           |
        | relayed  | XOR-RELAYED-ADDRESS |
        | mapped   | XOR-MAPPED-ADDRESS  |
        | lifetime | LIFETIME            |

    @id:turn-allocate-003
    Scenario: The mapped address is the client's
      When client A gets "an Allocate success"
      Then the answer tells the address that the request came from

  @TURN-A-13
  Rule: Who asks for no family gets an IPv4 address

    @id:turn-allocate-004
    Scenario: A plain request
      When client A gets "an Allocate success"
      Then the relayed address is of IPv4

  @TURN-G-08
  Rule: A relayed address belongs to one allocation

    @id:turn-allocate-005
    Scenario: Two clients
      Given client A has an allocation
      When client B sends an Allocate request
      Then the relayed address is another one than that of client A

  @TURN-A-05
  Rule: Who has an allocation gets no other on the same 5-tuple

    @id:turn-allocate-006
    Scenario: A second Allocate request
      Given client A has an allocation
      When client A sends an Allocate request
      Then the server answers with 437

    @id:turn-allocate-007
    Scenario: Another client gets one
      Given client A has an allocation
      When client B sends an Allocate request
      Then the server answers with success

    @id:turn-allocate-008
    Scenario: The allocation that there is lives on
      Given client A has an allocation
      And client A lets in peer P
      And client A is answered 437 to an Allocate request with "its credentials"
      When peer P sends 30 octets to client A
      Then client A receives the data of peer P in a Data indication

  @TURN-A-06
  Rule: A request without a transport, or with one that is broken, is a bad request

    @id:turn-allocate-009
    Scenario: No transport
      Given client B has an allocation
      When client A sends an Allocate request
        | attribute | value |
        | LIFETIME  | 600   |
      Then the server answers with 400

    @id:turn-allocate-010
    Scenario Outline: A transport of another length
      Given client B has an allocation
      When client A sends an Allocate request
        | attribute           | value   |
        | REQUESTED-TRANSPORT | <value> |
      Then the server answers with 400

      Examples:
        | case  | value                |
        | empty |                      |
        | short | hex 11               |
        | long  | hex 1100000000000000 |

  @TURN-A-07
  Rule: A transport that is not supported is 442

    @id:turn-allocate-011
    Scenario Outline: Protocols that nobody relays
      Given client B has an allocation
      When client A sends an Allocate request
        | attribute           | value      |
        | REQUESTED-TRANSPORT | <protocol> |
      Then the server answers with 442

      Examples:
        | case     | protocol |
        | none     | 0        |
        | icmp     | 1        |
        | reserved | 255      |

  @TURN-A-08
  Rule: DONT-FRAGMENT is done, or not understood

    @id:turn-allocate-012
    Scenario: A request with DONT-FRAGMENT
      Given client B has an allocation
      When client A sends an Allocate request
        | attribute           | value |
        | REQUESTED-TRANSPORT | 17    |
        | DONT-FRAGMENT       |       |
      Then the server takes DONT-FRAGMENT, or answers 420 and names it

  @TURN-A-20
  Rule: Who asks for an even port gets one

    @id:turn-allocate-013
    Scenario Outline: Three clients, of whom by chance not all would get one
      Given client <one> has an allocation that it asked for with
        | attribute           | value |
        | REQUESTED-TRANSPORT | 17    |
        | EVEN-PORT           | alone |
      Then the port of client <one> is even

      Examples:
        | case   | one |
        | first  | A   |
        | second | B   |
        | third  | C   |
        | fourth | D   |
        | fifth  | E   |

  @TURN-A-21
  Rule: Who asks for the next port too gets an even one and a token

    @id:turn-allocate-014
    Scenario: The port
      Given client A has an allocation that it asked for with
        | attribute           | value        |
        | REQUESTED-TRANSPORT | 17           |
        | EVEN-PORT           | and the next |
      Then the port of client A is even

    @id:turn-allocate-015
    Scenario: The token
      Given client A has an allocation that it asked for with
        | attribute           | value        |
        | REQUESTED-TRANSPORT | 17           |
        | EVEN-PORT           | and the next |
      Then the token has 8 octets

  @TURN-A-22
  Rule: A token gives the port that was reserved

    @id:turn-allocate-016
    Scenario: Another client comes with it
      Given client A has an allocation that it asked for with
        | attribute           | value        |
        | REQUESTED-TRANSPORT | 17           |
        | EVEN-PORT           | and the next |
      When client B sends an Allocate request
        | attribute           | value     |
        | REQUESTED-TRANSPORT | 17        |
        | RESERVATION-TOKEN   | the token |
      Then the port of client B is the one after that of client A

  @TURN-A-10
  Rule: A token that is not good is 508

    @id:turn-allocate-017
    Scenario: A token that the server never gave
      Given client B has an allocation
      When client A sends an Allocate request
        | attribute           | value                |
        | REQUESTED-TRANSPORT | 17                   |
        | RESERVATION-TOKEN   | hex 0123456789abcdef |
      Then the server answers with 508

    @id:turn-allocate-018
    Scenario: A token that was used already
      Given client A has an allocation that it asked for with
        | attribute           | value        |
        | REQUESTED-TRANSPORT | 17           |
        | EVEN-PORT           | and the next |
      And client B has an allocation that it asked for with
        | attribute           | value     |
        | REQUESTED-TRANSPORT | 17        |
        | RESERVATION-TOKEN   | the token |
      When client C sends an Allocate request
        | attribute           | value     |
        | REQUESTED-TRANSPORT | 17        |
        | RESERVATION-TOKEN   | the token |
      Then the server answers with 508

  @TURN-A-09
  Rule: A token stands alone

    @id:turn-allocate-019
    Scenario Outline: With what it does not go
      Given client A has an allocation that it asked for with
        | attribute           | value        |
        | REQUESTED-TRANSPORT | 17           |
        | EVEN-PORT           | and the next |
      When client B sends an Allocate request
        | attribute           | value     |
        | REQUESTED-TRANSPORT | 17        |
        | RESERVATION-TOKEN   | the token |
        | <attribute>         | <value>   |
      Then the server answers with 400

      Examples:
        | case      | attribute                | value |
        | even-port | EVEN-PORT                | alone |

    @id:turn-allocate-020 @needs:turn.rfc8656
    Scenario Outline: With what family it does not go
      Given client A has an allocation that it asked for with
        | attribute           | value        |
        | REQUESTED-TRANSPORT | 17           |
        | EVEN-PORT           | and the next |
      When client B sends an Allocate request
        | attribute           | value     |
        | REQUESTED-TRANSPORT | 17        |
        | RESERVATION-TOKEN   | the token |
        | <attribute>         | <value>   |
      Then the server answers with 400

      Examples:
        | case       | attribute                 | value |
        | requested  | REQUESTED-ADDRESS-FAMILY  | IPv4  |
        | additional | ADDITIONAL-ADDRESS-FAMILY | IPv6  |

  @TURN-A-23
  Rule: Relayed ports are dynamic ones

    @id:turn-allocate-021
    Scenario: A plain request
      Given client A has an allocation
      Then the port of client A is a dynamic one

  @TURN-A-24
  Rule: Relayed ports are not to be guessed

    @id:turn-allocate-022
    Scenario: Eight allocations
      Given eight clients have allocations
      Then their ports do not lie in one step

  @TURN-A-25
  Rule: The lifetime is the default, or what was asked for up to the server's most

    @id:turn-allocate-023
    Scenario Outline: Several wishes
      Given client A has an allocation
      And client B has an allocation that it asked for with
        | attribute           | value      |
        | REQUESTED-TRANSPORT | 17         |
        | LIFETIME            | 4294967295 |
      When client C sends an Allocate request
        | attribute           | value   |
        | REQUESTED-TRANSPORT | 17      |
        | LIFETIME            | <asked> |
      Then the lifetime is <asked> seconds within what A and B got

      Examples:
        | case    | asked |
        | least   | 1     |
        | less    | 300   |
        | more    | 900   |
        | much    | 86400 |

  @TURN-A-26
  Rule: The server's most is an hour at most

    @id:turn-allocate-024
    Scenario: All that can be asked for
      Given client A has an allocation that it asked for with
        | attribute           | value      |
        | REQUESTED-TRANSPORT | 17         |
        | LIFETIME            | 4294967295 |
      Then the lifetime of client A is 3600 seconds at most

  @TURN-A-28
  Rule: An Allocate request that is sent again makes no other allocation

    @id:turn-allocate-025 @needs:turn.udp
    Scenario: The answer is the same
      Given client A got "an Allocate success"
      When client A repeats it octet for octet
      Then the relayed address is still that of client A

  @TURN-A-18
  Rule: A quota is counted by user, not by address

    @id:turn-allocate-026 @needs:turn.quota @exclusive
    Scenario: One user has too many, another has none
      Given client A has an allocation of another user
      And client A has deleted its allocation
      And one user has as many allocations as the quota lets
      When client B sends an Allocate request of another user
      Then the server answers with success, whoever else has allocations

  @TURN-G-07
  Rule: A user may have only so many allocations

    @id:turn-allocate-027 @needs:turn.quota @exclusive
    Scenario: One too many
      Given one user has as many allocations as the quota lets
      When client A sends an Allocate request
      Then the server answers with 486
