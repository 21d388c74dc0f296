# Written by `npm run generate` from spec/http/cases/host.json: change that, not this.
Feature: Who is asked for: Host

  Many servers may share an address; Host says which of them is meant. A request that leaves it open, or says two things,
  may be read by each machine on the way as it likes, and so is refused.

  Background:
    Given the server does not answer everything alike

  @RFC9112-3.2-05
  Rule: Answer a request of HTTP/1.1 that lacks a Host field with 400

    @id:http-host-missing-with-others @needs:http.origin @needs:http.version-1.1
    Scenario: No Host among other fields
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        User-Agent: assay\r\n
        Accept: */*\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-missing-on-second @needs:http.origin @needs:http.persistence
    Scenario: No Host in the second request of a connection
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers  | clause               |
        | refused       | twin 400 | RFC 9112 section 3.2 |
        | closed before | twin     | RFC 9112 section 9.5 |

  @RFC9112-3.2-06
  Rule: Answer a request that has more than one Host field line with 400, whether or not they are equal

    @id:http-host-two-that-differ @needs:http.origin @needs:http.version-1.1
    Scenario: Two Host fields that differ
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Host: other.invalid\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-two-in-other-case @needs:http.origin @needs:http.version-1.1
    Scenario: Two Host fields, one of them in upper case
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        HOST: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-two-apart @needs:http.origin @needs:http.version-1.1
    Scenario: Two Host fields with others between them
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Accept: */*\r\n
        User-Agent: assay\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-two-one-empty @needs:http.origin @needs:http.version-1.1
    Scenario: Two Host fields, one of them empty
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Host:\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

  @RFC9112-3.2-07
  Rule: Answer any request whose Host is not a name or address with an optional port of digits with 400

    @id:http-host-with-userinfo @needs:http.origin @needs:http.version-1.1
    Scenario: Host with user information
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: user@{host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-userinfo-and-password @needs:http.origin @needs:http.version-1.1
    Scenario: Host with a name and a password
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: user:secret@{host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-path @needs:http.origin @needs:http.version-1.1
    Scenario: Host with a path
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}/\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-query @needs:http.origin @needs:http.version-1.1
    Scenario: Host with a query
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}?x\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-fragment @needs:http.origin @needs:http.version-1.1
    Scenario: Host with a fragment
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}#x\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-space @needs:http.origin @needs:http.version-1.1
    Scenario: Host with a space within
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: exam ple.invalid\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-letters-as-port @needs:http.origin @needs:http.version-1.1
    Scenario: Host with letters for a port
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: example.invalid:abc\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-negative-port @needs:http.origin @needs:http.version-1.1
    Scenario: Host with a negative port
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: example.invalid:-80\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-two-colons @needs:http.origin @needs:http.version-1.1
    Scenario: Host with two ports
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: example.invalid:80:80\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-open-bracket @needs:http.origin @needs:http.version-1.1
    Scenario: Host with a bracket that is not closed
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: [::1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-scheme @needs:http.origin @needs:http.version-1.1
    Scenario: Host with a scheme
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: http://{host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-percent @needs:http.origin @needs:http.version-1.1
    Scenario: Host with a percent sign that stands for nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: exam%zzple.invalid\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-brackets-around-name @needs:http.origin @needs:http.version-1.1
    Scenario: Host with brackets around a name
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: [example.invalid]\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-backslash @needs:http.origin @needs:http.version-1.1
    Scenario: Host with a backslash
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: example\\invalid\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-quotes @needs:http.origin @needs:http.version-1.1
    Scenario: Host with quotes
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: "example.invalid"\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

    @id:http-host-with-angle @needs:http.origin @needs:http.version-1.1
    Scenario: Host with angle brackets
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: <example.invalid>\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | clause               |
        | refused | 400     | RFC 9112 section 3.2 |

  @RFC9110-5.5-01
  Rule: On CR, LF or NUL inside a field value, reject the message or replace the octet by SP

    @id:http-host-with-nul @needs:http.origin
    Scenario: Host with a NUL: it is neither the end nor nothing
      Given the server serves its resource
      And the server answers "400" to this, sent for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: exam ple.invalid\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\x00.invalid\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                              | answers | clause               |
        | refused, or SP for the NUL, which makes Host invalid | 400     | RFC 9110 section 5.5 |
        | refused                                              | 4xx/5xx | RFC 9110 section 5.5 |
        | thrown away without a word                           | none    | RFC 9110 section 5.5 |

    @id:http-host-nul-in-value @needs:http.origin
    Scenario: NUL within the value of a field that nobody knows
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        X-Assay: a\x00b\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers | clause               |
        | refused                    | 4xx/5xx | RFC 9110 section 5.5 |
        | taken, with SP for the NUL | twin    | RFC 9110 section 5.5 |
        | thrown away without a word | none    | RFC 9110 section 5.5 |

    @id:http-host-nul-hides-close @needs:http.origin @needs:http.persistence
    Scenario: NUL at the end of the option close
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
        Connection: close\x00\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                                       | answers      | clause               |
        | refused                                       | 4xx/5xx      | RFC 9110 section 5.5 |
        | refused, the next one taken                   | 4xx/5xx twin | RFC 9110 section 5.5 |
        | taken, with SP for the NUL                    | twin         | RFC 9110 section 5.5 |
        | taken, with SP for the NUL, as another option | twin twin    | RFC 9110 section 5.5 |
        | thrown away without a word                    | none         | RFC 9110 section 5.5 |

  @RFC9112-3.3-01
  Rule: Where Host is empty, or missing in HTTP/1.0, refuse the request or apply a default name

    @id:http-host-empty @needs:http.origin
    Scenario: An empty Host
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host:\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers | clause               | level |
        | taken for the default name | 2xx/3xx | RFC 9112 section 3.3 | MAY   |
        | refused                    | 4xx/5xx | RFC 9112 section 3.3 | MAY   |

    @id:http-host-none-in-1-0 @needs:http.origin
    Scenario: No Host in a request of HTTP/1.0
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers | clause               | level |
        | taken for the default name | 2xx/3xx | RFC 9112 section 3.3 | MAY   |
        | refused                    | 4xx/5xx | RFC 9112 section 3.3 | MAY   |
