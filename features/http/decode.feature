Feature: What a decoder of HTTP messages makes of octets

  Every recipient reads the same messages by the same grammar, be it server, client or what stands between. A decoder that
  is attached by itself shows it without any connection.

  @RFC9112-2.2-03
  Rule: On a bare CR in the start line, a field line or framing, either treat the element as invalid or turn the CR into SP before using or forwarding it

    @id:http-decode-001 @needs:http.decode
    Scenario Outline: A bare CR that could end a line: <case>
      Given the message decoder reads the request "chunked" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it

      Examples:
        | case          |
        | cr-ends-line  |
        | cr-after-size |

    @id:http-decode-002 @needs:http.decode
    Scenario Outline: A bare CR in a value: <case>
      Given the message decoder reads the request "plain" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it, or reads it as it is

      Examples:
        | case        |
        | cr-in-value |

  @RFC9112-2.2-04
  Rule: Take a lone LF for the end of a request line or field line

    @id:http-decode-003 @needs:http.decode
    Scenario Outline: Lone LF: <case>
      Given the message decoder reads the request "plain" as it is
      When the message decoder is given the request "<case>"
      Then it is noted what the message decoder makes of it

      Examples:
        | case    |
        | lone-lf |

  @RFC9112-2.2-08
  Rule: Refuse a message whose start line is followed by a line that begins with a blank, or pass over such lines unprocessed, up to a field line of the right form or the end of the section

    @id:http-decode-004 @needs:http.decode
    Scenario Outline: A line with a blank before it: <case>
      Given the message decoder reads the request "plain" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it, or reads it as it is

      Examples:
        | case             |
        | blank-line-first |

  @RFC9112-3-01
  Rule: Split the request line on any run of whitespace (SP, HTAB, VT, FF, bare CR) instead of a single SP, trimming the ends

    @id:http-decode-005 @needs:http.decode
    Scenario Outline: More blanks than one: <case>
      Given the message decoder reads the request "plain" as it is
      When the message decoder is given the request "<case>"
      Then it is noted what the message decoder makes of it

      Examples:
        | case       |
        | two-spaces |

  @RFC9110-5.5-04
  Rule: Take SP and HTAB around a field value as no part of it

    @id:http-decode-006 @needs:http.decode
    Scenario Outline: Blanks around values: <case>
      Given the message decoder reads the request "plain" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder reads it as it is

      Examples:
        | case          |
        | blanks-around |

  @RFC9110-5.5-01
  Rule: On CR, LF or NUL inside a field value, reject the message or replace the octet by SP

    @id:http-decode-007 @needs:http.decode
    Scenario Outline: NUL in a value: <case>
      Given the message decoder reads the request "plain" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it, or reads it as it is

      Examples:
        | case         |
        | nul-in-value |

  @RFC9110-5.5-03
  Rule: Treat octets 0x80-0xFF in values as opaque data

    @id:http-decode-008 @needs:http.decode
    Scenario Outline: Octets beyond ASCII: <case>
      Given the message decoder reads the request "plain" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder reads it as it is

      Examples:
        | case  |
        | latin |
        | utf-8 |

  @RFC9112-5.2-02
  Rule: On a folded field line in a request, either answer 400 or replace each fold by SP before use; both outcomes conform

    @id:http-decode-009 @needs:http.decode
    Scenario Outline: A fold: <case>
      Given the message decoder reads the request "plain" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it, or reads it as it is

      Examples:
        | case |
        | fold |

  @RFC9112-6-01
  Rule: Read the presence of a request body from Content-Length or Transfer-Encoding only, not from the method

    @id:http-decode-010 @needs:http.decode
    Scenario Outline: Content by the fields, not by the method: <case>
      Given the message decoder reads the request "plain" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it, or reads it as it is

      Examples:
        | case                |
        | get-with-length     |
        | unknown-method      |
        | post-without-length |

  @RFC9112-6.3-12
  Rule: Treat a request with neither Content-Length nor Transfer-Encoding as having no body

    @id:http-decode-011 @needs:http.decode
    Scenario Outline: No content without a field that says so: <case>
      Given the message decoder reads the request "length" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder reads it as it is

      Examples:
        | case  |
        | query |
        | star  |

    @id:http-decode-031 @needs:http.decode
    Scenario Outline: Octets behind a request that says nothing of content: <case>
      Given the message decoder reads the request "length" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it, or reads it as it is

      Examples:
        | case                |
        | post-without-length |

  @RFC9112-6.1-01
  Rule: Be able to parse the chunked coding

    @id:http-decode-012 @needs:http.decode
    Scenario Outline: Chunked content: <case>
      Given the message decoder reads the request "length" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder reads it as it is

      Examples:
        | case    |
        | chunked |

  @RFC9112-6.1-14
  Rule: Names of transfer codings are the same in any case

    @id:http-decode-013 @needs:http.decode
    Scenario Outline: The name in upper case: <case>
      Given the message decoder reads the request "chunked" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder reads it as it is

      Examples:
        | case          |
        | chunked-upper |

  @RFC9112-6.3-03
  Rule: Where both are there, Transfer-Encoding overrides Content-Length; or the message is refused

    @id:http-decode-014 @needs:http.decode
    Scenario Outline: A length beside chunked: <case>
      Given the message decoder reads the request "chunked" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it, or reads it as it is

      Examples:
        | case              |
        | length-and-coding |
        | coding-and-length |

  @RFC9112-6.3-08
  Rule: An invalid Content-Length spoils the message, but for a list of one valid value repeated, which counts as that value

    @id:http-decode-015 @needs:http.decode
    Scenario Outline: An invalid length: <case>
      Given the message decoder reads the request "length" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it

      Examples:
        | case               |
        | length-letters     |
        | length-negative    |
        | length-plus        |
        | length-differing   |
        | length-hex         |
        | length-two-numbers |
        | length-two-fields  |

    @id:http-decode-016 @needs:http.decode
    Scenario Outline: Equal lengths: <case>
      Given the message decoder reads the request "length" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it, or reads it as it is

      Examples:
        | case          |
        | lengths-equal |

  @RFC9110-8.6-08
  Rule: Reject a repeated identical Content-Length list, or replace it by one value

    @id:http-decode-017 @needs:http.decode
    Scenario Outline: Equal lengths: <case>
      Given the message decoder reads the request "length" as it is
      When the message decoder is given the request "<case>"
      Then it is noted what the message decoder makes of it

      Examples:
        | case          |
        | lengths-equal |

  @RFC9110-8.6-06
  Rule: Cope with very large Content-Length numbers without overflow or loss of precision

    @id:http-decode-018 @needs:http.decode
    Scenario Outline: A huge length: <case>
      Given the message decoder reads the request "length" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it

      Examples:
        | case           |
        | length-huge    |
        | length-huge-32 |

  @RFC9112-6.3-11
  Rule: A message whose connection ends before Content-Length octets have come is incomplete

    @id:http-decode-019 @needs:http.decode
    Scenario Outline: Content that is cut off: <case>
      Given the message decoder reads the request "length" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it

      Examples:
        | case            |
        | content-cut-off |

  @RFC9112-7.1-01
  Rule: Decode chunked: hex size (either case), optional extensions, data, CRLF, zero chunk, trailers, blank line

    @id:http-decode-020 @needs:http.decode
    Scenario Outline: Chunks: <case>
      Given the message decoder reads the request "chunked" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder reads it as it is

      Examples:
        | case              |
        | chunked-two       |
        | chunked-none      |
        | chunked-hex       |
        | chunked-line-ends |

    @id:http-decode-021 @needs:http.decode
    Scenario Outline: What is no chunk, or not all of them: <case>
      Given the message decoder reads the request "chunked" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it

      Examples:
        | case               |
        | chunk-cut-off      |
        | last-chunk-missing |
        | trailer-unended    |
        | size-of-no-digits  |
        | size-with-letters  |
        | size-with-prefix   |
        | size-negative      |

    @id:http-decode-022 @needs:http.decode
    Scenario Outline: Chunks of a response: <case>
      Given the message decoder reads the response "file" as it is
      When the message decoder is given the response "<case>"
      Then the message decoder reads it as it is

      Examples:
        | case               |
        | chunks-and-trailer |

  @RFC9112-7.1-02
  Rule: Cope with very large chunk sizes without integer overflow or loss of precision

    @id:http-decode-023 @needs:http.decode
    Scenario Outline: A huge size: <case>
      Given the message decoder reads the request "chunked" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it

      Examples:
        | case          |
        | size-huge-32  |
        | size-huge-64  |
        | size-huge-128 |

  @RFC9112-7.1-03
  Rule: Treat parameters on the chunked coding name as an error

    @id:http-decode-024 @needs:http.decode
    Scenario Outline: A parameter on chunked: <case>
      Given the message decoder reads the request "chunked" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it

      Examples:
        | case              |
        | chunked-parameter |

  @RFC9112-7.2-01
  Rule: Treat parameters on compress, deflate or gzip transfer codings as an error

    @id:http-decode-025 @needs:http.decode
    Scenario Outline: A parameter on gzip: <case>
      Given the message decoder reads the request "chunked" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it

      Examples:
        | case           |
        | gzip-parameter |

  @RFC9112-7.1-05
  Rule: Recover from a missing or wrong end of line behind the data of a chunk, or refuse it

    @id:http-decode-026 @needs:http.decode
    Scenario Outline: No CR LF behind a chunk: <case>
      Given the message decoder reads the request "chunked" as it is
      When the message decoder is given the request "<case>"
      Then it is noted what the message decoder makes of it

      Examples:
        | case                |
        | no-crlf-after-chunk |

  @RFC9112-7.1.1-01
  Rule: Ignore chunk extensions it does not know

    @id:http-decode-027 @needs:http.decode
    Scenario Outline: Extensions: <case>
      Given the message decoder reads the request "chunked" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder reads it as it is

      Examples:
        | case            |
        | extension       |
        | extension-alone |

  @RFC9112-7.1.2-03
  Rule: Do not merge a trailer field into the header section unless its definition allows it and says how

    @id:http-decode-028 @needs:http.decode
    Scenario Outline: A trailer section: <case>
      Given the message decoder reads the request "chunked" as it is
      When the message decoder is given the request "<case>"
      Then the message decoder refuses it, or reads it as it is

      Examples:
        | case           |
        | trailer        |
        | trailer-length |

  @RFC9112-6.3-01
  Rule: A response of the class 1xx or with status 204 or 304 ends with its header section, whatever its fields say

    @id:http-decode-029 @needs:http.decode
    Scenario Outline: A response that ends with its header section: <case>
      Given the message decoder reads the response "file" as it is
      When the message decoder is given the response "<case>"
      Then the message decoder reads it as it is

      Examples:
        | case                     |
        | not-modified-with-length |
        | not-modified-with-coding |

    @id:http-decode-030 @needs:http.decode
    Scenario Outline: A response that has a field that it may not have: <case>
      Given the message decoder reads the response "file" as it is
      When the message decoder is given the response "<case>"
      Then the message decoder refuses it, or reads it as it is

      Examples:
        | case                   |
        | no-content-with-length |
