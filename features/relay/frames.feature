Feature: Frames

  A frame begins with 0xC5 and a version, says how long it is, and bears the MAC of the hop. Whatever else comes is dropped:
  it ends nothing, changes nothing, and draws no more octets than it brought.

  @HPR-FRAME-01
  Rule: A frame begins with 0xC5 and version 1

    @id:relay-frames-001 @needs:relay.supernode
    Scenario Outline: A PING with <how>
      Given a node with the client alice
      When alice sends PING with "<how>"
      Then not a word is said about it

      Examples:
        | case      | how              |
        | stun      | first octet 0x00 |
        | near      | first octet 0xC4 |
        | version-0 | version 0        |
        | version-2 | version 2        |

  @HPR-FRAME-02
  Rule: A frame is as long as it says

    @id:relay-frames-002 @needs:relay.supernode
    Scenario Outline: A PING with <how>
      Given a node with the client alice
      When alice sends PING with "<how>"
      Then not a word is said about it

      Examples:
        | case      | how                            |
        | cut       | an octet missing at its end    |
        | long      | an octet more than its length  |
        | too-great | a length one too great         |
        | too-small | a length one too small         |
        | none      | a length of 0                  |

  @HPR-FRAME-03
  Rule: Unknown types below 128 are refused, others ignored

    @id:relay-frames-003 @needs:relay.supernode
    Scenario Outline: A request of type <type>
      Given a node with the client alice
      When alice sends a request of type <type>
      Then it is answered by error 420 about type <type>

      Examples:
        | case  | type |
        | low   | 15   |
        | high  | 127  |

    @id:relay-frames-004 @needs:relay.supernode
    Scenario Outline: A request of type <type> is ignored
      Given a node with the client alice
      When alice sends a request of type <type>
      Then not a word is said about it

      Examples:
        | case  | type |
        | first | 128  |
        | last  | 255  |

    @id:relay-frames-005 @needs:relay.supernode
    Scenario: What is no request is ignored
      Given a node with the client alice
      When alice sends a frame of type 127 that is no request
      Then not a word is said about it

  @HPR-FRAME-04
  Rule: Nobody unknown ends or changes anything

    @id:relay-frames-006 @needs:relay.supernode
    Scenario: Octets by chance
      Given a node with the client alice
      When a stranger sends 200 datagrams of rubbish
      Then alice is answered as before

    @id:relay-frames-007 @needs:relay.supernode
    Scenario: What a stranger says in the name of a client
      Given a node with the client alice
      When a stranger sends frames of every kind in the name of alice
      Then alice is answered as before

    @id:relay-frames-008 @needs:relay.supernode
    Scenario: A HELLO that never brought its cookie back
      Given a node with the client alice
      And a stranger whose HELLO draws a COOKIE
      When a stranger sends frames of every kind without a session
      Then nothing of the stranger is remembered

    @id:relay-frames-009 @needs:relay.supernode
    Scenario: A wrong MAC
      Given a node with the client alice
      When alice sends PING with a wrong hop MAC
      Then not a word is said about it

  @HPR-HOP-06
  Rule: A stranger is not sent more octets than came from it

    @id:relay-frames-010 @needs:relay.supernode
    Scenario: HELLOs of every length
      Given a node with the client alice
      And a stranger whose HELLO draws a COOKIE
      When a stranger sends HELLOs of every length
      Then the stranger is not sent more octets than it sent

    @id:relay-frames-011 @needs:relay.supernode
    Scenario: Frames of every kind
      Given a node with the client alice
      When a stranger sends frames of every kind without a session
      Then the stranger hears nothing

  @HPR-FRAME-05
  Rule: What is decoded encodes to the same octets

    @id:relay-frames-012 @needs:relay.decode @needs:relay.encode
    Scenario Outline: The frame "<fixture>"
      Given the decoder accepts the frame of fixture "<fixture>"
      Then the encoder makes the same octets of it

      Examples:
        | case              | fixture           |
        | hello             | hello             |
        | cookie            | cookie            |
        | challenge         | challenge         |
        | certified         | certified         |
        | presence          | presence          |
        | proof             | proof             |
        | record            | record            |
        | grant             | grant             |
        | error             | error             |
        | credit            | credit            |
        | data              | data              |
        | contacts          | contacts          |
        | unknown-attribute | unknown-attribute |
        | bye               | bye               |
