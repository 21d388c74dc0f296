Feature: The form of a segment

  A header of 20 octets, options when the data offset says so, and data. All of it and the addresses around it are covered
  by one checksum.

  @RFC9293-HDR-1
  Rule: The fields have their places

    @id:tcp-format-001 @needs:tcp.decode
    Scenario: Every field is read where it stands
      When the decoder is given the segment of fixture "urgent"
      Then the decoder reads in the segment
        | field                | value      |
        | sourcePort           | 49152      |
        | destinationPort      | 7          |
        | sequenceNumber       | 0xfedcba98 |
        | acknowledgmentNumber | 0x01234567 |
        | dataOffset           | 5          |
        | window               | 0x8001     |
        | urgentPointer        | 3          |
        | data                 | 6173736179 |

    @id:tcp-format-002 @needs:tcp.encode
    Scenario: Every field is written where it belongs
      When the encoder is given the segment
        | field                | value      |
        | sourcePort           | 49152      |
        | destinationPort      | 7          |
        | sequenceNumber       | 0xfedcba98 |
        | acknowledgmentNumber | 0x01234567 |
        | ack                  | true       |
        | urg                  | true       |
        | psh                  | false      |
        | rst                  | false      |
        | syn                  | false      |
        | fin                  | false      |
        | window               | 0x8001     |
        | urgentPointer        | 3          |
        | options              | none       |
        | data                 | 6173736179 |
      Then octets 0 to 15 of the segment written are "c000 0007 fedc ba98 0123 4567 5030 8001"
      And octets 18 to 24 of the segment written are "0003 6173736179"

  @RFC9293-HDR-2
  Rule: The data offset lies between 5 words and the end of the segment

    @id:tcp-format-003 @needs:tcp.decode
    Scenario Outline: A header that is shorter than its own fields, or longer than the segment
      Given the decoder accepts the segment of fixture "bare"
      When the decoder is given the same segment with
        | field      | value    |
        | dataOffset | <offset> |
      Then the decoder refuses the segment

      Examples:
        | case        | offset |
        | none        | 0      |
        | four        | 4      |
        | a-word-more | 6      |
        | longest     | 15     |

    @id:tcp-format-004 @needs:tcp.decode
    Scenario Outline: A header of each size
      When the decoder is given the segment of fixture <fixture>
      Then the decoder reads in the segment
        | field      | value    |
        | dataOffset | <offset> |

      Examples:
        | case     | fixture   | offset |
        | shortest | "bare"    | 5      |
        | one-word | "offer"   | 6      |
        | longest  | "longest" | 15     |

  @RFC9293-HDR-3
  Rule: Reserved bits are sent as zero and passed over

    @id:tcp-format-005 @needs:tcp.echo
    Scenario Outline: A SYN with a reserved bit set is answered like any other
      Given the tester is at the echo port
      When the tester sends a SYN with the reserved bits <bits>
      Then the implementation answers
        | flags   | ack |
        | SYN,ACK | 1   |
      And no reserved bit is set in the answer

      Examples:
        | case    | bits |
        | none    | 0    |
        | second  | 2    |
        | third   | 4    |
        | highest | 8    |
        | three   | 14   |

  @RFC9293-HDR-4
  Rule: Each control bit has its place

    @id:tcp-format-006 @needs:tcp.decode
    Scenario Outline: A control bit is read
      Given the decoder accepts the segment of fixture "bare"
      When the decoder is given the same segment with
        | field  | value |
        | ack    | false |
        | <name> | true  |
      Then the decoder reads in the segment
        | field | value |
        | cwr   | <cwr> |
        | ece   | <ece> |
        | urg   | <urg> |
        | ack   | <ack> |
        | psh   | <psh> |
        | rst   | <rst> |
        | syn   | <syn> |
        | fin   | <fin> |

      Examples:
        | case | name | cwr   | ece   | urg   | ack   | psh   | rst   | syn   | fin   |
        | cwr  | cwr  | true  | false | false | false | false | false | false | false |
        | ece  | ece  | false | true  | false | false | false | false | false | false |
        | urg  | urg  | false | false | true  | false | false | false | false | false |
        | ack  | ack  | false | false | false | true  | false | false | false | false |
        | psh  | psh  | false | false | false | false | true  | false | false | false |
        | rst  | rst  | false | false | false | false | false | true  | false | false |
        | syn  | syn  | false | false | false | false | false | false | true  | false |
        | fin  | fin  | false | false | false | false | false | false | false | true  |

  @RFC9293-HDR-5
  Rule: The checksum covers addresses, header and data

    @id:tcp-format-007 @needs:tcp.decode
    Scenario Outline: A segment whose checksum is right is read
      When the decoder is given the segment of fixture <fixture>
      Then the decoder reads in the segment
        | field | value  |
        | data  | <data> |

      Examples:
        | case | fixture | data         |
        | none | "bare"  | none         |
        | odd  | "odd"   | 6173736179   |
        | even | "even"  | 617373617973 |

    @id:tcp-format-008 @needs:tcp.decode
    Scenario Outline: A segment in which one bit has changed is refused
      Given the decoder accepts the segment of fixture "odd"
      When the decoder is given the same segment with bit <bit> inverted
      Then the decoder refuses the segment

      Examples:
        | case        | bit |
        | port        | 15  |
        | sequence    | 63  |
        | window      | 112 |
        | checksum    | 130 |
        | urgent      | 159 |
        | first-octet | 160 |
        | last-octet  | 199 |

    @id:tcp-format-009 @needs:tcp.encode
    Scenario: The checksum of an odd number of octets
      When the encoder is given the segment
        | field                | value      |
        | sourcePort           | 49152      |
        | destinationPort      | 7          |
        | sequenceNumber       | 0xfedcba98 |
        | acknowledgmentNumber | 0x01234567 |
        | ack                  | true       |
        | urg                  | false      |
        | psh                  | true       |
        | rst                  | false      |
        | syn                  | false      |
        | fin                  | false      |
        | window               | 0x8001     |
        | urgentPointer        | 0          |
        | options              | none       |
        | data                 | 6173736179 |
      Then octets 16 to 17 of the segment written are "35ad"

  @RFC9293-HDR-6
  Rule: A number whose bit is not set means nothing

    @id:tcp-format-010 @needs:tcp.echo
    Scenario: An acknowledgement number without ACK
      Given the tester is at the echo port
      When the tester sends
        | flags | ack               |
        | SYN   | absolute+74565432 |
      Then the implementation answers
        | flags   | ack |
        | SYN,ACK | 1   |

    @id:tcp-format-011 @needs:tcp.echo
    Scenario: An urgent pointer without URG
      Given a connection to the echo service is established
      When the tester sends
        | flags   | urgent | data      |
        | PSH,ACK | 3      | 5 octets  |
        | PSH,ACK | 65535  | 10 octets |
      Then all 15 octets come back

  @RFC9293-HDR-7
  Rule: SYN and FIN take a number each, and numbers wrap round

    @id:tcp-format-012 @needs:tcp.echo
    Scenario Outline: The SYN is the last number before the first, or near it
      Given the tester is at the echo port and counts from <first>
      When the tester sends
        | flags |
        | SYN   |
      Then the implementation answers
        | flags   | ack |
        | SYN,ACK | 1   |

      Examples:
        | case   | first      |
        | last   | 4294967295 |
        | zero   | 0          |
        | middle | 2147483647 |

    @id:tcp-format-013 @needs:tcp.echo
    Scenario Outline: Data across the wrap comes back
      Given the tester is at the echo port and counts from <first>
      And the connection is established
      When the tester sends
        | flags   | data      |
        | PSH,ACK | 10 octets |
      Then all 10 octets come back

      Examples:
        | case   | first      |
        | across | 4294967290 |
        | behind | 4294967285 |
        | sign   | 2147483642 |

    @id:tcp-format-014 @needs:tcp.discard
    Scenario: A FIN is acknowledged beyond the data before it
      Given a connection to the discard service is established
      When the tester sends
        | flags   | data     |
        | FIN,ACK | 5 octets |
      Then 6 numbers are acknowledged

  @RFC9293-MUST-1
  Rule: A window is never negative

    @id:tcp-format-017 @needs:tcp.characters
    Scenario Outline: A window whose highest bit is set
      Given the tester is at the characters port
      And it offers a window of <window>
      And it has sent
        | flags |
        | SYN   |
      And it has been answered
        | flags   | ack |
        | SYN,ACK | 1   |
      When the tester sends
        | flags |
        | ACK   |
      Then a segment comes with more than 1 octets of data

      Examples:
        | case     | window |
        | smallest | 32768  |
        | middle   | 50000  |
        | largest  | 65535  |

  @RFC9293-MUST-68
  Rule: Every other option has a length

    @id:tcp-format-015 @needs:tcp.decode
    Scenario Outline: Options that nobody knows are told apart by their lengths
      When the decoder is given the segment of fixture <fixture>
      Then the decoder reads in the segment
        | field   | value     |
        | options | <options> |

      Examples:
        | case    | fixture           | options                                                                              |
        | one     | "offer"           | 2 05b4                                                                               |
        | several | "unknown-options" | 253 aabbcc, 2 05b4, 254, 1                                                           |
        | longest | "longest"         | 253 1111111111111111111111111111111111111111111111111111111111111111111111111111 |

  @RFC9293-MUST-69
  Rule: What follows the end of the list is zero

    @id:tcp-format-016 @needs:tcp.encode
    Scenario Outline: The header is filled up with zeros
      When the encoder is given the segment
        | field                | value     |
        | sourcePort           | 49152     |
        | destinationPort      | 7         |
        | sequenceNumber       | 1         |
        | acknowledgmentNumber | 0         |
        | ack                  | false     |
        | urg                  | false     |
        | psh                  | false     |
        | rst                  | false     |
        | syn                  | true      |
        | fin                  | false     |
        | window               | 65535     |
        | urgentPointer        | 0         |
        | options              | <options> |
        | data                 | none      |
      Then octets 20 to 27 of the segment written are <octets>

      Examples:
        | case  | options           | octets                |
        | three | 2 05b4, 0         | "0204 05b4 0000 0000" |
        | two   | 2 05b4, 4, 0      | "0204 05b4 0402 0000" |
        | one   | 2 05b4, 254 ab, 0 | "0204 05b4 fe03 ab00" |
