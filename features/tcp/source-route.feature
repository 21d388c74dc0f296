Feature: Connections by source routes

  A segment that has come by a source route says by which way its sender can be reached. Who follows source routes at
  all answers by that way.

  @RFC9293-MUST-53
  Rule: All that is sent on a connection takes the way that the peer's segments have come

    @id:tcp-source-route-001 @needs:tcp.echo @needs:ipv4.source-route
    Scenario Outline: The SYN comes by a source route, and its answer goes back by it
      When a SYN for the echo service comes by the source route <route>
      Then its answer goes to the tester first, with the source route <back>

      Examples:
        | case        | route              | back                 |
        | one-router  | "tester >>"        | ">> nowhere"         |
        | two-routers | "beyond tester >>" | ">> beyond nowhere"  |

    @id:tcp-source-route-002 @needs:tcp.echo @needs:ipv4.source-route
    Scenario: Data has come straight, and its echo takes the way of the SYN
      Given a SYN for the echo service has come by the source route "beyond tester >>", and was answered
      When the handshake ends and data comes, without a source route
      Then the echo goes to the tester first, with the source route ">> beyond nowhere"

  @RFC9293-SHLD-24
  Rule: A source route of a later segment takes the place of the earlier one

    @id:tcp-source-route-003 @needs:tcp.echo @needs:ipv4.source-route
    Scenario: Data comes by another way than the SYN
      Given a SYN for the echo service has come by the source route "beyond tester >>", and was answered
      When the handshake ends and data comes, by the source route "narrow tester >>"
      Then the echo goes to the tester first, with the source route ">> narrow nowhere"
