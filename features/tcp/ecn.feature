Feature: Congestion that routers tell of

  A router whose queue grows may mark datagrams instead of dropping some. The receiver tells the sender, again and again,
  until the sender says that it has slowed down. Both must have agreed on it when they opened the connection.

  @RFC9293-SHLD-8
  Rule: Congestion notification is agreed on, told of and heeded

    @id:tcp-ecn-001 @needs:tcp.echo
    Scenario: The SYN asks for it
      Given the tester is at the echo port
      When the tester sends
        | flags       |
        | CWR,ECE,SYN |
      Then the implementation answers
        | flags       | ack |
        | ECE,SYN,ACK | 1   |

    @id:tcp-ecn-002 @needs:tcp.echo
    Scenario: A SYN that does not ask for it
      Given the tester is at the echo port
      When the tester sends
        | flags |
        | SYN   |
      Then the implementation answers
        | flags   | ack |
        | SYN,ACK | 1   |

    @id:tcp-ecn-003 @needs:tcp.echo
    Scenario: A router has marked data, and the sender hears of it until it says so
      Given a connection to the echo service whose SYN has asked for congestion notification
      When data comes that a router has marked
      Then its acknowledgements tell of the mark until the tester says that it has slowed down

    @id:tcp-ecn-004 @needs:tcp.characters
    Scenario: The implementation hears of a mark, and says that it has slowed down
      Given a connection to the characters service whose SYN has asked for congestion notification
      When all data that comes is acknowledged, and a mark is told of
      Then the next new data says that its sender has slowed down
