# Written by `npm run generate` from spec/http/cases/coding.json: change that, not this.
Feature: Where a request ends: Transfer-Encoding

  A transfer coding overrides a length, and only chunked, as the last one, says where it ends. A server that sees both, or a
  coding that it does not know, must not guess.

  Background:
    Given the server does not answer everything alike

  @RFC9112-6.1-01
  Rule: Be able to parse the chunked coding

    @id:http-coding-chunked @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Chunked content is understood
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
      Then the server does one of these:
        | outcome                                | answers   | clause               | level |
        | taken                                  | twin twin | RFC 9112 section 6.1 |       |
        | taken, then closed                     | twin      | RFC 9112 section 9.5 |       |
        | length required                        | 411       | RFC 9112 section 6.3 | MAY   |
        | length required, the next one answered | 411 200   | RFC 9112 section 6.3 | MAY   |

    @id:http-coding-chunked-empty @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Chunked content of no octets is understood
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
        Transfer-Encoding: chunked\r\n
        \r\n
        0\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                | answers   | clause               | level |
        | taken                                  | twin twin | RFC 9112 section 6.1 |       |
        | taken, then closed                     | twin      | RFC 9112 section 9.5 |       |
        | length required                        | 411       | RFC 9112 section 6.3 | MAY   |
        | length required, the next one answered | 411 200   | RFC 9112 section 6.3 | MAY   |

  @RFC9112-6.1-14
  Rule: Names of transfer codings are the same in any case

    @id:http-coding-name-in-upper @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: chunked in upper case
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
        Transfer-Encoding: CHUNKED\r\n
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
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9112 section 7.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

    @id:http-coding-name-in-mixed @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: chunked in mixed case
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
        Transfer-Encoding: ChUnKeD\r\n
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
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9112 section 7.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

  @RFC9112-6.1-08
  Rule: Answer a request with a transfer coding it does not understand with 501

    @id:http-coding-unknown @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A coding that nobody knows, before chunked
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
        Transfer-Encoding: assay, chunked\r\n
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
      Then the server does one of these:
        | outcome                                | answers | clause               |
        | not implemented                        | 501     | RFC 9112 section 6.1 |
        | not implemented, the next one answered | 501 200 | RFC 9112 section 6.1 |

    @id:http-coding-unknown-in-two @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A coding that nobody knows in a field of its own, before chunked
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
        Transfer-Encoding: assay\r\nTransfer-Encoding: chunked\r\n
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
      Then the server does one of these:
        | outcome                                | answers | clause               |
        | not implemented                        | 501     | RFC 9112 section 6.1 |
        | not implemented, the next one answered | 501 200 | RFC 9112 section 6.1 |

  @RFC9112-6.1-09
  Rule: Reject a request with both Content-Length and Transfer-Encoding, or process it by Transfer-Encoding alone

    @id:http-coding-and-length-noted @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: Content-Length beside chunked: refused, or taken by its chunks
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
        Content-Length: 15\r\n
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
      Then the server does one of these:
        | outcome                        | answers     | clause               | level |
        | refused                        | 4xx/5xx     | RFC 9112 section 6.1 | MAY   |
        | taken                          | twin        | RFC 9112 section 6.1 | MAY   |
        | answered, and the next one too | any any ... | RFC 9112 section 6.1 | MAY   |

  @RFC9112-6.1-10
  Rule: Close the connection after answering a request that had both Content-Length and Transfer-Encoding

    @id:http-coding-close-length-first @needs:http.origin @needs:http.persistence
    Scenario: Content-Length before Transfer-Encoding: the connection is closed after the answer
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
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 15\r\n
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
      Then the server does one of these:
        | outcome                | answers | and    | clause               |
        | closed after the first | any     | closed | RFC 9112 section 6.1 |
        | closed without a word  | none    |        | RFC 9112 section 9.5 |

    @id:http-coding-close-length-last @needs:http.origin @needs:http.persistence
    Scenario: Content-Length after Transfer-Encoding: the connection is closed after the answer
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
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding: chunked\r\n
        Content-Length: 15\r\n
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
      Then the server does one of these:
        | outcome                | answers | and    | clause               |
        | closed after the first | any     | closed | RFC 9112 section 6.1 |
        | closed without a word  | none    |        | RFC 9112 section 9.5 |

    @id:http-coding-close-length-right @needs:http.origin @needs:http.persistence
    Scenario: Content-Length that counts all octets: the connection is closed after the answer
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
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 15\r\n
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
      Then the server does one of these:
        | outcome                | answers | and    | clause               |
        | closed after the first | any     | closed | RFC 9112 section 6.1 |
        | closed without a word  | none    |        | RFC 9112 section 9.5 |

    @id:http-coding-close-length-in-upper-case @needs:http.origin @needs:http.persistence
    Scenario: Both, in upper case: the connection is closed after the answer
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
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        CONTENT-LENGTH: 15\r\n
        TRANSFER-ENCODING: CHUNKED\r\n
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
      Then the server does one of these:
        | outcome                | answers | and    | clause               |
        | closed after the first | any     | closed | RFC 9112 section 6.1 |
        | closed without a word  | none    |        | RFC 9112 section 9.5 |

  @RFC9112-6.3-03
  Rule: Where both are there, Transfer-Encoding overrides Content-Length; or the message is refused

    @id:http-coding-overrides-zero @needs:http.origin @needs:http.persistence
    Scenario: Chunked overrides a length of 0: the chunks are no request
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
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0\r\n
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
      Then the server does one of these:
        | outcome                | answers  | clause               |
        | closed after the first | any      | RFC 9112 section 6.1 |
        | closed without a word  | none     | RFC 9112 section 9.5 |
        | taken by its chunks    | any twin | RFC 9112 section 6.3 |

    @id:http-coding-overrides-hidden @needs:http.origin @needs:http.persistence
    Scenario: Chunked overrides a length that ends before a request within the chunk
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
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 4\r\n
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
        | outcome                | answers  | clause               |
        | closed after the first | any      | RFC 9112 section 6.1 |
        | closed without a word  | none     | RFC 9112 section 9.5 |
        | taken by its chunks    | any twin | RFC 9112 section 6.3 |

    @id:http-coding-overrides-rest @needs:http.origin @needs:http.persistence
    Scenario: Chunked overrides a length that ends behind another request
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
      When the client sends this, for "POST, GET, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 44\r\n
        Transfer-Encoding: chunked\r\n
        \r\n
        0\r\n
        \r\n
        GET /assay-hidden HTTP/1.1\r\nHost: a\r\n\r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                      | answers     | clause               |
        | closed after the first                       | any         | RFC 9112 section 6.1 |
        | closed without a word                        | none        | RFC 9112 section 9.5 |
        | taken by its chunks, closed after the second | any 4xx     | RFC 9112 section 6.3 |
        | taken by its chunks                          | any any any | RFC 9112 section 6.3 |

  @RFC9112-6.1-11
  Rule: Treat an HTTP/1.0 request with Transfer-Encoding as badly framed even if Content-Length is present, and close the connection after it

    @id:http-coding-in-1-0-chunked @needs:http.origin @needs:http.persistence
    Scenario: Transfer-Encoding in a request of HTTP/1.0: closed after the answer
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
        {content-method} {content-path} HTTP/1.0\r\n
        Host: {host}\r\n
        Connection: keep-alive\r\n
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
      Then the server does one of these:
        | outcome                | answers | and    | clause               |
        | closed after the first | any     | closed | RFC 9112 section 6.1 |
        | closed without a word  | none    |        | RFC 9112 section 9.5 |

    @id:http-coding-in-1-0-and-length @needs:http.origin @needs:http.persistence
    Scenario: Transfer-Encoding and Content-Length in a request of HTTP/1.0: closed after the answer
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
        {content-method} {content-path} HTTP/1.0\r\n
        Host: {host}\r\n
        Connection: keep-alive\r\n
        Content-Length: 15\r\n
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
      Then the server does one of these:
        | outcome                | answers | and    | clause               |
        | closed after the first | any     | closed | RFC 9112 section 6.1 |
        | closed without a word  | none    |        | RFC 9112 section 9.5 |

  @RFC9112-6.3-05
  Rule: Answer a request whose last transfer coding is not chunked with 400, and close the connection

    @id:http-coding-final-unknown @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: The last transfer coding is a coding that nobody knows
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
        Transfer-Encoding: assay\r\n
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
      Then the server does one of these:
        | outcome                     | answers | and    | clause               | level |
        | refused and closed          | 400     | closed | RFC 9112 section 6.3 |       |
        | not implemented, and closed | 501     | closed | RFC 9112 section 6.1 |       |
        | length required, and closed | 411     | closed | RFC 9112 section 6.3 | MAY   |

    @id:http-coding-final-identity @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: The last transfer coding is identity
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
        Transfer-Encoding: identity\r\n
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
      Then the server does one of these:
        | outcome                     | answers | and    | clause               | level |
        | refused and closed          | 400     | closed | RFC 9112 section 6.3 |       |
        | not implemented, and closed | 501     | closed | RFC 9112 section 6.1 |       |
        | length required, and closed | 411     | closed | RFC 9112 section 6.3 | MAY   |

    @id:http-coding-final-gzip-last @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: The last transfer coding is gzip after chunked
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
        Transfer-Encoding: chunked, gzip\r\n
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
      Then the server does one of these:
        | outcome                     | answers | and    | clause               | level |
        | refused and closed          | 400     | closed | RFC 9112 section 6.3 |       |
        | not implemented, and closed | 501     | closed | RFC 9112 section 6.1 |       |
        | length required, and closed | 411     | closed | RFC 9112 section 6.3 | MAY   |

    @id:http-coding-final-identity-last @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: The last transfer coding is identity after chunked
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
        Transfer-Encoding: chunked, identity\r\n
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
      Then the server does one of these:
        | outcome                     | answers | and    | clause               | level |
        | refused and closed          | 400     | closed | RFC 9112 section 6.3 |       |
        | not implemented, and closed | 501     | closed | RFC 9112 section 6.1 |       |
        | length required, and closed | 411     | closed | RFC 9112 section 6.3 | MAY   |

    @id:http-coding-final-two-fields @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: The last transfer coding is chunked, and another in a second field
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
        Transfer-Encoding: chunked\r\nTransfer-Encoding: assay\r\n
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
      Then the server does one of these:
        | outcome                     | answers | and    | clause               | level |
        | refused and closed          | 400     | closed | RFC 9112 section 6.3 |       |
        | not implemented, and closed | 501     | closed | RFC 9112 section 6.1 |       |
        | length required, and closed | 411     | closed | RFC 9112 section 6.3 | MAY   |

    @id:http-coding-final-xchunked @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: The last transfer coding is xchunked
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
        Transfer-Encoding: xchunked\r\n
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
      Then the server does one of these:
        | outcome                     | answers | and    | clause               | level |
        | refused and closed          | 400     | closed | RFC 9112 section 6.3 |       |
        | not implemented, and closed | 501     | closed | RFC 9112 section 6.1 |       |
        | length required, and closed | 411     | closed | RFC 9112 section 6.3 | MAY   |

    @id:http-coding-final-quoted @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: The last transfer coding is chunked in quotes
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
        Transfer-Encoding: "chunked"\r\n
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
      Then the server does one of these:
        | outcome                     | answers | and    | clause               | level |
        | refused and closed          | 400     | closed | RFC 9112 section 6.3 |       |
        | not implemented, and closed | 501     | closed | RFC 9112 section 6.1 |       |
        | length required, and closed | 411     | closed | RFC 9112 section 6.3 | MAY   |

    @id:http-coding-final-vertical-tab @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: The last transfer coding is chunked behind a vertical tab
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
        Transfer-Encoding: \x0bchunked\r\n
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
      Then the server does one of these:
        | outcome                     | answers | and    | clause               | level |
        | refused and closed          | 400     | closed | RFC 9112 section 6.3 |       |
        | not implemented, and closed | 501     | closed | RFC 9112 section 6.1 |       |
        | length required, and closed | 411     | closed | RFC 9112 section 6.3 | MAY   |

    @id:http-coding-final-suffix @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: The last transfer coding is chunked with a letter behind
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
        Transfer-Encoding: chunkedx\r\n
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
      Then the server does one of these:
        | outcome                     | answers | and    | clause               | level |
        | refused and closed          | 400     | closed | RFC 9112 section 6.3 |       |
        | not implemented, and closed | 501     | closed | RFC 9112 section 6.1 |       |
        | length required, and closed | 411     | closed | RFC 9112 section 6.3 | MAY   |

    @id:http-coding-final-nul @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: The last transfer coding is chunked with NUL behind
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
        Transfer-Encoding: chunked\x00\r\n
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
      Then the server does one of these:
        | outcome                                 | answers   | and    | clause               | level |
        | refused and closed                      | 400       | closed | RFC 9112 section 6.3 |       |
        | not implemented, and closed             | 501       | closed | RFC 9112 section 6.1 |       |
        | taken, with SP for the NUL              | twin twin |        | RFC 9110 section 5.5 |       |
        | taken, with SP for the NUL, then closed | twin      |        | RFC 9110 section 5.5 |       |
        | length required, and closed             | 411       | closed | RFC 9112 section 6.3 | MAY   |

    @id:http-coding-final-blank-within @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: The last transfer coding is chunked with a blank in it
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
        Transfer-Encoding: chu nked\r\n
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
      Then the server does one of these:
        | outcome                     | answers | and    | clause               | level |
        | refused and closed          | 400     | closed | RFC 9112 section 6.3 |       |
        | not implemented, and closed | 501     | closed | RFC 9112 section 6.1 |       |
        | length required, and closed | 411     | closed | RFC 9112 section 6.3 | MAY   |

    @id:http-coding-final-non-breaking-space @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: The last transfer coding is chunked with a non-breaking space behind
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
        Transfer-Encoding: chunked\xa0\r\n
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
      Then the server does one of these:
        | outcome                     | answers | and    | clause               | level |
        | refused and closed          | 400     | closed | RFC 9112 section 6.3 |       |
        | not implemented, and closed | 501     | closed | RFC 9112 section 6.1 |       |
        | length required, and closed | 411     | closed | RFC 9112 section 6.3 | MAY   |

    @id:http-coding-final-with-length-identity @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: Transfer-Encoding: identity beside Content-Length
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
        Content-Length: 15\r\n
        Transfer-Encoding: identity\r\n
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
      Then the server does one of these:
        | outcome                     | answers | and    | clause               |
        | refused and closed          | 400     | closed | RFC 9112 section 6.3 |
        | not implemented, and closed | 501     | closed | RFC 9112 section 6.1 |

    @id:http-coding-final-with-length-chunked-identity @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: Transfer-Encoding: chunked, identity beside Content-Length
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
        Content-Length: 15\r\n
        Transfer-Encoding: chunked, identity\r\n
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
      Then the server does one of these:
        | outcome                     | answers | and    | clause               |
        | refused and closed          | 400     | closed | RFC 9112 section 6.3 |
        | not implemented, and closed | 501     | closed | RFC 9112 section 6.1 |

  @RFC9112-7.1-03
  Rule: Treat parameters on the chunked coding name as an error

    @id:http-coding-chunked-parameter @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A parameter on chunked is an error
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
        Transfer-Encoding: chunked;a=b\r\n
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
      Then the server does one of these:
        | outcome                        | answers     | clause               |
        | refused                        | 4xx/5xx     | RFC 9112 section 7.1 |
        | refused, the next one answered | 4xx/5xx 200 | RFC 9112 section 7.1 |

    @id:http-coding-chunked-parameter-quoted @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A quoted parameter on chunked is an error
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
        Transfer-Encoding: chunked; a="b"\r\n
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
      Then the server does one of these:
        | outcome                        | answers     | clause               |
        | refused                        | 4xx/5xx     | RFC 9112 section 7.1 |
        | refused, the next one answered | 4xx/5xx 200 | RFC 9112 section 7.1 |

  @RFC9112-7.2-01
  Rule: Treat parameters on compress, deflate or gzip transfer codings as an error

    @id:http-coding-gzip-parameter @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A parameter on gzip is an error
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
        Transfer-Encoding: gzip;a=b, chunked\r\n
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
      Then the server does one of these:
        | outcome                        | answers     | clause               |
        | refused                        | 4xx/5xx     | RFC 9112 section 7.2 |
        | refused, the next one answered | 4xx/5xx 200 | RFC 9112 section 7.2 |

    @id:http-coding-deflate-parameter @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A parameter on deflate is an error
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
        Transfer-Encoding: deflate;a=b, chunked\r\n
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
      Then the server does one of these:
        | outcome                        | answers     | clause               |
        | refused                        | 4xx/5xx     | RFC 9112 section 7.2 |
        | refused, the next one answered | 4xx/5xx 200 | RFC 9112 section 7.2 |

    @id:http-coding-compress-parameter @needs:http.origin @needs:http.chunked @needs:http.persistence
    Scenario: A parameter on compress is an error
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
        Transfer-Encoding: compress;a=b, chunked\r\n
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
      Then the server does one of these:
        | outcome                        | answers     | clause               |
        | refused                        | 4xx/5xx     | RFC 9112 section 7.2 |
        | refused, the next one answered | 4xx/5xx 200 | RFC 9112 section 7.2 |
