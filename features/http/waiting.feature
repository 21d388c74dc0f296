@needs:http.origin @needs:http.content @needs:http.version-1.1
Feature: Waiting for a word

  Who has much to send may ask first whether it is wanted. Then nobody may wait for the other: the client waits for a word,
  so the server says one before the content has come.

  Background:
    Given the server does not answer everything alike

  @RFC9110-10.1.1-03
  Rule: Who expects 100-continue is told to go on, or how the request ends, before the content has come

    @id:http-waiting-001
    Scenario Outline: Content that is still to come, <case>
      Given the server answers "2xx" to this, sent for "POST":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      When the client sends this and waits, for "POST":
        """
        {content-method} <path> HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        Expect: 100-continue\r\n
        Connection: close\r\n
        \r\n
        """
      Then the client has been told to go on, or how its request ends

      Examples:
        | case                          | path           |
        | taken                         | {content-path} |
        | to-nothing                    | {absent}       |
