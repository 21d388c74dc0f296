@needs:http.intermediary
Feature: What an intermediary forwards to the server

  Between a client and a server there may be others: gateways, caches, proxies. What concerns one connection stays there;
  what is meant for the server arrives as it was sent.

  Background:
    Given the intermediary forwards an ordinary request

  @RFC9110-7.6.1-01
  Rule: What Connection lists goes no further

    @id:http-middle-requests-001
    Scenario Outline: A field that Connection lists, <case>
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}
        Connection: <option>
        X-Assay-Hop: one


        """
      Then "X-Assay-Hop" is not forwarded

      Examples:
        | case          | option              |
        | alone         | X-Assay-Hop         |
        | in-lower-case | x-assay-hop         |
        | among-others  | x-one , X-Assay-Hop |

    @id:http-middle-requests-002
    Scenario: A field that the answer lists
      Given the origin behind it will answer
        """
        HTTP/1.1 200 OK
        Connection: X-Assay-Hop
        X-Assay-Hop: one
        Content-Length: 5

        five!
        """
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then "X-Assay-Hop" does not come back

    @id:http-middle-requests-003
    Scenario: Two Connection fields
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}
        Connection: X-Assay-Other
        Connection: X-Assay-Hop
        X-Assay-Hop: one


        """
      Then "X-Assay-Hop" is not forwarded

  @RFC9110-7.6.1-02
  Rule: What is known to concern one connection goes no further

    @id:http-middle-requests-004
    Scenario Outline: <name>
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}
        <name>: <value>


        """
      Then "<name>" with "<value>" is not forwarded

      Examples:
        | case             | name             | value     |
        | keep-alive       | Keep-Alive       | timeout=7 |
        | proxy-connection | Proxy-Connection | X-Assay   |
        | te               | TE               | x-assay   |
        | upgrade          | Upgrade          | x-assay/1 |

  @RFC9112-2.3-01
  Rule: An intermediary speaks its own version

    @id:http-middle-requests-005
    Scenario: A client of the version before
      Given the client has sent
        """
        GET {/one} HTTP/1.1
        Host: {host}


        """
      When the client sends
        """
        GET {/other} HTTP/1.0
        Host: {host}


        """
      Then both requests are forwarded in the same version

    @id:http-middle-requests-006
    Scenario: A server of the version before
      Given the origin behind it will answer
        """
        HTTP/1.1 200 OK
        Content-Length: 5

        five!
        """
      And the client has sent
        """
        GET {/one} HTTP/1.1
        Host: {host}


        """
      And the origin behind it will answer, and close
        """
        HTTP/1.0 200 OK
        Content-Length: 5

        five!
        """
      When the client sends
        """
        GET {/other} HTTP/1.1
        Host: {host}


        """
      Then both responses come back in the same version

  @RFC9112-6.3-04
  Rule: A length beside a transfer coding goes no further

    @id:http-middle-requests-007
    Scenario: A request with both
      When the client sends
        """
        POST {/form} HTTP/1.1
        Host: {host}
        Content-Length: 3
        Transfer-Encoding: chunked

        5
        five!
        0


        """
      Then it is refused, or forwarded with the content "five!"

    @id:http-middle-requests-008
    Scenario: A response with both
      Given the origin behind it will answer
        """
        HTTP/1.1 200 OK
        Content-Length: 3
        Transfer-Encoding: chunked

        5
        five!
        0


        """
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then it is replaced by a failure, or comes back with the content "five!"

  @RFC9110-8.6-07
  Rule: A wrong length goes no further

    @id:http-middle-requests-009
    Scenario Outline: The length is <case>
      When the client sends
        """
        POST {/form} HTTP/1.1
        Host: {host}
        Content-Length: <length>

        five!
        """
      Then it is refused, or forwarded with the content "five!"

      Examples:
        | case            | length |
        | a-word          | five   |
        | a-sum           | +5     |
        | hexadecimal     | 0x5    |
        | two-that-differ | 5, 4   |
        | twice-the-same  | 5, 5   |

    @id:http-middle-requests-010
    Scenario: Two fields that differ
      When the client sends
        """
        POST {/form} HTTP/1.1
        Host: {host}
        Content-Length: 5
        Content-Length: 4

        five!
        """
      Then it is refused, or forwarded with the content "five!"

  @RFC9110-7.6.2-01
  Rule: Max-Forwards is counted down, and ends the way at zero

    @id:http-middle-requests-011
    Scenario Outline: <method> that may go no further
      When the client sends
        """
        <method> {/page} HTTP/1.1
        Host: {host}
        Max-Forwards: 0


        """
      Then nothing is forwarded

      Examples:
        | case    | method  |
        | options | OPTIONS |
        | trace   | TRACE   |

    @id:http-middle-requests-012
    Scenario Outline: <method> that may go <value> further
      When the client sends
        """
        <method> {/page} HTTP/1.1
        Host: {host}
        Max-Forwards: <value>


        """
      Then Max-Forwards is forwarded as <less>, or less

      Examples:
        | case        | method  | value | less |
        | options     | OPTIONS | 3     | 2    |
        | trace       | TRACE   | 3     | 2    |
        | options-one | OPTIONS | 1     | 0    |

  @RFC9110-7.6.2-02
  Rule: Of other methods Max-Forwards may be passed over

    @id:http-middle-requests-013
    Scenario: GET that may go no further
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}
        Max-Forwards: 0


        """
      Then it is noted what came of the limit

  @RFC9110-7.6.3-02
  Rule: A gateway names itself to the server

    @id:http-middle-requests-014 @needs:http.gateway
    Scenario: Via in a request
      When the client sends
        """
        GET {/page} HTTP/1.1
        Host: {host}


        """
      Then the request says by Via who has forwarded it

  @RFC9110-13.2.1p-01
  Rule: Preconditions are for the server

    @id:http-middle-requests-015
    Scenario Outline: <name>
      Given the intermediary keeps no copy of "/kept-by-caches"
      When the client sends
        """
        GET {/kept-by-caches} HTTP/1.1
        Host: {host}
        <name>: <value>


        """
      Then "<name>" is left to the origin as '<value>'

      Examples:
        | case          | name          | value     |
        | if-none-match | If-None-Match | "a-tag"   |
        | if-match      | If-Match      | "a-tag"   |
