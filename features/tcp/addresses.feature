Feature: Between one and one

  A connection is between two hosts. What is addressed to many, or comes from where no host can be, begins none.

  @RFC9293-MUST-57
  Rule: A SYN to many is dropped

    @id:tcp-addresses-001 @needs:tcp.echo
    Scenario Outline: The destination is the address of many
      Given a connection to the echo service is established
      When the tester sends a SYN to <address>
      Then nobody answers that SYN

      Examples:
        | case      | address           |
        | limited   | "255.255.255.255" |
        | directed  | "broadcast"       |
        | multicast | "224.0.0.1"       |

  @RFC9293-MUST-63
  Rule: A SYN from nobody is passed over

    @id:tcp-addresses-002 @needs:tcp.echo
    Scenario Outline: The source is the address of many, or of nobody
      Given a connection to the echo service is established
      When the tester sends a SYN as if from <address>
      Then nobody answers that SYN

      Examples:
        | case      | address           |
        | limited   | "255.255.255.255" |
        | directed  | "broadcast"       |
        | multicast | "224.0.0.1"       |
        | loopback  | "127.0.0.1"       |
