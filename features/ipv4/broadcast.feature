Feature: Broadcast

  A datagram can be for all on a network: for those of the sender's own, wherever that is (255.255.255.255), or for those
  of the network that the leading bits name, with ones in all others. Each host there takes it as its own. The UDP echo
  service answers and so shows that it did.

  @RFC1122-BCAST
  Rule: A host recognises what is for all

    @id:ipv4-broadcast-001 @needs:ipv4.host @needs:udp.echo.broadcast
    Scenario Outline: A request to all is received
      Given the host answers a UDP echo request
      When the tester sends a UDP echo request to the <kind> broadcast address
      Then the host answers that UDP echo request

      Examples:
        | case     | kind     |
        | limited  | limited  |
        | directed | directed |
