Feature: Purposes

  A message may send data, ask for data, ask for a function to be called, or hand over a program to be run. All four travel
  end to end alike.

  @HPR-DELIV-01
  Rule: What arrives is the beginning of what was sent

    @id:relay-purposes-001 @needs:relay.node @needs:relay.directory
    Scenario: Data
      Given alice and bob, who reach each other
      When alice says 300 octets to bob
      Then all that was said has arrived, in order and once

    @id:relay-purposes-002 @needs:relay.node @needs:relay.directory
    Scenario Outline: An answer to a <purpose>
      Given alice and bob, who reach each other
      And alice asks bob for something by a <purpose>
      When the application there answers
      Then the answer is what the application said

      Examples:
        | case     | purpose |
        | question | request |
        | function | call    |
        | program  | program |
