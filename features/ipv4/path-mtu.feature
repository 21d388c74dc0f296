Feature: What a path carries

  A datagram that may not be fragmented goes no further than the first link that is too narrow for it; the router there
  tells the sender what the link can carry. The sender then makes its datagrams smaller, or lets them be fragmented. Here
  the echo service is asked for large answers, and the tester plays the router.

  @RFC1191-1
  Rule: Who is told that a link carries less does not go on as before

    @id:ipv4-path-001 @needs:ipv4.host @needs:udp.echo
    Scenario Outline: The next answers pass the link
      Given the host answers a UDP echo request with 1400 octets of data so that no router may fragment the answer
      When a router reports that its link of <mtu> octets cannot carry the answer
      Then answers with 1400 octets of data pass a link of <mtu> octets, or are not sent

      Examples:
        | case   | mtu  |
        | tunnel | 1280 |
        | serial | 1006 |
        | narrow | 576  |

  @RFC1191-2
  Rule: No path carries less than 68 octets

    @id:ipv4-path-002 @needs:ipv4.host @needs:udp.echo
    Scenario Outline: A message that says less does not split a datagram of 68
      Given the host answers a UDP echo request with 40 octets of data so that no router may fragment the answer
      When a router reports that its link of <mtu> octets cannot carry the answer
      Then the host answers a UDP echo request with 40 octets of data in one datagram

      Examples:
        | case         | mtu |
        | just-below   | 67  |
        | multiple-of-8 | 60  |
        | header-alone | 20  |
        | one          | 1   |

  @RFC1191-3
  Rule: No message makes a path wider

    @id:ipv4-path-003 @needs:ipv4.host @needs:udp.echo
    Scenario: A late report of a wider link changes nothing
      Given the host has learnt from a router that answers with 1400 octets of data are too big for a link of 1006 octets
      When a late report says that a link of 1300 octets cannot carry the answer
      Then answers with 1200 octets of data pass a link of 1006 octets, or are not sent

  @RFC1191-4
  Rule: Routers that do not say what they can carry are understood too

    @id:ipv4-path-004 @needs:ipv4.host @needs:udp.echo
    Scenario Outline: The search for a size that passes comes to an end
      Given the host answers a UDP echo request with 1400 octets of data so that no router may fragment the answer
      When a router reports that its link cannot carry the answer, and not what it can carry
      Then after a few such reports answers with 1400 octets of data pass a link of <mtu> octets, or are not sent

      Examples:
        | case   | mtu  |
        | serial | 1006 |
        | narrow | 576  |

  @RFC1191-5
  Rule: For five minutes nobody tries whether the path has become wider

    @id:ipv4-path-005 @needs:ipv4.host @needs:udp.echo @patience:310
    Scenario: Answers stay as they are
      Given the host has learnt from a router that answers with 1400 octets of data are too big for a link of 1006 octets
      Then for 290 seconds answers with 1400 octets of data pass a link of 1006 octets, or are not sent
