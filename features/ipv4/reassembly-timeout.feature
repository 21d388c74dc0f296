Feature: Fragments that never come

  A fragment that is lost leaves the others waiting. After a while the host gives them up and, if it has the first one and
  so knows what it was, tells the sender.

  @RFC1122-REASM-6
  Rule: At the timeout the fragments are discarded and the source is told

    @id:ipv4-timeout-001 @needs:ipv4.host @patience:130
    Scenario: The first fragment stays alone
      Given the host answers an echo request with 544 octets of data
      When the tester sends the first fragment of such an echo request
      Then the host reports that reassembly took too long

    @id:ipv4-timeout-002 @needs:ipv4.host @patience:130
    Scenario: What is missing comes too late
      Given the host has reported that reassembly of an echo request took too long
      When the tester sends the fragments that were missing
      Then the host does not answer that echo request

  @RFC1122-REASM-5
  Rule: A host waits between 60 and 120 seconds, whatever the time to live

    @id:ipv4-timeout-003 @needs:ipv4.host @patience:130
    Scenario Outline: The timeout is measured
      When the host reports that reassembly of an echo request with time to live <ttl> took too long
      Then it has waited between 60 and 120 seconds

      Examples:
        | case      | ttl |
        | long-life | 255 |
        | low-life  | 5   |

  @RFC1122-ICMP-8
  Rule: Nobody is told about fragments other than the first

    @id:ipv4-timeout-004 @needs:ipv4.host @patience:130
    Scenario: Of two datagrams only the one whose first fragment came is reported
      Given the tester sends the last fragment of an echo request
      When the host reports that reassembly of another echo request took too long
      Then the host has reported nothing about the last fragment

  @RFC1122-ICMP-2
  Rule: The report quotes the first fragment

    @id:ipv4-timeout-005 @needs:ipv4.host @patience:130
    Scenario: Header and first octets come back unchanged
      When the host reports that reassembly of an echo request with time to live 64 took too long
      Then the report quotes the first fragment, its header as it was sent
      And the report quotes at least 8 octets of the data of the first fragment

  @RFC1122-REASM-4
  Rule: Nobody waits for ever

    @id:ipv4-timeout-006 @needs:ipv4.host @patience:130
    Scenario: The first fragment comes at last
      Given the host answers an echo request with 544 octets of data
      When the tester sends all fragments of such an echo request but the first
      And the first follows after the longest wait
      Then the host, which has given up by now, does not answer that echo request

  @RFC791-REASM-5
  Rule: Of what was given up nothing is left

    @id:ipv4-timeout-007 @needs:ipv4.host @patience:130
    Scenario: The identification of a datagram that was given up is used again
      Given the host has reported that reassembly of an echo request took too long
      When the tester sends another echo request with that identification, its fragments in the order "2 3 1"
      Then every echo request is answered with all its data

  @RFC1122-ICMP-5
  Rule: Nobody reports about a report

    @id:ipv4-timeout-008 @needs:ipv4.host @patience:130
    Scenario Outline: An ICMP error never becomes whole
      Given the host answers an echo request
      And the tester sends the first fragment of an ICMP error of type <type> about the reply
      When the host reports that reassembly of another echo request took too long
      Then the host has reported nothing about the fragment of the ICMP error

      Examples:
        | case                | type |
        | unreachable         | 3    |
        | source-quench       | 4    |
        | redirect            | 5    |
        | time-exceeded       | 11   |
        | parameter-problem   | 12   |
