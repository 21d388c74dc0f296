@needs:turn.server
Feature: Send and Data indications

  @TURN-S-05
  Rule: The peer gets the data, from the relayed address

    @id:turn-send-001
    Scenario Outline: Data of several lengths
      Given client A has an allocation
      And client A lets in peer P
      When client A sends <octets> octets to peer P in a Send indication
      Then peer P receives the data from client A

      Examples:
        | case  | octets |
        | none  | 0      |
        | one   | 1      |
        | odd   | 13     |
        | even  | 500    |
        | large | 1200   |

    @id:turn-send-002
    Scenario: Whatever a channel is bound to
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      When client A sends 30 octets to peer P in a Send indication
      Then peer P receives the data from client A

  @TURN-S-07
  Rule: What a peer sends comes in a Data indication

    @id:turn-send-003
    Scenario Outline: Data of several lengths
      Given client A has an allocation
      And client A lets in peer P
      When peer P sends <octets> octets to client A
      Then client A receives the data of peer P in a Data indication

      Examples:
        | case  | octets |
        | none  | 0      |
        | one   | 1      |
        | odd   | 13     |
        | even  | 500    |
        | large | 1200   |

  @TURN-S-02
  Rule: A Send indication without peer or data is dropped

    @id:turn-send-004
    Scenario: Without data
      Given client A has an allocation
      And client A lets in peer P
      And client A reaches peer P
      When client A sends a Send indication
        | attribute        | value  |
        | XOR-PEER-ADDRESS | peer P |
      Then peer P receives nothing from client A
      And the server says nothing to client A

    @id:turn-send-005
    Scenario: Without a peer
      Given client A has an allocation
      And client A lets in peer P
      And client A reaches peer P
      When client A sends a Send indication
        | attribute | value     |
        | DATA      | 20 octets |
      Then peer P receives nothing from client A
      And the server says nothing to client A

  @TURN-S-03
  Rule: To whom there is no permission nothing is sent

    @id:turn-send-006
    Scenario: No permission at all
      Given client A has an allocation
      And peer Q exists
      When client A sends 30 octets to peer Q in a Send indication
      Then peer Q receives nothing from client A
      And the server says nothing to client A

    @id:turn-send-007
    Scenario: A permission for another address
      Given client A has an allocation
      And client A lets in peer P
      And client A reaches peer P
      When client A sends 30 octets to peer Q in a Send indication
      Then peer Q receives nothing from client A

  @TURN-S-06
  Rule: Who cannot set DF drops what asks for it

    @id:turn-send-008 @needs:turn.without-df
    Scenario: A Send indication with DONT-FRAGMENT
      Given client A has an allocation
      And client A lets in peer P
      And client A reaches peer P
      And the server does not understand DONT-FRAGMENT in an Allocate request of client B
      When client A sends a Send indication
        | attribute        | value     |
        | XOR-PEER-ADDRESS | peer P    |
        | DONT-FRAGMENT    |           |
        | DATA             | 20 octets |
      Then peer P receives nothing from client A

  @TURN-X-09
  Rule: Data are opaque

    @id:turn-send-009
    Scenario Outline: Data of the peer that look like something else
      Given client A has an allocation
      And client A lets in peer P
      When peer P sends <what> to client A
      Then client A receives the data of peer P in a Data indication

      Examples:
        | case      | what                  |
        | binding   | "a Binding request"   |
        | answer    | "a Binding success"   |
        | channel   | "ChannelData"         |
        | indicated | "a Data indication"   |

    @id:turn-send-010
    Scenario Outline: Data of the client that look like something else
      Given client A has an allocation
      And client A lets in peer P
      When client A sends <what> to peer P
      Then peer P receives the data from client A

      Examples:
        | case    | what                  |
        | binding | "a Binding request"   |
        | channel | "ChannelData"         |
