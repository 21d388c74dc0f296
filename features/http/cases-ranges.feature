# Written by `npm run generate` from spec/http/cases/ranges.json: change that, not this.
Feature: Ranges

  A client may ask for a part. A server need not know of parts; but what it sends as one must be what it says.

  Background:
    Given the server does not answer everything alike

  @RFC9110-15.3.7-02
  Rule: Send Content-Range and exactly that range in a single-part 206

    @id:http-ranges-single-first @needs:http.origin @needs:http.ranges
    Scenario: A part of the first octet
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                                                                       | clause                  | level |
        | the part  | 206     | content is the part of octets 0 to 0 of the twin that Content-Range tells | RFC 9110 section 15.3.7 |       |
        | the whole | 200     | content as the twin                                                       | RFC 9110 section 14.2   | MAY   |

    @id:http-ranges-single-five @needs:http.origin @needs:http.ranges
    Scenario: A part of five octets
      Given the server serves its resource
      And this holds of the answer: "content of at least 5 octets"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-4\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                                                                       | clause                  | level |
        | the part  | 206     | content is the part of octets 0 to 4 of the twin that Content-Range tells | RFC 9110 section 15.3.7 |       |
        | the whole | 200     | content as the twin                                                       | RFC 9110 section 14.2   | MAY   |

    @id:http-ranges-single-middle @needs:http.origin @needs:http.ranges
    Scenario: A part of octets from the middle
      Given the server serves its resource
      And this holds of the answer: "content of at least 6 octets"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=2-5\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                                                                       | clause                  | level |
        | the part  | 206     | content is the part of octets 2 to 5 of the twin that Content-Range tells | RFC 9110 section 15.3.7 |       |
        | the whole | 200     | content as the twin                                                       | RFC 9110 section 14.2   | MAY   |

    @id:http-ranges-single-last @needs:http.origin @needs:http.ranges
    Scenario: A part of the last four octets
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=-4\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                                                                           | clause                  | level |
        | the part  | 206     | content is the part of the last 4 octets of the twin that Content-Range tells | RFC 9110 section 15.3.7 |       |
        | the whole | 200     | content as the twin                                                           | RFC 9110 section 14.2   | MAY   |

    @id:http-ranges-single-open @needs:http.origin @needs:http.ranges
    Scenario: A part from the fourth octet on
      Given the server serves its resource
      And this holds of the answer: "content of at least 4 octets"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=3-\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                                                                               | clause                  | level |
        | the part  | 206     | content is the part of octets 3 to 999999999 of the twin that Content-Range tells | RFC 9110 section 15.3.7 |       |
        | the whole | 200     | content as the twin                                                               | RFC 9110 section 14.2   | MAY   |

    @id:http-ranges-single-beyond @needs:http.origin @needs:http.ranges
    Scenario: A part that ends beyond the end
      Given the server serves its resource
      And this holds of the answer: "content of at least 4 octets; content of at most 1000000 octets"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=3-1000000\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                                                                             | clause                  | level |
        | the part  | 206     | content is the part of octets 3 to 1000000 of the twin that Content-Range tells | RFC 9110 section 15.3.7 |       |
        | the whole | 200     | content as the twin                                                             | RFC 9110 section 14.2   | MAY   |

  @RFC9110-14.2-04
  Rule: Answer a satisfiable Range it supports with 206

    @id:http-ranges-taken @needs:http.origin @needs:http.ranges
    Scenario: A part that can be had is sent as 206
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-4\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome  | answers | clause                |
        | the part | 206     | RFC 9110 section 14.2 |

    @id:http-ranges-taken-suffix @needs:http.origin @needs:http.ranges
    Scenario: The end is sent as 206
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=-1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome  | answers | clause                |
        | the part | 206     | RFC 9110 section 14.2 |

  @RFC9110-14.2-05
  Rule: Answer an unsatisfiable valid Range with 416

    @id:http-ranges-beyond-is-416 @needs:http.origin @needs:http.ranges
    Scenario: A part beyond the end is refused with 416
      Given the server serves its resource
      And this holds of the answer: "content of at most 1000000 octets"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=1000000-\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | clause                |
        | cannot be had | 416     | RFC 9110 section 14.2 |

    @id:http-ranges-suffix-of-none-is-416 @needs:http.origin @needs:http.ranges
    Scenario: The last no octets cannot be had
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=-0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | clause                |
        | cannot be had | 416     | RFC 9110 section 14.2 |

  @RFC9110-15.5.17-01
  Rule: Send Content-Range 'bytes */length' in a 416 to a byte-range request

    @id:http-ranges-length-in-416 @needs:http.origin @needs:http.ranges
    Scenario: A 416 says how long the whole is
      Given the server serves its resource
      And this holds of the answer: "content of at most 1000000 octets"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=1000000-\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                               | clause                   | level |
        | said      | 416     | Content-Range is bytes */{length} | RFC 9110 section 15.5.17 |       |
        | the whole | 200     |                                   | RFC 9110 section 14.2    | MAY   |

  @RFC9110-14.4-02
  Rule: Give the complete length in Content-Range unless unknown

    @id:http-ranges-length-in-range @needs:http.origin @needs:http.ranges
    Scenario: Content-Range says how long the whole is
      Given the server serves its resource
      And this holds of the answer: "content of at least 5 octets"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-4\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                                                     | clause                | level |
        | said      | 206     | Content-Range has the form bytes [0-9]+-[0-9]+/{length} | RFC 9110 section 14.4 |       |
        | the whole | 200     | content as the twin                                     | RFC 9110 section 14.2 | MAY   |

  @RFC9110-14.2-02
  Rule: Ignore Range on any method but GET

    @id:http-ranges-of-head @needs:http.origin @needs:http.ranges
    Scenario: A range counts for nothing with HEAD
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-4\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | and                                            | clause                |
        | as without it | 200     | Content-Length of the twin's content, if there | RFC 9110 section 14.2 |

    @id:http-ranges-of-head-beyond @needs:http.origin @needs:http.ranges
    Scenario: A range that cannot be had counts for nothing with HEAD
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=1000000-\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | clause                |
        | as without it | 200     | RFC 9110 section 14.2 |

  @RFC9110-14.2-03
  Rule: Ignore Range with an unknown unit

    @id:http-ranges-of-unknown-unit @needs:http.origin @needs:http.ranges
    Scenario: A range in a unit that nobody knows counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: assays=0-4\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                 | clause                |
        | the whole | 200     | content as the twin | RFC 9110 section 14.2 |

    @id:http-ranges-of-unit-items @needs:http.origin @needs:http.ranges
    Scenario: A range in items counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: items=0-4\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                 | clause                |
        | the whole | 200     | content as the twin | RFC 9110 section 14.2 |

  @RFC9110-14.2-06
  Rule: Ignore or reject invalid, many small, or more than two overlapping ranges

    @id:http-ranges-odd-backwards @needs:http.origin @needs:http.ranges
    Scenario: A range that ends before it begins may be refused or passed over
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=5-2\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause                | level |
        | passed over | 200     | RFC 9110 section 14.2 | MAY   |
        | refused     | 4xx     | RFC 9110 section 14.2 | MAY   |
        | taken       | 206     | RFC 9110 section 14.2 | MAY   |

    @id:http-ranges-odd-words @needs:http.origin @needs:http.ranges
    Scenario: A range that is words may be refused or passed over
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=first\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause                | level |
        | passed over | 200     | RFC 9110 section 14.2 | MAY   |
        | refused     | 4xx     | RFC 9110 section 14.2 | MAY   |
        | taken       | 206     | RFC 9110 section 14.2 | MAY   |

    @id:http-ranges-odd-nothing @needs:http.origin @needs:http.ranges
    Scenario: A range that is nothing may be refused or passed over
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause                | level |
        | passed over | 200     | RFC 9110 section 14.2 | MAY   |
        | refused     | 4xx     | RFC 9110 section 14.2 | MAY   |
        | taken       | 206     | RFC 9110 section 14.2 | MAY   |

    @id:http-ranges-odd-overlapping @needs:http.origin @needs:http.ranges
    Scenario: A range that overlaps itself three times may be refused or passed over
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-4,0-4,0-4\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause                | level |
        | passed over | 200     | RFC 9110 section 14.2 | MAY   |
        | refused     | 4xx     | RFC 9110 section 14.2 | MAY   |
        | taken       | 206     | RFC 9110 section 14.2 | MAY   |

    @id:http-ranges-odd-many @needs:http.origin @needs:http.ranges
    Scenario: A range that has a hundred parts may be refused or passed over
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-0{,2-2*99}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause                | level |
        | passed over | 200     | RFC 9110 section 14.2 | MAY   |
        | refused     | 4xx     | RFC 9110 section 14.2 | MAY   |
        | taken       | 206     | RFC 9110 section 14.2 | MAY   |

  @RFC9110-14.2-01
  Rule: Ignore Range altogether

    @id:http-ranges-noted @needs:http.origin
    Scenario: A range may be passed over
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-4\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause                | level |
        | taken       | 206     | RFC 9110 section 14.2 | MAY   |
        | passed over | 200     | RFC 9110 section 14.2 | MAY   |

  @RFC9110-14.3-01
  Rule: Announce range support (or 'none') in Accept-Ranges

    @id:http-ranges-announced @needs:http.origin
    Scenario: Ranges may be announced
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | and               | clause                | level |
        | announced     | 200     | has Accept-Ranges | RFC 9110 section 14.3 | MAY   |
        | not announced | 200     |                   | RFC 9110 section 14.3 | MAY   |

  @RFC9110-14.1.2-01
  Rule: Cope with very large numbers in byte ranges without overflow

    @id:http-ranges-huge-end @needs:http.origin @needs:http.ranges
    Scenario: A range that ends at 2 to the 64th and 1
      Given the server answers "2xx" to this, sent for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\nRange: bytes=0-999999\r\n
        Connection: close\r\n
        \r\n
        """
      And this holds of the answer: "content of at most 999999 octets"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-18446744073709551617\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | and                 | clause                  |
        | the same part | 206     | content as the twin | RFC 9110 section 14.1.2 |
        | the whole     | 200     |                     | RFC 9110 section 14.2   |
        | refused       | 4xx     |                     | RFC 9110 section 14.1.2 |

    @id:http-ranges-huge-end-32 @needs:http.origin @needs:http.ranges
    Scenario: A range that ends at 2 to the 32nd and 1
      Given the server answers "2xx" to this, sent for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\nRange: bytes=0-999999\r\n
        Connection: close\r\n
        \r\n
        """
      And this holds of the answer: "content of at most 999999 octets"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-4294967297\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | and                 | clause                  |
        | the same part | 206     | content as the twin | RFC 9110 section 14.1.2 |
        | the whole     | 200     |                     | RFC 9110 section 14.2   |
        | refused       | 4xx     |                     | RFC 9110 section 14.1.2 |

    @id:http-ranges-huge-begin @needs:http.origin @needs:http.ranges
    Scenario: A range that begins at 2 to the 64th and 1
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=18446744073709551617-\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                 | clause                  |
        | refused   | 4xx     |                     | RFC 9110 section 14.1.2 |
        | the whole | 200     | content as the twin | RFC 9110 section 14.2   |

    @id:http-ranges-huge-begin-32 @needs:http.origin @needs:http.ranges
    Scenario: A range that begins at 2 to the 32nd and 1
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=4294967297-\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                 | clause                  |
        | refused   | 4xx     |                     | RFC 9110 section 14.1.2 |
        | the whole | 200     | content as the twin | RFC 9110 section 14.2   |

    @id:http-ranges-huge-suffix @needs:http.origin @needs:http.ranges
    Scenario: The last 2 to the 64th and 1 octets
      Given the server answers "2xx" to this, sent for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\nRange: bytes=-999999\r\n
        Connection: close\r\n
        \r\n
        """
      And this holds of the answer: "content of at most 999999 octets"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=-18446744073709551617\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | and                 | clause                  |
        | the same part | 206     | content as the twin | RFC 9110 section 14.1.2 |
        | the whole     | 200     |                     | RFC 9110 section 14.2   |
        | refused       | 4xx     |                     | RFC 9110 section 14.1.2 |

  @RFC9110-13.1.5-01
  Rule: Ignore If-Range without Range

    @id:http-ranges-if-range-alone @needs:http.origin
    Scenario: If-Range without Range counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Range: "assay-no-such-tag"\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                 | clause                  |
        | the whole | 200     | content as the twin | RFC 9110 section 13.1.5 |

    @id:http-ranges-if-range-date-alone @needs:http.origin
    Scenario: If-Range with a date and without Range counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Range: Sun, 06 Nov 1994 08:49:37 GMT\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                 | clause                  |
        | the whole | 200     | content as the twin | RFC 9110 section 13.1.5 |

  @RFC9110-13.1.5-02
  Rule: Ignore Range (send the whole representation) when the If-Range condition is false

    @id:http-ranges-if-range-other @needs:http.origin @needs:http.ranges
    Scenario: If-Range with another tag: the whole
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-4\r\n
        If-Range: "assay-no-such-tag"\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                 | clause                  |
        | the whole | 200     | content as the twin | RFC 9110 section 13.1.5 |

    @id:http-ranges-if-range-weak @needs:http.origin @needs:http.ranges @needs:http.etag
    Scenario: If-Range with a weak tag: the whole
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-4\r\n
        If-Range: W/{etag-core}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                 | clause                  |
        | the whole | 200     | content as the twin | RFC 9110 section 13.1.5 |

    @id:http-ranges-if-range-old @needs:http.origin @needs:http.ranges @needs:http.last-modified
    Scenario: If-Range with a date before the last change: the whole
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-4\r\n
        If-Range: Sun, 06 Nov 1994 08:49:37 GMT\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                 | clause                  |
        | the whole | 200     | content as the twin | RFC 9110 section 13.1.5 |

  @RFC9110-14.4-01
  Rule: Ignore Content-Range in a request whose method does not define it

    @id:http-ranges-content-range-in-get @needs:http.origin
    Scenario: Content-Range in GET counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Range: bytes 0-4/15\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                 | clause                |
        | the whole | 200     | content as the twin | RFC 9110 section 14.4 |

  @RFC9110-15.3.7-01
  Rule: Send in a 206 the Date, Cache-Control, ETag, Expires, Content-Location and Vary that the 200 would have had

    @id:http-ranges-fields-of-206 @needs:http.origin @needs:http.ranges
    Scenario: A 206 has what a 200 would have
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-4\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | and                                                                                                                                                                                          | clause                  | level |
        | as in the 200 | 206     | Date if the twin has it; ETag as the twin, if it has one; Cache-Control if the twin has it; Content-Location as the twin, if it has one; Vary if the twin has it; Expires if the twin has it | RFC 9110 section 15.3.7 |       |
        | the whole     | 200     | content as the twin                                                                                                                                                                          | RFC 9110 section 14.2   | MAY   |

  @RFC9110-15.3.7-03
  Rule: Use multipart/byteranges with a boundary and a Content-Range in each part for several ranges, and none in the header section

    @id:http-ranges-several @needs:http.origin @needs:http.ranges
    Scenario: Two parts are asked for
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-1,4-5\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                       | answers | and                                   | clause                  | level |
        | as parts, each with its range | 206     | multipart by ranges; no Content-Range | RFC 9110 section 15.3.7 |       |
        | as one part                   | 206     | has Content-Range                     | RFC 9110 section 15.3.7 |       |
        | the whole                     | 200     | content as the twin                   | RFC 9110 section 14.2   | MAY   |

    @id:http-ranges-several-three @needs:http.origin @needs:http.ranges
    Scenario: Three parts are asked for
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-0, 3-4, 7-8\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                       | answers | and                                   | clause                  | level |
        | as parts, each with its range | 206     | multipart by ranges; no Content-Range | RFC 9110 section 15.3.7 |       |
        | as one part                   | 206     | has Content-Range                     | RFC 9110 section 15.3.7 |       |
        | the whole                     | 200     | content as the twin                   | RFC 9110 section 14.2   | MAY   |

  @RFC9110-15.3.7-04
  Rule: Send no multipart answer to a request for one range

    @id:http-ranges-one-not-multipart @needs:http.origin @needs:http.ranges
    Scenario: One range is not answered with several parts
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-4\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                 | clause                  | level |
        | not so    | 206     | not multipart       | RFC 9110 section 15.3.7 |       |
        | the whole | 200     | content as the twin | RFC 9110 section 14.2   | MAY   |

    @id:http-ranges-one-suffix-not-multipart @needs:http.origin @needs:http.ranges
    Scenario: One range from the end is not answered with several parts
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=-4\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                 | clause                  | level |
        | not so    | 206     | not multipart       | RFC 9110 section 15.3.7 |       |
        | the whole | 200     | content as the twin | RFC 9110 section 14.2   | MAY   |

  @RFC9110-15.3.7-05
  Rule: Send parts in the order asked for

    @id:http-ranges-in-order @needs:http.origin @needs:http.ranges
    Scenario: Parts come in the order in which they were asked for
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=4-5,0-1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and                 | clause                  | level |
        | in order           | 206     | parts begin at 4, 0 | RFC 9110 section 15.3.7 |       |
        | joined in one part | 206     | parts begin at 0    | RFC 9110 section 15.3.7 |       |
        | some of them       | 206     | parts begin at 4    | RFC 9110 section 15.3.7 |       |
        | as one part        | 206     | has Content-Range   | RFC 9110 section 15.3.7 |       |
        | the whole          | 200     | content as the twin | RFC 9110 section 14.2   | MAY   |
