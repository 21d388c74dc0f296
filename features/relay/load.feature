Feature: Load

  A relay takes no more than it can pass on, tells its limits, and refuses instead of failing.

  @HPR-FLOW-01
  Rule: No more is queued than the credit

    @id:relay-load-001 @needs:relay.supernode
    Scenario: A burst beyond it
      Given a supernode that relays 20000 octets a second, with a circuit from alice to bob
      When alice sends bob 120 full frames at once
      Then bob gets no more of them than a credit of 65536 octets lets through, within 20 s

    @id:relay-load-002 @needs:relay.supernode
    Scenario: A burst within it
      Given a supernode that relays 20000 octets a second, with a circuit from alice to bob
      When alice sends bob 50 full frames at once
      Then bob gets all 50 of them within 20 s

  @HPR-QUOTA-02
  Rule: Limits are told, and a circuit that exceeds one is closed with the reason

    @id:relay-load-003 @needs:relay.supernode
    Scenario: What GRANT tells
      Given a supernode that lets a circuit carry 6000 octets, with the clients alice and bob
      When bob reserves 120 s
      Then bob is told of 6000 "octets"

    @id:relay-load-004 @needs:relay.supernode
    Scenario: More octets than the limit
      Given a supernode that lets a circuit carry 6000 octets, with one from alice to bob
      When alice sends bob 6 full frames at once
      Then alice and bob are told that it is closed, 486

    @id:relay-load-005 @needs:relay.supernode
    Scenario: As many in either direction
      Given a supernode that lets a circuit carry 6000 octets, with one from alice to bob
      When alice sends bob 3 full frames at once
      And bob sends alice 3 full frames at once
      Then the circuit of alice stays open

    @id:relay-load-006 @needs:relay.supernode
    Scenario: Longer than the limit
      Given a supernode that lets a circuit last 20 s, with one from alice to bob
      When 21 s go by
      Then alice and bob are told that it is closed, 486

  @HPR-ELECT-04
  Rule: A supernode under load refuses new work, and goes on with the old

    @id:relay-load-007 @needs:relay.supernode
    Scenario: No slot is left
      Given a supernode of one slot with the clients alice, bob and carol
      And bob holds a reservation
      When carol asks for a reservation
      Then that is refused with error 508

    @id:relay-load-008 @needs:relay.supernode
    Scenario: Who is served already is served on
      Given a supernode of one slot with the clients alice, bob and carol
      And bob holds a reservation
      And alice has a circuit to bob
      When carol asks for a reservation
      And alice sends bob data
      Then bob gets it

    @id:relay-load-009 @needs:relay.supernode
    Scenario: No circuit is left
      Given a supernode of one circuit with the clients alice, bob and carol
      And bob holds a reservation
      And alice has a circuit to bob
      When carol sends OPEN to bob with the voucher of bob
      Then bob does not get it, and the sender is told error 508

    @id:relay-load-010 @needs:relay.supernode
    Scenario: A new circuit does not take the place of the old one
      Given a supernode of one circuit with the clients alice, bob and carol
      And bob holds a reservation
      And alice has a circuit to bob
      When carol sends OPEN to bob with the voucher of bob
      And alice sends bob data
      Then bob gets it
