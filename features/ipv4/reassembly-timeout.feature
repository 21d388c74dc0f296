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
