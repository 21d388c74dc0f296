# Written by `npm run generate` from spec/http/cases/connection.json: change that, not this.
Feature: Connections

  One connection carries many requests, answered in their order, until one side says close.

  Background:
    Given the server does not answer everything alike

  @RFC9112-9.3-01
  Rule: Support persistent connections

    @id:http-connection-persists @needs:http.origin @needs:http.version-1.1
    Scenario: A second request on the same connection
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome  | answers   | clause               |
        | answered | twin twin | RFC 9112 section 9.3 |

    @id:http-connection-three @needs:http.origin @needs:http.version-1.1
    Scenario: A third request on the same connection
      Given the server serves its resource
      When the client sends this, for "GET, GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                   | answers        | clause               |
        | answered                  | twin twin twin | RFC 9112 section 9.3 |
        | two answered, then closed | twin twin      | RFC 9112 section 9.5 |

  @RFC9112-9.3-02
  Rule: Send 'close' in every non-1xx response if it does not support persistent connections

    @id:http-connection-no-persistence-is-told @needs:http.origin
    Scenario: Who does not support persistent connections says close in each response
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                        | answers   | and                    | clause               |
        | answered, and the next one too | twin twin |                        | RFC 9112 section 9.3 |
        | closed, and said so            | twin      | Connection names close | RFC 9112 section 9.3 |
        | closed, as HTTP/1.0 does       | twin      | version HTTP/1.0       | RFC 9112 section 9.3 |

  @RFC9112-9.3-03
  Rule: After a response whose end is told, keep a connection of HTTP/1.1 open unless close was sent or received

    @id:http-connection-persists-after-nothing @needs:http.origin @needs:http.persistence
    Scenario: The connection stays open after a path at which there is nothing
      Given the server answers "200 200" to this, sent for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET, GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome             | answers  | and                    | clause               |
        | answered            | any twin |                        | RFC 9112 section 9.3 |
        | closed, and said so | any      | Connection names close | RFC 9112 section 9.6 |

    @id:http-connection-persists-after-head @needs:http.origin @needs:http.persistence
    Scenario: The connection stays open after HEAD
      Given the server answers "200 200" to this, sent for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "HEAD, GET":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome             | answers  | and                    | clause               |
        | answered            | any twin |                        | RFC 9112 section 9.3 |
        | closed, and said so | any      | Connection names close | RFC 9112 section 9.6 |

    @id:http-connection-persists-after-304 @needs:http.origin @needs:http.persistence @needs:http.if-none-match
    Scenario: The connection stays open after 304
      Given the server answers "200 200" to this, sent for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: {twin:ETag}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome             | answers  | and                    | clause               |
        | answered            | 304 twin |                        | RFC 9112 section 9.3 |
        | closed, and said so | 304      | Connection names close | RFC 9112 section 9.6 |

  @RFC9112-9.3-04
  Rule: Close after the response to an HTTP/1.0 request without keep-alive

    @id:http-connection-1-0-is-closed @needs:http.origin
    Scenario: A request of HTTP/1.0 without keep-alive is the last one
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.0\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                | answers | and    | clause               |
        | closed after the first | any     | closed | RFC 9112 section 9.3 |

    @id:http-connection-1-0-with-head @needs:http.origin
    Scenario: HEAD of HTTP/1.0 without keep-alive is the last one
      Given the server serves its resource
      When the client sends this, for "HEAD, GET":
        """
        HEAD {resource} HTTP/1.0\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                | answers | and    | clause               |
        | closed after the first | any     | closed | RFC 9112 section 9.3 |

  @RFC9112-9.3-05
  Rule: Read the whole request body or close the connection after responding

    @id:http-connection-reads-content-refused @needs:http.origin @needs:http.persistence
    Scenario: The content of a method that is refused is read, or the connection closed
      Given the server answers "200 200" to this, sent for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        POST {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 78\r\n
        \r\n
        GET /assay-hidden HTTP/1.1\r\nHost: a\r\n\r\n
        GET /assay-hidden HTTP/1.1\r\nHost: a\r\n\r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers  | clause               |
        | read    | any twin | RFC 9112 section 9.3 |
        | closed  | any      | RFC 9112 section 9.3 |

    @id:http-connection-reads-content-nothing @needs:http.origin @needs:http.persistence
    Scenario: The content of a path at which there is nothing is read, or the connection closed
      Given the server answers "200 200" to this, sent for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        POST {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 78\r\n
        \r\n
        GET /assay-hidden HTTP/1.1\r\nHost: a\r\n\r\n
        GET /assay-hidden HTTP/1.1\r\nHost: a\r\n\r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers  | clause               |
        | read    | any twin | RFC 9112 section 9.3 |
        | closed  | any      | RFC 9112 section 9.3 |

    @id:http-connection-reads-content-unknown @needs:http.origin @needs:http.persistence
    Scenario: The content of a method that nobody knows is read, or the connection closed
      Given the server answers "200 200" to this, sent for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "ASSAY, GET":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 78\r\n
        \r\n
        GET /assay-hidden HTTP/1.1\r\nHost: a\r\n\r\n
        GET /assay-hidden HTTP/1.1\r\nHost: a\r\n\r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers  | clause               |
        | read    | any twin | RFC 9112 section 9.3 |
        | closed  | any      | RFC 9112 section 9.3 |

    @id:http-connection-reads-chunked-content @needs:http.origin @needs:http.persistence
    Scenario: Chunked content of a method that is refused is read, or the connection closed
      Given the server answers "200 200" to this, sent for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        POST {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding: chunked\r\n
        \r\n
        27\r\n
        GET /assay-hidden HTTP/1.1\r\nHost: a\r\n\r\n\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers  | clause               |
        | read    | any twin | RFC 9112 section 9.3 |
        | closed  | any      | RFC 9112 section 9.3 |

  @RFC9112-9.3.2-01
  Rule: Send responses to pipelined requests in the order the requests arrived

    @id:http-connection-order @needs:http.origin @needs:http.persistence
    Scenario: Responses to pipelined requests come in their order
      Given the server serves its resource
      And the server answers "4xx" to this, sent for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      And the server answers "200 200" to this, sent for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET, GET, HEAD, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                      | answers            | and                                          | clause                 |
        | all                          | twin 4xx twin twin | content as the twin; [4] content as the twin | RFC 9112 section 9.3.2 |
        | the first three, then closed | twin 4xx twin      | content as the twin                          | RFC 9112 section 9.5   |
        | the first two, then closed   | twin 4xx           | content as the twin                          | RFC 9112 section 9.5   |
        | the first, then closed       | twin               | content as the twin                          | RFC 9112 section 9.5   |

    @id:http-connection-order-reversed @needs:http.origin @needs:http.persistence
    Scenario: The answer to a path at which there is nothing comes first, if it was asked for first
      Given the server serves its resource
      And the server answers "4xx" to this, sent for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      And the server answers "200 200" to this, sent for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET, GET, GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers       | and                     | clause                 |
        | all                        | 4xx twin twin | [2] content as the twin | RFC 9112 section 9.3.2 |
        | the first two, then closed | 4xx twin      | [2] content as the twin | RFC 9112 section 9.5   |
        | the first, then closed     | 4xx           |                         | RFC 9112 section 9.5   |

  @RFC9112-9.5-02
  Rule: Watch open connections for a close signal from the peer and respond to it

    @id:http-connection-end-is-seen @needs:http.origin @needs:http.persistence
    Scenario: The end of the client is answered by the end of the server
      Given the server serves its resource
      When the client sends this and ends, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and    | clause               |
        | closed  | twin    | closed | RFC 9112 section 9.5 |

  @RFC9112-9.6-01
  Rule: Announce an intended close with 'Connection: close'

    @id:http-connection-close-is-told-no-request @needs:http.origin @needs:http.version-1.1
    Scenario: Who closes after words that are no request says so
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        this is no request\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome             | answers     | and                    | clause               |
        | closed, and said so | any         | Connection names close | RFC 9112 section 9.6 |
        | stays open          | any any ... |                        | RFC 9112 section 9.3 |

    @id:http-connection-close-is-told-no-host @needs:http.origin @needs:http.version-1.1
    Scenario: Who closes after a request without Host says so
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome             | answers     | and                    | clause               |
        | closed, and said so | any         | Connection names close | RFC 9112 section 9.6 |
        | stays open          | any any ... |                        | RFC 9112 section 9.3 |

    @id:http-connection-close-is-told-two-hosts @needs:http.origin @needs:http.version-1.1
    Scenario: Who closes after a request with two Hosts says so
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Host: other.invalid\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome             | answers     | and                    | clause               |
        | closed, and said so | any         | Connection names close | RFC 9112 section 9.6 |
        | stays open          | any any ... |                        | RFC 9112 section 9.3 |

  @RFC9112-9.6-05
  Rule: After sending 'close' in a response, close the connection and process nothing further from it

    @id:http-connection-close-is-meant-no-request @needs:http.origin @needs:http.persistence
    Scenario: Who says close after words that are no request processes nothing more
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        this is no request\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                        | answers     | and                            | clause               |
        | closed                         | any         | closed                         | RFC 9112 section 9.6 |
        | did not say close              | any         | Connection does not name close | RFC 9112 section 9.3 |
        | did not say close, and went on | any any ... | Connection does not name close | RFC 9112 section 9.3 |

    @id:http-connection-close-is-meant-no-host @needs:http.origin @needs:http.persistence
    Scenario: Who says close after a request without Host processes nothing more
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                        | answers     | and                            | clause               |
        | closed                         | any         | closed                         | RFC 9112 section 9.6 |
        | did not say close              | any         | Connection does not name close | RFC 9112 section 9.3 |
        | did not say close, and went on | any any ... | Connection does not name close | RFC 9112 section 9.3 |

    @id:http-connection-close-is-meant-two-hosts @needs:http.origin @needs:http.persistence
    Scenario: Who says close after a request with two Hosts processes nothing more
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Host: other.invalid\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                        | answers     | and                            | clause               |
        | closed                         | any         | closed                         | RFC 9112 section 9.6 |
        | did not say close              | any         | Connection does not name close | RFC 9112 section 9.3 |
        | did not say close, and went on | any any ... | Connection does not name close | RFC 9112 section 9.3 |

  @RFC9112-9.6-03
  Rule: Include 'close' in the final response to a request with 'close'

    @id:http-connection-close-is-answered @needs:http.origin @needs:http.version-1.1
    Scenario: The response to a request with close says close too
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                    | clause               |
        | said    | twin    | Connection names close | RFC 9112 section 9.6 |

    @id:http-connection-close-for-nothing-is-answered @needs:http.origin @needs:http.version-1.1
    Scenario: The response to HEAD with close says close too
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                    | clause               |
        | said    | any     | Connection names close | RFC 9112 section 9.6 |

  @RFC9112-9.6-04
  Rule: Process no request behind one with the connection option close

    @id:http-connection-nothing-after-close @needs:http.origin @needs:http.persistence
    Scenario: A request behind one with close is not processed
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                          | answers | clause               |
        | closed after the first           | twin    | RFC 9112 section 9.6 |
        | refused, for more came behind it | 400     | RFC 9112 section 9.6 |

    @id:http-connection-nothing-after-close-in-list @needs:http.origin @needs:http.persistence
    Scenario: A request behind one with close among other options is not processed
      Given the server answers "200 200" to this, sent for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: assay, Close\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                          | answers | clause               |
        | closed after the first           | twin    | RFC 9112 section 9.6 |
        | refused, for more came behind it | 400     | RFC 9112 section 9.6 |

    @id:http-connection-nothing-after-close-in-second-field @needs:http.origin @needs:http.persistence
    Scenario: A request behind one with close in a second Connection field is not processed
      Given the server answers "200 200" to this, sent for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: assay\r\n
        Connection: close\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                          | answers | clause               |
        | closed after the first           | twin    | RFC 9112 section 9.6 |
        | refused, for more came behind it | 400     | RFC 9112 section 9.6 |

  @RFC9112-8-01
  Rule: Send an error response before closing when a request is incomplete

    @id:http-connection-incomplete @needs:http.origin @needs:http.content
    Scenario: Content that ends too early
      Given the server serves its resource
      When the client sends this and ends, for "POST":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 10\r\n
        \r\n
        hello
        """
      Then the server does one of these:
        | outcome                     | answers     | clause             | level |
        | refused                     | 3xx/4xx/5xx | RFC 9112 section 8 | MAY   |
        | closed without a word       | none        | RFC 9112 section 8 | MAY   |
        | answered before the content | 2xx ...     | RFC 9112 section 8 | MAY   |

  @RFC9110-7.6.1-03
  Rule: List a connection-control field it sends in Connection

    @id:http-connection-options-named @needs:http.origin @needs:http.persistence
    Scenario: A field that is for this connection alone is named in Connection
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome             | answers | and                                                                                          | clause                 |
        | named, or not there | any     | Keep-Alive is named in Connection; Upgrade is named in Connection; TE is named in Connection | RFC 9110 section 7.6.1 |

    @id:http-connection-options-named-1-0 @needs:http.origin @needs:http.persistence
    Scenario: The same in the answer to HTTP/1.0 with keep-alive
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.0\r\n
        Host: {host}\r\n
        Connection: keep-alive\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome             | answers | and                                                                                          | clause                 |
        | named, or not there | any     | Keep-Alive is named in Connection; Upgrade is named in Connection; TE is named in Connection | RFC 9110 section 7.6.1 |

  @RFC9110-7.6.1-04
  Rule: Do not list end-to-end fields (Cache-Control, for instance) in Connection

    @id:http-connection-no-end-to-end-option @needs:http.origin
    Scenario: Fields that are for all recipients are not named in Connection
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                                                                                                                                                                                                                          | clause                 |
        | not named | any     | Connection does not name cache-control; Connection does not name content-length; Connection does not name content-type; Connection does not name date; Connection does not name etag; Connection does not name last-modified | RFC 9110 section 7.6.1 |
