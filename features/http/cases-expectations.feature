# Written by `npm run generate` from spec/http/cases/expectations.json: change that, not this.
Feature: Expectations and upgrades

  A client may ask to be told before it sends much, and may offer another protocol. Both go to whoever understands them.

  Background:
    Given the server does not answer everything alike

  @RFC9110-10.1.1-01
  Rule: Answer an unknown expectation with 417

    @id:http-expectations-unknown @needs:http.origin
    Scenario: An expectation that nobody knows may be refused with 417
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Expect: assay\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | clause                  | level |
        | refused     | 417     | RFC 9110 section 10.1.1 | MAY   |
        | refused     | 4xx/5xx | RFC 9110 section 10.1.1 | MAY   |
        | passed over | 2xx     | RFC 9110 section 10.1.1 | MAY   |

  @RFC9110-10.1.1-02
  Rule: Ignore 100-continue in an HTTP/1.0 request

    @id:http-expectations-in-1-0 @needs:http.origin @needs:http.content
    Scenario: 100-continue in HTTP/1.0 counts for nothing
      Given the server answers "2xx" to this, sent for "POST":
        """
        {content-method} {content-path} HTTP/1.0\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      When the client sends this, for "POST":
        """
        {content-method} {content-path} HTTP/1.0\r\n
        Host: {host}\r\n
        Expect: 100-continue\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      Then the server does one of these:
        | outcome       | answers | and        | clause                  |
        | as without it | twin    | no interim | RFC 9110 section 10.1.1 |

  @RFC9110-10.1.1-05
  Rule: After sending 100, send a final status in the end

    @id:http-expectations-content-sent-too @needs:http.origin @needs:http.content
    Scenario: After 100, or without it, a final response comes
      Given the server answers "2xx" to this, sent for "POST":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      When the client sends this, for "POST":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Expect: 100-continue\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      Then the server does one of these:
        | outcome  | answers | clause                  |
        | it comes | any     | RFC 9110 section 10.1.1 |

    @id:http-expectations-in-upper-case @needs:http.origin @needs:http.content
    Scenario: 100-CONTINUE is the same expectation
      Given the server answers "2xx" to this, sent for "POST":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      When the client sends this, for "POST":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        EXPECT: 100-CONTINUE\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      Then the server does one of these:
        | outcome  | answers | clause                  |
        | it comes | any     | RFC 9110 section 10.1.1 |

  @RFC9110-10.1.1-04
  Rule: Leave out the 100 if content has already begun to arrive or there is none

    @id:http-expectations-left-out @needs:http.origin @needs:http.content
    Scenario: 100 may be left out once content has come
      Given the server answers "2xx" to this, sent for "POST":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      When the client sends this, for "POST":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Expect: 100-continue\r\n
        Content-Length: 5\r\n
        Connection: close\r\n
        \r\n
        hello
        """
      Then the server does one of these:
        | outcome  | answers | and         | clause                  | level |
        | left out | any     | no interim  | RFC 9110 section 10.1.1 | MAY   |
        | sent     | any     | interim 100 | RFC 9110 section 10.1.1 | MAY   |

  @RFC9110-7.8-01
  Rule: Ignore Upgrade

    @id:http-expectations-upgrade-noted @needs:http.origin
    Scenario: Upgrade may be passed over
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Upgrade: assay/1\r\n
        Connection: Upgrade, close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and        | clause               | level |
        | passed over    | twin    | no interim | RFC 9110 section 7.8 | MAY   |
        | another answer | any     |            | RFC 9110 section 7.8 | MAY   |

  @RFC9110-7.8-02
  Rule: Send Upgrade in a 101 response and switch only to a protocol the client listed

    @id:http-expectations-upgrade-unknown @needs:http.origin
    Scenario: Nobody switches to a protocol that the client did not list
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Upgrade: assay/1\r\n
        Connection: Upgrade, close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | and            | clause               |
        | not switched | any     | no interim 101 | RFC 9110 section 7.8 |

    @id:http-expectations-upgrade-unknown-two @needs:http.origin
    Scenario: Nobody switches to a protocol that two words do not name
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Upgrade: assay/1, assay-2\r\n
        Connection: close, Upgrade\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | and            | clause               |
        | not switched | any     | no interim 101 | RFC 9110 section 7.8 |

  @RFC9110-7.8-03
  Rule: Ignore Upgrade in an HTTP/1.0 request

    @id:http-expectations-upgrade-in-1-0 @needs:http.origin
    Scenario: Upgrade in HTTP/1.0 counts for nothing
      Given the server answers "200" to this, sent for "GET":
        """
        GET {resource} HTTP/1.0\r\n
        Host: {host}\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.0\r\n
        Host: {host}\r\n
        Upgrade: h2c, websocket\r\n
        Connection: Upgrade, HTTP2-Settings\r\n
        HTTP2-Settings: AAMAAABkAAQAoAAAAAIAAAAA\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | and            | clause               |
        | as without it | twin    | no interim 101 | RFC 9110 section 7.8 |

    @id:http-expectations-upgrade-in-1-0-alone @needs:http.origin
    Scenario: Upgrade to TLS in HTTP/1.0 counts for nothing
      Given the server answers "200" to this, sent for "GET":
        """
        GET {resource} HTTP/1.0\r\n
        Host: {host}\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.0\r\n
        Host: {host}\r\n
        Upgrade: TLS/1.0\r\n
        Connection: Upgrade\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | and            | clause               |
        | as without it | twin    | no interim 101 | RFC 9110 section 7.8 |
