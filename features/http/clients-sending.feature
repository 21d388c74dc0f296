@needs:http.client
Feature: What a client sends

  A request may carry content: a form, a picture, a program. The server must know where it ends, and some options of a
  request speak of the connection that they are sent on.

  @RFC9112-6.3-17
  Rule: Content is framed

    @id:http-clients-sending-001
    Scenario Outline: <method> with content
      Given the client is told to send <method> with the content "<content>"
      When the client asks for "/form"
      Then the content is framed

      Examples:
        | case   | method | content   |
        | post   | POST   | five!     |
        | longer | POST   | a=1&b=two |
        | put    | PUT    | five!     |

  @RFC9112-6.3-16
  Rule: A length that is known is told

    @id:http-clients-sending-002
    Scenario: The length of content
      Given the client is told to send POST with the content "five!"
      When the client asks for "/form"
      Then the length of the content is told

  @RFC9110-8.6-09
  Rule: That there is no content is told where some is expected

    @id:http-clients-sending-003
    Scenario: POST with nothing in it
      Given the client is told to send POST with the content ""
      When the client asks for "/form"
      Then it is told that there is no content

  @RFC9110-8.6-11
  Rule: No length is told where none is expected

    @id:http-clients-sending-004
    Scenario: GET
      When the client asks for "/page"
      Then the request tells no length

    @id:http-clients-sending-005 @needs:http.client.method
    Scenario: HEAD
      Given the client is told to send HEAD
      When the client asks for "/page"
      Then the request tells no length

  @RFC9112-6.2-02
  Rule: Not both a length and a transfer coding

    @id:http-clients-sending-006
    Scenario: Content of a known length
      Given the client is told to send POST with the content "five!"
      When the client asks for "/form"
      Then no request has both Content-Length and Transfer-Encoding

    @id:http-clients-sending-007 @needs:http.client.chunked
    Scenario: Content in chunks
      Given the client is told to send POST with the content "five!"
      And the client is told to send the field "Transfer-Encoding: chunked"
      When the client asks for "/form"
      Then no request has both Content-Length and Transfer-Encoding

  @RFC9112-6.1-03
  Rule: Chunked is the last coding

    @id:http-clients-sending-008
    Scenario: Content in chunks
      Given the client is told to send POST with the content "five!"
      And the client is told to send the field "Transfer-Encoding: chunked"
      When the client asks for "/form"
      Then chunked is the last transfer coding

  @RFC9112-6.1-12
  Rule: An old server is sent no transfer coding

    @id:http-clients-sending-009 @needs:http.client.content
    Scenario: Content after an answer in HTTP/1.0
      Given the client is told to send POST with the content "five!"
      And the origin will answer
        """
        HTTP/1.0 200 OK
        Content-Type: text/plain
        Content-Length: 3

        old
        """
      When the client asks for "/one", then for "/other"
      Then the second request has no transfer coding

  @RFC9112-7.4-01
  Rule: TE says nothing of chunked

    @id:http-clients-sending-010
    Scenario: What TE lists
      When the client asks for "/page"
      Then TE does not list chunked

    @id:http-clients-sending-011 @needs:http.client.te
    Scenario: What TE lists when it is asked for
      Given the client is told to send the field "TE: gzip"
      When the client asks for "/page"
      Then TE does not list chunked

  @RFC9112-7.4-02
  Rule: TE concerns one connection

    @id:http-clients-sending-012
    Scenario: TE among the options of the connection
      Given the client is told to send the field "TE: gzip"
      When the client asks for "/page"
      Then Connection lists TE

  @RFC9110-9.3.8-02
  Rule: TRACE has no content

    @id:http-clients-sending-013
    Scenario: TRACE
      Given the client is told to send TRACE
      When the client asks for "/page"
      Then the request has no content

  @RFC9110-10.1.1-07
  Rule: Who has nothing to send expects no 100

    @id:http-clients-sending-014
    Scenario: GET
      When the client asks for "/page"
      Then the request expects no 100

    @id:http-clients-sending-015 @needs:http.client.content
    Scenario: POST with nothing in it
      Given the client is told to send POST with the content ""
      When the client asks for "/form"
      Then the request expects no 100

  @RFC9110-10.1.1-08
  Rule: Who expects 100 does not wait for ever

    @id:http-clients-sending-016 @patience:5 @needs:http.client.content
    Scenario: No 100 comes
      Given the client is told to send POST with the content "five!"
      And the client is told to send the field "Expect: 100-continue"
      And the origin will give no 100
      When the client asks for "/form"
      Then the content comes all the same

  @RFC9110-10.1.1-09
  Rule: Who is told that nobody knows the expectation asks without it

    @id:http-clients-sending-017 @needs:http.client.content
    Scenario: 417
      Given the client is told to send POST with the content "five!"
      And the client is told to send the field "Expect: 100-continue"
      And the origin will answer before the content
        """
        HTTP/1.1 417 Expectation Failed
        Content-Length: 0


        """
      When the client asks for "/form"
      Then the request comes again without the expectation

  @RFC9110-9.2.2-02
  Rule: What may do harm twice is not repeated

    @id:http-clients-sending-018
    Scenario: POST without an answer
      Given the client is told to send POST with the content "five!"
      And the origin will close without an answer
      When the client asks for "/form"
      Then the client has asked once
