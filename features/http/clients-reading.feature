@needs:http.client @needs:http.client.output @needs:http.client.status
Feature: How a client reads an answer

  What a server sends is octets. Where one part ends and the next begins is for the reader to find out, by the same rules
  as everybody else.

  Background:
    Given the client takes an ordinary page

  @RFC9112-6.1-01
  Rule: Chunks can be read

    @id:http-clients-reading-001
    Scenario Outline: <case>
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Transfer-Encoding: chunked

        <chunks>
        0


        """
      When the client asks for "/page"
      Then the client takes the content "<content>"

      Examples:
        | case         | chunks                      | content        |
        | one-chunk    | 5\nfive!                    | five!          |
        | two-chunks   | 5\nfive!\n4\nmore           | five!more      |
        | one-by-one   | 1\nf\n1\ni\n1\nv\n1\ne\n1\n! | five!          |

    @id:http-clients-reading-002
    Scenario: Chunks that come in two parts
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Transfer-Encoding: chunked

        5
        fi
        ~~~
        ve!
        0


        """
      When the client asks for "/page"
      Then the client takes the content "five!"

  @RFC9112-7.1-01
  Rule: Chunks are decoded as they are made

    @id:http-clients-reading-003
    Scenario Outline: <case>
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Transfer-Encoding: chunked

        <size>
        twelve units
        <last>
        <trailer>

        """
      When the client asks for "/page"
      Then the client takes the content "twelve units"

      Examples:
        | case            | size | last | trailer            |
        | a-small-letter  | c    | 0    |                    |
        | a-capital       | C    | 0    |                    |
        | leading-zeros   | 000c | 000  |                    |
        | a-trailer-field | c    | 0    | X-Assay: late\n    |

  @RFC9112-7.1-02
  Rule: A chunk too large for any number is no small one

    @id:http-clients-reading-004
    Scenario Outline: A size of <case>
      Given the origin will answer, and close
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Transfer-Encoding: chunked

        <size>
        five!
        0


        """
      When the client asks for "/page"
      Then the client reports a failure

      Examples:
        | case              | size                 |
        | nine-digits       | 100000005            |
        | seventeen-digits  | 10000000000000005    |
        | thirty-three      | 100000000000000000000000000000005 |

  @RFC9112-7.1.1-01
  Rule: What is not known of a chunk is passed over

    @id:http-clients-reading-005
    Scenario Outline: <case>
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Transfer-Encoding: chunked

        5<extension>
        five!
        0


        """
      When the client asks for "/page"
      Then the client takes the content "five!"

      Examples:
        | case          | extension             |
        | a-name        | ;assay                |
        | a-value       | ;assay=one            |
        | a-quoted-text | ;assay="one; two"     |
        | two           | ;assay=one;other="x"  |

  @RFC9112-6.1-14
  Rule: Codings are named without regard to case

    @id:http-clients-reading-006
    Scenario Outline: <coding>
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Transfer-Encoding: <coding>

        5
        five!
        0


        """
      When the client asks for "/page"
      Then the client takes the content "five!"

      Examples:
        | case     | coding  |
        | capital  | Chunked |
        | capitals | CHUNKED |

  @RFC9112-6.3-01
  Rule: Some answers have no content, whatever they say

    @id:http-clients-reading-007
    Scenario Outline: <status>
      Given the origin will answer
        """
        HTTP/1.1 <status> Assay
        Content-Length: 5


        """
      When the client asks for "/page"
      Then the client comes to an end by itself

      Examples:
        | case         | status |
        | no-content   | 204    |
        | not-modified | 304    |

    @id:http-clients-reading-008 @needs:http.client.method
    Scenario: HEAD
      Given the client is told to send HEAD
      And the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: 5


        """
      When the client asks for "/page"
      Then the client comes to an end by itself

  @RFC9112-6.3-03
  Rule: A transfer coding counts, not the length beside it

    @id:http-clients-reading-009
    Scenario Outline: A length that is <case>
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: <length>
        Transfer-Encoding: chunked

        5
        five!
        0


        """
      When the client asks for "/page"
      Then the client reports a failure, or takes the content "five!"

      Examples:
        | case      | length |
        | too-small | 3      |
        | too-large | 99     |

  @RFC9112-6.3-08
  Rule: Equal lengths are one

    @id:http-clients-reading-010
    Scenario Outline: The same length twice, <case>
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        <lengths>

        five!
        """
      When the client asks for "/page"
      Then the client reports a failure, or takes the content "five!"

      Examples:
        | case          | lengths                               |
        | in-one-field  | Content-Length: 5, 5                  |
        | in-two-fields | Content-Length: 5\nContent-Length: 5  |

  @RFC9112-6.3-11
  Rule: A length that is not reached makes an answer incomplete

    @id:http-clients-reading-011
    Scenario: The connection closes too early
      Given the origin will answer, and close
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: 99999999999999999999

        five!
        """
      When the client asks for "/page"
      Then the client reports a failure
