# Written by `npm run generate` from spec/http/cases/chunked.json: change that, not this.
Feature: Chunks

  A size in hex, as many octets, and an end of line each time; a chunk of size 0 and a trailer section end it all.

  Background:
    Given the server does not answer everything alike

  @RFC9112-7.1-01
  Rule: Decode chunked: hex size (either case), optional extensions, data, CRLF, zero chunk, trailers, blank line

    @id:http-chunked-two @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: Two chunks
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
        2\r\n
        he\r\n
        3\r\n
        llo\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9112 section 7.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-chunked-of-one-each @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A chunk for each octet
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
        1\r\n
        h\r\n
        1\r\n
        e\r\n
        1\r\n
        y\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9112 section 7.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-chunked-hex-lower @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A size in hex with letters in lower case
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
        a\r\n
        0123456789\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9112 section 7.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-chunked-hex-upper @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A size in hex with letters in upper case
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
        A\r\n
        0123456789\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9112 section 7.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-chunked-hex-two-digits @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A size of two hex digits
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
        1F\r\n
        {x*31}\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9112 section 7.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-chunked-zeros-before @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: Zeros before the size
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
        0005\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9112 section 7.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-chunked-several-zeros-at-end @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A last chunk of several zeros
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
        hello\r\n
        000\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9112 section 7.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-chunked-with-line-ends @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: Line ends within a chunk are content
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
        9\r\n
        0\r\n\r\nGET \r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9112 section 7.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-chunked-with-request-within @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A request within a chunk is content
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
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9112 section 7.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-chunked-with-trailer @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A trailer section
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
        hello\r\n
        0\r\n
        X-Assay: 1\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9112 section 7.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-chunked-with-two-trailers @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: Two trailer fields
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
        hello\r\n
        0\r\n
        X-Assay: 1\r\n
        X-Assay-2: 2\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9112 section 7.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-chunked-large @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A chunk of 20,000 octets
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
        4e20\r\n
        {x*20000}\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                               | answers   | clause                   |
        | taken                                 | twin twin | RFC 9112 section 7.1     |
        | taken, then closed                    | twin      | RFC 9112 section 9.5     |
        | beyond a limit                        | 413       | RFC 9110 section 15.5.14 |
        | beyond a limit, the next one answered | 413 200   | RFC 9110 section 15.5.14 |

    @id:http-chunked-many @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A thousand chunks
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
        {1\r\nx\r\n*1000}
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                               | answers   | clause                   |
        | taken                                 | twin twin | RFC 9112 section 7.1     |
        | taken, then closed                    | twin      | RFC 9112 section 9.5     |
        | beyond a limit                        | 413       | RFC 9110 section 15.5.14 |
        | beyond a limit, the next one answered | 413 200   | RFC 9110 section 15.5.14 |

  @RFC9112-7.1-02
  Rule: Cope with very large chunk sizes without integer overflow or loss of precision

    @id:http-chunked-huge-2-to-64 @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A chunk size of 2 to the 64th and 5 is no small one
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
      When the client sends this and ends, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding: chunked\r\n
        \r\n
        10000000000000005\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                   | answers  | clause               |
        | refused                                   | 4xx/5xx  | RFC 9112 section 7.1 |
        | nothing, for the content was not whole    | none     | RFC 9112 section 6.3 |
        | answered before the content, then closed  | twin     | RFC 9112 section 9.3 |
        | answered before the content, then refused | twin 4xx | RFC 9112 section 6.3 |

    @id:http-chunked-huge-2-to-32 @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A chunk size of 2 to the 32nd and 5 is no small one
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
      When the client sends this and ends, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding: chunked\r\n
        \r\n
        100000005\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                   | answers  | clause               |
        | refused                                   | 4xx/5xx  | RFC 9112 section 7.1 |
        | nothing, for the content was not whole    | none     | RFC 9112 section 6.3 |
        | answered before the content, then closed  | twin     | RFC 9112 section 9.3 |
        | answered before the content, then refused | twin 4xx | RFC 9112 section 6.3 |

    @id:http-chunked-huge-2-to-63 @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A chunk size of 2 to the 63rd and 5 is no small one
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
      When the client sends this and ends, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding: chunked\r\n
        \r\n
        8000000000000005\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                   | answers  | clause               |
        | refused                                   | 4xx/5xx  | RFC 9112 section 7.1 |
        | nothing, for the content was not whole    | none     | RFC 9112 section 6.3 |
        | answered before the content, then closed  | twin     | RFC 9112 section 9.3 |
        | answered before the content, then refused | twin 4xx | RFC 9112 section 6.3 |

    @id:http-chunked-huge-2-to-256 @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A chunk size of 2 to the 256th and 5 is no small one
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
      When the client sends this and ends, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding: chunked\r\n
        \r\n
        10000000000000000000000000000000000000000000000000000000000000005\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                   | answers  | clause               |
        | refused                                   | 4xx/5xx  | RFC 9112 section 7.1 |
        | nothing, for the content was not whole    | none     | RFC 9112 section 6.3 |
        | answered before the content, then closed  | twin     | RFC 9112 section 9.3 |
        | answered before the content, then refused | twin 4xx | RFC 9112 section 6.3 |

    @id:http-chunked-huge-2-to-64-less-1 @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A chunk size of 2 to the 64th less 1 is no small one
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
      When the client sends this and ends, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding: chunked\r\n
        \r\n
        ffffffffffffffff\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                   | answers  | clause               |
        | refused                                   | 4xx/5xx  | RFC 9112 section 7.1 |
        | nothing, for the content was not whole    | none     | RFC 9112 section 6.3 |
        | answered before the content, then closed  | twin     | RFC 9112 section 9.3 |
        | answered before the content, then refused | twin 4xx | RFC 9112 section 6.3 |

  @RFC9112-7.1-05
  Rule: Recover from a missing or wrong end of line behind the data of a chunk, or refuse it

    @id:http-chunked-no-end-after-data @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: No CR LF after the data of a chunk
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
        hello
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                     | answers   | clause               | level |
        | refused                     | 4xx/5xx   | RFC 9110 section 2.4 | MAY   |
        | answered, then refused      | twin 4xx  | RFC 9110 section 2.4 | MAY   |
        | answered, then closed       | twin      | RFC 9110 section 2.4 | MAY   |
        | mended: a risk of smuggling | twin twin | RFC 9110 section 2.4 | MAY   |
        | closed without a word       | none      | RFC 9112 section 9.5 | MAY   |

    @id:http-chunked-lf-after-data @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A lone LF after the data of a chunk
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
        hello\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                     | answers   | clause               | level |
        | refused                     | 4xx/5xx   | RFC 9110 section 2.4 | MAY   |
        | answered, then refused      | twin 4xx  | RFC 9110 section 2.4 | MAY   |
        | answered, then closed       | twin      | RFC 9110 section 2.4 | MAY   |
        | mended: a risk of smuggling | twin twin | RFC 9110 section 2.4 | MAY   |
        | closed without a word       | none      | RFC 9112 section 9.5 | MAY   |

    @id:http-chunked-lf-after-size @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A lone LF after the size of a chunk
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
        5\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                     | answers   | clause               | level |
        | refused                     | 4xx/5xx   | RFC 9110 section 2.4 | MAY   |
        | answered, then refused      | twin 4xx  | RFC 9110 section 2.4 | MAY   |
        | answered, then closed       | twin      | RFC 9110 section 2.4 | MAY   |
        | mended: a risk of smuggling | twin twin | RFC 9110 section 2.4 | MAY   |
        | closed without a word       | none      | RFC 9112 section 9.5 | MAY   |

    @id:http-chunked-longer-than-size @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: More data than the size of a chunk
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
        hello!\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                     | answers   | clause               | level |
        | refused                     | 4xx/5xx   | RFC 9110 section 2.4 | MAY   |
        | answered, then refused      | twin 4xx  | RFC 9110 section 2.4 | MAY   |
        | answered, then closed       | twin      | RFC 9110 section 2.4 | MAY   |
        | mended: a risk of smuggling | twin twin | RFC 9110 section 2.4 | MAY   |
        | closed without a word       | none      | RFC 9112 section 9.5 | MAY   |

  @RFC9112-7.1.1-01
  Rule: Ignore chunk extensions it does not know

    @id:http-chunked-extension-name @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: An extension of a name alone
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
        5;a\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                  | answers   | clause                 |
        | passed over              | twin twin | RFC 9112 section 7.1.1 |
        | passed over, then closed | twin      | RFC 9112 section 9.5   |

    @id:http-chunked-extension-value @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: An extension of a name and a value
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
        5;a=b\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                  | answers   | clause                 |
        | passed over              | twin twin | RFC 9112 section 7.1.1 |
        | passed over, then closed | twin      | RFC 9112 section 9.5   |

    @id:http-chunked-extension-quoted @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: An extension of a quoted value
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
        5;a="b"\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                  | answers   | clause                 |
        | passed over              | twin twin | RFC 9112 section 7.1.1 |
        | passed over, then closed | twin      | RFC 9112 section 9.5   |

    @id:http-chunked-extension-quoted-semicolon @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: An extension of a quoted value with a semicolon
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
        5;a="b;c"\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                  | answers   | clause                 |
        | passed over              | twin twin | RFC 9112 section 7.1.1 |
        | passed over, then closed | twin      | RFC 9112 section 9.5   |

    @id:http-chunked-extension-two @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: An extension of two names
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
        5;a=1;b=2\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                  | answers   | clause                 |
        | passed over              | twin twin | RFC 9112 section 7.1.1 |
        | passed over, then closed | twin      | RFC 9112 section 9.5   |

    @id:http-chunked-extension-quoted-cr-lf-like @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: An extension of a quoted value with a backslash
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
        5;a="\\""\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                  | answers   | clause                 |
        | passed over              | twin twin | RFC 9112 section 7.1.1 |
        | passed over, then closed | twin      | RFC 9112 section 9.5   |

    @id:http-chunked-extension-long @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: An extension of a value of 200 octets
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
        5;a={b*200}\r\n
        hello\r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                               | answers   | clause                 |
        | passed over                           | twin twin | RFC 9112 section 7.1.1 |
        | passed over, then closed              | twin      | RFC 9112 section 9.5   |
        | beyond a limit                        | 4xx       | RFC 9112 section 7.1.1 |
        | beyond a limit, the next one answered | 4xx 200   | RFC 9112 section 7.1.1 |

    @id:http-chunked-extension-on-last @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: An extension on the last chunk
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
        hello\r\n
        0;a=b\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                  | answers   | clause                 |
        | passed over              | twin twin | RFC 9112 section 7.1.1 |
        | passed over, then closed | twin      | RFC 9112 section 9.5   |

  @RFC9110-6.5.1-02
  Rule: Take no meaning for framing, routing, authentication or content from a trailer field

    @id:http-chunked-trailer-condition @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A trailer field that would be a condition has no such meaning
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
        hello\r\n
        0\r\n
        If-Match: "assay-no-such-tag"\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                     | answers   | clause                 |
        | passed over                                 | twin twin | RFC 9110 section 6.5.1 |
        | passed over, then closed                    | twin      | RFC 9112 section 9.5   |
        | refused, as no trailer field                | 400       | RFC 9110 section 6.5.1 |
        | answered, then refused, as no trailer field | twin 400  | RFC 9110 section 6.5.1 |

    @id:http-chunked-trailer-length @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A trailer field that would be Content-Length has no such meaning
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
        hello\r\n
        0\r\n
        Content-Length: 5\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                     | answers   | clause                 |
        | passed over                                 | twin twin | RFC 9110 section 6.5.1 |
        | passed over, then closed                    | twin      | RFC 9112 section 9.5   |
        | refused, as no trailer field                | 400       | RFC 9110 section 6.5.1 |
        | answered, then refused, as no trailer field | twin 400  | RFC 9110 section 6.5.1 |

  @RFC9112-7.1.2-03
  Rule: Do not merge a trailer field into the header section unless its definition allows it and says how

    @id:http-chunked-trailer-close-in-trailer @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A trailer field that would be the option close has no such meaning
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
        hello\r\n
        0\r\n
        Connection: close\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                     | answers   | clause                 |
        | passed over                                 | twin twin | RFC 9112 section 7.1.2 |
        | passed over, then closed                    | twin      | RFC 9112 section 9.5   |
        | refused, as no trailer field                | 400       | RFC 9110 section 6.5.1 |
        | answered, then refused, as no trailer field | twin 400  | RFC 9110 section 6.5.1 |

    @id:http-chunked-trailer-range @needs:http.origin @needs:http.chunked @needs:http.persistence @needs:http.ranges
    Scenario: A trailer field that would be a range has no such meaning
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
        hello\r\n
        0\r\n
        Range: bytes=0-0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                     | answers   | clause                 |
        | passed over                                 | twin twin | RFC 9112 section 7.1.2 |
        | passed over, then closed                    | twin      | RFC 9112 section 9.5   |
        | refused, as no trailer field                | 400       | RFC 9110 section 6.5.1 |
        | answered, then refused, as no trailer field | twin 400  | RFC 9110 section 6.5.1 |

    @id:http-chunked-trailer-expect @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A trailer field that would be an expectation has no such meaning
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
        hello\r\n
        0\r\n
        Expect: assay\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                     | answers   | clause                 |
        | passed over                                 | twin twin | RFC 9112 section 7.1.2 |
        | passed over, then closed                    | twin      | RFC 9112 section 9.5   |
        | refused, as no trailer field                | 400       | RFC 9110 section 6.5.1 |
        | answered, then refused, as no trailer field | twin 400  | RFC 9110 section 6.5.1 |
