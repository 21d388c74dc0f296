Feature: Options of the header

  A header longer than five words carries options. The first octet of each is its type; two types are that octet alone,
  all others have a second octet that tells their length, so that a reader can pass over what it does not know.

  Options are written here as their type and, after it, the octets of their data: 148 0000 is an option of four octets.
  Where an option lies about its length, the length that it states is written after it.

  @RFC791-OPT-1
  Rule: Everybody knows the two options that only fill the header

    @id:ipv4-options-005 @needs:ipv4.host
    Scenario Outline: An echo request with nothing but these is answered like one without
      Given the host answers an echo request
      When the tester sends the same echo request with
        | field   | value     |
        | options | <options> |
      Then the host answers with an echo reply

      Examples:
        | case           | options      |
        | no-operation   | 1, 1, 1, 0   |
        | end-at-once    | 0            |
        | longest-header | 40 times 1   |
        | end-in-a-word  | 5 times 1, 0 |

    @id:ipv4-options-006 @needs:ipv4.router
    Scenario Outline: A datagram with nothing but these is forwarded like one without
      Given the router forwards a datagram to the far side
      When the tester sends the same datagram with
        | field   | value     |
        | options | <options> |
      Then the router forwards it

      Examples:
        | case           | options    |
        | no-operation   | 1, 1, 1, 0 |
        | end-at-once    | 0          |
        | longest-header | 40 times 1 |

  @RFC791-OPT-3
  Rule: Two types are one octet long, all others say how long they are

    @id:ipv4-options-014 @needs:ipv4.decode
    Scenario: Options drawn at random
      Given 30 headers with options that nobody has written down
      Then the decoder reads each of them as it was made

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

  @RFC791-OPT-5
  Rule: Each kind of option has its type, and pointers start behind the fields before them

    @id:ipv4-options-007 @needs:ipv4.decode
    Scenario Outline: Each kind of option is read
      When the decoder is given the header of fixture <fixture>
      Then the decoder reads
        | field   | value     |
        | options | <options> |

      Examples:
        | case               | fixture                  | options                                |
        | loose-source-route | "loose-source-route"     | 131 08c6336401c6336402, 0              |
        | strict-and-least   | "strict-source-route"    | 137 04c6336401, 0                      |
        | record-and-least   | "record-route-one"       | 7 0400000000, 0                        |
        | times              | "timestamp-with-address" | 68 0d11c633640100000001                |
        | times-and-least    | "timestamp-one"          | 68 050000000000                        |
        | security-stream    | "security-and-stream"    | 130 abcd00000000616263, 1, 136 1234    |

    @id:ipv4-options-008 @needs:ipv4.decode
    Scenario Outline: A pointer below the least is not taken for a sound one
      Given the decoder accepts the header of fixture <sound>
      When the decoder is given the same header with
        | field   | value     |
        | options | <options> |
      Then the decoder refuses it, or reads no pointer in it

      Examples:
        | case          | sound                 | options         |
        | record        | "record-route-one"    | 7 0300000000, 0 |
        | strict        | "strict-source-route" | 137 03c6336401  |
        | at-the-type   | "record-route-one"    | 7 0100000000, 0 |
        | none          | "record-route-one"    | 7 0000000000, 0 |
        | at-the-flags  | "timestamp-one"       | 68 040000000000 |

    @id:ipv4-options-009 @needs:ipv4.encode
    Scenario Outline: Each kind of option is written
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
        | totalLength    | 52           |
        | source         | 192.0.2.1    |
        | destination    | 198.51.100.7 |
        | options        | <options>    |
      Then octets 20 to 31 of what the encoder writes are <octets>

      Examples:
        | case               | options                   | octets                           |
        | loose-source-route | 131 08c6336401c6336402, 1 | "830b 08c6 3364 01c6 3364 0201"  |
        | strict             | 137 04c6336401c6336402, 1 | "890b 04c6 3364 01c6 3364 0201"  |
        | record             | 7 080a00000100000000, 1   | "070b 080a 0000 0100 0000 0001"  |
        | times              | 68 0d11c633640100000001   | "440c 0d11 c633 6401 0000 0001"  |
        | security           | 130 abcd00000000616263, 1 | "820b abcd 0000 0000 6162 6301"  |
        | stream             | 136 1234, 8 times 1       | "8804 1234 0101 0101 0101 0101"  |

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
        | experiment     | 94 abcd         |
        | unknown-longer | 94 abcdef012345 |
        | among-others   | 1, 94 abcdef, 1 |

  @RFC1122-OPT-4
  Rule: A length that cannot be brings no host down

    @id:ipv4-options-010 @needs:ipv4.host
    Scenario Outline: After an option with an impossible length the host is still there
      Given the host answers an echo request
      When the tester sends the same echo request with
        | field   | value     |
        | options | <options> |
      Then the host still answers echo requests

      Examples:
        | case                  | options                   |
        | length-nought         | 94 of length 0            |
        | length-one            | 94 of length 1            |
        | beyond-the-header     | 94 abcd of length 5       |
        | longest               | 94 abcd of length 255     |
        | after-others          | 3 times 1, 94 of length 0 |
        | record-without-room   | 7 of length 2             |
        | record-too-long       | 7 04 of length 39         |
        | record-of-half        | 7 040000                  |
        | route-without-pointer | 131 of length 2           |
        | route-of-half         | 137 04c612                |
        | times-without-flags   | 68 05 of length 3         |
        | times-too-long        | 68 0501 of length 40      |
        | times-of-half         | 68 0501000000000000       |

  @RFC1122-OPT-5
  Rule: A host takes no notice of a stream identifier

    @id:ipv4-options-011 @needs:ipv4.host
    Scenario Outline: An echo request that names a stream is answered like one that does not
      Given the host answers an echo request
      When the tester sends the same echo request with
        | field   | value     |
        | options | <options> |
      Then the host answers with an echo reply

      Examples:
        | case         | options                  |
        | alone        | 136 0001                 |
        | largest      | 136 ffff                 |
        | among-others | 1, 136 1234, 148 0000, 1 |

  @RFC1122-OPT-10
  Rule: A host sends no stream identifier

    @id:ipv4-options-012 @needs:ipv4.host
    Scenario: The stream of a request is not that of its reply
      When an echo request is answered, sent with
        | field   | value    |
        | options | 136 1234 |
      Then the echo reply holds no option of type 136

  @RFC1122-PP-1
  Rule: A host tells the sender of an option that cannot be

    @id:ipv4-options-013 @needs:ipv4.host
    Scenario Outline: An option with an impossible length is reported, unless the host goes on without it
      Given the host answers an echo request
      When the tester sends the same echo request with
        | field   | value     |
        | options | <options> |
      Then the host reports a parameter problem there, or answers all the same

      Examples:
        | case              | options             |
        | length-nought     | 94 of length 0      |
        | length-one        | 94 of length 1      |
        | beyond-the-header | 94 abcd of length 5 |
