# Written by `npm run generate` from spec/http/cases/responses.json: change that, not this.
Feature: What responses are made of

  The octets of a response by its grammar: where it ends, how it is framed, what stands in it and what does not.

  Background:
    Given the server does not answer everything alike

  @RFC9112-2.2-02
  Rule: Never emit a CR that is not followed by LF in the status line, field lines, chunk framing or trailers

    @id:http-responses-no-bare-cr-resource @needs:http.origin
    Scenario: No bare CR in the answer to the resource
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and        | clause               |
        | none    | any     | no bare CR | RFC 9112 section 2.2 |

    @id:http-responses-no-bare-cr-nothing @needs:http.origin
    Scenario: No bare CR in the answer to a path at which there is nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and        | clause               |
        | none    | any     | no bare CR | RFC 9112 section 2.2 |

    @id:http-responses-no-bare-cr-head @needs:http.origin
    Scenario: No bare CR in the answer to HEAD for the resource
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and        | clause               |
        | none    | any     | no bare CR | RFC 9112 section 2.2 |

    @id:http-responses-no-bare-cr-unknown-method @needs:http.origin
    Scenario: No bare CR in the answer to a method that nobody knows
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and        | clause               |
        | none    | any     | no bare CR | RFC 9112 section 2.2 |

    @id:http-responses-no-bare-cr-no-host @needs:http.origin
    Scenario: No bare CR in the answer to a request without Host
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and        | clause               |
        | none    | any     | no bare CR | RFC 9112 section 2.2 |

    @id:http-responses-no-bare-cr-garbage @needs:http.origin
    Scenario: No bare CR in the answer to words that are no request
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        this is no request\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and        | clause               |
        | none    | any     | no bare CR | RFC 9112 section 2.2 |

  @RFC9112-2.2-07
  Rule: Never send whitespace between the start line and the first field line

    @id:http-responses-fields-first-resource @needs:http.origin
    Scenario: No blank between the status line and the first field, for the resource
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                             | clause               |
        | none    | any     | no blank before the first field | RFC 9112 section 2.2 |

    @id:http-responses-fields-first-nothing @needs:http.origin
    Scenario: No blank between the status line and the first field, for a path at which there is nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                             | clause               |
        | none    | any     | no blank before the first field | RFC 9112 section 2.2 |

    @id:http-responses-fields-first-head @needs:http.origin
    Scenario: No blank between the status line and the first field, for HEAD for the resource
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                             | clause               |
        | none    | any     | no blank before the first field | RFC 9112 section 2.2 |

    @id:http-responses-fields-first-unknown-method @needs:http.origin
    Scenario: No blank between the status line and the first field, for a method that nobody knows
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                             | clause               |
        | none    | any     | no blank before the first field | RFC 9112 section 2.2 |

    @id:http-responses-fields-first-no-host @needs:http.origin
    Scenario: No blank between the status line and the first field, for a request without Host
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                             | clause               |
        | none    | any     | no blank before the first field | RFC 9112 section 2.2 |

    @id:http-responses-fields-first-garbage @needs:http.origin
    Scenario: No blank between the status line and the first field, for words that are no request
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        this is no request\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and                             | clause               |
        | none    | any     | no blank before the first field | RFC 9112 section 2.2 |

  @RFC9112-5.2-01
  Rule: Do not generate folded field lines (outside message/http)

    @id:http-responses-no-fold-resource @needs:http.origin
    Scenario: No folded field in the answer to the resource
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and             | clause               |
        | none    | any     | no line folding | RFC 9112 section 5.2 |

    @id:http-responses-no-fold-nothing @needs:http.origin
    Scenario: No folded field in the answer to a path at which there is nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and             | clause               |
        | none    | any     | no line folding | RFC 9112 section 5.2 |

    @id:http-responses-no-fold-head @needs:http.origin
    Scenario: No folded field in the answer to HEAD for the resource
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and             | clause               |
        | none    | any     | no line folding | RFC 9112 section 5.2 |

    @id:http-responses-no-fold-unknown-method @needs:http.origin
    Scenario: No folded field in the answer to a method that nobody knows
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and             | clause               |
        | none    | any     | no line folding | RFC 9112 section 5.2 |

    @id:http-responses-no-fold-no-host @needs:http.origin
    Scenario: No folded field in the answer to a request without Host
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and             | clause               |
        | none    | any     | no line folding | RFC 9112 section 5.2 |

    @id:http-responses-no-fold-garbage @needs:http.origin
    Scenario: No folded field in the answer to words that are no request
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        this is no request\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and             | clause               |
        | none    | any     | no line folding | RFC 9112 section 5.2 |

  @RFC9110-2.2-01
  Rule: Generate no protocol element that does not match its grammar

    @id:http-responses-grammar-resource @needs:http.origin
    Scenario: Field lines by the grammar in the answer to the resource
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                        | clause               |
        | by the grammar | any     | field lines by the grammar | RFC 9110 section 2.2 |

    @id:http-responses-grammar-nothing @needs:http.origin
    Scenario: Field lines by the grammar in the answer to a path at which there is nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                        | clause               |
        | by the grammar | any     | field lines by the grammar | RFC 9110 section 2.2 |

    @id:http-responses-grammar-head @needs:http.origin
    Scenario: Field lines by the grammar in the answer to HEAD for the resource
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                        | clause               |
        | by the grammar | any     | field lines by the grammar | RFC 9110 section 2.2 |

    @id:http-responses-grammar-unknown-method @needs:http.origin
    Scenario: Field lines by the grammar in the answer to a method that nobody knows
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                        | clause               |
        | by the grammar | any     | field lines by the grammar | RFC 9110 section 2.2 |

    @id:http-responses-grammar-no-host @needs:http.origin
    Scenario: Field lines by the grammar in the answer to a request without Host
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                        | clause               |
        | by the grammar | any     | field lines by the grammar | RFC 9110 section 2.2 |

    @id:http-responses-grammar-garbage @needs:http.origin
    Scenario: Field lines by the grammar in the answer to words that are no request
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        this is no request\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                        | clause               |
        | by the grammar | any     | field lines by the grammar | RFC 9110 section 2.2 |

  @RFC9110-5.6.1-01
  Rule: Generate no empty list elements

    @id:http-responses-no-empty-members-resource @needs:http.origin
    Scenario: No empty members in the lists of the answer to the resource
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and              | clause                 |
        | none    | any     | no empty members | RFC 9110 section 5.6.1 |

    @id:http-responses-no-empty-members-nothing @needs:http.origin
    Scenario: No empty members in the lists of the answer to a path at which there is nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and              | clause                 |
        | none    | any     | no empty members | RFC 9110 section 5.6.1 |

    @id:http-responses-no-empty-members-head @needs:http.origin
    Scenario: No empty members in the lists of the answer to HEAD for the resource
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and              | clause                 |
        | none    | any     | no empty members | RFC 9110 section 5.6.1 |

    @id:http-responses-no-empty-members-unknown-method @needs:http.origin
    Scenario: No empty members in the lists of the answer to a method that nobody knows
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and              | clause                 |
        | none    | any     | no empty members | RFC 9110 section 5.6.1 |

    @id:http-responses-no-empty-members-no-host @needs:http.origin
    Scenario: No empty members in the lists of the answer to a request without Host
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and              | clause                 |
        | none    | any     | no empty members | RFC 9110 section 5.6.1 |

    @id:http-responses-no-empty-members-garbage @needs:http.origin
    Scenario: No empty members in the lists of the answer to words that are no request
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        this is no request\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome | answers | and              | clause                 |
        | none    | any     | no empty members | RFC 9110 section 5.6.1 |

  @RFC9110-15-03
  Rule: Send only three-digit status codes from 100 to 599 (values outside are invalid)

    @id:http-responses-status-range-resource @needs:http.origin
    Scenario: A status from 100 to 599 in the answer to the resource
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome  | answers | and                         | clause              |
        | in range | any     | status is one of 100 to 599 | RFC 9110 section 15 |

    @id:http-responses-status-range-nothing @needs:http.origin
    Scenario: A status from 100 to 599 in the answer to a path at which there is nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome  | answers | and                         | clause              |
        | in range | any     | status is one of 100 to 599 | RFC 9110 section 15 |

    @id:http-responses-status-range-head @needs:http.origin
    Scenario: A status from 100 to 599 in the answer to HEAD for the resource
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome  | answers | and                         | clause              |
        | in range | any     | status is one of 100 to 599 | RFC 9110 section 15 |

    @id:http-responses-status-range-unknown-method @needs:http.origin
    Scenario: A status from 100 to 599 in the answer to a method that nobody knows
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome  | answers | and                         | clause              |
        | in range | any     | status is one of 100 to 599 | RFC 9110 section 15 |

    @id:http-responses-status-range-no-host @needs:http.origin
    Scenario: A status from 100 to 599 in the answer to a request without Host
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome  | answers | and                         | clause              |
        | in range | any     | status is one of 100 to 599 | RFC 9110 section 15 |

    @id:http-responses-status-range-garbage @needs:http.origin
    Scenario: A status from 100 to 599 in the answer to words that are no request
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        this is no request\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome  | answers | and                         | clause              |
        | in range | any     | status is one of 100 to 599 | RFC 9110 section 15 |

  @RFC9112-6.2-01
  Rule: Send no Content-Length together with Transfer-Encoding

    @id:http-responses-length-or-coding-resource @needs:http.origin
    Scenario: No Content-Length beside Transfer-Encoding in the answer to the resource
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | and                                        | clause               |
        | one at most | any     | no Content-Length beside Transfer-Encoding | RFC 9112 section 6.2 |

    @id:http-responses-length-or-coding-nothing @needs:http.origin
    Scenario: No Content-Length beside Transfer-Encoding in the answer to a path at which there is nothing
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | and                                        | clause               |
        | one at most | any     | no Content-Length beside Transfer-Encoding | RFC 9112 section 6.2 |

    @id:http-responses-length-or-coding-head @needs:http.origin
    Scenario: No Content-Length beside Transfer-Encoding in the answer to HEAD for the resource
      Given the server serves its resource
      When the client sends this, for "HEAD":
        """
        HEAD {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | and                                        | clause               |
        | one at most | any     | no Content-Length beside Transfer-Encoding | RFC 9112 section 6.2 |

    @id:http-responses-length-or-coding-unknown-method @needs:http.origin
    Scenario: No Content-Length beside Transfer-Encoding in the answer to a method that nobody knows
      Given the server serves its resource
      When the client sends this, for "ASSAY":
        """
        ASSAY {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | and                                        | clause               |
        | one at most | any     | no Content-Length beside Transfer-Encoding | RFC 9112 section 6.2 |

    @id:http-responses-length-or-coding-no-host @needs:http.origin
    Scenario: No Content-Length beside Transfer-Encoding in the answer to a request without Host
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | and                                        | clause               |
        | one at most | any     | no Content-Length beside Transfer-Encoding | RFC 9112 section 6.2 |

    @id:http-responses-length-or-coding-garbage @needs:http.origin
    Scenario: No Content-Length beside Transfer-Encoding in the answer to words that are no request
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        this is no request\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | and                                        | clause               |
        | one at most | any     | no Content-Length beside Transfer-Encoding | RFC 9112 section 6.2 |

    @id:http-responses-framed-generated @needs:http.origin @needs:http.generated
    Scenario: No Content-Length beside Transfer-Encoding in what is generated
      Given the server answers "200" to this, sent for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome     | answers | and                                        | clause               |
        | one at most | any     | no Content-Length beside Transfer-Encoding | RFC 9112 section 6.2 |

  @RFC9112-7.1-04
  Rule: Chunk sizes, data and the last chunk of a response follow the grammar

    @id:http-responses-chunks @needs:http.origin @needs:http.generated
    Scenario: The chunks of a response by their grammar
      Given the server answers "200" to this, sent for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome        | answers | and                          | clause               |
        | by the grammar | twin    | chunks by the grammar; whole | RFC 9112 section 7.1 |

    @id:http-responses-chunks-then-next @needs:http.origin @needs:http.generated @needs:http.persistence
    Scenario: The chunks of a response, and the next response behind them
      Given the server answers "200" to this, sent for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET, GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                     | answers  | and                          | clause               |
        | by the grammar              | twin 200 | chunks by the grammar        | RFC 9112 section 7.1 |
        | by the grammar, then closed | twin     | chunks by the grammar; whole | RFC 9112 section 7.1 |

  @RFC9112-6.1-02
  Rule: Do not apply the chunked coding to a body twice

    @id:http-responses-chunked-once @needs:http.origin @needs:http.generated
    Scenario: A body is chunked once
      Given the server answers "200" to this, sent for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome      | answers | and                                       | clause               |
        | once at most | twin    | Transfer-Encoding does not repeat chunked | RFC 9112 section 6.1 |

  @RFC9112-6.1-04
  Rule: If a coding other than chunked is applied to a response body, either end with chunked or delimit by closing the connection

    @id:http-responses-chunked-last @needs:http.origin @needs:http.generated
    Scenario: Whichever codings there are, chunked is the last, or the close ends the body
      Given the server answers "200" to this, sent for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        TE: gzip, deflate\r\n
        Connection: TE, close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome            | answers | and                                                    | clause               |
        | chunked last       | twin    | framing chunked                                        | RFC 9112 section 6.1 |
        | ended by the close | twin    | framing close; Transfer-Encoding does not name chunked | RFC 9112 section 6.1 |
        | no coding          | twin    | no Transfer-Encoding                                   | RFC 9112 section 6.1 |

  @RFC9112-6.1-13
  Rule: Send Transfer-Encoding in the response to HEAD or in a 304, to tell what a GET would have used

    @id:http-responses-coding-of-head @needs:http.origin @needs:http.generated
    Scenario: HEAD may tell the transfer coding that GET would have
      Given the server answers "200" to this, sent for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "HEAD":
        """
        HEAD {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome  | answers | and                   | clause               | level |
        | told     | any     | has Transfer-Encoding | RFC 9112 section 6.1 | MAY   |
        | not told | any     |                       | RFC 9112 section 6.1 | MAY   |

  @RFC9110-6.5.1-01
  Rule: Send no field in a trailer section whose definition does not allow it there

    @id:http-responses-trailer-allowed @needs:http.origin @needs:http.generated
    Scenario: A trailer field is none that is for framing, routing, modifiers or the content
      Given the server answers "200" to this, sent for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      When the client sends this, for "GET":
        """
        GET {generated} HTTP/1.1\r\n
        Host: {host}\r\n
        TE: trailers\r\n
        Connection: TE, close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome       | answers | and                    | clause                 |
        | none of these | twin    | trailer fields allowed | RFC 9110 section 6.5.1 |

  @RFC9112-6.3-14
  Rule: Delimit responses by length or chunked rather than by closing the connection

    @id:http-responses-delimited @needs:http.origin
    Scenario: Content is delimited by its length or by chunks, not by the close
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome   | answers  | and             | clause               |
        | delimited | twin ... | framing length  | RFC 9112 section 6.3 |
        | delimited | twin ... | framing chunked | RFC 9112 section 6.3 |

    @id:http-responses-delimited-for-nothing @needs:http.origin
    Scenario: The explanation that there is nothing is delimited too
      Given the server serves its resource
      When the client sends this, for "GET, GET":
        """
        GET {absent} HTTP/1.1\r\n
        Host: {host}\r\n
        \r\n
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome    | answers | and             | clause               |
        | delimited  | any ... | framing length  | RFC 9112 section 6.3 |
        | delimited  | any ... | framing chunked | RFC 9112 section 6.3 |
        | no content | any ... | framing none    | RFC 9112 section 6.3 |

  @RFC9110-8.4-01
  Rule: List applied content codings in Content-Encoding in the order applied

    @id:http-responses-coding-is-told @needs:http.origin
    Scenario: Content that is compressed says so
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Accept-Encoding: gzip\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                    | answers | and                                                                                 | clause               |
        | as it is                   | twin    | no Content-Encoding; content as the twin                                            | RFC 9110 section 8.4 |
        | gzip                       | twin    | Content-Encoding has the form ([Xx]-)?[Gg][Zz][Ii][Pp]; content begins as gzip does | RFC 9110 section 8.4 |
        | another coding, or several | twin    | Content-Encoding has another form than ([Xx]-)?[Gg][Zz][Ii][Pp]                     | RFC 9110 section 8.4 |

  @RFC9110-12.5.5-01
  Rule: Send Vary on a cacheable response that was chosen by request fields and is to be reused selectively

    @id:http-responses-vary-is-told @needs:http.origin
    Scenario: What was chosen by Accept-Encoding says so
      Given the server serves its resource
      When the client sends this, for "GET":
        """
        GET {resource} HTTP/1.1\r\n
        Host: {host}\r\n
        Accept-Encoding: gzip\r\n
        Connection: close\r\n
        \r\n
        """
      Then the server does one of these:
        | outcome                             | answers | and                 | clause                  |
        | not chosen                          | twin    | content as the twin | RFC 9110 section 12.5.5 |
        | chosen, and said                    | twin    | has Vary            | RFC 9110 section 12.5.5 |
        | chosen, its reuse limited otherwise | twin    | has Cache-Control   | RFC 9110 section 12.5.5 |
        | chosen, and dated to expire         | twin    | has Expires         | RFC 9110 section 12.5.5 |
