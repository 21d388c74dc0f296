# Written by `npm run generate` from spec/http/cases/statuses.json: change that, not this.
Feature: What a status brings with it

  Some statuses mean something only together with a field, others only with content, others only without.

  Background:
    Given the server does not answer everything alike

  @RFC9110-11.6.1-01
  Rule: Send WWW-Authenticate with at least one challenge in a 401

    @id:http-statuses-challenge-nothing @needs:http.origin
    Scenario: A 401 to a path at which there is nothing has a challenge
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | has one        | 401     | has WWW-Authenticate  | RFC 9110 section 11.6.1 |
        | another status | any     | status is none of 401 | RFC 9110 section 15     |

    @id:http-statuses-challenge-unknown-method @needs:http.origin
    Scenario: A 401 to a method that nobody knows has a challenge
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | has one        | 401     | has WWW-Authenticate  | RFC 9110 section 11.6.1 |
        | another status | any     | status is none of 401 | RFC 9110 section 15     |

    @id:http-statuses-challenge-post @needs:http.origin
    Scenario: A 401 to POST for the resource has a challenge
      Given the server serves its resource
      When the client sends this, for "POST":
        """
        POST {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | has one        | 401     | has WWW-Authenticate  | RFC 9110 section 11.6.1 |
        | another status | any     | status is none of 401 | RFC 9110 section 15     |

    @id:http-statuses-challenge-resource @needs:http.origin
    Scenario: A 401 to the resource has a challenge
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | has one        | 401     | has WWW-Authenticate  | RFC 9110 section 11.6.1 |
        | another status | any     | status is none of 401 | RFC 9110 section 15     |

  @RFC9110-7.8-04
  Rule: Send Upgrade in a 426 response

    @id:http-statuses-upgrade-required-nothing @needs:http.origin
    Scenario: A 426 to a path at which there is nothing says to which protocol
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | says so        | 426     | has Upgrade           | RFC 9110 section 7.8 |
        | another status | any     | status is none of 426 | RFC 9110 section 15  |

    @id:http-statuses-upgrade-required-unknown-method @needs:http.origin
    Scenario: A 426 to a method that nobody knows says to which protocol
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | says so        | 426     | has Upgrade           | RFC 9110 section 7.8 |
        | another status | any     | status is none of 426 | RFC 9110 section 15  |

    @id:http-statuses-upgrade-required-post @needs:http.origin
    Scenario: A 426 to POST for the resource says to which protocol
      Given the server serves its resource
      When the client sends this, for "POST":
        """
        POST {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | says so        | 426     | has Upgrade           | RFC 9110 section 7.8 |
        | another status | any     | status is none of 426 | RFC 9110 section 15  |

    @id:http-statuses-upgrade-required-resource @needs:http.origin
    Scenario: A 426 to the resource says to which protocol
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | says so        | 426     | has Upgrade           | RFC 9110 section 7.8 |
        | another status | any     | status is none of 426 | RFC 9110 section 15  |

  @RFC9110-15.4-01
  Rule: Send Location in 300 (when preferred), 301, 302, 303, 307 and 308

    @id:http-statuses-location-nothing @needs:http.origin
    Scenario: A redirection of a path at which there is nothing says where to
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers         | and                                  | clause                |
        | says so        | 301/302/307/308 | has Location                         | RFC 9110 section 15.4 |
        | another status | any             | status is none of 301, 302, 307, 308 | RFC 9110 section 15   |

    @id:http-statuses-location-unknown-method @needs:http.origin
    Scenario: A redirection of a method that nobody knows says where to
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers         | and                                  | clause                |
        | says so        | 301/302/307/308 | has Location                         | RFC 9110 section 15.4 |
        | another status | any             | status is none of 301, 302, 307, 308 | RFC 9110 section 15   |

    @id:http-statuses-location-post @needs:http.origin
    Scenario: A redirection of POST for the resource says where to
      Given the server serves its resource
      When the client sends this, for "POST":
        """
        POST {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers         | and                                  | clause                |
        | says so        | 301/302/307/308 | has Location                         | RFC 9110 section 15.4 |
        | another status | any             | status is none of 301, 302, 307, 308 | RFC 9110 section 15   |

    @id:http-statuses-location-resource @needs:http.origin
    Scenario: A redirection of the resource says where to
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers         | and                                  | clause                |
        | says so        | 301/302/307/308 | has Location                         | RFC 9110 section 15.4 |
        | another status | any             | status is none of 301, 302, 307, 308 | RFC 9110 section 15   |

  @RFC9110-15.3.6-01
  Rule: Generate no content in a 205

    @id:http-statuses-reset-nothing @needs:http.origin
    Scenario: A 205 to a path at which there is nothing has no content
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | has none       | 205     | no content            | RFC 9110 section 15.3.6 |
        | another status | any     | status is none of 205 | RFC 9110 section 15     |

    @id:http-statuses-reset-unknown-method @needs:http.origin
    Scenario: A 205 to a method that nobody knows has no content
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | has none       | 205     | no content            | RFC 9110 section 15.3.6 |
        | another status | any     | status is none of 205 | RFC 9110 section 15     |

    @id:http-statuses-reset-post @needs:http.origin
    Scenario: A 205 to POST for the resource has no content
      Given the server serves its resource
      When the client sends this, for "POST":
        """
        POST {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | has none       | 205     | no content            | RFC 9110 section 15.3.6 |
        | another status | any     | status is none of 205 | RFC 9110 section 15     |

    @id:http-statuses-reset-resource @needs:http.origin
    Scenario: A 205 to the resource has no content
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | has none       | 205     | no content            | RFC 9110 section 15.3.6 |
        | another status | any     | status is none of 205 | RFC 9110 section 15     |

  @RFC9110-15.3.5-01
  Rule: A 204 ends with its header section

    @id:http-statuses-no-content-nothing @needs:http.origin
    Scenario: A 204 to a path at which there is nothing ends with its header section
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | it does        | 204     | nothing left over     | RFC 9110 section 15.3.5 |
        | another status | any     | status is none of 204 | RFC 9110 section 15     |

    @id:http-statuses-no-content-unknown-method @needs:http.origin
    Scenario: A 204 to a method that nobody knows ends with its header section
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | it does        | 204     | nothing left over     | RFC 9110 section 15.3.5 |
        | another status | any     | status is none of 204 | RFC 9110 section 15     |

    @id:http-statuses-no-content-post @needs:http.origin
    Scenario: A 204 to POST for the resource ends with its header section
      Given the server serves its resource
      When the client sends this, for "POST":
        """
        POST {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | it does        | 204     | nothing left over     | RFC 9110 section 15.3.5 |
        | another status | any     | status is none of 204 | RFC 9110 section 15     |

    @id:http-statuses-no-content-resource @needs:http.origin
    Scenario: A 204 to the resource ends with its header section
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause                  |
        | it does        | 204     | nothing left over     | RFC 9110 section 15.3.5 |
        | another status | any     | status is none of 204 | RFC 9110 section 15     |

  @RFC9110-8.6-03
  Rule: Send no Content-Length in a 1xx or 204 response

    @id:http-statuses-length-of-204-nothing @needs:http.origin
    Scenario: A 204 to a path at which there is nothing has no Content-Length
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | has none       | 204     | no Content-Length     | RFC 9110 section 8.6 |
        | another status | any     | status is none of 204 | RFC 9110 section 15  |

    @id:http-statuses-length-of-204-unknown-method @needs:http.origin
    Scenario: A 204 to a method that nobody knows has no Content-Length
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | has none       | 204     | no Content-Length     | RFC 9110 section 8.6 |
        | another status | any     | status is none of 204 | RFC 9110 section 15  |

    @id:http-statuses-length-of-204-post @needs:http.origin
    Scenario: A 204 to POST for the resource has no Content-Length
      Given the server serves its resource
      When the client sends this, for "POST":
        """
        POST {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | has none       | 204     | no Content-Length     | RFC 9110 section 8.6 |
        | another status | any     | status is none of 204 | RFC 9110 section 15  |

    @id:http-statuses-length-of-204-resource @needs:http.origin
    Scenario: A 204 to the resource has no Content-Length
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | has none       | 204     | no Content-Length     | RFC 9110 section 8.6 |
        | another status | any     | status is none of 204 | RFC 9110 section 15  |

    @id:http-statuses-options-length-of-204 @needs:http.origin @needs:http.options
    Scenario: A 204 to OPTIONS has no Content-Length
      Given the server serves its resource
      When the client sends this, for "OPTIONS":
        """
        OPTIONS {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | has none       | 204     | no Content-Length     | RFC 9110 section 8.6 |
        | another status | any     | status is none of 204 | RFC 9110 section 15  |

  @RFC9112-6.1-05
  Rule: No response of the class 1xx and none with status 204 has Transfer-Encoding

    @id:http-statuses-coding-of-204-nothing @needs:http.origin
    Scenario: A 204 to a path at which there is nothing has no Transfer-Encoding
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | has none       | 204     | no Transfer-Encoding  | RFC 9112 section 6.1 |
        | another status | any     | status is none of 204 | RFC 9110 section 15  |

    @id:http-statuses-coding-of-204-unknown-method @needs:http.origin
    Scenario: A 204 to a method that nobody knows has no Transfer-Encoding
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | has none       | 204     | no Transfer-Encoding  | RFC 9112 section 6.1 |
        | another status | any     | status is none of 204 | RFC 9110 section 15  |

    @id:http-statuses-coding-of-204-post @needs:http.origin
    Scenario: A 204 to POST for the resource has no Transfer-Encoding
      Given the server serves its resource
      When the client sends this, for "POST":
        """
        POST {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 0\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | has none       | 204     | no Transfer-Encoding  | RFC 9112 section 6.1 |
        | another status | any     | status is none of 204 | RFC 9110 section 15  |

    @id:http-statuses-coding-of-204-resource @needs:http.origin
    Scenario: A 204 to the resource has no Transfer-Encoding
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | has none       | 204     | no Transfer-Encoding  | RFC 9112 section 6.1 |
        | another status | any     | status is none of 204 | RFC 9110 section 15  |

    @id:http-statuses-options-coding-of-204 @needs:http.origin @needs:http.options
    Scenario: A 204 to OPTIONS has no Transfer-Encoding
      Given the server serves its resource
      When the client sends this, for "OPTIONS":
        """
        OPTIONS {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                   | clause               |
        | has none       | 204     | no Transfer-Encoding  | RFC 9112 section 6.1 |
        | another status | any     | status is none of 204 | RFC 9110 section 15  |

  @RFC9110-15.5-01
  Rule: Send an explanation as content in a 4xx, except for HEAD

    @id:http-statuses-explained-nothing @needs:http.origin
    Scenario: That there is nothing is explained
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                          | clause                |
        | explained      | 4xx     | some content                 | RFC 9110 section 15.5 |
        | another status | any     | status is none of 400 to 499 | RFC 9110 section 15   |

    @id:http-statuses-explained-no-host @needs:http.origin
    Scenario: A request without Host is told why it is refused
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                          | clause                |
        | explained      | 4xx     | some content                 | RFC 9110 section 15.5 |
        | another status | any     | status is none of 400 to 499 | RFC 9110 section 15   |

  @RFC9110-15.6-01
  Rule: Send an explanation as content in a 5xx, except for HEAD

    @id:http-statuses-explained-method @needs:http.origin
    Scenario: A method that nobody knows is told why it fails
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                          | clause                |
        | explained      | 5xx     | some content                 | RFC 9110 section 15.6 |
        | another status | any     | status is none of 500 to 599 | RFC 9110 section 15   |

  @RFC9110-15.5.5-01
  Rule: Answer 404 when it has no current representation or will not say that one exists

    @id:http-statuses-nothing-noted @needs:http.origin
    Scenario: Where there is nothing, 404 may say so
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | clause                  | level |
        | not found      | 404     | RFC 9110 section 15.5.5 | MAY   |
        | another answer | any     | RFC 9110 section 15.5.5 | MAY   |

  @RFC9110-6.6.1-02
  Rule: Send Date in 1xx and 5xx responses

    @id:http-statuses-date-of-501-noted @needs:http.origin
    Scenario: A response of the class 5xx may have Date
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and      | clause                 | level |
        | has it         | 5xx     | has Date | RFC 9110 section 6.6.1 | MAY   |
        | has none       | 5xx     |          | RFC 9110 section 6.6.1 | MAY   |
        | another answer | any     |          | RFC 9110 section 6.6.1 | MAY   |

  @RFC9110-15.5.14-01
  Rule: Close the connection after a 413

    @id:http-statuses-too-much-noted @needs:http.origin @needs:http.content
    Scenario: Content that is too large may be refused, and the connection closed
      Given the server serves its resource
      When the client sends this and ends, for "POST, GET":
        """
        {content-method} {content-path} HTTP/1.1\r\n
        Host: {host}\r\n
        Content-Length: 1099511627776\r\n
        \r\n
        hello
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | clause                   | level |
        | refused and closed | 413     | RFC 9110 section 15.5.14 | MAY   |
        | refused            | 4xx     | RFC 9110 section 15.5.14 | MAY   |
        | another answer     | any ... | RFC 9110 section 15.5.14 | MAY   |
        | nothing            | none    | RFC 9110 section 15.5.14 | MAY   |
