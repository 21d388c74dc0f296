# Written by `npm run generate` from spec/http/cases/request-line.json: change that, not this.
Feature: The request line

  Method, target and version, with a space between. What is too long, or in no version that the server knows, has
  an answer of its own.

  Background:
    Given the server does not answer everything alike

  @RFC9112-3-01
  Rule: Split the request line on any run of whitespace (SP, HTAB, VT, FF, bare CR) instead of a single SP, trimming the ends

    @id:http-request-line-lenient-two-spaces @needs:http.origin
    Scenario: Two spaces before the target of the request line
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET  {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause               | level |
        | taken                 | twin    | RFC 9112 section 3   | MAY   |
        | refused               | 4xx/5xx | RFC 9112 section 3   | MAY   |
        | closed without a word | none    | RFC 9112 section 9.5 | MAY   |
        | redirected            | 3xx     | RFC 9112 section 3.2 | MAY   |

    @id:http-request-line-lenient-tab @needs:http.origin
    Scenario: HTAB before the target of the request line
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET\t{resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause               | level |
        | taken                 | twin    | RFC 9112 section 3   | MAY   |
        | refused               | 4xx/5xx | RFC 9112 section 3   | MAY   |
        | closed without a word | none    | RFC 9112 section 9.5 | MAY   |
        | redirected            | 3xx     | RFC 9112 section 3.2 | MAY   |

    @id:http-request-line-lenient-trailing-space @needs:http.origin
    Scenario: A space at the end of the request line
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1 \r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause               | level |
        | taken                 | twin    | RFC 9112 section 3   | MAY   |
        | refused               | 4xx/5xx | RFC 9112 section 3   | MAY   |
        | closed without a word | none    | RFC 9112 section 9.5 | MAY   |
        | redirected            | 3xx     | RFC 9112 section 3.2 | MAY   |

    @id:http-request-line-lenient-leading-space @needs:http.origin
    Scenario: A space at the beginning of the request line
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        \x20GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause               | level |
        | taken                 | twin    | RFC 9112 section 3   | MAY   |
        | refused               | 4xx/5xx | RFC 9112 section 3   | MAY   |
        | closed without a word | none    | RFC 9112 section 9.5 | MAY   |
        | redirected            | 3xx     | RFC 9112 section 3.2 | MAY   |

    @id:http-request-line-lenient-two-before-version @needs:http.origin
    Scenario: Two spaces before the version of the request line
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource}  HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome               | answers | clause               | level |
        | taken                 | twin    | RFC 9112 section 3   | MAY   |
        | refused               | 4xx/5xx | RFC 9112 section 3   | MAY   |
        | closed without a word | none    | RFC 9112 section 9.5 | MAY   |
        | redirected            | 3xx     | RFC 9112 section 3.2 | MAY   |

  @RFC9112-3-02
  Rule: Answer a method longer than any implemented one with 501

    @id:http-request-line-long-method @needs:http.origin
    Scenario: A method of 64 letters
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        {ASSAY*12}GETS {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome         | answers | clause             |
        | not implemented | 501     | RFC 9112 section 3 |

  @RFC9112-3-03
  Rule: Answer a request-target longer than the server is willing to parse with 414

    @id:http-request-line-long-target @needs:http.origin
    Scenario: A target of 100,000 octets
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource}?{a*100000} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                      | answers | clause               |
        | too long                                     | 414     | RFC 9112 section 3   |
        | refused for another limit that was met first | 4xx     | RFC 9110 section 5.4 |
        | taken                                        | 2xx/3xx | RFC 9112 section 3   |

    @id:http-request-line-long-path @needs:http.origin
    Scenario: A path of 70,000 octets
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET /{a*70000} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                                    | answers | clause               |
        | too long                                                   | 414     | RFC 9112 section 3   |
        | refused for another limit that was met first, or not found | 4xx     | RFC 9110 section 5.4 |
        | taken                                                      | 2xx/3xx | RFC 9112 section 3   |

  @RFC9112-3-04
  Rule: Take request lines of 8000 octets at least

    @id:http-request-line-line-of-8000 @needs:http.origin
    Scenario: A request line of 8000 octets
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource}?{a*7900} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers         | clause             |
        | taken   | 2xx/3xx/404/403 | RFC 9112 section 3 |

  @RFC9112-3.2-01
  Rule: Answer an invalid request line, such as one with a raw space within the target, with 400, or with 301 to the target in its right form

    @id:http-request-line-invalid-space @needs:http.origin
    Scenario: A raw space within the target is refused with 400 or redirected
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} x HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome    | answers | clause               |
        | refused    | 400     | RFC 9112 section 3.2 |
        | redirected | 301     | RFC 9112 section 3.2 |

    @id:http-request-line-invalid-space-and-slash @needs:http.origin
    Scenario: A raw space within the target, before a slash is refused with 400 or redirected
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} /x HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome    | answers | clause               |
        | refused    | 400     | RFC 9112 section 3.2 |
        | redirected | 301     | RFC 9112 section 3.2 |

  @RFC9112-3.2-02
  Rule: Do not mend an invalid request line and process it without a redirection

    @id:http-request-line-not-mended-space @needs:http.origin
    Scenario: A raw space within the target is not mended and taken
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} x HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers | clause               |
        | refused                    | 4xx/5xx | RFC 9112 section 3.2 |
        | redirected                 | 3xx     | RFC 9112 section 3.2 |
        | thrown away without a word | none    | RFC 9112 section 3.2 |

    @id:http-request-line-not-mended-space-and-slash @needs:http.origin
    Scenario: A raw space within the target, before a slash is not mended and taken
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} /x HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers | clause               |
        | refused                    | 4xx/5xx | RFC 9112 section 3.2 |
        | redirected                 | 3xx     | RFC 9112 section 3.2 |
        | thrown away without a word | none    | RFC 9112 section 3.2 |

    @id:http-request-line-target-with-tab-not-mended @needs:http.origin
    Scenario: HTAB within the target is not mended and taken
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource}\tx HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers | clause               |
        | refused                    | 4xx/5xx | RFC 9112 section 3.2 |
        | redirected                 | 3xx     | RFC 9112 section 3.2 |
        | thrown away without a word | none    | RFC 9112 section 3.2 |

  @RFC9112-3.2.2-05
  Rule: Accept a request whose target is in absolute-form

    @id:http-request-line-absolute @needs:http.origin @needs:http.version-1.1
    Scenario: A target in absolute-form
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET http://{host}{resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                 |
        | taken   | twin    | content as the twin | RFC 9112 section 3.2.2 |

    @id:http-request-line-absolute-upper-case-scheme @needs:http.origin @needs:http.version-1.1
    Scenario: A target in absolute-form, its scheme in upper case
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET HTTP://{host}{resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                 | clause                 |
        | taken   | twin    | content as the twin | RFC 9112 section 3.2.2 |

  @RFC9112-3.2.2-04
  Rule: Ignore Host and use the target's authority when the target is in absolute-form

    @id:http-request-line-absolute-other-host @needs:http.origin @needs:http.version-1.1
    Scenario: A target in absolute-form beside another Host
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET http://{host}{resource} HTTP/1.1\r\n
        Host: other.invalid\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                               | answers | and                 | clause                 |
        | taken for the authority of the target | twin    | content as the twin | RFC 9112 section 3.2.2 |

    @id:http-request-line-absolute-empty-host @needs:http.origin @needs:http.version-1.1
    Scenario: A target in absolute-form beside an empty Host
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET http://{host}{resource} HTTP/1.1\r\n
        Host:\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                               | answers | and                 | clause                 |
        | taken for the authority of the target | twin    | content as the twin | RFC 9112 section 3.2.2 |

  @RFC9110-7.4-01
  Rule: Reject a request that fails a scheme-specific requirement (an https target over a plain connection) unless it comes from a trusted gateway

    @id:http-request-line-https-target @needs:http.origin @needs:http.no-trusted-gateway
    Scenario: A target of the scheme https on a connection without security
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET https://{host}{resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome    | answers | clause               |
        | refused    | 4xx/5xx | RFC 9110 section 7.4 |
        | redirected | 3xx     | RFC 9110 section 7.4 |
