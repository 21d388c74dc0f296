@needs:http.client
Feature: Where an answer ends

  The header section of an answer says where its content ends: after so many octets, with the last chunk, or with the
  connection. A client that sees another end takes part of one answer for the next.

  Background:
    Given the client takes an ordinary page

  @RFC9112-6.3-13
  Rule: Without any length the content ends with the connection

    @id:http-clients-framing-001 @needs:http.client.output @needs:http.client.status
    Scenario: Until the close
      Given the origin will answer, and close
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain

        all of it
        """
      When the client asks for "/page"
      Then the client takes the content "all of it"

    @id:http-clients-framing-002 @needs:http.client.output @needs:http.client.status
    Scenario: Until the close, in two parts
      Given the origin will answer, and close
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain

        one part
        ~~~
        , and another
        """
      When the client asks for "/page"
      Then the client takes the content "one part, and another"

    @id:http-clients-framing-003 @needs:http.client.output @needs:http.client.status
    Scenario: Until the close, in the version before
      Given the origin will answer, and close
        """
        HTTP/1.0 200 OK
        Content-Type: text/plain

        all of it
        """
      When the client asks for "/page"
      Then the client takes the content "all of it"

    @id:http-clients-framing-004 @needs:http.client.output @needs:http.client.status
    Scenario: Until the close, and nothing comes
      Given the origin will answer, and close
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain


        """
      When the client asks for "/page"
      Then the client takes no content

  @RFC9112-6.3-06
  Rule: Behind a coding that is not chunked the content ends with the connection

    @id:http-clients-framing-005 @needs:http.client.output @needs:http.client.status
    Scenario Outline: The last transfer coding is <case>
      Given the origin will answer, and close
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Transfer-Encoding: <coding>

        3
        one
        0


        ~~~
        more
        """
      When the client asks for "/page"
      Then the client reports a failure, or takes the content "3\r\none\r\n0\r\n\r\nmore"

      Examples:
        | case                | coding           |
        | unknown             | x-assay          |
        | unknown-and-chunked | chunked, x-assay |

  @RFC9112-6.3-10
  Rule: An invalid length spoils the answer

    @id:http-clients-framing-006 @needs:http.client.status
    Scenario Outline: The length is <case>
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: <length>

        five!
        """
      When the client asks for "/page"
      Then the client reports a failure

      Examples:
        | case                 | length |
        | a-word               | five   |
        | negative             | -5     |
        | a-sum                | +5     |
        | hexadecimal          | 0x5    |
        | followed-by-a-letter | 5a     |
        | two-that-differ      | 5, 6   |
        | with-a-point         | 5.0    |

    @id:http-clients-framing-007 @needs:http.client.status
    Scenario: Two fields that differ
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: 5
        Content-Length: 4

        five!
        """
      When the client asks for "/page"
      Then the client reports a failure

  @RFC9112-6.3-18
  Rule: What follows the last answer is no answer

    @id:http-clients-framing-008 @needs:http.client.output @needs:http.client.status
    Scenario: A second answer to one request
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: 5

        five!HTTP/1.1 200 OK
        Content-Length: 7

        another
        """
      When the client asks for "/page"
      Then the client reports a failure, or takes the content "five!"

  @RFC9112-5.2-04
  Rule: A fold is read as a space

    @id:http-clients-framing-009 @needs:http.client.output @needs:http.client.status
    Scenario Outline: A fold in <case>
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        <name>:<value>
         <rest>
        Content-Length: 5

        five!
        """
      When the client asks for "/page"
      Then the client takes the content "five!"

      Examples:
        | case                | name    | value | rest |
        | an-unknown-field    | X-Assay | one   | two  |
        | an-empty-first-line | X-Assay |       | two  |

    @id:http-clients-framing-010 @needs:http.client.output @needs:http.client.status
    Scenario: A fold before the length
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length:
         5

        five!
        """
      When the client asks for "/page"
      Then the client takes the content "five!"
