@needs:turn.server
Feature: Whatever comes, a server goes on

  @TURN-X-08
  Rule: No datagram ends the server

    @id:turn-robustness-001 @needs:turn.udp
    Scenario Outline: Datagrams of a client
      Given client C learns how to authenticate
      And the server answers a Binding request of client A
      When client B sends <what>
      Then the server still answers

      Examples:
        | case      | what                            |
        | empty     | "no octets"                     |
        | one       | "one octet"                     |
        | random    | "64 datagrams at random"        |
        | largest   | "65507 octets"                  |
        | zeros     | "a header of zeros"             |
        | attribute | "an attribute beyond the end"   |
        | cut       | "every beginning of an Allocate request" |
        | flipped   | "an Allocate request with each bit inverted" |
        | values    | "every attribute with lengths of 0 to 40" |

    @id:turn-robustness-002
    Scenario Outline: Datagrams of a peer
      Given client A has an allocation
      And client A lets in peer P
      When peer P sends <what> to the relayed address
      Then the server still relays for client A and peer P

      Examples:
        | case    | what                     |
        | empty   | "no octets"              |
        | one     | "one octet"              |
        | two     | "two octets"             |
        | random  | "64 datagrams at random" |
        | largest | "60000 octets"           |

    @id:turn-robustness-003
    Scenario Outline: Datagrams of a peer that is bound to a channel
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      When peer P sends <what> to the relayed address
      Then the server still relays for client A and peer P

      Examples:
        | case    | what                     |
        | empty   | "no octets"              |
        | one     | "one octet"              |
        | largest | "60000 octets"           |

    @id:turn-robustness-004
    Scenario Outline: Requests with attributes of every length
      Given client A has an allocation
      And peer P exists
      When client A sends signed <method> requests with attributes of every length
      Then the server still answers

      Examples:
        | case    | method           |
        | refresh | Refresh          |
        | permit  | CreatePermission |
        | bind    | ChannelBind      |

    @id:turn-robustness-005 @needs:turn.tcp
    Scenario: A connection that is no TURN
      Given client B learns how to authenticate
      And client A comes over TCP
      When client A sends "64 datagrams at random"
      Then the server still answers another client
