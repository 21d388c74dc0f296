Feature: The directory

  It certifies names, keeps contact lists, and tells mutual contacts where the other is. It tells nobody which names exist.

  @HPR-LOGIN-01
  Rule: A wrong name and a wrong password are refused alike

    @id:relay-directory-001 @needs:relay.directory
    Scenario: The right password is certified
      Given a directory of the users alice and bob, with the clients one and two
      And one is challenged as alice
      When one proves the password "ecila"
      Then one is certified as alice

    @id:relay-directory-002 @needs:relay.directory
    Scenario: A wrong password, and a name that does not exist
      Given a directory of the users alice and bob, with the clients one and two
      And two has logged in as bob
      When one asks as alice and proves the password "wrong"
      Then the login is refused with error 401

    @id:relay-directory-003 @needs:relay.directory
    Scenario: A name that does not exist
      Given a directory of the users alice and bob, with the clients one and two
      When one asks as alice and proves the password "wrong"
      And one asks as carol and proves the password "lorac"
      Then the logins are refused alike, with error 401

    @id:relay-directory-004 @needs:relay.directory
    Scenario: A response that was right for another nonce
      Given a directory of the users alice and bob, with the clients one and two
      And one is challenged as alice
      When one asks as alice and proves the password "wrong"
      And one sends the response to an old nonce under a new one, password "ecila"
      Then the logins are refused alike, with error 401

    @id:relay-directory-005 @needs:relay.directory
    Scenario Outline: The salt of a name is always the same: <case>
      Given a directory of the users alice and bob, with the clients one and two
      And one is challenged as <name>
      Then one asked again as <name> is given the same salt

      Examples:
        | case     | name  |
        | known    | alice |
        | nobody   | carol |

  @HPR-LOGIN-02
  Rule: One name, one key

    @id:relay-directory-006 @needs:relay.directory
    Scenario: Another key for a name that is certified
      Given a directory of the users alice and bob, with the clients one and two
      And one has logged in as alice
      When two asks as alice and proves the password "ecila"
      Then the login is refused with error 409

    @id:relay-directory-007 @needs:relay.directory
    Scenario: The same key again
      Given a directory of the users alice and bob, with the clients one and two
      And one has logged in as alice
      When one asks as alice and proves the password "ecila"
      Then one is certified as alice

  @HPR-LOGIN-03
  Rule: A nonce is good once, for one node, for a minute

    @id:relay-directory-008 @needs:relay.directory
    Scenario: A second time
      Given a directory of the users alice and bob, with the clients one and two
      And one has logged in as alice
      When one proves the password "ecila"
      Then the login of one is refused with error 438 and a new nonce

    @id:relay-directory-009 @needs:relay.directory
    Scenario: By another node
      Given a directory of the users alice and bob, with the clients one and two
      And one is challenged as alice
      And two is challenged as alice
      When two proves the password "ecila" by the nonce of one
      Then the login of one is refused with error 438 and a new nonce

    @id:relay-directory-010 @needs:relay.directory
    Scenario: Too late
      Given a directory of the users alice and bob, with the clients one and two
      And one is challenged as alice
      When 61 s go by
      And one proves the password "ecila"
      Then the login of one is refused with error 438 and a new nonce

    @id:relay-directory-011 @needs:relay.directory
    Scenario: Just in time
      Given a directory of the users alice and bob, with the clients one and two
      And one is challenged as alice
      When 58 s go by
      And one proves the password "ecila"
      Then one is certified as alice

  @HPR-CONT-01
  Rule: A list is its owner's, and a place is for mutual contacts

    @id:relay-directory-012 @needs:relay.directory
    Scenario: Nobody sees the list of another
      Given a directory where alice, bob and carol are logged in
      And alice has bob on the list
      Then the list of carol does not name bob

    @id:relay-directory-013 @needs:relay.directory
    Scenario: Its owner sees it
      Given a directory where alice, bob and carol are logged in
      And alice has bob on the list
      Then the list of alice names bob

    @id:relay-directory-014 @needs:relay.directory
    Scenario: Who is on one list only is not found
      Given a directory where alice, bob and carol are logged in
      And alice has bob on the list
      And alice is online
      And bob is online
      When alice looks up bob
      Then bob is not found

    @id:relay-directory-015 @needs:relay.directory
    Scenario: Mutual contacts find each other
      Given a directory where alice, bob and carol are logged in
      And alice and bob are mutual contacts
      And alice is online
      And bob is online
      When alice looks up bob
      Then bob is found

    @id:relay-directory-016 @needs:relay.directory
    Scenario: A presence is told to mutual contacts
      Given a directory where alice, bob and carol are logged in
      And alice and bob are mutual contacts
      And bob is online
      When alice says presence 1, online
      Then bob is told where alice is

    @id:relay-directory-017 @needs:relay.directory
    Scenario: A presence is not told to others
      Given a directory where alice, bob and carol are logged in
      And carol has alice on the list
      And carol is online
      When alice says presence 1, online
      Then carol is not told where alice is

  @HPR-PRES-01
  Rule: A presence is signed, numbered and short-lived

    @id:relay-directory-018 @needs:relay.directory
    Scenario: An older one does not take the place of a newer one
      Given a directory where alice, bob and carol are logged in
      And alice and bob are mutual contacts
      And bob is online
      And alice is online, says presence 5
      And bob finds alice with presence 5
      When alice says presence 4, offline
      And bob looks up alice
      Then alice is found with presence 5

    @id:relay-directory-019 @needs:relay.directory
    Scenario: A newer one does
      Given a directory where alice, bob and carol are logged in
      And alice and bob are mutual contacts
      And bob is online
      And alice is online, says presence 5
      When alice says presence 6, offline
      And bob looks up alice
      Then alice is not found

    @id:relay-directory-020 @needs:relay.directory
    Scenario: After a minute it is worth nothing
      Given a directory where alice, bob and carol are logged in
      And alice and bob are mutual contacts
      And bob is online
      And alice is online, says presence 5
      And bob finds alice with presence 5
      When 61 s go by
      And bob says presence 2, online
      And bob looks up alice
      Then alice is not found

    @id:relay-directory-021 @needs:relay.directory
    Scenario: One that another node has made up
      Given a directory where alice, bob and carol are logged in
      And alice and bob are mutual contacts
      And bob is online
      And alice is online, says presence 5
      And bob finds alice with presence 5
      When carol makes up presence 6 of alice
      And bob looks up alice
      Then alice is found with presence 5
