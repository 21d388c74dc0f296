# Written by `npm run generate` from spec/http/cases/methods.json: change that, not this.
Feature: Methods

  GET and HEAD are for everybody; of the other methods a server says which it has.

  Background:
    Given the server does not answer everything alike

  @RFC9110-9.1-01
  Rule: As a general-purpose server, support GET and HEAD

    @id:http-methods-head @needs:http.origin
    Scenario: HEAD is supported
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | clause               |
        | supported | twin    | RFC 9110 section 9.1 |

    @id:http-methods-head-for-nothing @needs:http.origin
    Scenario: HEAD is supported where there is nothing
      Given the server serves its resource
      And the server answers "4xx" to this, sent for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "HEAD":
        """
        HEAD {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome    | answers | clause               |
        | as for GET | twin    | RFC 9110 section 9.1 |

    @id:http-methods-get @needs:http.origin
    Scenario: GET with usual fields is supported
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Accept: */*\r\n
        User-Agent: assay/1\r\n
        Accept-Language: en\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | clause               |
        | supported | twin    | RFC 9110 section 9.1 |

  @RFC9110-9.1-02
  Rule: Answer an unknown or unimplemented method with 501

    @id:http-methods-unknown @needs:http.origin
    Scenario: The method ASSAY, which nobody knows
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome         | answers | clause               |
        | not implemented | 501     | RFC 9110 section 9.1 |

    @id:http-methods-unknown-with-hyphen @needs:http.origin
    Scenario: The method X-ASSAY, which nobody knows
      Given the server serves its resource
      When the client sends this, for "X-ASSAY":
        """
        X-ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome         | answers | clause               |
        | not implemented | 501     | RFC 9110 section 9.1 |

    @id:http-methods-unknown-short @needs:http.origin
    Scenario: The method Q, which nobody knows
      Given the server serves its resource
      When the client sends this, for "Q":
        """
        Q {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome         | answers | clause               |
        | not implemented | 501     | RFC 9110 section 9.1 |

  @RFC9110-9.1-03
  Rule: Answer a known method that the target does not allow with 405

    @id:http-methods-not-allowed-delete @needs:http.origin @needs:http.spare
    Scenario: DELETE upon a resource that is only read
      Given the server answers "200" to this, sent for "GET":
        """
        GET {spare} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "DELETE":
        """
        DELETE {spare} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                   | answers                             | clause                  |
        | not allowed               | 405                                 | RFC 9110 section 9.1    |
        | not implemented           | 501                                 | RFC 9110 section 9.1    |
        | forbidden                 | 401/403                             | RFC 9110 section 15.5.4 |
        | allowed                   | 2xx                                 | RFC 9110 section 9.3.5  |
        | redirected                | 3xx                                 | RFC 9110 section 15.4   |
        | refused for another cause | 409/411/412/413/415/423/426/428/429 | RFC 9110 section 15.5   |

    @id:http-methods-not-allowed-put @needs:http.origin @needs:http.spare
    Scenario: PUT upon a resource that is only read
      Given the server answers "200" to this, sent for "GET":
        """
        GET {spare} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "PUT":
        """
        PUT {spare} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                   | answers                             | clause                  |
        | not allowed               | 405                                 | RFC 9110 section 9.1    |
        | not implemented           | 501                                 | RFC 9110 section 9.1    |
        | forbidden                 | 401/403                             | RFC 9110 section 15.5.4 |
        | allowed                   | 2xx                                 | RFC 9110 section 9.3.4  |
        | redirected                | 3xx                                 | RFC 9110 section 15.4   |
        | refused for another cause | 409/411/412/413/415/423/426/428/429 | RFC 9110 section 15.5   |

    @id:http-methods-trace-not-allowed @needs:http.origin
    Scenario: TRACE, where it is not allowed
      Given the server serves its resource
      When the client sends this, for "TRACE":
        """
        TRACE {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                   | answers                             | clause                  |
        | not allowed               | 405                                 | RFC 9110 section 9.1    |
        | not implemented           | 501                                 | RFC 9110 section 9.1    |
        | forbidden                 | 401/403                             | RFC 9110 section 15.5.4 |
        | allowed                   | 2xx                                 | RFC 9110 section 9.3.8  |
        | redirected                | 3xx                                 | RFC 9110 section 15.4   |
        | refused for another cause | 409/411/412/413/415/423/426/428/429 | RFC 9110 section 15.5   |

  @RFC9110-9.1-04
  Rule: Treat the method token as case-sensitive ('get' is not GET)

    @id:http-methods-case-lower @needs:http.origin
    Scenario: The method get, in lower case, is another one
      Given the server serves its resource
      And the server answers "4xx/5xx" to this, sent for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        get {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers | clause               |
        | refused                    | 4xx/5xx | RFC 9110 section 9.1 |
        | thrown away without a word | none    | RFC 9110 section 9.1 |

    @id:http-methods-case-mixed @needs:http.origin
    Scenario: The method Get, in mixed case, is another one
      Given the server serves its resource
      And the server answers "4xx/5xx" to this, sent for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        Get {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers | clause               |
        | refused                    | 4xx/5xx | RFC 9110 section 9.1 |
        | thrown away without a word | none    | RFC 9110 section 9.1 |

    @id:http-methods-case-head @needs:http.origin
    Scenario: The method head, of HEAD in lower case, is another one
      Given the server serves its resource
      And the server answers "4xx/5xx" to this, sent for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        head {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers | clause               |
        | refused                    | 4xx/5xx | RFC 9110 section 9.1 |
        | thrown away without a word | none    | RFC 9110 section 9.1 |

  @RFC9110-9.3.1-01
  Rule: Reject a GET that carries content and close the connection

    @id:http-methods-get-with-content @needs:http.origin
    Scenario: GET with content may be refused
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      Then the server does one of these:
        | outcome | answers | clause                 | level |
        | refused | 4xx/5xx | RFC 9110 section 9.3.1 | MAY   |
        | taken   | 2xx/3xx | RFC 9110 section 9.3.1 | MAY   |

  @RFC9110-9.3.2-02
  Rule: Send the same fields for HEAD as for GET

    @id:http-methods-head-fields @needs:http.origin
    Scenario: HEAD is told the fields that GET is told
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome  | answers | and                                                                                                                                                                         | clause                 |
        | the same | twin    | Content-Type as the twin; ETag as the twin, if there; Last-Modified as the twin; Accept-Ranges as the twin; Vary as the twin, if there; Cache-Control as the twin, if there | RFC 9110 section 9.3.2 |

  @RFC9110-9.3.2-03
  Rule: Leave out for HEAD those fields whose value is only known by generating the content

    @id:http-methods-head-generated @needs:http.origin @needs:http.generated
    Scenario: HEAD may leave out what only making the content would tell
      Given the server answers "200" to this, sent for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "HEAD":
        """
        HEAD {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome         | answers | and                | clause                 | level |
        | length told     | any     | has Content-Length | RFC 9110 section 9.3.2 | MAY   |
        | length left out | any     |                    | RFC 9110 section 9.3.2 | MAY   |

  @RFC9110-9.3.3-02
  Rule: POST is answered with neither 206 nor 304 nor 416, which belong to GET

    @id:http-methods-post-with-range @needs:http.origin @needs:http.post
    Scenario: POST with bytes=0-0 as a range has none of the answers to GET
      Given the server answers "2xx" to this, sent for "POST":
        """
        POST {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      When the client sends this, for "POST":
        """
        POST {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-0\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      Then the server does one of these:
        | outcome | answers | and                             | clause                 |
        | another | any     | status is none of 206, 304, 416 | RFC 9110 section 9.3.3 |

    @id:http-methods-post-with-bad-range @needs:http.origin @needs:http.post
    Scenario: POST with bytes=1000000- as a range has none of the answers to GET
      Given the server answers "2xx" to this, sent for "POST":
        """
        POST {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      When the client sends this, for "POST":
        """
        POST {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=1000000-\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      Then the server does one of these:
        | outcome | answers | and                             | clause                 |
        | another | any     | status is none of 206, 304, 416 | RFC 9110 section 9.3.3 |

  @RFC9110-9.3.6-01
  Rule: Reject CONNECT with an empty or invalid port

    @id:http-methods-connect-no-port @needs:http.origin
    Scenario: CONNECT with an empty port
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        CONNECT 127.0.0.1: HTTP/1.1\r\n
        Host: 127.0.0.1:\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause                 |
        | refused               | 4xx/5xx | RFC 9110 section 9.3.6 |
        | sent elsewhere        | 3xx     | RFC 9110 section 9.3.6 |
        | closed without a word | none    | RFC 9110 section 9.3.6 |

    @id:http-methods-connect-letters @needs:http.origin
    Scenario: CONNECT with letters for a port
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        CONNECT 127.0.0.1:abc HTTP/1.1\r\n
        Host: 127.0.0.1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause                 |
        | refused               | 4xx/5xx | RFC 9110 section 9.3.6 |
        | sent elsewhere        | 3xx     | RFC 9110 section 9.3.6 |
        | closed without a word | none    | RFC 9110 section 9.3.6 |

    @id:http-methods-connect-huge-port @needs:http.origin
    Scenario: CONNECT with a port that is none
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        CONNECT 127.0.0.1:99999 HTTP/1.1\r\n
        Host: 127.0.0.1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause                 |
        | refused               | 4xx/5xx | RFC 9110 section 9.3.6 |
        | sent elsewhere        | 3xx     | RFC 9110 section 9.3.6 |
        | closed without a word | none    | RFC 9110 section 9.3.6 |

  @RFC9110-9.3.6-02
  Rule: As an origin server, accept CONNECT (most do not)

    @id:http-methods-connect @needs:http.origin
    Scenario: CONNECT may be taken; an origin mostly does not
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        CONNECT 127.0.0.1:9 HTTP/1.1\r\n
        Host: 127.0.0.1:9\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers     | clause                 | level |
        | refused               | 3xx/4xx/5xx | RFC 9110 section 9.3.6 | MAY   |
        | taken                 | 2xx         | RFC 9110 section 9.3.6 | MAY   |
        | closed without a word | none        | RFC 9110 section 9.3.6 | MAY   |

  @RFC9110-9.3.7-01
  Rule: List optional features such as Allow in a successful OPTIONS response

    @id:http-methods-options @needs:http.origin @needs:http.options
    Scenario: OPTIONS for a resource is told what it allows
      Given the server serves its resource
      When the client sends this, for "OPTIONS":
        """
        OPTIONS {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and       | clause                 |
        | told    | 2xx     | has Allow | RFC 9110 section 9.3.7 |

  @RFC9110-9.3.8-01
  Rule: Send nothing secret back in the response to TRACE

    @id:http-methods-trace-secrets @needs:http.origin
    Scenario: TRACE does not send back what is secret
      Given the server serves its resource
      When the client sends this, for "TRACE":
        """
        TRACE {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Authorization: Basic c2VjcmV0\r\n
        Cookie: id=secret\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome  | answers     | and                                             | clause                 |
        | refused  | 3xx/4xx/5xx |                                                 | RFC 9110 section 9.3.8 |
        | left out | 2xx         | content lacks "ecret"; content lacks "c2VjcmV0" | RFC 9110 section 9.3.8 |

  @RFC9110-15.5.6-01
  Rule: Send Allow with the target's current methods in a 405

    @id:http-methods-allow @needs:http.origin
    Scenario: A 405 to POST says what is allowed
      Given the server serves its resource
      When the client sends this, for "POST":
        """
        POST {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | said           | 405     | has Allow             | RFC 9110 section 15.5.6 |
        | another status | any     | status is none of 405 | RFC 9110 section 15     |

    @id:http-methods-allow-trace @needs:http.origin
    Scenario: A 405 to TRACE says what is allowed
      Given the server serves its resource
      When the client sends this, for "TRACE":
        """
        TRACE {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | said           | 405     | has Allow             | RFC 9110 section 15.5.6 |
        | another status | any     | status is none of 405 | RFC 9110 section 15     |

    @id:http-methods-allow-delete @needs:http.origin @needs:http.spare
    Scenario: A 405 to DELETE says what is allowed
      Given the server answers "200" to this, sent for "GET":
        """
        GET {spare} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "DELETE":
        """
        DELETE {spare} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | said           | 405     | has Allow             | RFC 9110 section 15.5.6 |
        | another status | any     | status is none of 405 | RFC 9110 section 15     |
