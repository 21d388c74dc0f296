# Written by `npm run generate` from spec/http/cases/conditions.json: change that, not this.
Feature: Conditional requests

  A request may ask for something only if it changed, or only if it did not: by its entity tag, or by its date.

  Background:
    Given the server does not answer everything alike

  @RFC9110-13.1.1-01
  Rule: Use strong comparison for If-Match

    @id:http-conditions-match-weak @needs:http.origin @needs:http.etag
    Scenario: If-Match compares strongly: a weak tag matches nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Match: W/{etag-core}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause                  |
        | failed  | 412     | RFC 9110 section 13.1.1 |

    @id:http-conditions-match-own @needs:http.origin @needs:http.etag
    Scenario: If-Match with the strong tag of the resource, if it is one
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Match: {twin:ETag}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                     | answers | and               | clause                  |
        | sent                        | 200     | ETag is strong    | RFC 9110 section 13.1.1 |
        | failed, for the tag is weak | 412     | twin ETag is weak | RFC 9110 section 13.1.1 |

  @RFC9110-13.1.1-02
  Rule: Do not perform a method whose If-Match is false: answer 412, or success if the change was made already

    @id:http-conditions-match-other @needs:http.origin @needs:http.etag
    Scenario: If-Match with another tag
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Match: "assay-no-such-tag"\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause                  |
        | failed  | 412     | RFC 9110 section 13.1.1 |

    @id:http-conditions-match-others @needs:http.origin @needs:http.etag
    Scenario: If-Match with several other tags
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Match: "assay-no-such-tag", "assay-nor-this"\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause                  |
        | failed  | 412     | RFC 9110 section 13.1.1 |

    @id:http-conditions-match-other-head @needs:http.origin @needs:http.etag
    Scenario: HEAD with If-Match with another tag
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Match: "assay-no-such-tag"\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause                  |
        | failed  | 412     | RFC 9110 section 13.1.1 |

    @id:http-conditions-match-any @needs:http.origin @needs:http.etag
    Scenario: If-Match with a star, where there is something
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Match: *\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                  |
        | sent    | 200     | content as the twin | RFC 9110 section 13.1.1 |

  @RFC9110-13.1.2-01
  Rule: Use weak comparison for If-None-Match

    @id:http-conditions-none-match-weak @needs:http.origin @needs:http.etag
    Scenario: If-None-Match compares weakly: the same tag made weak matches
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: W/{etag-core}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                  |
        | not modified | 304     | RFC 9110 section 13.1.2 |

    @id:http-conditions-none-match-weak-in-list @needs:http.origin @needs:http.etag
    Scenario: If-None-Match compares weakly within a list
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: "assay-no-such-tag", W/{etag-core}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                  |
        | not modified | 304     | RFC 9110 section 13.1.2 |

  @RFC9110-13.1.2-02
  Rule: When If-None-Match is false, answer 304 for GET and HEAD and 412 for every other method

    @id:http-conditions-none-match-own @needs:http.origin @needs:http.etag
    Scenario: GET with If-None-Match with the tag of the resource
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: {twin:ETag}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                  |
        | not modified | 304     | RFC 9110 section 13.1.2 |

    @id:http-conditions-none-match-own-head @needs:http.origin @needs:http.etag
    Scenario: HEAD with If-None-Match with the tag of the resource
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: {twin:ETag}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                  |
        | not modified | 304     | RFC 9110 section 13.1.2 |

    @id:http-conditions-none-match-list @needs:http.origin @needs:http.etag
    Scenario: If-None-Match with a list that has the tag of the resource
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: "assay-no-such-tag", {twin:ETag}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                  |
        | not modified | 304     | RFC 9110 section 13.1.2 |

    @id:http-conditions-none-match-other @needs:http.origin @needs:http.etag
    Scenario: If-None-Match with another tag
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: "assay-no-such-tag"\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                  |
        | sent    | 200     | content as the twin | RFC 9110 section 13.1.2 |

  @RFC9110-13.1.2-03
  Rule: Evaluate If-None-Match before performing the method ('*' matches any current representation)

    @id:http-conditions-none-match-any @needs:http.origin @needs:http.version-1.1
    Scenario: If-None-Match with a star, where there is something
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: *\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                  |
        | not modified | 304     | RFC 9110 section 13.1.2 |

    @id:http-conditions-none-match-any-head @needs:http.origin @needs:http.version-1.1
    Scenario: HEAD with If-None-Match with a star, where there is something
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: *\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                  |
        | not modified | 304     | RFC 9110 section 13.1.2 |

  @RFC9110-13.1.3-01
  Rule: Ignore If-Modified-Since when If-None-Match is present

    @id:http-conditions-since-beside-none-match @needs:http.origin @needs:http.etag @needs:http.last-modified
    Scenario: If-Modified-Since beside If-None-Match counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: "assay-no-such-tag"\r\n
        If-Modified-Since: {twin:Last-Modified}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                  |
        | sent    | 200     | content as the twin | RFC 9110 section 13.1.3 |

  @RFC9110-13.1.3-02
  Rule: Ignore If-Modified-Since that is not one valid HTTP-date, or with a method other than GET and HEAD

    @id:http-conditions-since-words @needs:http.origin @needs:http.last-modified
    Scenario: If-Modified-Since with words counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: yesterday\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                  |
        | sent    | 200     | content as the twin | RFC 9110 section 13.1.3 |

    @id:http-conditions-since-number @needs:http.origin @needs:http.last-modified
    Scenario: If-Modified-Since with a number counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: 1700000000\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                  |
        | sent    | 200     | content as the twin | RFC 9110 section 13.1.3 |

    @id:http-conditions-since-two @needs:http.origin @needs:http.last-modified
    Scenario: If-Modified-Since with two dates counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: {twin:Last-Modified}, {twin:Last-Modified}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                  |
        | sent    | 200     | content as the twin | RFC 9110 section 13.1.3 |

    @id:http-conditions-since-no-day @needs:http.origin @needs:http.last-modified
    Scenario: If-Modified-Since with a day that is none counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: Mon, 32 Jan 2046 00:00:00 GMT\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                  |
        | sent    | 200     | content as the twin | RFC 9110 section 13.1.3 |

    @id:http-conditions-since-iso @needs:http.origin @needs:http.last-modified
    Scenario: If-Modified-Since with another form of date counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: 2046-01-01T00:00:00Z\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                  |
        | sent    | 200     | content as the twin | RFC 9110 section 13.1.3 |

    @id:http-conditions-since-post @needs:http.origin @needs:http.post
    Scenario: If-Modified-Since counts for nothing with POST
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
        If-Modified-Since: Fri, 01 Jan 2038 00:00:00 GMT\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      Then the server does one of these:
        | outcome       | answers | and                        | clause                  |
        | as without it | any     | status is none of 304, 412 | RFC 9110 section 13.1.3 |

  @RFC9110-13.1.3-03
  Rule: Ignore If-Modified-Since when the resource has no modification date

    @id:http-conditions-since-undated @needs:http.origin @needs:http.undated
    Scenario: If-Modified-Since counts for nothing where no date of change is known
      Given the server answers "200" to this, sent for "GET":
        """
        GET {undated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {undated} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: Fri, 01 Jan 2038 00:00:00 GMT\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause                  |
        | sent    | 200     | RFC 9110 section 13.1.3 |

  @RFC9110-13.1.3-04
  Rule: Answer 304 to a GET or HEAD whose If-Modified-Since is false

    @id:http-conditions-since-own @needs:http.origin @needs:http.last-modified
    Scenario: If-Modified-Since with the date of the last change
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: {twin:Last-Modified}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                  |
        | not modified | 304     | RFC 9110 section 13.1.3 |

    @id:http-conditions-since-own-head @needs:http.origin @needs:http.last-modified
    Scenario: HEAD with If-Modified-Since with the date of the last change
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: {twin:Last-Modified}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                  |
        | not modified | 304     | RFC 9110 section 13.1.3 |

    @id:http-conditions-since-old @needs:http.origin @needs:http.last-modified
    Scenario: If-Modified-Since with a date before the last change
      Given the server serves its resource
      And this holds of the answer: "Last-Modified is later than Sun, 06 Nov 1994 08:49:37 GMT"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                  |
        | sent    | 200     | content as the twin | RFC 9110 section 13.1.3 |

  @RFC9110-5.6.7-02
  Rule: Accept all three HTTP-date formats (IMF-fixdate, rfc850-date, asctime)

    @id:http-conditions-since-rfc850 @needs:http.origin @needs:http.if-modified-since
    Scenario: A date in the form of RFC 850
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: {rfc850:Last-Modified}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                 |
        | not modified | 304     | RFC 9110 section 5.6.7 |

    @id:http-conditions-since-asctime @needs:http.origin @needs:http.if-modified-since
    Scenario: A date in the form of C
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: {asctime:Last-Modified}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                 |
        | not modified | 304     | RFC 9110 section 5.6.7 |

    @id:http-conditions-since-fixdate @needs:http.origin @needs:http.if-modified-since
    Scenario: A date in the form that is written now
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: {twin:Last-Modified}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                 |
        | not modified | 304     | RFC 9110 section 5.6.7 |

  @RFC9110-5.6.7-03
  Rule: Read a two-digit year that looks over 50 years ahead as the latest past year with those digits

    @id:http-conditions-since-two-digits @needs:http.origin @needs:http.if-modified-since
    Scenario: A year of two digits that would be over 50 years ahead is past
      Given the server serves its resource
      And this holds of the answer: "Last-Modified is later than Sun, 06 Nov 1994 08:49:37 GMT"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: Sunday, 06-Nov-94 08:49:37 GMT\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                 |
        | sent    | 200     | content as the twin | RFC 9110 section 5.6.7 |

  @RFC9110-13.1.4-01
  Rule: Ignore If-Unmodified-Since when If-Match is present or the value is not a valid HTTP-date

    @id:http-conditions-unmodified-beside-match @needs:http.origin @needs:http.etag @needs:http.last-modified
    Scenario: If-Unmodified-Since beside If-Match counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Match: {twin:ETag}\r\n
        If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                     | answers | and                 | clause                  |
        | sent                        | 200     | content as the twin | RFC 9110 section 13.1.4 |
        | failed, for the tag is weak | 412     | twin ETag is weak   | RFC 9110 section 13.1.1 |

    @id:http-conditions-unmodified-words @needs:http.origin @needs:http.last-modified @needs:http.version-1.1
    Scenario: If-Unmodified-Since with words counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Unmodified-Since: yesterday\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                  |
        | sent    | 200     | content as the twin | RFC 9110 section 13.1.4 |

    @id:http-conditions-unmodified-two @needs:http.origin @needs:http.last-modified @needs:http.version-1.1
    Scenario: If-Unmodified-Since with two dates counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                  |
        | sent    | 200     | content as the twin | RFC 9110 section 13.1.4 |

    @id:http-conditions-unmodified-iso @needs:http.origin @needs:http.last-modified @needs:http.version-1.1
    Scenario: If-Unmodified-Since with another form of date counts for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Unmodified-Since: 1994-11-06T08:49:37Z\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                  |
        | sent    | 200     | content as the twin | RFC 9110 section 13.1.4 |

  @RFC9110-13.1.4-02
  Rule: Do not perform a method whose If-Unmodified-Since is false: answer 412, or success if the change was made already

    @id:http-conditions-unmodified-old @needs:http.origin @needs:http.last-modified @needs:http.version-1.1
    Scenario: If-Unmodified-Since with a date before the last change
      Given the server serves its resource
      And this holds of the answer: "Last-Modified is later than Sun, 06 Nov 1994 08:49:37 GMT"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause                  |
        | failed  | 412     | RFC 9110 section 13.1.4 |

    @id:http-conditions-unmodified-own @needs:http.origin @needs:http.last-modified @needs:http.version-1.1
    Scenario: If-Unmodified-Since with the date of the last change
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Unmodified-Since: {twin:Last-Modified}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                  |
        | sent    | 200     | content as the twin | RFC 9110 section 13.1.4 |

    @id:http-conditions-unmodified-old-head @needs:http.origin @needs:http.last-modified @needs:http.version-1.1
    Scenario: HEAD with If-Unmodified-Since with a date before the last change
      Given the server serves its resource
      And this holds of the answer: "Last-Modified is later than Sun, 06 Nov 1994 08:49:37 GMT"
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause                  |
        | failed  | 412     | RFC 9110 section 13.1.4 |

  @RFC9110-13.2.1-01
  Rule: Ignore preconditions when the response without them would be neither 2xx nor 412

    @id:http-conditions-nothing-none-match @needs:http.origin
    Scenario: Where there is nothing, If-None-Match changes nothing
      Given the server serves its resource
      And the server answers "4xx" to this, sent for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: "assay"\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | clause                  |
        | as without it | twin    | RFC 9110 section 13.2.1 |

    @id:http-conditions-nothing-since @needs:http.origin
    Scenario: Where there is nothing, If-Modified-Since changes nothing
      Given the server serves its resource
      And the server answers "4xx" to this, sent for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: Fri, 01 Jan 2038 00:00:00 GMT\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | clause                  |
        | as without it | twin    | RFC 9110 section 13.2.1 |

    @id:http-conditions-nothing-match @needs:http.origin
    Scenario: Where there is nothing, If-Match changes nothing
      Given the server serves its resource
      And the server answers "4xx" to this, sent for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Match: "assay"\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | clause                  |
        | as without it | twin    | RFC 9110 section 13.2.1 |

    @id:http-conditions-nothing-unmodified @needs:http.origin
    Scenario: Where there is nothing, If-Unmodified-Since changes nothing
      Given the server serves its resource
      And the server answers "4xx" to this, sent for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | clause                  |
        | as without it | twin    | RFC 9110 section 13.2.1 |

  @RFC9110-13.2.1-02
  Rule: Ignore preconditions on CONNECT, OPTIONS and TRACE

    @id:http-conditions-options-match @needs:http.origin @needs:http.options
    Scenario: OPTIONS with If-Match is as without
      Given the server answers "2xx" to this, sent for "OPTIONS":
        """
        OPTIONS {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "OPTIONS":
        """
        OPTIONS {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Match: "assay-no-such-tag"\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | clause                  |
        | as without it | twin    | RFC 9110 section 13.2.1 |

    @id:http-conditions-options-none-match @needs:http.origin @needs:http.options
    Scenario: OPTIONS with If-None-Match is as without
      Given the server answers "2xx" to this, sent for "OPTIONS":
        """
        OPTIONS {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "OPTIONS":
        """
        OPTIONS {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: *\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | clause                  |
        | as without it | twin    | RFC 9110 section 13.2.1 |

    @id:http-conditions-options-unmodified @needs:http.origin @needs:http.options
    Scenario: OPTIONS with If-Unmodified-Since is as without
      Given the server answers "2xx" to this, sent for "OPTIONS":
        """
        OPTIONS {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "OPTIONS":
        """
        OPTIONS {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | clause                  |
        | as without it | twin    | RFC 9110 section 13.2.1 |

  @RFC9110-13.2.2-01
  Rule: Evaluate preconditions in the fixed order: If-Match, If-Unmodified-Since, If-None-Match, If-Modified-Since, If-Range

    @id:http-conditions-order-match-first @needs:http.origin @needs:http.etag
    Scenario: If-Match is evaluated before If-None-Match
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Match: "assay-no-such-tag"\r\n
        If-None-Match: *\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause                  |
        | failed  | 412     | RFC 9110 section 13.2.2 |

    @id:http-conditions-order-unmodified-first @needs:http.origin @needs:http.etag @needs:http.last-modified
    Scenario: If-Unmodified-Since is evaluated before If-None-Match
      Given the server serves its resource
      And this holds of the answer: "Last-Modified is later than Sun, 06 Nov 1994 08:49:37 GMT"
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Unmodified-Since: Sun, 06 Nov 1994 08:49:37 GMT\r\n
        If-None-Match: *\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause                  |
        | failed  | 412     | RFC 9110 section 13.2.2 |

    @id:http-conditions-order-match-then-none @needs:http.origin @needs:http.etag
    Scenario: If-None-Match is evaluated after an If-Match that holds
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Match: *\r\n
        If-None-Match: {twin:ETag}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                  |
        | not modified | 304     | RFC 9110 section 13.2.2 |

    @id:http-conditions-order-before-range @needs:http.origin @needs:http.etag @needs:http.ranges
    Scenario: If-None-Match is evaluated before a range is taken
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-0\r\n
        If-None-Match: {twin:ETag}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                  |
        | not modified | 304     | RFC 9110 section 13.2.2 |

    @id:http-conditions-order-match-before-range @needs:http.origin @needs:http.etag @needs:http.ranges
    Scenario: If-Match is evaluated before a range is taken
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Range: bytes=0-0\r\n
        If-Match: "assay-no-such-tag"\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause                  |
        | failed  | 412     | RFC 9110 section 13.2.2 |

  @RFC9110-15.4.5-01
  Rule: Send in a 304 the Content-Location, Date, ETag, Vary, Cache-Control and Expires that the 200 would have had

    @id:http-conditions-fields-of-304-tag @needs:http.origin @needs:http.if-none-match
    Scenario: A 304 by its tag has what a 200 would have
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: {twin:ETag}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | and                                                                                                                                                                                          | clause                  |
        | as in the 200 | 304     | Date if the twin has it; ETag as the twin, if it has one; Cache-Control if the twin has it; Content-Location as the twin, if it has one; Vary if the twin has it; Expires if the twin has it | RFC 9110 section 15.4.5 |

    @id:http-conditions-fields-of-304-date @needs:http.origin @needs:http.if-modified-since
    Scenario: A 304 by its date has what a 200 would have
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: {twin:Last-Modified}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | and                                                                                                                                                                                          | clause                  |
        | as in the 200 | 304     | Date if the twin has it; ETag as the twin, if it has one; Cache-Control if the twin has it; Content-Location as the twin, if it has one; Vary if the twin has it; Expires if the twin has it | RFC 9110 section 15.4.5 |

  @RFC9110-8.6-02
  Rule: A Content-Length in a 304 is the length that the 200 would have had

    @id:http-conditions-length-of-304-tag @needs:http.origin @needs:http.if-none-match
    Scenario: A Content-Length in a 304 by its tag is that of the 200
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: {twin:ETag}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome           | answers | and                                            | clause               |
        | the same, or none | 304     | Content-Length of the twin's content, if there | RFC 9110 section 8.6 |

    @id:http-conditions-length-of-304-date @needs:http.origin @needs:http.if-modified-since
    Scenario: A Content-Length in a 304 by its date is that of the 200
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: {twin:Last-Modified}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome           | answers | and                                            | clause               |
        | the same, or none | 304     | Content-Length of the twin's content, if there | RFC 9110 section 8.6 |

  @RFC9110-15.4.5-02
  Rule: Send no other representation metadata in a 304 unless it guides cache updates

    @id:http-conditions-no-more-in-304-tag @needs:http.origin @needs:http.if-none-match
    Scenario: A 304 by its tag tells no more about the content
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: {twin:ETag}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                                                       | clause                  |
        | no more | 304     | no Content-Type; no Content-Encoding; no Content-Language | RFC 9110 section 15.4.5 |

    @id:http-conditions-no-more-in-304-date @needs:http.origin @needs:http.if-modified-since
    Scenario: A 304 by its date tells no more about the content
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: {twin:Last-Modified}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                                                       | clause                  |
        | no more | 304     | no Content-Type; no Content-Encoding; no Content-Language | RFC 9110 section 15.4.5 |

  @RFC9110-15.4.5-03
  Rule: Send no content in a 304

    @id:http-conditions-no-content-in-304-tag @needs:http.origin @needs:http.if-none-match
    Scenario: A 304 by its tag has no content: the next response follows at once
      Given the server serves its resource
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
        | outcome           | answers | and               | clause                  |
        | none              | 304 200 |                   | RFC 9110 section 15.4.5 |
        | none, then closed | 304     | nothing left over | RFC 9110 section 15.4.5 |

    @id:http-conditions-no-content-in-304-date @needs:http.origin @needs:http.if-modified-since
    Scenario: A 304 by its date has no content: the next response follows at once
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-Modified-Since: {twin:Last-Modified}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome           | answers | and               | clause                  |
        | none              | 304 200 |                   | RFC 9110 section 15.4.5 |
        | none, then closed | 304     | nothing left over | RFC 9110 section 15.4.5 |

  @RFC9110-8.8.3-03
  Rule: Write ETag as an optional case-sensitive W/ and a quoted opaque string

    @id:http-conditions-tag-form @needs:http.origin @needs:http.etag
    Scenario: The form of an entity tag
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                                                | clause                 |
        | by the grammar | 200     | ETag has the form (W/)?"[\x21\x23-\x7e\x80-\xff]*" | RFC 9110 section 8.8.3 |

  @RFC9110-8.8.3-02
  Rule: Send ETag for a representation whose changes can be detected reasonably and consistently

    @id:http-conditions-tag-of-head @needs:http.origin @needs:http.etag
    Scenario: HEAD is told the entity tag too
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and      | clause                 |
        | told    | 200     | has ETag | RFC 9110 section 8.8.3 |

  @RFC9110-15.3.1-01
  Rule: Send the available validators in a 200 to GET or HEAD, best both a strong ETag and Last-Modified

    @id:http-conditions-validators @needs:http.origin @needs:http.last-modified
    Scenario: A 200 has the validators that there are
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and               | clause                  |
        | a tag   | 200     | has ETag          | RFC 9110 section 15.3.1 |
        | a date  | 200     | has Last-Modified | RFC 9110 section 15.3.1 |

    @id:http-conditions-validators-of-head @needs:http.origin @needs:http.last-modified
    Scenario: A 200 to HEAD has the validators that there are
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and               | clause                  |
        | a tag   | 200     | has ETag          | RFC 9110 section 15.3.1 |
        | a date  | 200     | has Last-Modified | RFC 9110 section 15.3.1 |
