Feature: What a host reports, and what it must not

  A host that cannot do what a datagram asks tells the sender by an ICMP error. So that no error can beget another, or a
  storm of them, there are many datagrams about which nobody may say a word, whatever is wrong with them.

  @RFC1122-DU-1
  Rule: A host says when nobody there speaks the protocol of a datagram

    @id:ipv4-host-icmp-001 @needs:ipv4.host
    Scenario Outline: A protocol for experiments
      When the tester sends a datagram of protocol <protocol>
      Then the host reports that nobody there speaks its protocol

      Examples:
        | case   | protocol |
        | first  | 253      |
        | second | 254      |

  @RFC1122-DU-4
  Rule: That a destination cannot be reached is a hint, no proof

    @id:ipv4-host-icmp-002 @needs:ipv4.host
    Scenario Outline: Who is said to be out of reach is answered all the same
      Given the host answers an echo request
      And the tester tells the host that its echo reply met an unreachable destination, code <code>
      When the tester sends an echo request
      Then the host answers with an echo reply

      Examples:
        | case         | code |
        | network      | 0    |
        | host         | 1    |
        | source-route | 5    |

  @RFC1122-ICMP-1
  Rule: A message of unknown type is discarded without a word

    @id:ipv4-host-icmp-003 @needs:ipv4.host
    Scenario Outline: A type that nobody has defined
      Given the host answers an echo request
      When the tester sends an ICMP message of type <type>
      Then the host does not report about it

      Examples:
        | case    | type |
        | one     | 1    |
        | two     | 2    |
        | seven   | 7    |
        | hundred | 100  |
        | last    | 255  |

  @RFC1122-ICMP-4
  Rule: An error is sent with normal service

    @id:ipv4-host-icmp-004 @needs:ipv4.host
    Scenario Outline: Whatever service the datagram had that it is about
      When the host reports that nobody there speaks the protocol of a datagram with
        | field | value  |
        | dscp  | <dscp> |
        | ecn   | <ecn>  |
      Then the report asks for no service of its own

      Examples:
        | case           | dscp | ecn |
        | normal         | 0    | 0   |
        | expedited      | 46   | 0   |
        | all-bits       | 63   | 0   |
        | ecn-capable    | 0    | 2   |

  @RFC1122-ICMP-6
  Rule: Nobody reports about what was sent to many

    @id:ipv4-host-icmp-005 @needs:ipv4.host
    Scenario Outline: A datagram to many of a protocol that nobody speaks
      Given the host has reported that nobody there speaks the protocol of a datagram
      When the tester sends the same kind of datagram to <place>
      Then the host does not report about it

      Examples:
        | case      | place                |
        | directed  | "all on the network" |
        | limited   | "255.255.255.255"    |
        | all-hosts | "224.0.0.1"          |
        | a-group   | "224.0.1.77"         |

  @RFC1122-ICMP-9
  Rule: Nobody reports to who is not one host

    @id:ipv4-host-icmp-006 @needs:ipv4.host
    Scenario Outline: A datagram from an address that is not one host's, of a protocol that nobody speaks
      Given the host has reported that nobody there speaks the protocol of a datagram
      When the tester sends the same kind of datagram from <place>
      Then the host does not report about it

      Examples:
        | case     | place                |
        | nobody   | "0.0.0.0"            |
        | loopback | "127.0.0.1"          |
        | directed | "all on the network" |
        | limited  | "255.255.255.255"    |
        | group    | "224.0.0.1"          |
        | class-e  | "240.0.0.1"          |

  @RFC1122-RD-1
  Rule: To redirect is for routers

    @id:ipv4-host-icmp-007 @needs:ipv4.host
    Scenario Outline: A host that is mistaken for the router to somebody nearer
      Given the host answers an echo request
      When the tester sends the same kind of datagram to <place>
      Then the host sends no redirect about it

      Examples:
        | case        | place          |
        | same-net    | "a neighbour"  |
        | another-net | "the far side" |

  @RFC6633-1
  Rule: Nobody asks a sender to slow down

    @id:ipv4-host-icmp-008 @needs:ipv4.host
    Scenario: Many requests at once
      When the tester sends 64 echo requests with 1400 octets of data each at once
      Then the host has sent no source quench

    @id:ipv4-host-icmp-009 @needs:ipv4.host
    Scenario: Many datagrams in fragments at once
      When the tester sends 32 echo requests in halves, all first halves before all second halves
      Then the host has sent no source quench

  @RFC6633-2
  Rule: A router that is asked to slow down does not

    @id:ipv4-host-icmp-010 @needs:ipv4.router
    Scenario: What was forwarded before is forwarded after
      Given the router forwards a datagram to the far side
      And the tester asks the router to send less to the far side
      When the tester sends another datagram to the far side
      Then the router forwards it

  @RFC1122-TTL-1
  Rule: What a host sends has time to live

    @id:ipv4-host-icmp-011 @needs:ipv4.host
    Scenario Outline: An echo reply
      Given the host answers an echo request
      When an echo request with time to live <ttl> is answered
      Then the time to live of the echo reply is not 0

      Examples:
        | case  | ttl |
        | usual | 64  |
        | one   | 1   |
        | none  | 0   |

    @id:ipv4-host-icmp-012 @needs:ipv4.host
    Scenario: A report
      When the host reports that nobody there speaks the protocol of a datagram
      Then the time to live of the report is not 0
