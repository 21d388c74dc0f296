Feature: The end of a source route

  A sender can name the routers that its datagram is to pass. Each of them writes its own address over the one that was
  used, so that the last host holds the way that the datagram has come, and can send its answer back by it.

  A route is written here stop by stop, with >> where the pointer points: "beyond tester >>" has led over both and is used
  up. "nowhere" is an address that the host knows no way to, but that of the route.

  @RFC1122-OPT-6
  Rule: A host is the end of a source route

    @id:ipv4-source-route-end-001 @needs:ipv4.host @needs:ipv4.source-route
    Scenario Outline: An echo request whose source route is used up has arrived
      Given the host answers an echo request
      When the tester sends an echo request from tester that has come by the <kind> source route <route>
      Then the host answers with an echo reply

      Examples:
        | case         | kind   | route                     |
        | loose        | loose  | "beyond >>"               |
        | strict       | strict | "beyond >>"               |
        | over-several | loose  | "nowhere narrow beyond >>" |

  @RFC1122-OPT-7
  Rule: The way back does not lead to the sender twice

    Some senders write themselves into the route as its first stop. That is wrong, and was not always known to be.

    @id:ipv4-source-route-end-002 @needs:ipv4.host @needs:ipv4.source-route
    Scenario Outline: The sender is a stop of its own route
      Given the host answers an echo request
      When the tester sends an echo request from nowhere that has come by the <kind> source route <route>
      Then the echo reply goes to the tester first, with the source route <back>

      Examples:
        | case         | kind   | route                      | back                |
        | one-router   | loose  | "nowhere tester >>"        | ">> nowhere"        |
        | two-routers  | loose  | "nowhere beyond tester >>" | ">> beyond nowhere" |
        | strict       | strict | "nowhere tester >>"        | ">> nowhere"        |

  @RFC1122-OPT-8
  Rule: Nobody sends two source routes in one header

    @id:ipv4-source-route-end-003 @needs:ipv4.host
    Scenario Outline: The answer to a request with two source routes
      Given the host answers an echo request
      When the tester sends the same echo request with two source routes "tester >>", <first> and <second>
      Then nothing that the host answers has two source routes

      Examples:
        | case         | first  | second |
        | both-loose   | loose  | loose  |
        | loose-strict | loose  | strict |
        | strict-loose | strict | loose  |

    @id:ipv4-source-route-end-004 @needs:ipv4.host @needs:ipv4.source-route
    Scenario Outline: The answer to a request with one
      Given the host answers an echo request
      When the tester sends an echo request from nowhere that has come by the <kind> source route "beyond tester >>"
      Then nothing that the host answers has two source routes

      Examples:
        | case   | kind   |
        | loose  | loose  |
        | strict | strict |

  @RFC1122-ECHO-6
  Rule: An echo reply goes back the way that its request has come

    @id:ipv4-source-route-end-005 @needs:ipv4.host @needs:ipv4.source-route
    Scenario Outline: The route of the request is reversed
      Given the host answers an echo request
      When the tester sends an echo request from nowhere that has come by the <kind> source route <route>
      Then the echo reply goes to the tester first, with the source route <back>

      Examples:
        | case          | kind   | route                     | back                       |
        | one-router    | loose  | "tester >>"               | ">> nowhere"               |
        | two-routers   | loose  | "beyond tester >>"        | ">> beyond nowhere"        |
        | three-routers | loose  | "beyond narrow tester >>" | ">> narrow beyond nowhere" |
        | strict        | strict | "beyond tester >>"        | ">> beyond nowhere"        |
