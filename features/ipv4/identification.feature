Feature: The identification of datagrams that are no fragments

  The identification keeps the fragments of different datagrams apart. A datagram that is no fragment and may not become
  one has no use for it.

  @RFC6864-2
  Rule: Such a datagram may have any identification

    @id:ipv4-identification-001 @needs:ipv4.host
    Scenario: What a host puts there is recorded
      When 4 echo requests are answered
      Then it is recorded how the host identifies what it sends
