Feature: Scaled windows

  Sixteen bits say how much is taken; by a shift in their SYNs two that both want it make that more. The service that never
  ends shows how large the tester's window is taken to be.

  @RFC7323-2.2a
  Rule: Nothing is scaled unless both have asked for it

    @id:tcp-scale-001 @needs:tcp.characters @needs:tcp.window-scale
    Scenario: A SYN without a shift
      Given the tester is at the characters port
      And it offers a window of 1500
      And it has sent
        | flags |
        | SYN   |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the tester sends
        | flags |
        | ACK   |
      Then data comes up to 1500 octets ahead, and more than 0

  @RFC7323-2.2b
  Rule: A shift outside of a SYN is passed over

    @id:tcp-scale-003 @needs:tcp.characters @needs:tcp.window-scale
    Scenario: An acknowledgement with a shift
      Given the tester is at the characters port
      And it has sent
        | flags | window | options |
        | SYN   | 0      | 1, 3 00 |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the tester sends
        | flags | window | options |
        | ACK   | 1500   | 1, 3 05 |
      Then data comes up to 1500 octets ahead, and more than 0

  @RFC7323-2.2c
  Rule: The window of a SYN is not scaled

    @id:tcp-scale-004 @needs:tcp.calls @needs:tcp.window-scale
    Scenario: The answer to a SYN offers 1000 octets
      Given the user has asked the tester for a connection
      And it has sent
        | flags   | ack | window | options |
        | SYN,ACK | 1   | 1000   | 1, 3 05 |
      When the user sends 20000 octets
      Then data comes up to 1000 octets ahead, and more than 0

  @RFC7323-2.2d
  Rule: No shift to who has sent none

    @id:tcp-scale-005 @needs:tcp.echo
    Scenario: The answer to a SYN without options
      Given the tester is at the echo port
      When the tester sends
        | flags |
        | SYN   |
      And the implementation has answered
        | flags   |
        | SYN,ACK |
      Then the last segment does not carry the option "window scale"

  @RFC7323-2.3a
  Rule: The window is shifted as the SYN has said

    @id:tcp-scale-006 @needs:tcp.characters @needs:tcp.window-scale
    Scenario Outline: A small number is a large window
      Given the tester is at the characters port
      And it has sent
        | flags | window | options        |
        | SYN   | 0      | 1, 3 <shift>   |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the tester sends
        | flags | window   |
        | ACK   | <window> |
      Then data comes up to 2560 octets ahead, and more than <window>

      Examples:
        | case  | shift | window |
        | three | 03    | 320    |
        | seven | 07    | 20     |
        | nine  | 09    | 5      |

  @RFC7323-2.3b
  Rule: A shift above 14 is 14

    @id:tcp-scale-007 @needs:tcp.characters @needs:tcp.window-scale
    Scenario Outline: The window stays within a gigaoctet's part
      Given the tester is at the characters port
      And it offers a window of 1
      And it has sent
        | flags | options                |
        | SYN   | 2 05b4, 1, 3 <shift>   |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the tester sends
        | flags |
        | ACK   |
      And the tester acknowledges each segment as it comes, 60 of them
      Then data comes up to 16384 octets ahead, and more than 0

      Examples:
        | case    | shift |
        | fifteen | 0f    |
        | largest | ff    |

  @RFC7323-2.4a
  Rule: What was offered is taken

    @id:tcp-scale-008 @needs:tcp.echo
    Scenario Outline: All that was ever offered, while nobody reads
      Given a connection to the echo service is established, its SYN sent with
        | options   |
        | <options> |
      When the tester takes nothing and has filled the window
      Then all of it is acknowledged

      Examples:
        | case    | options |
        | plain   | 1       |
        | shifted | 1, 3 07 |

  @RFC7323-2.4b
  Rule: Nothing is sent beyond the window

    @id:tcp-scale-009 @needs:tcp.characters @needs:tcp.window-scale
    Scenario: The tester takes less and less
      Given the tester is at the characters port
      And it offers a window of 2000
      And it has sent
        | flags | options |
        | SYN   | 1, 3 02 |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      And it has sent
        | flags |
        | ACK   |
      And it has acknowledged all that has come
      And it offers a window of 500
      When the tester acknowledges all that has come, 1 times
      Then data comes up to 2000 octets ahead, and more than 0
