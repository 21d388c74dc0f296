# Written by `npm run generate` from spec/http/cases/length.json: change that, not this.
Feature: Where a request ends: Content-Length

  A request has content if Content-Length or Transfer-Encoding says so, and however it is called. A length that can be read
  in two ways is the oldest door for smuggling a request past somebody.

  Background:
    Given the server does not answer everything alike

  @RFC9112-6-01
  Rule: Read the presence of a request body from Content-Length or Transfer-Encoding only, not from the method

    @id:http-length-by-fields-not-method @needs:http.origin @needs:http.persistence
    Scenario: The content of a request that the server will not have
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
        Content-Length: 39\r\n
        \r\n
        GET /assay-hidden HTTP/1.1\r\nHost: a\r\n\r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers  | clause               |
        | passed over, or taken | any twin | RFC 9112 section 6   |
        | answered, then closed | any      | RFC 9112 section 9.3 |

    @id:http-length-get-with-content @needs:http.origin @needs:http.persistence
    Scenario: GET with content that looks like a request
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
        Content-Length: 39\r\n
        \r\n
        GET /assay-hidden HTTP/1.1\r\nHost: a\r\n\r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers  | clause                 |
        | passed over           | any twin | RFC 9112 section 6     |
        | answered, then closed | any      | RFC 9110 section 9.3.1 |

    @id:http-length-unknown-method-with-content @needs:http.origin @needs:http.persistence
    Scenario: A method that nobody knows, with content that looks like a request
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
        Content-Length: 39\r\n
        \r\n
        GET /assay-hidden HTTP/1.1\r\nHost: a\r\n\r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers  | clause               |
        | passed over           | any twin | RFC 9112 section 6   |
        | answered, then closed | any      | RFC 9112 section 9.3 |

    @id:http-length-head-with-content @needs:http.origin @needs:http.persistence
    Scenario: HEAD with content that looks like a request
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
        Content-Length: 39\r\n
        \r\n
        GET /assay-hidden HTTP/1.1\r\nHost: a\r\n\r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers  | clause                 |
        | passed over           | any twin | RFC 9112 section 6     |
        | answered, then closed | any      | RFC 9110 section 9.3.2 |

  @RFC9112-6.3-12
  Rule: Treat a request with neither Content-Length nor Transfer-Encoding as having no body

    @id:http-length-neither-post @needs:http.origin @needs:http.persistence
    Scenario: POST with neither Content-Length nor Transfer-Encoding has no content
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
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                        | answers  | clause               |
        | answered, and the next one too | any twin | RFC 9112 section 6.3 |
        | answered, then closed          | any      | RFC 9112 section 9.5 |

    @id:http-length-neither-unknown @needs:http.origin @needs:http.persistence
    Scenario: ASSAY with neither Content-Length nor Transfer-Encoding has no content
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
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                        | answers  | clause               |
        | answered, and the next one too | any twin | RFC 9112 section 6.3 |
        | answered, then closed          | any      | RFC 9112 section 9.5 |

  @RFC9112-6.3-15
  Rule: Answer a request that has a body but no Content-Length with 411

    @id:http-length-required-post @needs:http.origin
    Scenario: POST without a length may be refused with 411
      Given the server serves its resource
      When the client sends this, for "POST":
        """
        POST {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | clause               | level |
        | length required    | 411     | RFC 9112 section 6.3 | MAY   |
        | answered otherwise | any     | RFC 9112 section 6.3 | MAY   |

    @id:http-length-required-unknown @needs:http.origin
    Scenario: ASSAY without a length may be refused with 411
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | clause               | level |
        | length required    | 411     | RFC 9112 section 6.3 | MAY   |
        | answered otherwise | any     | RFC 9112 section 6.3 | MAY   |

  @RFC9112-6.3-07
  Rule: Without Transfer-Encoding, answer an invalid Content-Length (non-digits, sign, differing values) with 400 and close the connection

    @id:http-length-of-letters @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of letters
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: abc\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-negative @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of a sign of minus
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: -5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-plus @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of a sign of plus
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: +5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-hex @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of hex
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0x5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-fraction @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of a fraction
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5.0\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-two-words @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of two numbers with a space
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-differing-list @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of a list of numbers that differ
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5, 6\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-empty @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of nothing
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length:\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-suffix @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of a number and a letter
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5b\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-underscore @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of an underscore between digits
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 1_0\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-exponent @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of an exponent
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5e0\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-quoted @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of quotes around the number
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: "5"\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-nul @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of NUL after the number
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\x00\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                 | answers   | and    | clause               |
        | refused and closed                      | 400       | closed | RFC 9112 section 6.3 |
        | taken, with SP for the NUL              | twin twin |        | RFC 9110 section 5.5 |
        | taken, with SP for the NUL, then closed | twin      |        | RFC 9110 section 5.5 |

    @id:http-length-of-vertical-tab @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of a vertical tab before the number
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: \x0b5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-semicolon @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of a parameter behind the number
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5;a=b\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-of-digits-of-others @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length of digits of another script
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: \xd9\xa5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-two-fields-that-differ @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Two Content-Length fields that differ
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        Content-Length: 6\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-two-fields-far-apart @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Two Content-Length fields that differ, others between them
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0\r\n
        Accept: */*\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

    @id:http-length-list-with-one-wrong @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: A list of lengths, one of them not a number
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5, abc\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 6.3 |

  @RFC9112-6.3-08
  Rule: An invalid Content-Length spoils the message, but for a list of one valid value repeated, which counts as that value

    @id:http-length-list-of-equal @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: A list of equal lengths
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5, 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                   | answers   | clause               |
        | refused and closed        | 400       | RFC 9110 section 8.6 |
        | taken as one              | twin twin | RFC 9112 section 6.3 |
        | taken as one, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-length-fields-that-agree @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Two Content-Length fields that agree
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                   | answers   | clause               |
        | refused and closed        | 400       | RFC 9110 section 8.6 |
        | taken as one              | twin twin | RFC 9112 section 6.3 |
        | taken as one, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-length-leading-zeros @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: A length with zeros before it is a valid number
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0005\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9110 section 8.6 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

  @RFC9110-8.6-08
  Rule: Reject a repeated identical Content-Length list, or replace it by one value

    @id:http-length-of-equal-noted @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: A list of equal lengths may be refused, or taken as one
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5, 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                        | answers   | clause               | level |
        | refused                        | 4xx       | RFC 9110 section 8.6 | MAY   |
        | refused, the next one answered | 4xx twin  | RFC 9110 section 8.6 | MAY   |
        | taken as one                   | twin twin | RFC 9110 section 8.6 | MAY   |
        | taken as one, then closed      | twin      | RFC 9110 section 8.6 | MAY   |

  @RFC9110-8.6-06
  Rule: Cope with very large Content-Length numbers without overflow or loss of precision

    @id:http-length-huge-2-to-64 @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: A length of 2 to the 64th and 5 is not 5
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this and ends, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 18446744073709551621\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                   | answers  | clause               |
        | refused                                   | 4xx/5xx  | RFC 9110 section 8.6 |
        | nothing, for the content was not whole    | none     | RFC 9112 section 6.3 |
        | answered before the content, then closed  | twin     | RFC 9112 section 9.3 |
        | answered before the content, then refused | twin 4xx | RFC 9112 section 6.3 |

    @id:http-length-huge-2-to-32 @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: A length of 2 to the 32nd and 5 is not 5
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this and ends, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 4294967301\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                   | answers  | clause               |
        | refused                                   | 4xx/5xx  | RFC 9110 section 8.6 |
        | nothing, for the content was not whole    | none     | RFC 9112 section 6.3 |
        | answered before the content, then closed  | twin     | RFC 9112 section 9.3 |
        | answered before the content, then refused | twin 4xx | RFC 9112 section 6.3 |

    @id:http-length-huge-2-to-63 @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: A length of 2 to the 63rd and 5 is not 5
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this and ends, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 9223372036854775813\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                   | answers  | clause               |
        | refused                                   | 4xx/5xx  | RFC 9110 section 8.6 |
        | nothing, for the content was not whole    | none     | RFC 9112 section 6.3 |
        | answered before the content, then closed  | twin     | RFC 9112 section 9.3 |
        | answered before the content, then refused | twin 4xx | RFC 9112 section 6.3 |

    @id:http-length-huge-2-to-128 @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: A length of 2 to the 128th and 5 is not 5
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this and ends, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 340282366920938463463374607431768211461\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                   | answers  | clause               |
        | refused                                   | 4xx/5xx  | RFC 9110 section 8.6 |
        | nothing, for the content was not whole    | none     | RFC 9112 section 6.3 |
        | answered before the content, then closed  | twin     | RFC 9112 section 9.3 |
        | answered before the content, then refused | twin 4xx | RFC 9112 section 6.3 |

    @id:http-length-huge-2-to-53 @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: A length of 2 to the 53rd and 6, one more than a double holds is not 5
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this and ends, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 9007199254740998\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                   | answers  | clause               |
        | refused                                   | 4xx/5xx  | RFC 9110 section 8.6 |
        | nothing, for the content was not whole    | none     | RFC 9112 section 6.3 |
        | answered before the content, then closed  | twin     | RFC 9112 section 9.3 |
        | answered before the content, then refused | twin 4xx | RFC 9112 section 6.3 |
