@needs:turn.server
Feature: Channels

  A number stands for a peer, so that four octets are enough of a header.

  @TURN-C-01
  Rule: Channel numbers lie between 0x4000 and 0x4FFF

    @id:turn-channels-001
    Scenario Outline: Numbers within
      Given client A has an allocation
      And peer P exists
      When client A binds channel <channel> to peer P
      Then the server answers with success

      Examples:
        | case   | channel |
        | first  | 0x4000  |
        | middle | 0x4abc  |
        | last   | 0x4fff  |

  @TURN-C-02
  Rule: A ChannelBind without number or peer, or with a number beyond, is a bad request

    @id:turn-channels-002
    Scenario: No number
      Given client A has an allocation
      And client A has bound channel 0x4001 to peer R
      When client A sends a ChannelBind request
        | attribute        | value  |
        | XOR-PEER-ADDRESS | peer P |
      Then the server answers with 400

    @id:turn-channels-003
    Scenario: No peer
      Given client A has an allocation
      And client A has bound channel 0x4001 to peer R
      When client A sends a ChannelBind request
        | attribute      | value  |
        | CHANNEL-NUMBER | 0x4000 |
      Then the server answers with 400

    @id:turn-channels-004
    Scenario Outline: Numbers that no version of the RFC allows
      Given client A has an allocation
      And client A has bound channel 0x4001 to peer R
      When client A binds channel <channel> to peer P
      Then the server answers with 400

      Examples:
        | case    | channel |
        | zero    | 0x0000  |
        | below   | 0x3fff  |
        | above   | 0x8000  |
        | last    | 0xffff  |

    @id:turn-channels-005 @needs:turn.rfc8656
    Scenario Outline: Numbers that RFC 8656 took away
      Given client A has an allocation
      And client A has bound channel 0x4001 to peer R
      When client A binds channel <channel> to peer P
      Then the server answers with 400

      Examples:
        | case  | channel |
        | first | 0x5000  |
        | last  | 0x7fff  |

  @TURN-C-03
  Rule: A number is bound to one peer, and a peer to one number

    @id:turn-channels-006
    Scenario: The number is bound already
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      When client A binds channel 0x4000 to peer R
      Then the server answers with 400

    @id:turn-channels-007
    Scenario: The peer is bound already
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      When client A binds channel 0x4001 to peer P
      Then the server answers with 400

    @id:turn-channels-008
    Scenario: The binding that there is stays
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      And client A is refused channel 0x4000 to peer R
      When peer P sends 30 octets to client A
      Then client A receives the data of peer P on channel 0x4000

  @TURN-C-04
  Rule: The same binding again is a success

    @id:turn-channels-009
    Scenario: Twice the same
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      When client A binds channel 0x4000 to peer P
      Then the server answers with success

  @TURN-C-05
  Rule: Who is bound is let in

    @id:turn-channels-010
    Scenario: A peer at another port of the address
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      When peer R sends 30 octets to client A
      Then client A receives the data of peer R in a Data indication

    @id:turn-channels-011
    Scenario: A Send indication to the peer
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer Q
      When client A sends 30 octets to peer Q in a Send indication
      Then peer Q receives the data from client A

  @TURN-C-09
  Rule: What a bound peer sends comes on its channel

    @id:turn-channels-012
    Scenario Outline: Data of several lengths
      Given client A has an allocation
      And client A has bound channel <channel> to peer P
      When peer P sends <octets> octets to client A
      Then client A receives the data of peer P on channel <channel>

      Examples:
        | case  | octets | channel |
        | none  | 0      | 0x4000  |
        | one   | 1      | 0x4001  |
        | odd   | 13     | 0x4002  |
        | large | 1200   | 0x4fff  |

    @id:turn-channels-013
    Scenario: After it was sent in Data indications
      Given client A has an allocation
      And client A lets in peer P
      And peer P reaches client A in a Data indication
      And client A has bound channel 0x4000 to peer P
      When peer P sends 30 octets to client A
      Then client A receives the data of peer P on channel 0x4000

    @id:turn-channels-014
    Scenario: Two channels
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      And client A has bound channel 0x4001 to peer Q
      When peer Q sends 30 octets to client A
      Then client A receives the data of peer Q on channel 0x4001

  @TURN-C-19
  Rule: What is sent on a channel reaches its peer

    @id:turn-channels-015
    Scenario Outline: Data of several lengths
      Given client A has an allocation
      And client A has bound channel <channel> to peer P
      When client A sends <octets> octets on channel <channel>
      Then peer P receives the data from client A

      Examples:
        | case  | octets | channel |
        | one   | 1      | 0x4000  |
        | odd   | 13     | 0x4001  |
        | even  | 500    | 0x4002  |
        | large | 1200   | 0x4fff  |

  @TURN-C-13
  Rule: No data are an empty datagram

    @id:turn-channels-016
    Scenario: A length of zero
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      When client A sends 0 octets on channel 0x4000
      Then peer P receives the data from client A

  @TURN-C-10
  Rule: On a channel that is not bound nothing is sent

    @id:turn-channels-017
    Scenario: Another number
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      When client A sends 30 octets on channel 0x4001
      Then peer P receives nothing from client A
      And the server says nothing to client A

    @id:turn-channels-018
    Scenario: A number that another client has bound
      Given client A has an allocation
      And client B has an allocation
      And client B has bound channel 0x4000 to peer P
      When client A sends 30 octets on channel 0x4000
      Then peer P receives nothing from client A

  @TURN-C-11
  Rule: A datagram that is shorter than its data is dropped

    @id:turn-channels-019 @needs:turn.udp
    Scenario Outline: Some octets are missing
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      When client A sends 20 octets on channel 0x4000 and claims <claimed>
      Then peer P receives nothing from client A
      And the server says nothing to client A

      Examples:
        | case | claimed |
        | one  | 21      |
        | many | 65535   |

  @TURN-C-15
  Rule: Over UDP padding may be there, and is not data

    @id:turn-channels-020 @needs:turn.udp
    Scenario: Three octets of padding
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      When client A sends 13 octets on channel 0x4000 with 3 octets of padding
      Then peer P receives the data from client A

  @TURN-C-16
  Rule: What begins like nothing that is known is dropped

    @id:turn-channels-021 @needs:turn.udp
    Scenario Outline: First octets that nobody owns
      Given client A has an allocation
      And the server answers a Binding request of client A
      When client A sends 40 octets that begin with <first>
      Then the server says nothing to client A

      Examples:
        | case | first |
        | x80  | 0x80  |
        | xc0  | 0xc0  |
        | xff  | 0xff  |

  @TURN-C-18
  Rule: Channels die with their allocation

    @id:turn-channels-022
    Scenario: The number is free in the next allocation
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      And client A has deleted its allocation
      And client A has an allocation
      When client A binds channel 0x4000 to peer Q
      Then the server answers with success

    @id:turn-channels-023
    Scenario: Nothing is sent on it in the next allocation
      Given client A has an allocation
      And client A has bound channel 0x4000 to peer P
      And client A has deleted its allocation
      And client A has an allocation
      When client A sends 30 octets on channel 0x4000
      Then peer P receives nothing from client A
