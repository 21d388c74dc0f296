# Written by `npm run generate` from spec/http/cases/fields.json: change that, not this.
Feature: Field lines

  A name, a colon, a value. Names are the same in any case, blanks around a value are no part of it, and who does not
  know a field passes over it.

  Background:
    Given the server does not answer everything alike

  @RFC9112-5.1-01
  Rule: Answer a request with whitespace between a field name and its colon with 400

    @id:http-fields-space-before-colon-unknown @needs:http.origin
    Scenario: SP between the name and the colon of a field that nobody knows
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay : 1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 5.1 |

    @id:http-fields-tab-before-colon-unknown @needs:http.origin
    Scenario: HTAB between the name and the colon of a field that nobody knows
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay\t: 1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 5.1 |

    @id:http-fields-space-before-colon-host @needs:http.origin
    Scenario: SP between the name and the colon of Host
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host : {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 5.1 |

    @id:http-fields-tab-before-colon-host @needs:http.origin
    Scenario: HTAB between the name and the colon of Host
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host\t: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 5.1 |

    @id:http-fields-space-before-colon-length @needs:http.origin
    Scenario: SP between the name and the colon of Content-Length
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length : 0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 5.1 |

    @id:http-fields-space-before-colon-coding @needs:http.origin
    Scenario: SP between the name and the colon of Transfer-Encoding
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Transfer-Encoding : chunked\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 5.1 |

  @RFC9110-5.5-04
  Rule: Take SP and HTAB around a field value as no part of it

    @id:http-fields-no-blank @needs:http.origin
    Scenario: No blank after the colon
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host:{host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | taken   | twin    | RFC 9110 section 5.5 |

    @id:http-fields-blanks-around @needs:http.origin
    Scenario: SP and HTAB around the value of Host
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: \t  {host} \t \r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | taken   | twin    | RFC 9110 section 5.5 |

    @id:http-fields-blanks-around-close @needs:http.origin @needs:http.persistence
    Scenario: SP and HTAB around the option close
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
        Connection:\t close \t\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                          | answers | clause               |
        | closed after the first           | twin    | RFC 9110 section 5.5 |
        | refused, for more came behind it | 400     | RFC 9112 section 9.6 |

    @id:http-fields-blanks-around-length @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: SP and HTAB around Content-Length
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
        Content-Length: \t 5 \t\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9110 section 5.5 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

  @RFC9112-5.2-02
  Rule: On a folded field line in a request, either answer 400 or replace each fold by SP before use; both outcomes conform

    @id:http-fields-fold @needs:http.origin
    Scenario: A folded field line
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay: a\r\n b\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                     | answers | clause               |
        | refused                     | 400     | RFC 9112 section 5.2 |
        | taken, with SP for the fold | twin    | RFC 9112 section 5.2 |

    @id:http-fields-fold-with-tab @needs:http.origin
    Scenario: A field line folded with HTAB
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay: a\r\n\tb\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                     | answers | clause               |
        | refused                     | 400     | RFC 9112 section 5.2 |
        | taken, with SP for the fold | twin    | RFC 9112 section 5.2 |

    @id:http-fields-fold-is-no-field @needs:http.origin
    Scenario: What follows a fold is no field of its own
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
        X-Assay: a\r\n Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                               | answers | clause               |
        | refused, for the fold or without Host | 400     | RFC 9112 section 5.2 |

    @id:http-fields-fold-of-close @needs:http.origin @needs:http.persistence
    Scenario: The option close behind a fold
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
        Connection:\r\n close\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                      | answers  | clause               |
        | refused                                      | 400      | RFC 9112 section 5.2 |
        | refused, the next one taken                  | 400 twin | RFC 9112 section 5.2 |
        | closed after the first, with SP for the fold | twin     | RFC 9112 section 5.2 |

    @id:http-fields-fold-of-length @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length behind a fold
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
        Content-Length:\r\n 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                        | answers   | clause               |
        | refused                        | 400       | RFC 9112 section 5.2 |
        | refused, the next one answered | 400 200   | RFC 9112 section 5.2 |
        | taken, with SP for the fold    | twin twin | RFC 9112 section 5.2 |
        | taken, then closed             | twin      | RFC 9112 section 9.5 |

  @RFC9110-5.1-02
  Rule: Ignore fields it does not recognise

    @id:http-fields-unknown-one @needs:http.origin
    Scenario: A field that nobody knows
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay: 1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause               |
        | passed over | twin    | RFC 9110 section 5.1 |

    @id:http-fields-unknown-short @needs:http.origin
    Scenario: A field name of one letter
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        A: 1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause               |
        | passed over | twin    | RFC 9110 section 5.1 |

    @id:http-fields-unknown-empty @needs:http.origin
    Scenario: A field without a value
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay:\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause               |
        | passed over | twin    | RFC 9110 section 5.1 |

    @id:http-fields-unknown-symbols @needs:http.origin
    Scenario: A field name of all the signs that a token may have
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        !#$%&'*+-.^_`|~09: 1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause               |
        | passed over | twin    | RFC 9110 section 5.1 |

    @id:http-fields-unknown-quoted @needs:http.origin
    Scenario: A field value with quotes and a backslash
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay: "a\\"b", c\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause               |
        | passed over | twin    | RFC 9110 section 5.1 |

  @RFC9110-5.1-03
  Rule: Compare field names case-insensitively

    @id:http-fields-name-in-mixed-case @needs:http.origin
    Scenario: Host in mixed case
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        hOSt: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | taken   | twin    | RFC 9110 section 5.1 |

    @id:http-fields-name-in-upper-case-close @needs:http.origin @needs:http.persistence
    Scenario: Connection in upper case
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
        CONNECTION: close\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                          | answers | clause               |
        | closed after the first           | twin    | RFC 9110 section 5.1 |
        | refused, for more came behind it | 400     | RFC 9112 section 9.6 |

    @id:http-fields-name-in-lower-case-length @needs:http.origin @needs:http.content @needs:http.persistence
    Scenario: Content-Length in lower case
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
        content-length: 5\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers   | clause               |
        | taken              | twin twin | RFC 9110 section 5.1 |
        | taken, then closed | twin      | RFC 9112 section 9.5 |

  @RFC9110-5.3-01
  Rule: Send no field twice in a message that is not defined as a list

    @id:http-fields-once-resource @needs:http.origin
    Scenario: No field that has one value stands twice, for the resource
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                                                                                                                                                           | clause               |
        | each once | any     | at most one Date; at most one Content-Type; at most one Content-Length; at most one Last-Modified; at most one ETag; at most one Server; at most one Location | RFC 9110 section 5.3 |

    @id:http-fields-once-nothing @needs:http.origin
    Scenario: No field that has one value stands twice, for a path at which there is nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers | and                                                                                                                                                           | clause               |
        | each once | any     | at most one Date; at most one Content-Type; at most one Content-Length; at most one Last-Modified; at most one ETag; at most one Server; at most one Location | RFC 9110 section 5.3 |

  @RFC9110-5.3-03
  Rule: Apply no request to its target before its whole header section has come

    @id:http-fields-unfinished-section @needs:http.origin
    Scenario: A header section that never ends
      Given the server serves its resource
      When the client sends this and ends, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        """
      Then the server does one of these:
        | outcome                  | answers | clause             |
        | closed without an answer | none    | RFC 9112 section 8 |
        | refused                  | 4xx/5xx | RFC 9112 section 8 |

    @id:http-fields-unfinished-line @needs:http.origin
    Scenario: A field line that never ends
      Given the server serves its resource
      When the client sends this and ends, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}
        """
      Then the server does one of these:
        | outcome                  | answers | clause             |
        | closed without an answer | none    | RFC 9112 section 8 |
        | refused                  | 4xx/5xx | RFC 9112 section 8 |

  @RFC9110-5.4-01
  Rule: Answer field lines, values or sets of fields larger than it will process with a fitting 4xx (431 or 400, for instance)

    @id:http-fields-large-value @needs:http.origin
    Scenario: A field value of 100,000 octets
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay: {a*100000}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome              | answers | clause               |
        | refused as too large | 431     | RFC 6585 section 5   |
        | refused              | 4xx     | RFC 9110 section 5.4 |
        | taken                | 2xx     | RFC 9110 section 5.4 |

    @id:http-fields-large-name @needs:http.origin
    Scenario: A field name of 100,000 octets
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        {a*100000}: 1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome              | answers | clause               |
        | refused as too large | 431     | RFC 6585 section 5   |
        | refused              | 4xx     | RFC 9110 section 5.4 |
        | taken                | 2xx     | RFC 9110 section 5.4 |

    @id:http-fields-large-many @needs:http.origin
    Scenario: 2,000 fields
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        {X-Assay: 1\r\n*1999}X-Assay: 1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome              | answers | clause               |
        | refused as too large | 431     | RFC 6585 section 5   |
        | refused              | 4xx     | RFC 9110 section 5.4 |
        | taken                | 2xx     | RFC 9110 section 5.4 |

  @RFC6585-5-01
  Rule: Answer header fields that are too large, singly or together, with 431

    @id:http-fields-too-large-value @needs:http.origin
    Scenario: A field value of 100,000 octets may be refused with 431
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay: {a*100000}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause               | level |
        | refused as too large  | 431     | RFC 6585 section 5   | MAY   |
        | refused               | 4xx/5xx | RFC 9110 section 5.4 | MAY   |
        | taken                 | 2xx     | RFC 9110 section 5.4 | MAY   |
        | closed without a word | none    | RFC 9112 section 9.5 | MAY   |

    @id:http-fields-too-large-name @needs:http.origin
    Scenario: A field name of 100,000 octets may be refused with 431
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        {a*100000}: 1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause               | level |
        | refused as too large  | 431     | RFC 6585 section 5   | MAY   |
        | refused               | 4xx/5xx | RFC 9110 section 5.4 | MAY   |
        | taken                 | 2xx     | RFC 9110 section 5.4 | MAY   |
        | closed without a word | none    | RFC 9112 section 9.5 | MAY   |

    @id:http-fields-too-large-many @needs:http.origin
    Scenario: 2,000 fields may be refused with 431
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        {X-Assay: 1\r\n*1999}X-Assay: 1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause               | level |
        | refused as too large  | 431     | RFC 6585 section 5   | MAY   |
        | refused               | 4xx/5xx | RFC 9110 section 5.4 | MAY   |
        | taken                 | 2xx     | RFC 9110 section 5.4 | MAY   |
        | closed without a word | none    | RFC 9112 section 9.5 | MAY   |

  @RFC9110-5.5-03
  Rule: Treat octets 0x80-0xFF in values as opaque data

    @id:http-fields-latin @needs:http.origin
    Scenario: Octets above 0x7f in a value
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay: \xe9\xff\x80\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause               |
        | passed over | twin    | RFC 9110 section 5.5 |

    @id:http-fields-utf-8 @needs:http.origin
    Scenario: A value in UTF-8
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay: \xc4\x8a\xe2\x82\xac\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause               |
        | passed over | twin    | RFC 9110 section 5.5 |

  @RFC9110-5.6.1-02
  Rule: Accept and ignore a reasonable number of empty list elements

    @id:http-fields-empty-members-close @needs:http.origin @needs:http.persistence
    Scenario: The option close among empty members of a list
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
        Connection: , close ,,\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                          | answers | clause                 |
        | closed after the first           | twin    | RFC 9110 section 5.6.1 |
        | refused, for more came behind it | 400     | RFC 9112 section 9.6   |

    @id:http-fields-empty-members-tag @needs:http.origin @needs:http.if-none-match
    Scenario: An entity tag among empty members of a list
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        If-None-Match: , "assay-no", , {twin:ETag} ,\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | clause                 |
        | not modified | 304     | RFC 9110 section 5.6.1 |
