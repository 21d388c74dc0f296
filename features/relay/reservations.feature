Feature: Reservations

  Who cannot be reached reserves a place at a supernode, for a time. Nobody is let in to it who was not invited, nobody
  else can prolong it or give it up, and its end is an end.

  @HPR-RES-01
  Rule: There is no circuit to a node without a live reservation

    @id:relay-reservations-001 @needs:relay.supernode
    Scenario: A node that has a session and no reservation
      Given a supernode with the clients alice, bob and carol
      And bob holds a reservation
      And an OPEN of alice with the voucher of bob arrives there
      When alice sends OPEN to carol without a voucher
      Then carol does not get it, and the sender is told error 437

    @id:relay-reservations-002 @needs:relay.supernode
    Scenario: A reservation that has run out
      Given a supernode with the clients alice, bob and carol
      And bob holds a reservation of 30 s
      And bob has permitted alice
      And an OPEN of alice with the voucher of bob arrives there
      When 32 s have passed since bob reserved
      And carol sends OPEN to bob without a voucher
      Then bob does not get it, and the sender is told error 437

  @HPR-RES-02
  Rule: A reservation is its maker's alone

    @id:relay-reservations-003 @needs:relay.supernode
    Scenario: Another key wants to renew it
      Given a supernode with the clients alice and bob
      And bob holds a reservation
      When alice asks to renew the reservation of bob
      Then that is refused with error 441

    @id:relay-reservations-004 @needs:relay.supernode
    Scenario: Another key wants to release it
      Given a supernode with the clients alice and bob
      And bob holds a reservation
      When alice asks to release the reservation of bob
      Then that is refused with error 441

    @id:relay-reservations-005 @needs:relay.supernode
    Scenario: Another key wants to let somebody in
      Given a supernode with the clients alice and bob
      And bob holds a reservation
      When alice asks to let alice in by the reservation of bob
      Then that is refused with error 441

  @HPR-RES-03
  Rule: A lease is between 30 and 600 s, and its end is an end

    @id:relay-reservations-006 @needs:relay.supernode
    Scenario Outline: What is granted of <asked> s
      Given a supernode with the clients alice and bob
      When bob reserves <asked> s
      Then the lease of bob is <granted> s

      Examples:
        | case     | asked | granted |
        | short    | 1     | 30      |
        | least    | 30    | 30      |
        | between  | 77    | 77      |
        | most     | 600   | 600     |
        | too-long | 3600  | 600     |

    @id:relay-reservations-007 @needs:relay.supernode
    Scenario: What is granted when nothing is asked for
      Given a supernode with the clients alice and bob
      When bob reserves without a wish
      Then the lease of bob is 120 s

    @id:relay-reservations-008 @needs:relay.supernode
    Scenario: Nothing is relayed any more once a release is confirmed
      Given a supernode with a circuit from alice to bob
      And alice sends bob data, which arrives
      When bob releases its reservation
      And alice sends bob data
      Then bob does not get it

    @id:relay-reservations-009 @needs:relay.supernode
    Scenario: A lease lives until its end
      Given a supernode with the clients alice and bob
      And bob holds a reservation of 60 s
      When 58 s have passed since bob reserved
      And alice sends OPEN to bob with the voucher of bob
      Then bob gets it

  @HPR-RES-04
  Rule: Traffic does not make a lease longer

    @id:relay-reservations-010 @needs:relay.supernode
    Scenario: Data up to its end
      Given a supernode with the clients alice and bob
      And bob holds a reservation of 30 s
      And alice has a circuit to bob
      When 28 s have passed since bob reserved
      And alice sends bob data
      And 32 s have passed since bob reserved
      And alice sends bob data
      Then bob does not get it

    @id:relay-reservations-011 @needs:relay.supernode
    Scenario: A renewal does
      Given a supernode with the clients alice and bob
      And bob holds a reservation of 30 s
      And alice has a circuit to bob
      When 25 s have passed since bob reserved
      And bob renews its reservation
      And 32 s have passed since bob reserved
      And alice sends bob data
      Then bob gets it

  @HPR-RES-05
  Rule: A voucher is signed, and only a right one counts

    @id:relay-reservations-012 @needs:relay.supernode
    Scenario: What it says
      Given a supernode with the clients alice and bob
      When bob reserves 300 s
      Then the voucher of bob names the relay, the node and the end, and is signed

    @id:relay-reservations-013 @needs:relay.supernode
    Scenario Outline: A voucher <how> is refused
      Given a supernode with the clients alice and bob
      And bob holds a reservation
      And an OPEN of alice with the voucher of bob arrives there
      When alice sends OPEN to bob with its voucher "<how>"
      Then bob does not get it, and the sender is told error 403

      Examples:
        | case      | how                                   |
        | forged    | signed by another key                 |
        | inverted  | with a bit of its signature inverted  |
        | prolonged | prolonged                             |
        | another   | made out to another node              |

    @id:relay-reservations-022 @needs:relay.supernode
    Scenario: A voucher that has run out, of a reservation that lives on
      Given a supernode with the clients alice and bob
      And bob holds a reservation of 30 s
      And an OPEN of alice with the voucher of bob arrives there
      When 20 s have passed since bob reserved
      And bob renews its reservation
      And 20 s have passed since bob reserved
      And alice sends OPEN to bob with its voucher "that has run out"
      Then bob does not get it, and the sender is told error 403

  @HPR-RES-06
  Rule: Who may send to a node is said by that node

    @id:relay-reservations-014 @needs:relay.supernode
    Scenario: Who has neither voucher nor permission
      Given a supernode with the clients alice, bob and carol
      And bob holds a reservation
      And bob has permitted carol
      When alice sends OPEN to bob without a voucher
      Then bob does not get it, and not a word is said

    @id:relay-reservations-015 @needs:relay.supernode
    Scenario: Who has permission
      Given a supernode with the clients alice and bob
      And bob holds a reservation
      And bob has permitted alice
      When alice sends OPEN to bob without a voucher
      Then bob gets it

    @id:relay-reservations-016 @needs:relay.supernode
    Scenario: Data of somebody without a circuit
      Given a supernode with the clients alice, bob and carol
      And bob holds a reservation
      And carol has a circuit to bob
      And carol sends bob data, which arrives
      When alice sends bob data
      Then bob does not get it, and not a word is said

  @HPR-RES-07
  Rule: What comes over a relay goes on only while hops are left

    @id:relay-reservations-017 @needs:relay.supernode
    Scenario: An OPEN whose hops are used up
      Given a supernode with the clients alice and bob
      And bob holds a reservation
      And an OPEN of alice with the voucher of bob arrives there
      When alice sends OPEN to bob with its voucher and a time to live of 1
      Then bob does not get it, and the sender is told error 483

    @id:relay-reservations-018 @needs:relay.supernode
    Scenario: An OPEN that has hops left
      Given a supernode with the clients alice and bob
      And bob holds a reservation
      When alice sends OPEN to bob with its voucher and a time to live of 2
      Then bob gets it with a time to live of 1

  @HPR-QUOTA-01
  Rule: Nobody can use up all slots

    @id:relay-reservations-019 @needs:relay.supernode
    Scenario: The fifth reservation of one node
      Given a supernode with the clients alice and bob
      And alice holds 4 reservations
      When alice asks for a reservation
      Then that is refused with error 486

    @id:relay-reservations-020 @needs:relay.supernode
    Scenario: Another one is not kept out by it
      Given a supernode with the clients alice and bob
      And alice holds 4 reservations
      When bob asks for a reservation
      Then that is answered by GRANT

    @id:relay-reservations-021 @needs:relay.supernode
    Scenario: All slots are taken
      Given a supernode of 3 slots with the clients alice and bob
      And alice holds 2 reservations
      And bob holds 1 reservations
      When bob asks for a reservation
      Then that is refused with error 508
