@needs:http.client
Feature: Answers that are cut off

  Connections break. A client that takes the beginning of an answer for the whole hands its user half a program.

  Background:
    Given the client takes an ordinary page

  @RFC9112-8-02
  Rule: What is not whole is known to be incomplete

    @id:http-clients-incomplete-001
    Scenario Outline: Cut off <case>
      Given the origin will answer, and close
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: 10

        <content>
        """
      When the client asks for "/page"
      Then the client reports a failure

      Examples:
        | case               | content   |
        | in-the-middle      | five!     |
        | before-the-last    | 123456789 |
        | before-the-content |           |

    @id:http-clients-incomplete-002
    Scenario Outline: Chunks that cannot be decoded: <case>
      Given the origin will answer, and close
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Transfer-Encoding: chunked

        5
        five!
        <size>
        more!
        0


        """
      When the client asks for "/page"
      Then the client reports a failure

      Examples:
        | case          | size |
        | no-size       | five |
        | negative-size | -5   |

  @RFC9112-8-03
  Rule: Chunks without a last one are incomplete

    @id:http-clients-incomplete-003
    Scenario Outline: The end comes <case>
      Given the origin will answer, and close
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Transfer-Encoding: chunked

        5
        <rest>
        """
      When the client asks for "/page"
      Then the client reports a failure

      Examples:
        | case               | rest             |
        | within-a-chunk     | fiv              |
        | after-a-chunk      | five!\n      |
        | within-the-next    | five!\n4\nm |
        | before-a-line-end  | five!            |
