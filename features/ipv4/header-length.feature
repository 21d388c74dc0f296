Feature: The length of the header

  IHL counts words of 32 bits. A header without options is 5 words long, the longest one 15, which leaves 40 octets for
  options.

  @RFC791-IHL-1
  Rule: IHL is at least 5

    The addresses of this header add nothing to the checksum: it is right for the octets that are there and for those
    that IHL claims, so that nothing but the length can be the fault.

    @id:ipv4-ihl-001 @needs:ipv4.decode
    Scenario Outline: A header that claims to be shorter than its own fields
      Given the decoder accepts the header of fixture "balanced"
      When the decoder is given the same header with
        | field | value |
        | ihl   | <ihl> |
      Then the decoder refuses it

      Examples:
        | case  | ihl |
        | none  | 0   |
        | one   | 1   |
        | three | 3   |
        | four  | 4   |

  @RFC791-IHL-2
  Rule: The header ends where IHL says

    @id:ipv4-ihl-002 @needs:ipv4.decode
    Scenario Outline: A header of each size is read, with all its options
      When the decoder is given the header of fixture <fixture>
      Then the decoder reads
        | field   | value     |
        | ihl     | <ihl>     |
        | options | <options> |

      Examples:
        | case     | fixture                | ihl | options                                                                         |
        | shortest | "balanced"             | 5   | none                                                                            |
        | one-word | "router-alert"         | 6   | 148 0000                                                                        |
        | longest  | "record-route-longest" | 15  | 7 04000000000000000000000000000000000000000000000000000000000000000000000000, 0 |

    @id:ipv4-ihl-003 @needs:ipv4.decode
    Scenario Outline: A header that is cut off before its end
      Given the decoder accepts the header of fixture <fixture>
      When the decoder is given the first <octets> octets of the same header
      Then the decoder refuses it

      Examples:
        | case                 | fixture                | octets |
        | no-octets            | "balanced"             | 0      |
        | one-octet            | "balanced"             | 1      |
        | all-but-one          | "balanced"             | 19     |
        | options-missing      | "router-alert"         | 20     |
        | options-cut          | "router-alert"         | 23     |
        | longest-but-an-octet | "record-route-longest" | 59     |

    @id:ipv4-ihl-004 @needs:ipv4.encode
    Scenario: An encoder that is told no IHL counts the options
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
        | totalLength    | 40           |
        | source         | 192.0.2.1    |
        | destination    | 198.51.100.7 |
        | options        | 148 0000     |
      Then octet 0 of what the encoder writes is "0x46"

    @id:ipv4-ihl-005 @needs:ipv4.host
    Scenario: Data after the longest header is found
      Given the host answers an echo request with
        | field   | value     |
        | options | 4 times 1 |
      When the tester sends the same echo request with
        | field   | value      |
        | options | 40 times 1 |
      Then the host answers with an echo reply
      And the echo reply returns all the data
