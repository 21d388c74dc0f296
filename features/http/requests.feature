@needs:http.origin
Feature: Requests as a server takes them

  Some requests a server must refuse, some it may take though they are not quite right, and one asks it to hang up when
  it has answered.

  Background:
    Given the server serves its resource
    And the server does not answer everything alike

  @RFC9112-3.2-05
  Rule: A request without Host is refused

    @id:http-requests-001
    Scenario: No Host
      Given the server answers in version "HTTP/1.1" or later
      When the client sends GET for the resource without Host
      Then the status of the response is 400

  @RFC9112-3.2-06
  Rule: A request with two Host fields is refused

    @id:http-requests-002
    Scenario: Two Host fields that agree
      Given the server answers in version "HTTP/1.1" or later
      When the client sends GET for the resource with two equal Host fields
      Then the status of the response is 400

  @RFC9112-2.2-04
  Rule: Lines that end in a lone LF may be taken

    @id:http-requests-003
    Scenario: A request with lone LF
      When the client sends GET for the resource with lines that end in a lone LF
      Then it is noted whether the server took the request

  @RFC9112-9.6-02
  Rule: A server that is asked to close the connection closes it

    @id:http-requests-004
    Scenario: The connection option close
      When the client sends GET for the resource and reads until the close
      Then the server closes the connection
