@needs:http.intermediary
Feature: What an intermediary passes back to the client

  What a server answers is not always fit to be passed on. Who stands between has to mend it, or to say in its stead that
  there is no answer.

  Background:
    Given the intermediary forwards an ordinary request

  @RFC9112-5.2-03
  Rule: Folded lines are not passed on

    @id:http-middle-responses-001
    Scenario Outline: A folded line, <case>
      Given the origin behind it will answer
        """
        HTTP/1.1 200 OK
        X-Assay-Folded: one
        <blank>two
        Content-Length: 5

        five!
        """
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then 502 comes back, or "X-Assay-Folded" as "one two"

      Examples:
        | case       | blank |
        | by-a-space | \\x20 |
        | by-a-tab   | \\t   |

  @RFC9112-7.1.2-02
  Rule: A trailer is no header

    @id:http-middle-responses-002
    Scenario: A trailer field
      Given the origin behind it will answer
        """
        HTTP/1.1 200 OK
        Transfer-Encoding: chunked
        Trailer: X-Assay-Trailer

        5
        five!
        0
        X-Assay-Trailer: late


        """
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then "X-Assay-Trailer" does not come back

  @RFC9110-6.6.1-05
  Rule: Who passes on a response without a date dates it

    @id:http-middle-responses-003
    Scenario: No Date
      Given the origin behind it will answer
        """
        HTTP/1.1 200 OK
        Content-Length: 5

        five!
        """
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then the response comes back with a date

  @RFC9110-15.6.3-01
  Rule: What is no response is not passed on as one

    @id:http-middle-responses-004
    Scenario Outline: The origin answers <case>
      Given the origin behind it will answer, and close
        """
        <octets>
        """
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then a failure comes back, or what is usable of "<usable>"

      Examples:
        | case                | octets                                            | usable                            |
        | with-no-response    | this is no response                               | this is no response               |
        | with-a-bad-status   | HTTP/1.1 2x0 OK\nContent-Length: 0\n\n            | HTTP/1.1 2x0 OK Content-Length: 0 |
        | with-half-a-section | HTTP/1.1 200 OK\nContent-Length: 0\nX-Assay: on   |                                   |

    @id:http-middle-responses-005
    Scenario: The origin closes without an answer
      Given the origin behind it will close without an answer
      When the client sends
        """
        POST {/form} HTTP/1.1
        Host: {host}
        Content-Length: 5

        five!
        """
      Then a failure comes back

  @RFC9110-15.6.5-01
  Rule: A server that takes too long may be given up

    @id:http-middle-responses-006 @patience:70
    Scenario: The origin says nothing
      Given the origin behind it will not answer
      And the client waits for up to 70 seconds
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then it is noted what came of the silence
