Feature: The handshake

  Before any data, each side says from which number it counts, and each learns that the other has heard it: a SYN, a SYN
  that acknowledges it, an acknowledgement. Three messages are the fewest that can do it.

  @RFC9293-SEG-LISTEN-3
  Rule: A SYN is answered by a SYN that acknowledges it

    @id:tcp-handshake-001 @needs:tcp.echo
    Scenario: The second of the three messages
      Given the tester is at the echo port
      When the tester sends
        | flags |
        | SYN   |
      Then the implementation answers
        | flags   | ack |
        | SYN,ACK | 1   |

  @RFC9293-CONN-1
  Rule: Addresses and ports of both ends tell connections apart

    @id:tcp-handshake-002 @needs:tcp.echo
    Scenario: A thousand connections at once
      When 1000 connections are established at once
      And each of them carries data of its own
      Then each gets back what it has sent
