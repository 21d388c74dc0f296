# Written by `npm run generate` from spec/http/cases/lines.json: change that, not this.
Feature: The lines of a message

  A message is lines that end in CR LF, then its content. A CR or an LF where none belongs lets two readers of the
  same octets see two different messages; so what a server may make of one is narrow.

  Background:
    Given the server does not answer everything alike

  @RFC9112-2.2-03
  Rule: On a bare CR in the start line, a field line or framing, either treat the element as invalid or turn the CR into SP before using or forwarding it

    @id:http-lines-bare-cr-hides-host @needs:http.origin
    Scenario: A bare CR does not end a field line
      Given the server serves its resource
      And the server answers "400" to this, sent for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        X-Assay: a\rHost: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                             | answers | clause               |
        | refused, as invalid or without Host | 4xx/5xx | RFC 9112 section 2.2 |
        | thrown away without a word          | none    | RFC 9112 section 2.2 |

    @id:http-lines-bare-cr-ends-request-line @needs:http.origin
    Scenario: A bare CR does not end the request line
      Given the server serves its resource
      And the server answers "400" to this, sent for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\rHost: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers     | clause               |
        | refused                    | 3xx/4xx/5xx | RFC 9112 section 2.2 |
        | thrown away without a word | none        | RFC 9112 section 2.2 |

    @id:http-lines-bare-cr-in-value @needs:http.origin
    Scenario: A bare CR within a field value
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay: a\rb\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers | clause               |
        | refused                    | 4xx/5xx | RFC 9112 section 2.2 |
        | taken, with SP for the CR  | twin    | RFC 9112 section 2.2 |
        | thrown away without a word | none    | RFC 9112 section 2.2 |

    @id:http-lines-bare-cr-before-crlf @needs:http.origin
    Scenario: A bare CR before the CR LF of a field line
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay: a\r\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers | clause               |
        | refused                    | 4xx/5xx | RFC 9112 section 2.2 |
        | taken, with SP for the CR  | twin    | RFC 9112 section 2.2 |
        | thrown away without a word | none    | RFC 9112 section 2.2 |

    @id:http-lines-bare-cr-before-host @needs:http.origin
    Scenario: A bare CR before the name of Host does not count for nothing
      Given the server serves its resource
      And the server answers "400" to this, sent for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        \rHost: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                             | answers | clause               |
        | refused, as invalid or without Host | 4xx/5xx | RFC 9112 section 2.2 |
        | thrown away without a word          | none    | RFC 9112 section 2.2 |

    @id:http-lines-bare-cr-in-chunk-size @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A bare CR does not end the line of a chunk size
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding: chunked\r\n
        \r\n
        5\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding: chunked\r\n
        \r\n
        5\rhello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                           | answers  | clause               |
        | refused                                           | 4xx/5xx  | RFC 9112 section 2.2 |
        | answered before the content was read, then closed | twin     | RFC 9112 section 9.3 |
        | answered, then refused                            | twin 4xx | RFC 9112 section 2.2 |
        | thrown away without a word                        | none     | RFC 9112 section 2.2 |

    @id:http-lines-bare-cr-after-chunk @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A bare CR does not end the data of a chunk
      Given the server answers "2xx 200" to this, sent for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding: chunked\r\n
        \r\n
        5\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding: chunked\r\n
        \r\n
        5\r\n
        hello\r
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                           | answers  | clause               |
        | refused                                           | 4xx/5xx  | RFC 9112 section 2.2 |
        | answered before the content was read, then closed | twin     | RFC 9112 section 9.3 |
        | answered, then refused                            | twin 4xx | RFC 9112 section 2.2 |
        | thrown away without a word                        | none     | RFC 9112 section 2.2 |

  @RFC9112-2.2-06
  Rule: Skip at least one empty line (CRLF) that arrives where a request line is expected

    @id:http-lines-empty-line-first @needs:http.origin
    Scenario: An empty line before the request line
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause               |
        | passed over | twin    | RFC 9112 section 2.2 |

    @id:http-lines-empty-line-between @needs:http.origin @needs:http.persistence
    Scenario: An empty line between two requests on a connection
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                | answers   | clause               | level |
        | passed over            | twin twin | RFC 9112 section 2.2 |       |
        | closed after the first | twin      | RFC 9112 section 9.5 | MAY   |

  @RFC9112-2.2-08
  Rule: Refuse a message whose start line is followed by a line that begins with a blank, or pass over such lines unprocessed, up to a field line of the right form or the end of the section

    @id:http-lines-blank-before-host @needs:http.origin
    Scenario: A line that begins with SP, right after the request line, is not the field Host
      Given the server serves its resource
      And the server answers "400" to this, sent for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        \x20Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                         | answers | clause               |
        | refused, or passed over so that Host is missing | 4xx/5xx | RFC 9112 section 2.2 |
        | thrown away without a word                      | none    | RFC 9112 section 2.2 |

    @id:http-lines-tab-before-host @needs:http.origin
    Scenario: A line that begins with HTAB, right after the request line, is not the field Host
      Given the server serves its resource
      And the server answers "400" to this, sent for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        \tHost: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                         | answers | clause               |
        | refused, or passed over so that Host is missing | 4xx/5xx | RFC 9112 section 2.2 |
        | thrown away without a word                      | none    | RFC 9112 section 2.2 |

    @id:http-lines-blank-line-passed-over @needs:http.origin
    Scenario: A line that begins with SP, right after the request line, before the fields
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        \x20X-Assay: a\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers | clause               |
        | refused                    | 4xx/5xx | RFC 9112 section 2.2 |
        | passed over                | twin    | RFC 9112 section 2.2 |
        | thrown away without a word | none    | RFC 9112 section 2.2 |

    @id:http-lines-blank-line-hides-length @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: A length with a blank before it, right after the request line, is not processed
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
        \x20Content-Length: 5\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                     | answers      | clause               |
        | refused                     | 4xx/5xx      | RFC 9112 section 2.2 |
        | refused, the next one taken | 4xx/5xx twin | RFC 9112 section 2.2 |
        | passed over                 | twin twin    | RFC 9112 section 2.2 |
        | passed over, then closed    | twin         | RFC 9112 section 9.5 |
        | thrown away without a word  | none         | RFC 9112 section 2.2 |

  @RFC9112-2.2-09
  Rule: Answer octets that do not match the HTTP-message grammar (beyond the listed leniencies) with 400 and close the connection

    @id:http-lines-garbage-words @needs:http.origin
    Scenario: Words that are no request is refused with 400, and the connection closed
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
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 2.2 |

    @id:http-lines-garbage-octets @needs:http.origin
    Scenario: Octets that are no text is refused with 400, and the connection closed
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        \x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 2.2 |

    @id:http-lines-garbage-nul @needs:http.origin
    Scenario: A NUL in the request line is refused with 400, and the connection closed
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource}\x00 HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 2.2 |

    @id:http-lines-garbage-no-colon @needs:http.origin
    Scenario: A field line without a colon is refused with 400, and the connection closed
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 2.2 |

    @id:http-lines-garbage-no-name @needs:http.origin
    Scenario: A field line without a name is refused with 400, and the connection closed
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        : a\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 2.2 |

    @id:http-lines-garbage-name-with-blank @needs:http.origin
    Scenario: A field name with a blank in it is refused with 400, and the connection closed
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X Assay: a\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 2.2 |

    @id:http-lines-garbage-name-with-bracket @needs:http.origin
    Scenario: A field name with a bracket in it is refused with 400, and the connection closed
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X(Assay): a\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 2.2 |

    @id:http-lines-garbage-method-with-bracket @needs:http.origin
    Scenario: A method that is no token is refused with 400, and the connection closed
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        G[T {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 2.2 |

    @id:http-lines-garbage-version-lower-case @needs:http.origin
    Scenario: A version in lower case is refused with 400, and the connection closed
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} http/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 2.2 |

    @id:http-lines-garbage-version-without-digit @needs:http.origin
    Scenario: A version without its minor digit is refused with 400, and the connection closed
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and    | clause               |
        | refused and closed | 400     | closed | RFC 9112 section 2.2 |
