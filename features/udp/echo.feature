Feature: The UDP echo service

  An echo service sends back what it is sent: on UDP, the data of each datagram in a datagram of its own. It shows that
  data arrive as they were sent, up to the most that a datagram can hold.

  @RFC862-UDP
  Rule: The data of each datagram come back

    @id:udp-echo-001 @needs:udp.echo
    Scenario Outline: Data of any length come back octet by octet
      When a UDP echo request with <octets> octets of data is answered
      Then the UDP answer returns all the data

      Examples:
        | case         | octets |
        | none         | 0      |
        | odd          | 1      |
        | usual        | 56     |
        | odd-and-long | 511    |
        | longest-sure | 548    |

    @id:udp-echo-002 @needs:udp.echo
    Scenario Outline: Of what comes in fragments all comes back, or nothing
      Given the host answers a UDP echo request
      When the tester sends a UDP echo request with <octets> octets of data in fragments
      Then the host answers with all the data, or not at all

      Examples:
        | case         | octets |
        | two          | 2000   |
        | odd-and-long | 9001   |
        | largest      | 65507  |
