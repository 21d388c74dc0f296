# Written by `npm run generate` from spec/http/cases/versions.json: change that, not this.
Feature: Versions

  A response says the version that its sender speaks, not that of the request; what goes beyond an older client is not
  sent to it.

  Background:
    Given the server does not answer everything alike

  @RFC9112-2.3-03
  Rule: Answer a client of HTTP/1.1 in an earlier version only if something about that client asks for it

    @id:http-versions-not-downgraded @needs:http.origin @needs:http.version-1.1
    Scenario: HTTP/1.1 is answered in HTTP/1.1
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and              | clause               |
        | not downgraded | twin    | version HTTP/1.1 | RFC 9112 section 2.3 |

    @id:http-versions-not-downgraded-for-agent @needs:http.origin @needs:http.version-1.1
    Scenario: HTTP/1.1 with a User-Agent is answered in HTTP/1.1
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        User-Agent: assay/1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and              | clause               |
        | not downgraded | twin    | version HTTP/1.1 | RFC 9112 section 2.3 |

    @id:http-versions-not-downgraded-for-nothing @needs:http.origin @needs:http.version-1.1
    Scenario: HTTP/1.1 is answered in HTTP/1.1 where there is nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and              | clause               |
        | not downgraded | any     | version HTTP/1.1 | RFC 9112 section 2.3 |

  @RFC9110-6.2-01
  Rule: Send the highest version it conforms to whose major number is not above the request's

    @id:http-versions-highest-to-1-0 @needs:http.origin @needs:http.version-1.1
    Scenario: HTTP/1.0 is answered in the highest version of the same major number
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.0\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | and              | clause               |
        | the highest | any     | version HTTP/1.1 | RFC 9110 section 6.2 |

  @RFC9110-6.2-03
  Rule: Treat a higher minor version of a known major version as the highest minor it knows (HTTP/1.2 works as 1.1)

    @id:http-versions-higher-minor @needs:http.origin
    Scenario: HTTP/1.2 is taken for HTTP/1.1
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.2\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | taken   | twin    | RFC 9110 section 6.2 |

    @id:http-versions-higher-minor-9 @needs:http.origin
    Scenario: HTTP/1.9 is taken for HTTP/1.1
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.9\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | taken   | twin    | RFC 9110 section 6.2 |

  @RFC9110-6.2-04
  Rule: Refuse an unsupported major version with 505

    @id:http-versions-major-2-0 @needs:http.origin
    Scenario: HTTP/2.0 may be refused with 505
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/2.0\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause               | level |
        | not supported         | 505     | RFC 9110 section 6.2 | MAY   |
        | refused               | 4xx/5xx | RFC 9110 section 6.2 | MAY   |
        | taken                 | 2xx/3xx | RFC 9110 section 6.2 | MAY   |
        | closed without a word | none    | RFC 9112 section 9.5 | MAY   |

    @id:http-versions-major-3-0 @needs:http.origin
    Scenario: HTTP/3.0 may be refused with 505
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/3.0\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause               | level |
        | not supported         | 505     | RFC 9110 section 6.2 | MAY   |
        | refused               | 4xx/5xx | RFC 9110 section 6.2 | MAY   |
        | taken                 | 2xx/3xx | RFC 9110 section 6.2 | MAY   |
        | closed without a word | none    | RFC 9112 section 9.5 | MAY   |

    @id:http-versions-major-9-9 @needs:http.origin
    Scenario: HTTP/9.9 may be refused with 505
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/9.9\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause               | level |
        | not supported         | 505     | RFC 9110 section 6.2 | MAY   |
        | refused               | 4xx/5xx | RFC 9110 section 6.2 | MAY   |
        | taken                 | 2xx/3xx | RFC 9110 section 6.2 | MAY   |
        | closed without a word | none    | RFC 9112 section 9.5 | MAY   |

  @RFC9110-15.6.6-01
  Rule: Say in a 505 why the version is not supported and which are

    @id:http-versions-major-explained-2-0 @needs:http.origin
    Scenario: A 505 to HTTP/2.0 says why
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/2.0\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers     | and          | clause                  |
        | explained                  | 505         | some content | RFC 9110 section 15.6.6 |
        | another answer             | 2xx/3xx/4xx |              | RFC 9110 section 6.2    |
        | another answer             | 500/501/503 |              | RFC 9110 section 6.2    |
        | thrown away without a word | none        |              | RFC 9110 section 6.2    |

    @id:http-versions-major-explained-3-0 @needs:http.origin
    Scenario: A 505 to HTTP/3.0 says why
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/3.0\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers     | and          | clause                  |
        | explained                  | 505         | some content | RFC 9110 section 15.6.6 |
        | another answer             | 2xx/3xx/4xx |              | RFC 9110 section 6.2    |
        | another answer             | 500/501/503 |              | RFC 9110 section 6.2    |
        | thrown away without a word | none        |              | RFC 9110 section 6.2    |

    @id:http-versions-major-explained-9-9 @needs:http.origin
    Scenario: A 505 to HTTP/9.9 says why
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/9.9\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers     | and          | clause                  |
        | explained                  | 505         | some content | RFC 9110 section 15.6.6 |
        | another answer             | 2xx/3xx/4xx |              | RFC 9110 section 6.2    |
        | another answer             | 500/501/503 |              | RFC 9110 section 6.2    |
        | thrown away without a word | none        |              | RFC 9110 section 6.2    |

  @RFC9110-15.2-01
  Rule: Send no 1xx to an HTTP/1.0 client

    @id:http-versions-no-interim-to-1-0 @needs:http.origin
    Scenario: No interim response to HTTP/1.0
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.0\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and        | clause                |
        | none    | any     | no interim | RFC 9110 section 15.2 |

    @id:http-versions-no-interim-to-1-0-expect @needs:http.origin @needs:http.content
    Scenario: No interim response to HTTP/1.0 that expects one
      Given the server serves its resource
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
        | outcome | answers | and        | clause                |
        | none    | any     | no interim | RFC 9110 section 15.2 |

  @RFC9112-6.1-07
  Rule: Send no Transfer-Encoding to a request of a version below HTTP/1.1

    @id:http-versions-no-coding-to-1-0 @needs:http.origin @needs:http.generated
    Scenario: No transfer coding to HTTP/1.0
      Given the server answers "200" to this, sent for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {generated} HTTP/1.0\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                  | clause               |
        | none    | any     | no Transfer-Encoding | RFC 9112 section 6.1 |

    @id:http-versions-no-coding-to-1-0-keep-alive @needs:http.origin @needs:http.generated
    Scenario: No transfer coding to HTTP/1.0 with keep-alive
      Given the server answers "200" to this, sent for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {generated} HTTP/1.0\r\n
        Host: {host}\r\n
        Connection: keep-alive\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                  | clause               |
        | none    | any     | no Transfer-Encoding | RFC 9112 section 6.1 |
