@needs:http.intermediary @needs:http.proxy
Feature: What a proxy may and must do

  A proxy is chosen by the client, and speaks for it to any server. So it is held to more than a gateway, which speaks
  for one server and knows it.

  Background:
    Given the intermediary forwards an ordinary request

  @RFC9112-3.2.2-03
  Rule: The target says the host

    @id:http-middle-proxies-001
    Scenario: Another Host beside a whole address
      When the client sends
        """
        GET http://{origin}/page HTTP/1.1
        Host: elsewhere.test


        """
      Then Host is forwarded as the authority of the target

  @RFC9112-3.2.4-02
  Rule: A whole server is asked for as "*"

    @id:http-middle-proxies-002
    Scenario: OPTIONS for an address without a path
      When the client sends
        """
        OPTIONS http://{origin} HTTP/1.1
        Host: {origin}


        """
      Then the target is forwarded as "*"

  @RFC9112-5.1-02
  Rule: Blanks before the colon are not passed on

    @id:http-middle-proxies-003
    Scenario: A blank before the colon
      Given the origin behind it will answer
        """
        HTTP/1.1 200 OK
        X-Assay : one
        Content-Length: 5

        five!
        """
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then no blank comes back before a colon

  @RFC9112-6.3-09
  Rule: A response with an invalid length is discarded

    @id:http-middle-proxies-004
    Scenario Outline: The length is <case>
      Given the origin behind it will answer
        """
        HTTP/1.1 200 OK
        Content-Length: <length>

        five!
        """
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then 502 comes back, and the connection to the origin is closed

      Examples:
        | case            | length |
        | a-word          | five   |
        | negative        | -5     |
        | two-that-differ | 5, 4   |

  @RFC9112-9.3-07
  Rule: A client of the version before is not kept

    @id:http-middle-proxies-005
    Scenario Outline: HTTP/1.0 <case>
      When the client sends
        """
        GET {/page} HTTP/1.0
        Host: {host}
        <field>


        """
      Then the connection to the client is not kept

      Examples:
        | case               | field                  |
        | as-it-is           | X-Assay: one           |
        | that-asks-for-more | Connection: keep-alive |

  @RFC9110-5.1-01
  Rule: Unknown fields are forwarded

    @id:http-middle-proxies-006
    Scenario: An unknown field of a request
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}
        X-Assay-Unknown: one


        """
      Then "X-Assay-Unknown" is forwarded as "one"

    @id:http-middle-proxies-007
    Scenario: An unknown field of a response
      Given the origin behind it will answer
        """
        HTTP/1.1 200 OK
        X-Assay-Unknown: one
        Content-Length: 5

        five!
        """
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then "X-Assay-Unknown" comes back as "one"

  @RFC9110-5.3-02
  Rule: Field lines of one name stay in their order

    @id:http-middle-proxies-008
    Scenario: Three lines of a request
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}
        X-Assay: b
        X-Assay: c
        X-Assay: a


        """
      Then "X-Assay" is forwarded in the order "b, c, a"

    @id:http-middle-proxies-009
    Scenario: Three lines of a response
      Given the origin behind it will answer
        """
        HTTP/1.1 200 OK
        X-Assay: b
        X-Assay: c
        X-Assay: a
        Content-Length: 5

        five!
        """
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then "X-Assay" comes back in the order "b, c, a"

  @RFC9110-7.6.3-01
  Rule: A proxy names itself to both sides

    @id:http-middle-proxies-010
    Scenario: Via in a request
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then the request says by Via who has forwarded it

    @id:http-middle-proxies-011
    Scenario: Via in a response
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then the response says by Via who has forwarded it

  @RFC9110-7.7-01
  Rule: Path and query stay as they are

    @id:http-middle-proxies-012
    Scenario Outline: <case>
      When the client sends
        """
        GET http://{origin}<path> HTTP/1.1
        Host: {origin}


        """
      Then the target is forwarded as "<path>"

      Examples:
        | case          | path                |
        | dots          | /a/./b/../c         |
        | two-slashes   | //a//b              |
        | capitals      | /A/%7euser          |
        | a-query       | /page?x=1&y=%20&z   |
        | a-comma       | /page;v=1,2?q='a'   |

  @RFC9110-7.7-02
  Rule: Content that is not to be transformed stays as it is

    @id:http-middle-proxies-013
    Scenario: no-transform
      Given the origin behind it will answer
        """
        HTTP/1.1 200 OK
        Content-Type: text/html
        Cache-Control: no-transform
        Content-Length: 28

        <p>  Some   <b>page</b></p>\n
        """
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}
        Accept-Encoding: gzip


        """
      Then the content comes back as "<p>  Some   <b>page</b></p>\n"

  @RFC9110-9.2.2-01
  Rule: What may do harm twice is not repeated

    @id:http-middle-proxies-014
    Scenario: POST without an answer
      Given the origin behind it will close without an answer
      When the client sends
        """
        POST {/form} HTTP/1.1
        Host: {host}
        Content-Length: 5

        five!
        """
      Then the request is forwarded once

    @id:http-middle-proxies-020
    Scenario: POST without content and without an answer
      Given the origin behind it will close without an answer
      When the client sends
        """
        POST {/form} HTTP/1.1
        Host: {host}
        Content-Length: 0


        """
      Then the request is forwarded once

  @RFC9110-10.2.1-01
  Rule: Allow stays as it is

    @id:http-middle-proxies-015
    Scenario: Allow
      Given the origin behind it will answer
        """
        HTTP/1.1 405 Method Not Allowed
        Allow: GET, X-ASSAY, HEAD
        Content-Length: 0


        """
      When the client sends
        """
        DELETE {/page} HTTP/1.1
        Host: {host}


        """
      Then "Allow" comes back as "GET, X-ASSAY, HEAD"

  @RFC9110-11.6.1-02
  Rule: WWW-Authenticate stays as it is

    @id:http-middle-proxies-016
    Scenario: WWW-Authenticate
      Given the origin behind it will answer
        """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: X-Assay realm="a, b", Basic realm="c"
        Content-Length: 0


        """
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then "WWW-Authenticate" comes back as 'X-Assay realm="a, b", Basic realm="c"'

  @RFC9110-11.6.2-01
  Rule: Authorization stays as it is

    @id:http-middle-proxies-017
    Scenario: Authorization
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}
        Authorization: X-Assay one=1


        """
      Then "Authorization" is forwarded as "X-Assay one=1"

  @RFC9110-15.2-03
  Rule: Interim responses are forwarded

    @id:http-middle-proxies-018
    Scenario Outline: <status>
      Given the origin behind it will answer
        """
        HTTP/1.1 <status> Assay
        X-Assay: one

        HTTP/1.1 200 OK
        Content-Length: 5

        five!
        """
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then <status> comes back before the final response

      Examples:
        | case        | status |
        | early-hints | 103    |
        | processing  | 102    |

  @RFC9110-15.5.20-01
  Rule: A proxy misdirects nothing

    @id:http-middle-proxies-019
    Scenario: A server that is not there
      When the client sends
        """
        GET http://127.0.0.1:9/page HTTP/1.1
        Host: 127.0.0.1:9


        """
      Then the status is not 421
