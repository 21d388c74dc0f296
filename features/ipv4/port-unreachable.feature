Feature: Port unreachable

  A datagram may reach the right host and still find nobody: then it is not the network that failed, and the message to
  the sender says what did.

  @RFC1122-DU-2
  Rule: A port that nobody listens to has a code of its own

    @id:ipv4-port-001 @needs:ipv4.host @needs:udp.echo
    Scenario: The code is 3
      Given the host answers a UDP echo request
      When the host reports that a datagram to a closed UDP port was not delivered
      Then the report says that the port is unreachable
