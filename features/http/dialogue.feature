@needs:http.origin @needs:http.version-1.1
Feature: Requests in pieces

  A connection carries octets, not messages: a request may come in one piece or in hundred, and only its own octets say
  where it ends. So nothing that a server does may depend on how they were cut.

  Background:
    Given the server serves its resource
    And the server does not answer everything alike

  @RFC9110-5.3-03
  Rule: No request is applied before its whole header section has come

    @id:http-dialogue-001
    Scenario: The line that makes a request wrong comes last
      Given the server answers "400" to this, sent for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Host: other.invalid\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this first, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        """
      And the client sends this behind it:
        """
        Host: other.invalid\r\n
        Connection: close\r\n
        \r\n
        """
      Then the request is refused, once its section is whole

    @id:http-dialogue-002
    Scenario: A request, an octet at a time
      When the client sends this an octet at a time, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the answer is that to the same octets in one piece

  @RFC9112-7.1-01
  Rule: Chunks are read whichever pieces they come in

    @id:http-dialogue-003 @needs:http.chunked
    Scenario: Chunked content, an octet at a time
      Given the server answers "2xx" to this, sent for "POST":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding: chunked\r\n
        Connection: close\r\n
        \r\n
        5\r\n
        hello\r\n
        0\r\n
        \r\n
        """
      When the client sends this an octet at a time, for "POST":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding: chunked\r\n
        Connection: close\r\n
        \r\n
        5\r\n
        hello\r\n
        0\r\n
        \r\n
        """
      Then the answer is that to the same octets in one piece

  @RFC9110-10.1.1-05
  Rule: Who was told to go on is told how the request ends

    @id:http-dialogue-004 @needs:http.content
    Scenario: Content that is sent once 100 has come
      When the client sends this first, for "POST":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        Expect: 100-continue\r\n
        Connection: close\r\n
        \r\n
        """
      And the client has been told to go on
      And the client sends this behind it:
        """
        hello
        """
      Then the request has its final response

  @RFC9112-9.3-01
  Rule: A connection carries more than one request

    @id:http-dialogue-005
    Scenario: A second request, once the first has its response
      When the client sends this first, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        """
      And the client has read the response
      And the client sends this as well, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the second request has a response too
