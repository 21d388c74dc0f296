@needs:http.client
Feature: How a client uses its connections

  A connection may carry one request after the other. That is only safe while both sides agree where each answer ends.

  @RFC9112-9.3-06
  Rule: An answer is read to its end before the next request

    @id:http-clients-connections-001 @needs:http.client.output
    Scenario: An answer in two parts
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: 10

        first
        ~~~
        other
        """
      When the client asks for "/one", then for "/other"
      Then nothing is asked in the midst of the first answer, unless the client takes "firstotherA page of the tester." all the same

    @id:http-clients-connections-002 @needs:http.client.output
    Scenario: Chunks in two parts
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Transfer-Encoding: chunked

        5
        first
        ~~~

        0


        """
      When the client asks for "/one", then for "/other"
      Then nothing is asked in the midst of the first answer, unless the client takes "firstA page of the tester." all the same

  @RFC9112-9.6-07
  Rule: A connection that the server is about to close is used no more

    @id:http-clients-connections-003
    Scenario Outline: The answer says <case>
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Connection: <option>
        Content-Length: 5

        first
        """
      When the client asks for "/one", then for "/other"
      Then nothing more is asked on the first connection
      And the client closes the first connection

      Examples:
        | case        | option       |
        | close       | close        |
        | capital     | Close        |
        | among-other | close, x-one |
        | behind      | x-one, close |

  @RFC9112-9.6-06
  Rule: Who says close closes

    @id:http-clients-connections-004
    Scenario: One request that says close
      Given the client is told to send the field "Connection: close"
      When the client asks for "/one"
      Then after a request that says close nothing more is asked on its connection

    @id:http-clients-connections-005 @needs:http.client.sequence
    Scenario: Two requests that say close
      Given the client is told to send the field "Connection: close"
      When the client asks for "/one", then for "/other"
      Then after a request that says close nothing more is asked on its connection

  @RFC9112-9.3-08
  Rule: Who keeps no connection says so

    @id:http-clients-connections-006 @needs:http.client.single
    Scenario: A client without persistent connections
      When the client asks for "/one"
      Then every request says close

  @RFC9112-9.3-09
  Rule: A server of the version before closes, unless it says otherwise

    @id:http-clients-connections-007
    Scenario: An answer in HTTP/1.0
      Given the origin will answer
        """
        HTTP/1.0 200 OK
        Content-Type: text/plain
        Content-Length: 5

        first
        """
      When the client asks for "/one", then for "/other"
      Then nothing more is asked on the first connection

  @RFC9112-6.1-15
  Rule: A transfer coding in HTTP/1.0 is not trusted

    @id:http-clients-connections-008
    Scenario: Chunks in HTTP/1.0
      Given the origin will answer
        """
        HTTP/1.0 200 OK
        Content-Type: text/plain
        Connection: keep-alive
        Transfer-Encoding: chunked

        5
        first
        0


        """
      When the client asks for "/one", then for "/other"
      Then nothing more is asked on the first connection

  @RFC9112-9.2-02
  Rule: What comes unasked is no answer

    @id:http-clients-connections-009 @needs:http.client.output @needs:http.client.status
    Scenario: An answer before its request
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: 5

        firstHTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: 6

        forged
        """
      And the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: 5

        other
        """
      When the client asks for "/one", then for "/other"
      Then the client reports a failure, or takes the content "firstother" in turn

  @RFC9112-9.2-03
  Rule: A connection on which something came unasked is given up

    @id:http-clients-connections-010
    Scenario: An answer before its request
      Given the origin will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: 5

        firstHTTP/1.1 200 OK
        Content-Type: text/plain
        Content-Length: 6

        forged
        """
      When the client asks for "/one", then for "/other"
      Then nothing more is asked on the first connection
