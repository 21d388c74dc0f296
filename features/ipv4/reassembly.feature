Feature: Fragments become a datagram again

  A network that cannot carry a datagram whole cuts it into fragments, each a datagram of its own. They take their own
  ways: the last may arrive first, some twice, those of two datagrams mixed. The host at the end puts each datagram
  together again. Here a letter names the datagram and a number the fragment: b2 is the second fragment of datagram b.

  @RFC1122-REASM-0
  Rule: Every host reassembles, in whatever order the fragments come

    @id:ipv4-reassembly-001 @needs:ipv4.host
    Scenario Outline: Echo requests that come in three fragments each are answered whole
      Given the host answers an echo request with 544 octets of data
      When the tester sends such echo requests in fragments, in the order <order>
      Then every echo request is answered with all its data

      Examples:
        | case             | order               |
        | in-order         | "a1 a2 a3"          |
        | reversed         | "a3 a2 a1"          |
        | first-last       | "a2 a3 a1"          |
        | middle-last      | "a1 a3 a2"          |
        | duplicate-first  | "a1 a1 a2 a3"       |
        | duplicate-middle | "a2 a1 a2 a3"       |
        | duplicate-last   | "a3 a3 a1 a2"       |
        | interleaved      | "a1 b3 a2 b2 b1 a3" |

  @RFC791-REASM-1
  Rule: Fragments of one datagram agree in source, destination, protocol and identification

    @id:ipv4-reassembly-002 @needs:ipv4.host
    Scenario: Fragments that differ only in their identification are not mixed up
      Given the host answers echo requests in fragments, in the order "a1 a2 a3"
      When the tester sends fragments that differ only in their identification, in the order "b1 c2 b3"
      Then the host answers none of them

    @id:ipv4-reassembly-003 @needs:ipv4.host
    Scenario: Fragments that differ only in their protocol are not mixed up
      Given the host answers echo requests in fragments, in the order "a1 a2 a3"
      When the tester sends fragments that differ only in their protocol, in the order "b1 c2 b3"
      Then the host answers none of them
