@needs:http.client
Feature: What a client asks for

  A client knows an address. What it sends of that address, and where, is laid down, so that any server finds the
  resource that is meant.

  @RFC9112-2.2-05
  Rule: Nothing stands before or after a request

    @id:http-clients-asking-001
    Scenario: Nothing around a request
      When the client asks for "/page"
      Then nothing but requests has come from the client

    @id:http-clients-asking-002 @needs:http.client.content
    Scenario: Nothing after content
      Given the client is told to send POST with the content "five!"
      When the client asks for "/page"
      Then nothing but requests has come from the client

    @id:http-clients-asking-003 @needs:http.client.sequence
    Scenario: Nothing between two requests
      When the client asks for "/one", then for "/other"
      Then nothing but requests has come from the client

  @RFC9112-3.2-03
  Rule: Every request has one Host field

    @id:http-clients-asking-004
    Scenario: Host with GET
      When the client asks for "/page"
      Then every request has one Host field

    @id:http-clients-asking-005 @needs:http.client.method
    Scenario Outline: Host with <case>
      Given the client is told to send <method>
      When the client asks for "/page"
      Then every request has one Host field

      Examples:
        | case    | method  |
        | head    | HEAD    |
        | options | OPTIONS |
        | delete  | DELETE  |

    @id:http-clients-asking-006 @needs:http.client.redirect
    Scenario: Host after a redirection
      Given the origin will answer
        """
        HTTP/1.1 302 Found
        Location: /elsewhere
        Content-Length: 0


        """
      When the client asks for "/here"
      Then every request has one Host field

    @id:http-clients-asking-007 @needs:http.client.field
    Scenario: Host beside a field of the user
      Given the client is told to send the field "X-Assay: one"
      When the client asks for "/page"
      Then every request has one Host field

  @RFC9112-3.2-04
  Rule: Host is the authority of the address

    @id:http-clients-asking-008
    Scenario: An address with a port
      When the client asks for "/page"
      Then Host is the authority of the tester's address

    @id:http-clients-asking-009
    Scenario Outline: User information in the address, <case>
      When the client asks for "/page" as "<user>"
      Then Host is the authority of the tester's address

      Examples:
        | case              | user        |
        | a-name            | reader      |
        | name-and-password | reader:word |

  @RFC9112-3.2.1-01
  Rule: A server is asked for path and query

    @id:http-clients-asking-010
    Scenario Outline: Path and query, <case>
      When the client asks for "<path>"
      Then the request target is "<path>"

      Examples:
        | case          | path                     |
        | a-path        | /page                    |
        | a-longer-path | /a/b/c.html              |
        | a-query       | /page?name=value&other=1 |
        | query-of-path | /page?at=/a/b            |

  @RFC9112-3.2.1-02
  Rule: An empty path is asked for as "/"

    @id:http-clients-asking-011
    Scenario: Neither path nor query
      When the client asks for ""
      Then the request target is "/"

    @id:http-clients-asking-012
    Scenario: A query without a path
      When the client asks for "?name=value"
      Then the request target is "/?name=value"

  @RFC9110-7.1-02
  Rule: The fragment stays with the client

    @id:http-clients-asking-013
    Scenario Outline: A fragment after <case>
      When the client asks for "<path>#part"
      Then the request target is "<target>"

      Examples:
        | case       | path       | target     |
        | a-path     | /page      | /page      |
        | a-query    | /page?x=1  | /page?x=1  |
        | empty-path |            | /          |

  @RFC9110-7.2-01
  Rule: Host comes first

    @id:http-clients-asking-014
    Scenario: The first field
      When the client asks for "/page"
      Then Host is the first field

  @RFC9112-3.2.2-01
  Rule: A proxy is asked for the whole address

    @id:http-clients-asking-015
    Scenario Outline: By way of a proxy, <case>
      Given the client is told to use the tester as its proxy
      When the client asks for the address "<address>"
      Then the request target is "<address>"

      Examples:
        | case         | address                         |
        | a-path       | http://origin.test/page         |
        | with-a-query | http://origin.test/page?x=1     |
        | with-a-port  | http://origin.test:8081/page    |

    @id:http-clients-asking-016
    Scenario: By way of a proxy, to an empty path
      Given the client is told to use the tester as its proxy
      When the client asks for the address "http://origin.test"
      Then the request target is "http://origin.test/" or "http://origin.test"

  @RFC9112-3.2.2-02
  Rule: A proxy is sent Host, too

    @id:http-clients-asking-017
    Scenario: Host by way of a proxy
      Given the client is told to use the tester as its proxy
      When the client asks for the address "http://origin.test/page"
      Then Host is "origin.test"

  @RFC9112-3.2.4-01
  Rule: The whole server is asked for as "*"

    @id:http-clients-asking-018
    Scenario: The options of the whole server
      Given the client is told to ask for the options of the whole server
      When the client asks for ""
      Then the request target is "*"
