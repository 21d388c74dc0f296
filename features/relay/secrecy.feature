Feature: Secrecy

  A relay passes on what it can neither read nor forge. Only the two at the ends know, and each knows whom it talks to.

  @HPR-CONF-01
  Rule: Nothing of what is said is seen on the way

    @id:relay-secrecy-001 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: What two users say to each other
      Given 4 supernodes, and alice and bob who need one
      When alice and bob talk for 3 s
      Then no 16 octets of what was said are seen anywhere

    @id:relay-secrecy-002 @needs:relay.node @needs:relay.directory
    Scenario: The same thing several times
      Given alice and bob, who reach each other
      When alice says the same thing to bob 5 times
      Then no two messages of alice to bob look alike

  @HPR-CONF-02
  Rule: What was changed under way is dropped

    @id:relay-secrecy-003 @needs:relay.node @needs:relay.directory
    Scenario Outline: A bit of the <what>
      Given alice and bob, who have no relay but mallory
      And alice and bob have talked for 2 s
      When mallory inverts a bit of the "<what>" of all data for bob
      And alice says something to bob
      And 4 s go by
      Then bob has been given 2 messages of alice

      Examples:
        | case     | what                       |
        | reserved | reserved bits              |
        | id       | message id                 |
        | source   | source                     |
        | target   | destination                |
        | first    | first octet of the payload |
        | later    | later octet of the payload |

    @id:relay-secrecy-004 @needs:relay.node @needs:relay.directory
    Scenario: Unchanged it arrives
      Given alice and bob, who have no relay but mallory
      And alice and bob have talked for 2 s
      When mallory inverts a bit of the "later octet of the payload" of all data for bob
      And alice says something to bob
      And 4 s go by
      And mallory behaves
      Then all that was said has arrived, in order and once

  @HPR-CONF-03
  Rule: What is played again is not delivered again

    @id:relay-secrecy-005 @needs:relay.node @needs:relay.directory
    Scenario: At once
      Given alice and bob, who have no relay but mallory
      When mallory sends every frame of data for bob 3 times
      And alice and bob talk for 3 s
      Then all that was said has arrived, in order and once

    @id:relay-secrecy-006 @needs:relay.node @needs:relay.directory
    Scenario: After a minute
      Given alice and bob, who have no relay but mallory
      And mallory keeps the frames of data for bob
      And alice and bob have talked for 3 s
      When 50 s go by
      And mallory plays again what it has kept
      Then all that was said has arrived, in order and once

  @HPR-CONF-04
  Rule: Nobody passes for another

    @id:relay-secrecy-007 @needs:relay.node @needs:relay.directory
    Scenario: A relay answers with a key of its own
      Given alice and bob, who have no relay but mallory
      When mallory answers in the place of bob
      And alice says something to bob
      And 4 s go by
      Then alice entrusts no data to mallory

  @HPR-DELIV-02
  Rule: Nobody acknowledges for another

    @id:relay-secrecy-008 @needs:relay.node @needs:relay.directory
    Scenario: A relay that swallows what it acknowledges
      Given alice and bob, who have no relay but mallory
      And alice and bob have talked for 2 s
      When mallory swallows data for bob and acknowledges it to alice
      And alice says something to bob
      Then alice is not told within 5 s that it was delivered

  @HPR-DET-01
  Rule: The same again gives the same octets

    @id:relay-secrecy-009 @needs:relay.node @needs:relay.directory @needs:relay.supernode
    Scenario: Two worlds of one seed
      When the same happens twice, in two worlds of one seed
      Then every octet is the same, at the same time
