Feature: Identification

  The identification keeps the fragments of different datagrams apart. A datagram that is no fragment and may not become
  one has no use for it; every other needs one that no other datagram has on the same way at the same time.

  @RFC6864-1
  Rule: It serves fragmentation and reassembly, and nothing else

    @id:ipv4-identification-002 @needs:ipv4.host
    Scenario: Datagrams that share an identification are not taken for copies of one
      Given the host answers an echo request
      When the tester sends 3 different echo requests with one identification
      Then every echo request is answered with all its data

  @RFC6864-2
  Rule: A datagram that has no use for it may have any

    @id:ipv4-identification-001 @needs:ipv4.host
    Scenario: What a host puts there is recorded
      When 4 echo requests are answered
      Then it is recorded how the host identifies what it sends

  @RFC6864-3
  Rule: Nobody looks at it in a datagram that has no use for it

    @id:ipv4-identification-003 @needs:ipv4.host
    Scenario: Datagrams that may not be cut share an identification
      Given the host answers an echo request
      When the tester sends 3 different echo requests with one identification that may not be cut
      Then every echo request is answered with all its data

    @id:ipv4-identification-004 @needs:ipv4.host
    Scenario: Fragments that wait are not disturbed by a datagram that may not be cut
      Given the host answers an echo request
      When the tester sends an echo request in fragments, and another that may not be cut among them with their identification
      Then every echo request is answered with all its data

  @RFC6864-4
  Rule: A copy has another identification

    @id:ipv4-identification-005 @needs:ipv4.host
    Scenario: Replies to copies of one request
      Given the host answers an echo request
      When 4 copies of one echo request are answered
      Then no two of the echo replies that may be cut into fragments share an identification

  @RFC6864-5
  Rule: No two datagrams that may be cut have the same on their way

    @id:ipv4-identification-006 @needs:ipv4.host
    Scenario: Replies to requests one after another
      When 8 echo requests are answered
      Then no two of the echo replies that may be cut into fragments share an identification
