Feature: The version of a datagram

  The first four bits tell which format the rest has. Who reads octets of another version by the rules of IPv4 reads
  nonsense.

  @RFC791-VER
  Rule: The first four bits of an IPv4 header hold 4

    @id:ipv4-version-001 @needs:ipv4.decode
    Scenario Outline: A header that is right but for its version is no IPv4 header
      Given the decoder accepts the header of fixture "balanced"
      When the decoder is given the same header with
        | field   | value     |
        | version | <version> |
      Then the decoder refuses it

      Examples:
        | case     | version |
        | zero     | 0       |
        | stream   | 5       |
        | six      | 6       |
        | high-bit | 12      |
        | all-bits | 15      |

    @id:ipv4-version-002 @needs:ipv4.encode
    Scenario: An encoder that is told no version writes 4
      When the encoder is given the header
        | field          | value        |
        | ihl            | 5            |
        | identification | 1            |
        | dscp           | 0            |
        | ecn            | 0            |
        | reserved       | false        |
        | dontFragment   | false        |
        | moreFragments  | false        |
        | fragmentOffset | 0            |
        | timeToLive     | 64           |
        | protocol       | 17           |
        | totalLength    | 28           |
        | source         | 192.0.2.1    |
        | destination    | 198.51.100.7 |
        | options        | none         |
      Then octet 0 of what the encoder writes is "0x45"

  @RFC1122-VER
  Rule: A host discards another version without a word

    @id:ipv4-version-003 @needs:ipv4.host
    Scenario Outline: An echo request that is right but for its version is not answered
      Given the host answers an echo request
      When the tester sends the same echo request with
        | field   | value     |
        | version | <version> |
      Then the host stays silent about it

      Examples:
        | case     | version |
        | zero     | 0       |
        | stream   | 5       |
        | all-bits | 15      |
