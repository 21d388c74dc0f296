@needs:turn.server @needs:turn.tcp
Feature: TURN over TCP

  @TURN-C-14
  Rule: Over TCP ChannelData is padded to a multiple of four

    @id:turn-streams-001
    Scenario Outline: Messages of the server are where the ones before end
      Given client A comes over TCP
      And client A has an allocation
      And client A has bound channel 0x4000 to peer P
      When peer P sends <octets> octets to client A
      Then client A receives the data of peer P on channel 0x4000
      And what comes afterwards on the connection of client A can be read

      Examples:
        | case  | octets |
        | one   | 1      |
        | two   | 2      |
        | three | 3      |
        | four  | 4      |

    @id:turn-streams-002
    Scenario Outline: Messages of the client are read where the ones before end
      Given client A comes over TCP
      And client A has an allocation
      And client A has bound channel 0x4000 to peer P
      When client A sends <octets> octets on channel 0x4000 and a Binding request right behind
      Then peer P receives the data from client A
      And what comes afterwards on the connection of client A can be read

      Examples:
        | case  | octets |
        | one   | 1      |
        | two   | 2      |
        | three | 3      |

  @TURN-G-09
  Rule: Whatever is relayed for a client over UDP is relayed for one over TCP

    @id:turn-streams-003
    Scenario: Data to the peer
      Given client A comes over TCP
      And client A has an allocation
      And client A lets in peer P
      When client A sends 500 octets to peer P in a Send indication
      Then peer P receives the data from client A

    @id:turn-streams-004
    Scenario: Data from the peer
      Given client A comes over TCP
      And client A has an allocation
      And client A lets in peer P
      When peer P sends 500 octets to client A
      Then client A receives the data of peer P in a Data indication

    @id:turn-streams-007
    Scenario Outline: Short data, and nothing behind them
      Given client A comes over TCP
      And client A has an allocation
      And client A has bound channel 0x4000 to peer P
      When client A sends <octets> octets on channel 0x4000
      Then peer P receives the data from client A

      Examples:
        | case | octets |
        | one  | 1      |
        | four | 4      |
        | many | 500    |

    @id:turn-streams-005
    Scenario: A message in two parts
      Given client A comes over TCP
      And client A has an allocation
      When client A sends a Refresh request in two parts
      Then the server answers with success

    @id:turn-streams-006
    Scenario: Two messages at once
      Given client A comes over TCP
      And client A has an allocation
      And client A lets in peer P
      When client A sends two Send indications to peer P at once
      Then peer P receives both from client A
