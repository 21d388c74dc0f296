Feature: Options of the header

  A header longer than five words carries options. The first octet of each is its type; two types are that octet alone,
  all others have a second octet that tells their length, so that a reader can pass over what it does not know.

  Options are written here as their type and, after it, the octets of their data: 148 0000 is an option of four octets.

  @RFC791-OPT-3
  Rule: Two types are one octet long, all others say how long they are

    @id:ipv4-options-001 @needs:ipv4.decode
    Scenario Outline: Options are told apart
      When the decoder is given the header of fixture <fixture>
      Then the decoder reads
        | field   | value     |
        | options | <options> |

      Examples:
        | case              | fixture             | options                   |
        | one-octet-options | "no-operation"      | 1, 1, 1, 0                |
        | with-a-length     | "router-alert"      | 148 0000                  |
        | one-after-another | "options-in-a-row"  | 1, 148 0000, 30 abcdef, 0 |
        | nothing-after-end | "padding-after-end" | 148 0000, 0               |

    @id:ipv4-options-002 @needs:ipv4.decode
    Scenario Outline: An option with an impossible length is not taken for a sound one
      Given the decoder accepts the header of fixture "router-alert"
      When the decoder is given the header of fixture <fixture>
      Then the decoder refuses it, or reads no option in it

      Examples:
        | case              | fixture           |
        | length-nought     | "option-length-0" |
        | length-one        | "option-length-1" |
        | beyond-the-header | "option-length-5" |

  @RFC791-PAD-1
  Rule: Zeros fill the last word of the header

    @id:ipv4-options-003 @needs:ipv4.encode
    Scenario: Options that end in the middle of a word
      When the encoder is given the header
        | field          | value        |
        | identification | 1            |
        | dscp           | 0            |
        | ecn            | 0            |
        | reserved       | false        |
        | dontFragment   | false        |
        | moreFragments  | false        |
        | fragmentOffset | 0            |
        | timeToLive     | 64           |
        | protocol       | 17           |
        | totalLength    | 36           |
        | source         | 192.0.2.1    |
        | destination    | 198.51.100.7 |
        | options        | 148 0000, 1  |
      Then octets 20 to 27 of what the encoder writes are "9404 0000 0100 0000"

  @RFC1122-OPT-3
  Rule: A host passes over options that it does not know

    @id:ipv4-options-004 @needs:ipv4.host
    Scenario Outline: An echo request with an option is answered like one without
      Given the host answers an echo request
      When the tester sends the same echo request with
        | field   | value     |
        | options | <options> |
      Then the host answers with an echo reply

      Examples:
        | case           | options         |
        | no-operation   | 1, 1, 1, 0      |
        | experiment     | 94 abcd         |
        | unknown-longer | 94 abcdef012345 |
        | among-others   | 1, 94 abcdef, 1 |
